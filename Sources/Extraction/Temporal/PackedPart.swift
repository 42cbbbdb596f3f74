/// A kind of thing with a number, as one word: what a text leaves out is kept as a zero.
///
/// A point has a dozen optional parts and is handed on from rule to resolution; in this form it
/// fits into a cache line.
@propertyWrapper
public struct PackedPart<Part: Packable & Sendable>: Sendable, Hashable {
  private var code: Int32 = 0

  public init() {}

  public init(wrappedValue: Part?) { self.wrappedValue = wrappedValue }

  public var wrappedValue: Part? {
    get { code == 0 ? nil : Part(code: code) }
    set { code = newValue?.code ?? 0 }
  }
}

/// What can be put into one word.
public protocol Packable {
  /// Never zero.
  var code: Int32 { get }
  init?(code: Int32)
}

/// A kind from 1 to 15 and a number of up to 28 bits.
struct KindAndNumber {
  var kind: Int
  var number: Int

  init(_ kind: Int, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  init(code: Int32) {
    kind = Int(code & 15)
    number = Int(code >> 4)
  }

  var code: Int32 {
    let limit = 1 << 27 - 1
    return Int32(truncatingIfNeeded: min(max(number, -limit), limit) << 4 | kind)
  }
}

extension Int: Packable {
  public var code: Int32 { KindAndNumber(1, self).code }
  public init(code: Int32) { self = KindAndNumber(code: code).number }
}
