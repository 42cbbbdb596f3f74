/// The names of a chain of divisions, from the outside in. It stands in one piece without an
/// allocation, for most chains are read only to be refused.
public struct PlaceChain: Sendable {
  /// One name of the chain.
  public struct Link: BitwiseCopyable, Sendable {
    /// Everything the name can mean.
    public var candidates: PlaceList
    private var start: Int32
    private var length: UInt16
    public var form: PlaceExpression.Form

    public init(range: Range<Int>, form: PlaceExpression.Form, candidates: PlaceList) {
      self.candidates = candidates
      start = Int32(truncatingIfNeeded: range.lowerBound)
      // A match is never longer than some hundred units.
      length = UInt16(truncatingIfNeeded: range.count)
      self.form = form
    }

    /// Half-open range of UTF-16 units of the working text.
    public var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

    fileprivate static let none = Link(range: 0..<0, form: .full, candidates: .empty)
  }

  /// There are five levels from the country to the town, and few write one twice.
  private static let capacity = 8

  public private(set) var count = 0
  private var links = InlineArray<8, Link>(repeating: .none)

  public init() {}

  /// Adds a name; `false` where the chain is longer than any that means something.
  public mutating func append(_ link: Link) -> Bool {
    guard count < Self.capacity else { return false }
    links[count] = link
    count += 1
    return true
  }

  public mutating func removeLast() {
    guard count > 0 else { return }
    count -= 1
  }

  public var isEmpty: Bool { count == 0 }
  public var indices: Range<Int> { 0..<count }
  public var first: Link? { count > 0 ? links[0] : nil }
  public var last: Link? { count > 0 ? links[count - 1] : nil }
  public subscript(index: Int) -> Link { links[index] }
}
