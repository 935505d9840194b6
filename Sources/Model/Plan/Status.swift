// swift-format-ignore-file
// Made by Scripts/embed.py from Data/reference-lists.json. Change the data and run the script again.

/// Where a worker stands between registering and being back; its number is its place in `CodeList.statuses`.
public enum Status: UInt8, CaseIterable, Sendable {
  /// Interested (INTERESTED).
  case interested
  /// Registered (REGISTERED).
  case registered
  /// Selected (SELECTED).
  case selected
  /// Skill or language training (TRAINING).
  case training
  /// Orientation course completed (ORIENTATION_DONE).
  case orientationDone
  /// Contract signed (CONTRACT_SIGNED).
  case contractSigned
  /// Contract registration confirmed (CONTRACT_REGISTERED).
  case contractRegistered
  /// Visa in process (VISA_PENDING).
  case visaPending
  /// Visa granted, waiting to depart (VISA_GRANTED).
  case visaGranted
  /// Withdrawn (WITHDRAWN).
  case withdrawn
  /// Rejected (REJECTED).
  case rejected
  /// Working abroad (ABROAD).
  case abroad
  /// Contract extended (EXTENDED).
  case extended
  /// Changed employer (CHANGED_EMPLOYER).
  case changedEmployer
  /// Left the contract (absconded) (LEFT_CONTRACT).
  case leftContract
  /// Illegal stay after the contract (OVERSTAY).
  case overstay
  /// Went abroad to work illegally (ILLEGAL_DEPARTURE).
  case illegalDeparture
  /// Returned on time (RETURNED_ON_TIME).
  case returnedOnTime
  /// Returned early (RETURNED_EARLY).
  case returnedEarly
  /// Returned after overstaying (RETURNED_LATE).
  case returnedLate
  /// Deported (DEPORTED).
  case deported
  /// Died abroad (DECEASED).
  case deceased
  /// Missing abroad (MISSING).
  case missing
  /// Contract liquidated (LIQUIDATED).
  case liquidated

  /// The part of a departure's life that a status belongs to.
  public enum Phase: UInt8, CaseIterable, Sendable {
    /// Before departure.
    case before
    /// Abroad.
    case abroad
    /// Violation.
    case violation
    /// Returned.
    case returned
    /// Closed.
    case closed

    public var words: Words {
      switch self {
      case .before: Words("Trước khi đi", "Before departure")
      case .abroad: Words("Đang ở nước ngoài", "Abroad")
      case .violation: Words("Vi phạm", "Violation")
      case .returned: Words("Đã về nước", "Returned")
      case .closed: Words("Kết thúc", "Closed")
      }
    }
  }

  public var phase: Phase {
    switch self {
    case
      .interested, .registered, .selected, .training, .orientationDone, .contractSigned,
      .contractRegistered, .visaPending, .visaGranted:
      .before
    case
      .abroad, .extended, .changedEmployer:
      .abroad
    case
      .leftContract, .overstay, .illegalDeparture:
      .violation
    case
      .returnedOnTime, .returnedEarly, .returnedLate, .deported:
      .returned
    case
      .withdrawn, .rejected, .deceased, .missing, .liquidated:
      .closed
    }
  }

  /// The statuses that usually follow.
  public var next: [Status] {
    switch self {
    case .interested:
      [
        .registered, .withdrawn,
      ]
    case .registered:
      [
        .selected, .training, .withdrawn, .rejected, .illegalDeparture,
      ]
    case .selected:
      [
        .training, .orientationDone, .contractSigned, .withdrawn, .rejected,
      ]
    case .training:
      [
        .selected, .orientationDone, .withdrawn, .rejected,
      ]
    case .orientationDone:
      [
        .contractSigned, .visaPending, .withdrawn, .rejected,
      ]
    case .contractSigned:
      [
        .orientationDone, .contractRegistered, .visaPending, .withdrawn, .rejected,
      ]
    case .contractRegistered:
      [
        .visaPending, .visaGranted, .abroad, .withdrawn,
      ]
    case .visaPending:
      [
        .visaGranted, .withdrawn, .rejected,
      ]
    case .visaGranted:
      [
        .abroad, .withdrawn,
      ]
    case .abroad:
      [
        .extended, .changedEmployer, .leftContract, .overstay, .returnedOnTime, .returnedEarly, .deported,
        .deceased, .missing,
      ]
    case .extended:
      [
        .changedEmployer, .leftContract, .overstay, .returnedOnTime, .returnedEarly, .deported, .deceased,
        .missing,
      ]
    case .changedEmployer:
      [
        .extended, .leftContract, .overstay, .returnedOnTime, .returnedEarly, .deported, .deceased,
        .missing,
      ]
    case .leftContract:
      [
        .abroad, .overstay, .returnedEarly, .deported, .deceased, .missing,
      ]
    case .overstay:
      [
        .returnedLate, .deported, .deceased, .missing,
      ]
    case .illegalDeparture:
      [
        .returnedLate, .deported, .deceased, .missing,
      ]
    case .returnedOnTime:
      [
        .liquidated, .registered,
      ]
    case .returnedEarly:
      [
        .liquidated, .registered,
      ]
    case .returnedLate:
      [
        .liquidated,
      ]
    case .deported:
      [
        .liquidated,
      ]
    case .liquidated:
      [
        .registered,
      ]
    case .withdrawn, .rejected, .deceased, .missing: []
    }
  }
}
