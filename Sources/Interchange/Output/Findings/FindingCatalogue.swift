/// What each code of a finding means, for reports that explain themselves.
public enum FindingCatalogue {
  public struct Entry: Sendable, Hashable {
    public var code: String
    /// One sentence in English.
    public var meaning: String
    /// A made-up wording that has the fault.
    public var example: String
  }

  public static let entries: [Entry] = [
    Entry("date.impossible", "A day, month or hour that does not exist.", "4月31日"),
    Entry("date.lunar-mismatch", "A date and its lunar day are different days.", "3月1日(正月初一)"),
    Entry("date.weekday-mismatch", "A date falls on another weekday.", "2024年3月1日(星期一)"),
    Entry("date.range-reversed", "A period ends before it begins.", "3月9日至3月2日"),
    Entry("date.after-publication", "A report counts up to a day after it.", "3月2日报道：截至3月9日"),
    Entry("sum.mismatch", "The parts do not add up to the whole.", "共80人，其中男50人、女40人"),
    Entry("sum.part-exceeds-total", "A part is larger than its whole.", "查处20起，其中酒驾25起"),
    Entry(
      "change.mismatch", "A rate of change does not follow from its numbers.", "由50起增至60起，增长10%"),
    Entry("change.direction", "Numbers move against the word for it.", "由60起降至50起，同比上升"),
    Entry("figure.conflict", "One indicator has two values for one period.", "标题60起，正文50起"),
    Entry("figure.cumulative-decrease", "A running total falls.", "截至5日累计90起，截至8日累计70起"),
    Entry("duration.mismatch", "A period has another length than is said.", "3月1日至3月5日共7天"),
    Entry("percent.over-100", "A share is larger than the whole.", "办结率达130%"),
    Entry("place.hierarchy", "A place does not lie in the one before it.", "陕西省太原市"),
    Entry("unit.mismatch", "One indicator is counted in two units.", "破案12起，破案12人"),
  ]

  /// Where an entry stands in `entries`.
  static func index(of code: String) -> Int? { entries.firstIndex { $0.code == code } }
}

extension FindingCatalogue.Entry {
  fileprivate init(_ code: String, _ meaning: String, _ example: String) {
    self.init(code: code, meaning: meaning, example: example)
  }
}
