import Numerals
import TongbaoText

/// `figure.conflict`: one indicator, period and scope with two values, the title against the body
/// included: 日均530人次 in the title, 日均503人次 in the text.
///
/// Inside the body both figures must name action, object, period and scope alike, so that two
/// raids are not taken for one, and stand in different sentences: inside one sentence a further
/// value is a part, a base or a later state. Where period or scope is left out, only a plain misprint
/// tells. A title may leave period and scope to the body; there no
/// figure of the body may agree with it.
struct FigureConflict: Check {
  static let code = "figure.conflict"

  func findings(in view: ReportView) -> [Finding] {
    let indicators = view.relations.indicators.filter(isComparable)
    let title = indicators.filter(\.isInTitle).prefix(TitleEcho.longestTitle)
    let body = indicators.filter { !$0.isInTitle }
    let linked = Set(
      title.filter { $0.isNamed && !$0.quantity.unit.isEmpty }.map(\.quantity.index))
    return title.compactMap { titleConflict($0, body: body) } + bodyConflicts(body, in: view)
      + TitleEcho.all(in: view, except: linked).map { conflict("the title", $0.title, $0.body) }
  }

  /// Shares name their whole only in part (58.2%的业务), so only rates are compared.
  private func isComparable(_ indicator: Indicator) -> Bool {
    guard indicator.figure.aggregation != .increment else { return false }
    return indicator.quantity.type != .percent || indicator.object.hasSuffix("率")
  }

  // MARK: Title

  private func titleConflict(_ title: Indicator, body: [Indicator]) -> Finding? {
    let same = body.filter { mayRepeat(title, $0) }
    guard let other = same.first,
      same.allSatisfy({ $0.quantity.values.excludes(title.quantity.values) })
    else { return nil }
    return conflict(title, other)
  }

  private func mayRepeat(_ title: Indicator, _ body: Indicator) -> Bool {
    guard title.measuresSame(as: body), title.isAverage == body.isAverage else { return false }
    // A title names period and scope loosely (国庆, 景区); a plain misprint shows that one number
    // is meant.
    if title.isMisprint(of: body) { return true }
    return title.mayShareScope(with: body) && title.mayShareSpelledPeriod(with: body)
      && (body.figure.aggregation != .plain || areNear(title.quantity, body.quantity))
  }

  /// A misprint seldom doubles a number; a part of the title's total often is below its half.
  private func areNear(_ left: Quantity, _ right: Quantity) -> Bool {
    guard let one = left.value, let other = right.value, let twice = one + one,
      let otherTwice = other + other
    else { return false }
    return one <= otherTwice && other <= twice
  }

  // MARK: Body

  /// What two figures must share to be one.
  private struct Name: Hashable {
    var action: UInt64
    var object: UInt64
    var unit: String
    var isAverage: Bool
  }

  private static let longestMemory = 8

  private func bodyConflicts(_ body: [Indicator], in view: ReportView) -> [Finding] {
    let subordinate = view.relations.subordinateAmounts
    var known: [Name: [Indicator]] = [:]
    var findings: [Finding] = []
    for indicator in body where !subordinate.contains(indicator.quantity.index) {
      guard let name = name(of: indicator) else { continue }
      let others = known[name, default: []]
      if let other = others.first(where: { isConflict($0, indicator) }),
        !countsFurther(indicator, in: view)
      {
        findings.append(conflict(other, indicator))
      } else if others.count < Self.longestMemory {
        // A report that repeats one indicator is compared with its first values only, which keeps
        // the work linear.
        known[name, default: []].append(indicator)
      }
    }
    return findings
  }

  private func name(of indicator: Indicator) -> Name? {
    guard !indicator.action.isEmpty || indicator.isAverage, indicator.isNamed else {
      return nil
    }
    let unit = indicator.quantity.unit
    return Name(
      action: indicator.actionDigest, object: indicator.objectDigest,
      unit: indicator.quantity.unitGroup?.rawValue ?? unit,
      isAverage: indicator.isAverage)
  }

  private func isConflict(_ first: Indicator, _ second: Indicator) -> Bool {
    guard first.hasObject(of: second), first.hasAction(of: second),
      first.quantity.sentence != second.quantity.sentence,
      first.quantity.values.excludes(second.quantity.values)
    else { return false }
    let isTotal =
      first.saysAll && second.saysAll || first.isSpelledOut && !first.scope.isEmpty
    if isTotal, !first.period.isEmpty, first.period == second.period, first.scope == second.scope {
      return true
    }
    return (first.isSpelledOut || first.isAverage)
      && first.mayShareSpelledPeriod(with: second) && first.mayShareScope(with: second)
      && first.isMisprint(of: second)
  }

  private static let further = Cue("又", "再", "另", "还", "此外", "其中", "单日", "不", "未", "拟")
  private static let otherWords = Cue("另据", "再次", "再度", "未成年", "不法", "不良", "不明")

  /// 当天又抓获35名: the words before the action set a count apart from the one before.
  private func countsFurther(_ indicator: Indicator, in view: ReportView) -> Bool {
    let lead = view.lead(of: indicator.quantity, limit: 24).lastClause
    let action = view.text.alignment.range(of: indicator.figure.span).lowerBound
    return lead[lead.range.lowerBound..<max(action, lead.range.lowerBound)]
      .contains(Self.further, besides: Self.otherWords)
  }

  private func conflict(_ first: Indicator, _ second: Indicator) -> Finding {
    conflict(first.action + first.object, first.quantity, second.quantity)
  }

  private func conflict(_ name: String, _ first: Quantity, _ second: Quantity) -> Finding {
    finding(
      at: [first.span, second.span], "\(name): \(first.text) here, \(second.text) there",
      expected: "one value", found: "\(first.text) / \(second.text)")
  }
}
