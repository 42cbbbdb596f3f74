/// A name that stands in the source code and in a data file, such as that of a dictionary class or
/// of a part of a match, as a number: comparing and looking up need not read its characters.
///
/// The number is the 64-bit FNV-1a hash of the UTF-8. Some hundred names are in use at a time, so
/// that two of them share a number with a probability of about 10⁻¹⁵. Of a literal the compiler
/// works it out.
@frozen
public struct HashedName: Hashable, Sendable, BitwiseCopyable, ExpressibleByStringLiteral {
  @usableFromInline let code: UInt64

  @inlinable @inline(__always)
  init(code: UInt64) { self.code = code }

  @inlinable @inline(__always)
  public init(stringLiteral name: StaticString) {
    var code: UInt64 = 0xcbf2_9ce4_8422_2325
    let start = name.utf8Start
    for index in 0..<name.utf8CodeUnitCount {
      code = (code ^ UInt64(start[index])) &* 0x100_0000_01b3
    }
    self.init(code: code)
  }

  public init(_ name: String) {
    self = HashedName(code: 0xcbf2_9ce4_8422_2325) + name
  }

  /// The name with some characters behind it: `"n" + "2"` is `"n2"`.
  public static func + (name: HashedName, suffix: String) -> HashedName {
    HashedName(code: suffix.utf8.reduce(name.code) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }
}
