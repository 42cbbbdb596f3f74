/// A text as it came, the working text that the analysis reads, and the way between the two.
///
/// The original is a sequence of Unicode code points, and every span counts in them. The working
/// text is UTF-16: folded to simplified script and half width, and without the damage that
/// crawling and conversion leave (`repairs` tells what was changed). A class, for it is never
/// changed and every stage of the analysis reads it.
public final class SourceText: Sendable {
  /// The original, damage included.
  public let text: String
  /// The working text.
  public let units: [UInt16]
  public let alignment: Alignment
  /// What was repaired, in text order.
  public let repairs: [Repair]
  /// Positions in the working text, ascending, where a line wrap was removed.
  public let removedBreaks: [Int]

  private let index: ScalarIndex
  /// Code points at which lines begin, the first line left out.
  private let lineStarts: [Int32]
  /// Units that a repair put there, as ascending disjoint ranges.
  private let repairedRanges: [Range<Int>]

  /// Cleans and folds a text. Linear in it, whatever its characters are.
  ///
  /// - Precondition: the text has fewer than 2³¹ bytes of UTF-8.
  public init(_ text: String, folding: FoldingTable) {
    var native = text
    native.makeContiguousUTF8()
    precondition(native.utf8.count < Int(Int32.max), "a text has to be smaller than 2 GiB")
    var built = WorkingText()
    let index = native.withUTF8 { bytes in
      built = WorkingTextBuilder.build(bytes, folding: folding)
      return ScalarIndex(bytes)
    }
    self.text = native
    self.index = index
    units = built.units
    alignment = Alignment(
      runs: built.runs, workCount: built.units.count, originalCount: index.scalarCount)
    repairs = built.repairs
    removedBreaks = built.removedBreaks
    lineStarts = built.lineStarts
    repairedRanges = built.repairedRanges
  }

  /// Code points of the original.
  public var scalarCount: Int { index.scalarCount }

  /// The original span behind a range of working units; see `Alignment.span(of:)`.
  public func span(of range: Range<Int>) -> Span { alignment.span(of: range) }

  /// The very slice of the original. O(length of the slice).
  public func slice(_ span: Span) -> String {
    let bytes = text.utf8Span
    let all = bytes.span
    return all.withUnsafeBufferPointer { buffer in
      // Bytes of whole code points of a string are UTF-8 as well, so they are not looked at again.
      let slice = all.extracting(index.byteRange(of: span, in: buffer))
      return String(copying: unsafe UTF8Span(unchecked: slice))
    }
  }

  /// A range of the working text as a string, for messages and tests.
  public func working(_ range: Range<Int>) -> String {
    String(decoding: units[range], as: UTF16.self)
  }

  /// Line and column of a code point, both counted from 1, the column in code points.
  /// LF, CRLF, CR and Unicode's own separators end a line. O(log lines).
  public func position(of scalar: Int) -> (line: Int, column: Int) {
    let line = partition(lineStarts.count) { Int(lineStarts[$0]) <= scalar }
    let start = line == 0 ? 0 : Int(lineStarts[line - 1])
    return (line + 1, scalar - start + 1)
  }

  /// Whether any unit of the range was put there by a repair. O(log repairs).
  public func isRepaired(_ range: Range<Int>) -> Bool {
    let next = partition(repairedRanges.count) {
      repairedRanges[$0].upperBound <= range.lowerBound
    }
    return next < repairedRanges.count && repairedRanges[next].lowerBound < range.upperBound
  }

  /// Whether a line wrap was removed before one of the units inside the range. O(log breaks).
  public func hasRemovedBreak(in range: Range<Int>) -> Bool {
    let next = partition(removedBreaks.count) { removedBreaks[$0] <= range.lowerBound }
    return next < removedBreaks.count && removedBreaks[next] < range.upperBound
  }

  /// How many of the first indices pass a test that holds for a prefix of them.
  private func partition(_ count: Int, _ passes: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
