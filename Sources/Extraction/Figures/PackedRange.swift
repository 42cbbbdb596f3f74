/// A range of the working text or of tokens in half the bits.
///
/// A working text has fewer than 2³¹ units, as `SourceText` makes sure, and no more tokens.
@propertyWrapper
struct PackedRange: BitwiseCopyable, Equatable, Sendable {
  private var start: Int32
  private var end: Int32

  init(wrappedValue range: Range<Int>) {
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
  }

  var wrappedValue: Range<Int> {
    get { Range(uncheckedBounds: (Int(start), Int(end))) }
    set { self = PackedRange(wrappedValue: newValue) }
  }
}

/// A range like that, or none.
@propertyWrapper
struct PackedOptionalRange: BitwiseCopyable, Equatable, Sendable {
  private var start: Int32
  private var end: Int32

  init(wrappedValue range: Range<Int>?) {
    start = Int32(truncatingIfNeeded: range?.lowerBound ?? -1)
    end = Int32(truncatingIfNeeded: range?.upperBound ?? -1)
  }

  var wrappedValue: Range<Int>? {
    get { start < 0 ? nil : Range(uncheckedBounds: (Int(start), Int(end))) }
    set { self = PackedOptionalRange(wrappedValue: newValue) }
  }
}

/// The index of a token, mention or the like, or none.
@propertyWrapper
struct PackedIndex: BitwiseCopyable, Equatable, Sendable {
  private var index: Int32

  init(wrappedValue index: Int?) { self.index = Int32(truncatingIfNeeded: index ?? -1) }

  var wrappedValue: Int? {
    get { index < 0 ? nil : Int(index) }
    set { self = PackedIndex(wrappedValue: newValue) }
  }
}
