import Numerals
import TongbaoText

/// `figure.conflict`: one indicator, period and scope with two values, the title against the body
/// included: 日均530人次 in the title, 日均503人次 in the text.
///
/// Inside the body both figures must name action, object, period and scope alike, so that two
/// raids are not taken for one. A title may leave period and scope to the body; there no figure of
/// the body may agree with it.
struct FigureConflict: Check {
  static let code = "figure.conflict"

  func findings(in view: ReportView) -> [Finding] {
    let indicators = view.relations.indicators.filter(isComparable)
    let title = indicators.filter(\.isInTitle)
    let body = indicators.filter { !$0.isInTitle }
    let linked = Set(title.filter { $0.object.count >= 2 }.map(\.quantity.index))
    return title.compactMap { titleConflict($0, body: body) } + bodyConflicts(body)
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
    let isAverage = title.figure.aggregation == .average
    return title.measuresSame(as: body) && title.mayShareScope(with: body)
      && (title.period == body.period || title.period.isEmpty || body.period.isEmpty)
      && isAverage == (body.figure.aggregation == .average)
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

  private struct Key: Hashable {
    var action: String
    var object: String
    var unit: String
    var aggregation: Figure.Aggregation
    var period: String
    var scope: String
  }

  private func bodyConflicts(_ body: [Indicator]) -> [Finding] {
    var first: [Key: Indicator] = [:]
    var findings: [Finding] = []
    for indicator in body {
      guard let key = key(of: indicator) else { continue }
      guard let other = first[key] else {
        first[key] = indicator
        continue
      }
      if other.quantity.values.excludes(indicator.quantity.values) {
        findings.append(conflict(other, indicator))
      }
    }
    return findings
  }

  private func key(of indicator: Indicator) -> Key? {
    guard !indicator.action.isEmpty || indicator.figure.aggregation == .average,
      indicator.object.count >= 2, !indicator.period.isEmpty
    else { return nil }
    if indicator.figure.aggregation == .plain {
      guard indicator.object.count >= 4, !indicator.scope.isEmpty else { return nil }
    }
    let unit = indicator.quantity.unit
    return Key(
      action: indicator.action, object: indicator.object,
      unit: indicator.quantity.unitGroup?.rawValue ?? unit,
      aggregation: indicator.figure.aggregation,
      period: indicator.period, scope: indicator.scope)
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
