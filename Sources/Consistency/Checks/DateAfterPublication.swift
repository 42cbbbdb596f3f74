import ChineseCalendar
import TongbaoText

/// `date.after-publication`: a report that counts up to a day it could not know: 截至2月28日 in a
/// report of 2月20日.
///
/// Only where the day of publication was given or stands in the text. A day without a year that
/// was resolved to almost a year back, though its next return lies just ahead, is the same error
/// under the only usual reading, so that is a warning.
struct DateAfterPublication: Check {
  static let code = "date.after-publication"

  func findings(in view: ReportView) -> [Finding] {
    guard view.cues.contains(.upTo), let published = view.published else { return [] }
    return view.temporals.compactMap {
      finding(for: view.mentions[$0], published: published, in: view)
    }
  }

  static let upTo = Cue("截至", "截止", "截止到", "截至到", "截止至", "截至目前即")
  private static let deadlines = Cue(
    "报名", "征集", "投稿", "有效期", "期限", "延期", "拟", "计划", "预计", "力争", "申报", "缴费", "办理时间",
    "公示", "投票", "招聘", "提交")
  /// 将 as the future, not that of 麻将.
  private static let future = Cue("将于", "将有", "将达", "将完", "将全", "将在", "将对", ",将", "前将", "均将", "也将")

  private func finding(
    for placed: PlacedMention, published: GregorianDay, in view: ReportView
  ) -> Finding? {
    guard view.cues(around: placed).contains(.upTo), let day = countedDay(of: placed, in: view)
    else { return nil }
    let before = view.before(placed, limit: 30)
    guard let cue = before.last(Self.upTo), cue.upperBound == before.trimmed.range.upperBound
    else { return nil }
    let clause = view.after(placed, limit: 16)
    if before.lastClause.contains(Self.deadlines) || clause.contains(Self.deadlines)
      || clause.contains(Self.future)
    {
      return nil
    }
    if day > published {
      return finding(
        at: [placed.span], "截至\(view.text(of: placed)) is \(day), the report is of \(published)",
        expected: "no later than \(published)", found: day.description)
    }
    guard let next = aheadDay(of: placed, day, published: published, in: view) else { return nil }
    return finding(
      .warning, at: [placed.span],
      "截至\(view.text(of: placed)): \(next) is after the report of \(published), \(day) long before",
      expected: "no later than \(published)", found: next.description)
  }

  private static let year = Cue("年")
  private static let ends = Cue("底", "末")

  /// The first day of what is named; of 月底 its last.
  private func countedDay(of placed: PlacedMention, in view: ReportView) -> GregorianDay? {
    guard let days = placed.days, !placed.isPeriod else { return nil }
    guard view.slice(placed.range).hasSuffix(Self.ends) else { return days.first }
    return days.last?.adding(days: -Self.endOfMonth)
  }

  /// 月底 may be said from the twentieth on.
  private static let endOfMonth = 10
  private static let longAgo = 270
  private static let justAhead = 92

  private func aheadDay(
    of placed: PlacedMention, _ day: GregorianDay, published: GregorianDay, in view: ReportView
  ) -> GregorianDay? {
    guard !view.slice(placed.range).contains(Self.year), day.days(until: published) > Self.longAgo,
      let next = GregorianDay(year: day.year + 1, month: day.month, day: day.day),
      next > published, published.days(until: next) <= Self.justAhead
    else { return nil }
    return next
  }
}
