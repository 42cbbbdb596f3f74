/// The way between working text (UTF-16 units) and original text (code points).
///
/// A list of runs in order of both sides. In an *equal* run one unit stands for one code point
/// and both sides advance together; in a *block* all the units stand for the same few code points
/// (an entity, a supplementary character). Original material between runs was removed. A text
/// without damage has one run, so a lookup is a binary search in a list of one.
public struct Alignment: Sendable, Hashable {
  struct Run: Sendable, Hashable {
    /// First unit of the working text.
    var work: Int32
    /// First code point of the original.
    var original: Int32
    /// Code points that every unit of a block stands for; 0 marks an equal run.
    var block: Int32
  }

  /// Never empty, ascending in `work` and in `original`, the first at unit 0.
  private(set) var runs: [Run]
  /// Units of the working text.
  public private(set) var workCount: Int
  /// Code points of the original.
  public private(set) var originalCount: Int
  /// Whether every unit stands for the code point of its number, as in a text without damage.
  private let isPlain: Bool

  init(runs: [Run], workCount: Int, originalCount: Int) {
    self.runs = runs.isEmpty ? [Run(work: 0, original: 0, block: 0)] : runs
    isPlain = self.runs.count == 1 && self.runs[0].block == 0 && self.runs[0].original == 0
    self.workCount = workCount
    self.originalCount = originalCount
  }

  /// How many pieces the text is in; 1 for a text without damage.
  public var runCount: Int { runs.count }

  /// Where something was found; the next of many in text order is found near it at once.
  public struct Place: Sendable {
    fileprivate var run = 0

    public init() {}
  }

  /// The code points that a unit stands for. O(log runs).
  public func source(of unit: Int) -> Span {
    var place = Place()
    return source(of: unit, near: &place)
  }

  /// The code points that a unit stands for, looked for near a place first.
  @inline(__always)
  private func source(of unit: Int, near place: inout Place) -> Span {
    precondition(0 <= unit && unit < workCount, "unit \(unit) is outside of the working text")
    if isPlain { return Span(unit, unit + 1) }
    place.run = index(near: place.run) { Int($0.work) <= unit }
    let run = runs[place.run]
    let original = Int(run.original)
    if run.block > 0 { return Span(original, original + Int(run.block)) }
    let at = original + unit - Int(run.work)
    return Span(at, at + 1)
  }

  /// The code points behind a range of units: from the start of the first unit's source to the
  /// end of the last one's. Removed material inside is part of it, at its edges it is not.
  ///
  /// An empty range gives the empty span before the unit that it stands at. O(log runs).
  public func span(of range: Range<Int>) -> Span {
    var place = Place()
    return span(of: range, near: &place)
  }

  /// The code points behind a range of units.
  ///
  /// - Parameter place: of the range before, and then of this one's start; any other one costs
  ///   time, no more.
  public func span(of range: Range<Int>, near place: inout Place) -> Span {
    if range.isEmpty {
      let at = range.lowerBound < workCount ? source(of: range.lowerBound).start : originalCount
      return Span(at, at)
    }
    let start = source(of: range.lowerBound, near: &place).start
    var last = place
    return Span(start, max(start, source(of: range.upperBound - 1, near: &last).end))
  }

  /// The units that stand for any code point of a span; empty where all of it was removed.
  /// O(log runs).
  public func range(of span: Span) -> Range<Int> {
    var place = Place()
    return range(of: span, near: &place)
  }

  /// The units that stand for any code point of a span.
  ///
  /// - Parameter place: of the span before; any other one costs time, no more.
  public func range(of span: Span, near place: inout Place) -> Range<Int> {
    if isPlain {
      let start = min(span.start, workCount)
      return start..<max(start, min(span.end, workCount))
    }
    place.run = index(near: place.run) { Int($0.original) <= span.start }
    let start = firstUnit(endingAfter: span.start, in: place.run)
    guard span.count > 0 else { return start..<start }
    let last = index(near: place.run) { Int($0.original) < span.end }
    return start..<max(start, firstUnit(startingFrom: span.end, in: last))
  }

  /// First unit whose source ends after a code point.
  ///
  /// - Parameter found: the last run that begins no later.
  @inline(__always)
  private func firstUnit(endingAfter scalar: Int, in found: Int) -> Int {
    let run = runs[found]
    let end = found + 1 < runs.count ? Int(runs[found + 1].work) : workCount
    let offset = scalar - Int(run.original)
    if offset < 0 { return Int(run.work) }
    if run.block > 0 { return offset < Int(run.block) ? firstUnit(ofBlockAt: found) : end }
    return min(Int(run.work) + offset, end)
  }

  /// First unit whose source starts at or after a code point.
  ///
  /// - Parameter found: the last run that begins before it.
  @inline(__always)
  private func firstUnit(startingFrom scalar: Int, in found: Int) -> Int {
    let run = runs[found]
    let end = found + 1 < runs.count ? Int(runs[found + 1].work) : workCount
    let offset = scalar - Int(run.original)
    if offset <= 0 { return Int(run.work) }
    return run.block > 0 ? end : min(Int(run.work) + offset, end)
  }

  /// Blocks at the same code points, one after the other, count as one.
  private func firstUnit(ofBlockAt found: Int) -> Int {
    var first = found
    while first > 0, runs[first - 1].original == runs[found].original, runs[first - 1].block > 0 {
      first -= 1
    }
    return Int(runs[first].work)
  }

  /// The same run as `index(where:)` finds, looked for from a run on first.
  @inline(__always)
  private func index(near first: Int, where passes: (Run) -> Bool) -> Int {
    var run = first
    guard run < runs.count, run == 0 || passes(runs[run]) else { return index(where: passes) }
    for _ in 0..<4 {
      guard run + 1 < runs.count, passes(runs[run + 1]) else { return run }
      run += 1
    }
    return index(where: passes)
  }

  /// The last run that passes the test, which holds for a prefix of the list; else the first.
  @inline(__always)
  private func index(where passes: (Run) -> Bool) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if passes(runs[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}
