// swift-format-ignore-file
// Made by Scripts/embed.py from Data/holidays.json. Change the data and run the script again.

extension WorkingDays {
  /// Weekdays on which nobody works (Labour Code 45/2019/QH14, articles 111 and 112), as days since 1970.
  static let daysOff: Set<Int32> = [
    19359, 19377, 19380, 19381, 19382, 19383, 19478, 19479, 19480, 19601, 19604, 19723, 19761, 19762,
    19765, 19766, 19767, 19831, 19842, 19843, 19844, 19968, 19969, 20089, 20115, 20116, 20117, 20118,
    20119, 20185, 20208, 20209, 20210, 20332, 20333, 20454, 20455, 20500, 20501, 20502, 20503, 20504,
    20570, 20573, 20574, 20696, 20697, 20698,
  ]

  /// Saturdays that are worked in exchange.
  static let workedSaturdays: Set<Int32> = [19847, 20204, 20463, 20687]

  /// The years for which they are known.
  public static let years = 2023...2026
}
