import RuleEngine
import TongbaoText

/// What one rule did in some texts.
public struct RuleActivity: Sendable {
  public var id: String
  /// The mention type that it emits, or `none` for a guard.
  public var type: String
  /// Matches that were taken, that were outdone at the same place, and that the value constructor
  /// did not take.
  public var won = 0
  public var lost = 0
  public var refused = 0
  /// Places, in the list of texts, of those in which it won.
  public var texts: [Int] = []
  /// Share of all visits of automaton nodes, 0...1: the time that matching takes, counted in steps
  /// so that it is the same on every run.
  public var share = 0.0
}

extension Analyzer {
  /// What every rule did, in the order in which the rules are read.
  ///
  /// - Complexity: reads each text twice.
  public func activity(in texts: [String]) -> [RuleActivity] {
    let rules = resources.program.rules
    let sources = texts.map { SourceText($0, folding: resources.lexicon.folding) }
    var rows = rules.map { RuleActivity(id: $0.id, type: $0.type) }
    // A worker of its own: counting slows the others down.
    let worker = Worker(resources)
    for (index, source) in sources.enumerated() {
      for event in worker.trace(of: source) {
        rows[event.rule].count(event.outcome, in: index)
      }
    }
    let visits = worker.visits(over: sources)
    let total = Double(max(visits.reduce(0, +), 1))
    for index in rows.indices { rows[index].share = Double(visits[index]) / total }
    return rows
  }
}

extension RuleActivity {
  fileprivate mutating func count(_ outcome: MatchEvent.Outcome, in text: Int) {
    switch outcome {
    case .won:
      won += 1
      if texts.last != text { texts.append(text) }
    case .lost: lost += 1
    case .refused: refused += 1
    }
  }
}
