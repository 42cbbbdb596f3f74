/// Finds the byte where a code point of a UTF-8 text begins.
///
/// One number for every 256 bytes, so a lookup is a short search and a scan of one block.
struct ScalarIndex: Sendable {
  private static let shift = 8
  /// Code points that begin before each block of bytes.
  private var before: [Int32] = []
  private(set) var scalarCount = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    before.reserveCapacity(bytes.count >> Self.shift + 2)
    var start = 0
    while start < bytes.count {
      before.append(Int32(truncatingIfNeeded: scalarCount))
      let end = min(start + 1 << Self.shift, bytes.count)
      var leads = 0
      for at in start..<end { leads &+= Self.isLead(bytes[at]) ? 1 : 0 }
      scalarCount += leads
      start = end
    }
  }

  /// Byte offset of a code point, or the length in bytes for one past the last. O(log n).
  func byteOffset(of scalar: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard scalar < scalarCount else { return bytes.count }
    var low = 0
    var high = before.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(before[middle]) <= scalar { low = middle } else { high = middle }
    }
    var left = scalar - Int(before[low])
    var at = low << Self.shift
    while at < bytes.count {
      if Self.isLead(bytes[at]) {
        if left == 0 { return at }
        left -= 1
      }
      at += 1
    }
    return bytes.count
  }

  @inline(__always)
  private static func isLead(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
