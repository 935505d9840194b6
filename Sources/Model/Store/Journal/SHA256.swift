/// SHA-256 (FIPS 180-4), fed in as many pieces as one likes.
///
/// Our own, since a cryptographic package would push the static program over its size limit.
public struct SHA256: Sendable {
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  private var pending = SIMD64<UInt8>()
  private var pendingCount = 0
  private var length: UInt64 = 0

  public init() {}

  /// Takes in more bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    length &+= UInt64(bytes.count)
    var offset = 0
    if pendingCount > 0 {
      offset = min(64 &- pendingCount, bytes.count)
      let from = pendingCount
      withUnsafeMutableBytes(of: &pending) { block in
        block.baseAddress?.advanced(by: from).copyMemory(from: start, byteCount: offset)
      }
      pendingCount &+= offset
      guard pendingCount == 64 else { return }
      let block = pending
      withUnsafeBytes(of: block) { block in
        guard let start = block.baseAddress else { return }
        state = SHA256.compress(state, start, blocks: 1)
      }
      pendingCount = 0
    }
    let blocks = (bytes.count &- offset) / 64
    if blocks > 0 {
      state = SHA256.compress(state, start.advanced(by: offset), blocks: blocks)
      offset &+= blocks &* 64
    }
    let rest = bytes.count &- offset
    guard rest > 0 else { return }
    withUnsafeMutableBytes(of: &pending) { block in
      block.baseAddress?.copyMemory(from: start.advanced(by: offset), byteCount: rest)
    }
    pendingCount = rest
  }

  public mutating func update(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
      Array(bytes).withUnsafeBytes { update($0) }
    }
  }

  /// The digest of everything taken in, as eight big-endian words.
  public func words() -> SIMD8<UInt32> {
    let bits = length &* 8
    var last = pending
    var state = state
    withUnsafeMutableBytes(of: &last) { block in
      guard let start = block.baseAddress else { return }
      var used = pendingCount
      block[used] = 0x80
      used &+= 1
      if used > 56 {
        start.advanced(by: used).initializeMemory(as: UInt8.self, repeating: 0, count: 64 &- used)
        state = SHA256.compress(state, start, blocks: 1)
        used = 0
      }
      start.advanced(by: used).initializeMemory(as: UInt8.self, repeating: 0, count: 56 &- used)
      start.storeBytes(of: bits.bigEndian, toByteOffset: 56, as: UInt64.self)
      state = SHA256.compress(state, start, blocks: 1)
    }
    return state
  }

  /// The digest of everything taken in, 32 bytes.
  public func digest() -> [UInt8] {
    let words = words()
    return (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 4] >> UInt32(24 - $0 % 4 * 8)) }
  }

  /// The digest of `bytes`, 32 bytes.
  public static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 {
    (word &>> by) | (word &<< (32 &- by))
  }

  private static func compress(
    _ state: SIMD8<UInt32>, _ bytes: UnsafeRawPointer, blocks: Int
  ) -> SIMD8<UInt32> {
    var state = state
    constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
        for block in 0..<blocks {
          state = compress(state, bytes.advanced(by: block &* 64), schedule, constants)
        }
      }
    }
    return state
  }

  private static func compress(
    _ state: SIMD8<UInt32>, _ block: UnsafeRawPointer, _ schedule: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) -> SIMD8<UInt32> {
    guard let w = schedule.baseAddress, let k = constants.baseAddress else { return state }
    for t in 0..<16 {
      w[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: t &* 4, as: UInt32.self))
    }
    for t in 16..<64 {
      let x = w[t &- 15]
      let y = w[t &- 2]
      let low = rotate(x, 7) ^ rotate(x, 18) ^ (x &>> 3)
      let high = rotate(y, 17) ^ rotate(y, 19) ^ (y &>> 10)
      w[t] = w[t &- 16] &+ low &+ w[t &- 7] &+ high
    }
    var a = state[0]
    var b = state[1]
    var c = state[2]
    var d = state[3]
    var e = state[4]
    var f = state[5]
    var g = state[6]
    var h = state[7]
    var t = 0
    while t < 64 {
      round(a, b, c, &d, e, f, g, &h, k[t] &+ w[t])
      round(h, a, b, &c, d, e, f, &g, k[t &+ 1] &+ w[t &+ 1])
      round(g, h, a, &b, c, d, e, &f, k[t &+ 2] &+ w[t &+ 2])
      round(f, g, h, &a, b, c, d, &e, k[t &+ 3] &+ w[t &+ 3])
      round(e, f, g, &h, a, b, c, &d, k[t &+ 4] &+ w[t &+ 4])
      round(d, e, f, &g, h, a, b, &c, k[t &+ 5] &+ w[t &+ 5])
      round(c, d, e, &f, g, h, a, &b, k[t &+ 6] &+ w[t &+ 6])
      round(b, c, d, &e, f, g, h, &a, k[t &+ 7] &+ w[t &+ 7])
      t &+= 8
    }
    return state &+ SIMD8(a, b, c, d, e, f, g, h)
  }

  /// One of the 64 steps; instead of moving the eight words, the caller names them anew each time.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let majority = (a & b) | (c & (a | b))
    let first = h &+ word &+ choice &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25))
    d = d &+ first
    h = first &+ majority &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22))
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
