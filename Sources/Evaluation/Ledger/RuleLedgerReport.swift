/// A rule ledger ready to be shown, alone or beside that of another rule set.
public struct RuleLedgerReport: Sendable {
  /// A rule set by the name under which the person asked for it.
  public struct Side: Sendable {
    public var name: String
    public var ledger: RuleLedger

    public init(name: String, ledger: RuleLedger) {
      self.name = name
      self.ledger = ledger
    }
  }

  public var own: Side
  public var other: Side?
  /// The scores of the two, if there are two.
  public var comparison: RunComparison?

  public init(_ own: Side, comparedTo other: Side? = nil) {
    self.own = own
    self.other = other
    comparison = other.map { RunComparison(own.ledger.result, against: $0.ledger.result) }
  }

  /// Rules that won something, by what they are worth: the worst first, then the best.
  var ranked: [RuleLedger.Entry] {
    let (harmful, alive) = (own.ledger.harmful, own.ledger.entries.filter { !$0.isDead })
    let rest = alive.filter { !$0.isHarmful }.sorted { left, right in
      (right.marginalF1, right.correct, left.use.rule)
        < (left.marginalF1, left.correct, right.use.rule)
    }
    return harmful + rest
  }

  /// Rules that read differently in the two sets; a rule that one of them lacks has no entry there.
  var changedRules: [(rule: String, own: RuleLedger.Entry?, other: RuleLedger.Entry?)] {
    guard let other else { return [] }
    let (left, right) = (own.ledger.byRule, other.ledger.byRule)
    let names = own.ledger.entries.map(\.use.rule)
    let further = other.ledger.entries.map(\.use.rule).filter { left[$0] == nil }
    return (names + further).compactMap { name in
      let (one, two) = (left[name], right[name])
      let isSame =
        one?.found == two?.found && one?.correct == two?.correct && one?.use.won == two?.use.won
        && one?.unique == two?.unique
      return isSame ? nil : (name, one, two)
    }
  }
}

extension RuleLedger {
  fileprivate var byRule: [String: Entry] {
    Dictionary(entries.map { ($0.use.rule, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension [RuleLedger.Counterpart] {
  /// `date.month 3, date.year 1`, the rest as a number; `-` for none.
  func text(atMost limit: Int = .max) -> String {
    guard !isEmpty else { return "-" }
    let shown = prefix(limit).map { "\($0.rule) \($0.count)" }.joined(separator: ", ")
    return count > limit ? "\(shown), … \(count - limit)" : shown
  }
}

/// F1 as a difference: with sign and four digits, for a rule is worth little of a whole corpus.
func differenceText(_ difference: Double?) -> String {
  guard let difference else { return "-" }
  let text = JSONValue.fixed(difference, digits: 4)
  return text.hasPrefix("-") || text == "0.0000" ? text : "+" + text
}

func percentText(_ share: Double) -> String { JSONValue.fixed(share * 100, digits: 2) + "%" }
