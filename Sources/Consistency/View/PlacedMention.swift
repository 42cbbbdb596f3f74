import TongbaoText

/// Something with a place in the working text.
protocol WithinText {
  /// Units of the working text.
  var range: Range<Int> { get }
  /// Number of the sentence that it begins in.
  var sentence: Int { get }
  /// Position of its mention among those of the report, in text order.
  var mention: Int { get }
  /// Code points of the original.
  var span: Span { get }
}

/// A mention and where it stands in the working text.
///
/// Numbers alone, for the checks hand it on all the time; what it says is asked of the report.
struct PlacedMention: WithinText, Sendable {
  let mention: Int
  let type: MentionType
  let span: Span
  let range: Range<Int>
  let sentence: Int
  /// The days that its value covers; `nil` for what is no date and for an open value.
  let days: DayInterval?
  /// Whether the value has two sides.
  let isPeriod: Bool
  /// Whether it names a day whose year is open: `XXXX-02-18`.
  let isUndated: Bool
  @inline(__always)
  var isTemporal: Bool { type == .date || type == .time }

  /// - Parameters:
  ///   - mention: the position of the record among the records of the report.
  ///   - records: of the report; a record has many strings, so its parts are read where it lies.
  init(_ mention: Int, of records: [Mention], range: Range<Int>, sentence: Int) {
    self.mention = mention
    type = records[mention].type
    span = records[mention].span
    self.range = range
    self.sentence = sentence
    if type == .date || type == .time {
      (days, isPeriod) = DayInterval.read(records[mention].value)
      isUndated = days == nil && records[mention].value.utf8.first == UInt8(ascii: "X")
    } else {
      days = nil
      isPeriod = false
      isUndated = false
    }
  }
}
