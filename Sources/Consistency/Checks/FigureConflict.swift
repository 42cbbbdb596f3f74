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
    var title: [Indicator] = []
    var body: [Indicator] = []
    body.reserveCapacity(view.relations.indicators.count)
    for indicator in view.relations.indicators where isComparable(indicator, in: view) {
      if !indicator.isInTitle {
        body.append(indicator)
      } else if title.count < TitleEcho.longestTitle {
        title.append(indicator)
      }
    }
    let linked = title.filter {
      $0.isNamed && view.quantities[$0.quantity].unit.kind != .none
    }.map(\.quantity)
    return title.compactMap { titleConflict($0, body: body, in: view) }
      + bodyConflicts(body, in: view)
      + TitleEcho.all(in: view, except: linked).map {
        conflict("the title", $0.title, $0.body, in: view)
      }
  }

  /// Shares name their whole only in part (58.2%的业务), so only rates are compared.
  private func isComparable(_ indicator: Indicator, in view: ReportView) -> Bool {
    guard indicator.aggregation != .increment else { return false }
    return view.quantities[indicator.quantity].type != .percent
      || view.figures[indicator.figure].object.unicodeScalars
        .last { !PlainWords.isIgnored($0) } == "率"
  }

  // MARK: Title

  private func titleConflict(
    _ title: Indicator, body: [Indicator], in view: ReportView
  ) -> Finding? {
    let same = body.filter { mayRepeat(title, $0, in: view) }
    guard let other = same.first, same.allSatisfy({ exclude($0, title, in: view) }) else {
      return nil
    }
    return conflict(title, other, in: view)
  }

  private func exclude(_ left: Indicator, _ right: Indicator, in view: ReportView) -> Bool {
    view.quantities[left.quantity].values.excludes(view.quantities[right.quantity].values)
  }

  private func mayRepeat(_ title: Indicator, _ body: Indicator, in view: ReportView) -> Bool {
    guard title.isAverage == body.isAverage, view.measureSame(title, body) else { return false }
    // A title names period and scope loosely (国庆, 景区); a plain misprint shows that one number
    // is meant.
    if view.areMisprints(title, body) { return true }
    return view.mayShareScope(title, body) && view.mayShareSpelledPeriod(title, body)
      && (body.aggregation != .plain
        || areNear(view.quantities[title.quantity], view.quantities[body.quantity]))
  }

  /// A misprint seldom doubles a number; a part of the title's total often is below its half.
  private func areNear(_ left: Quantity, _ right: Quantity) -> Bool {
    guard let one = left.value, let other = right.value, let twice = one + one,
      let otherTwice = other + other
    else { return false }
    return one <= otherTwice && other <= twice
  }

  // MARK: Body

  private static let longestMemory = 8

  private func bodyConflicts(_ body: [Indicator], in view: ReportView) -> [Finding] {
    var groups = DigestGroups(capacity: body.count)
    for position in body.indices where !view.relations.isSubordinate[body[position].quantity] {
      if let name = name(of: body[position], in: view) { groups.add(name, at: position) }
    }
    var found: [(position: Int, finding: Finding)] = []
    groups.forEachRepeated { members in
      var known: [Int] = []
      for position in members {
        if let other = known.first(where: { isConflict(body[$0], body[position], in: view) }),
          !countsFurther(body[position], in: view)
        {
          found.append((position, conflict(body[other], body[position], in: view)))
        } else if known.count < Self.longestMemory {
          // A report that repeats one indicator is compared with its first values only, which keeps
          // the work linear.
          known.append(position)
        }
      }
    }
    return found.sorted { $0.position < $1.position }.map(\.finding)
  }

  /// A number for what two figures must share to be one: action, object, unit and whether they are
  /// averages.
  private func name(of indicator: Indicator, in view: ReportView) -> UInt64? {
    guard indicator.action.length > 0 || indicator.isAverage, indicator.isNamed else { return nil }
    let unit = view.quantities[indicator.quantity].unit
    var name = Digest.mixed(indicator.action.digest, indicator.object.digest)
    name = Digest.mixed(name, unit.digest ^ UInt64(unit.kind.rawValue))
    return Digest.mixed(name, indicator.isAverage ? 1 : 0)
  }

  private func isConflict(_ first: Indicator, _ second: Indicator, in view: ReportView) -> Bool {
    guard first.hasObject(of: second), first.hasAction(of: second),
      view.quantities[first.quantity].sentence != view.quantities[second.quantity].sentence,
      exclude(first, second, in: view)
    else { return false }
    let isTotal =
      first.saysAll && second.saysAll || first.isSpelledOut && !view.scope(of: first).isEmpty
    let period = view.period(of: first)
    if isTotal, !period.isEmpty, period == view.period(of: second),
      view.scope(of: first) == view.scope(of: second)
    {
      return true
    }
    return (first.isSpelledOut || first.isAverage) && view.mayShareSpelledPeriod(first, second)
      && view.mayShareScope(first, second) && view.areMisprints(first, second)
  }

  private static let further = Cue("又", "再", "另", "还", "此外", "其中", "单日", "不", "未", "拟")
  private static let otherWords = Cue("另据", "再次", "再度", "未成年", "不法", "不良", "不明")

  /// 当天又抓获35名: the words before the action set a count apart from the one before.
  private func countsFurther(_ indicator: Indicator, in view: ReportView) -> Bool {
    let lead = view.lead(of: view.quantity(of: indicator), limit: 24).lastClause
    let span = view.figures[indicator.figure].span
    let action = view.text.alignment.range(of: span).lowerBound
    return lead[lead.range.lowerBound..<max(action, lead.range.lowerBound)]
      .contains(Self.further, besides: Self.otherWords)
  }

  private func conflict(
    _ first: Indicator, _ second: Indicator, in view: ReportView
  ) -> Finding {
    conflict(
      view.action(of: first) + view.object(of: first), view.quantity(of: first),
      view.quantity(of: second), in: view)
  }

  private func conflict(
    _ name: String, _ first: Quantity, _ second: Quantity, in view: ReportView
  ) -> Finding {
    let (one, other) = (view.text(of: first), view.text(of: second))
    return finding(
      at: [first.span, second.span], "\(name): \(one) here, \(other) there",
      expected: "one value", found: "\(one) / \(other)")
  }
}
