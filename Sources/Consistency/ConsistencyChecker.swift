import ChineseCalendar
import TongbaoText

/// Finds what cannot be true together in one report: dates against the calendar, sums against
/// their parts, percentages against the numbers they compare, figures against each other.
///
/// Every check runs; all findings are reported, in text order. A check that cannot decide says
/// nothing: amounts are intervals (500余, 约, rounded 1.2万), and only intervals that do not meet
/// are a contradiction.
///
/// - Complexity: linear in the text and its mentions; the checks look at bounded neighbourhoods.
public struct ConsistencyChecker: Sendable {
  private let names: DayNames
  private let checks: [any Check]

  /// - Parameters:
  ///   - festivals: names that stand for a day of the lunar calendar or a solar term.
  ///   - divisions: what each administrative division lies in.
  public init(festivals: FestivalTable, divisions: any DivisionNames) {
    names = DayNames(festivals)
    checks = [
      DateImpossible(),
      DateLunarMismatch(),
      DateWeekdayMismatch(),
      DateRangeReversed(),
      DateAfterPublication(),
      SumMismatch(),
      SumPartExceedsTotal(),
      ChangeMismatch(),
      ChangeDirection(),
      FigureConflict(),
      FigureCumulativeDecrease(),
      DurationMismatch(),
      PercentOver100(),
      PlaceHierarchy(divisions: divisions),
      UnitMismatch(),
    ]
  }

  /// The findings of one document, in text order; its own `findings` are not read.
  ///
  /// - Parameter text: the source text that the document was made from.
  public func findings(in document: Document, text: SourceText) -> [Finding] {
    let view = ReportView(document: document, text: text, names: names)
    var findings: [Finding] = []
    for check in checks { findings += check.findings(in: view) }
    return findings.count > 1 ? findings.sorted(by: Self.textOrder) : findings
  }

  private static func textOrder(_ left: Finding, _ right: Finding) -> Bool {
    guard let first = left.spans.min(), let second = right.spans.min(), first != second else {
      return left.code < right.code
    }
    return first < second
  }
}
