import Extraction
import ICUBridge
import RuleEngine
import Synchronization
import TongbaoText

/// What one thread needs for itself: the matcher's buffers and ICU's word iterator.
final class Worker {
  private let resources: Resources
  private var matcher: RuleMatcher
  private let boundaries: WordBoundaries?
  /// What each rule of the program emits, and what builds it.
  private let emissions: [(type: MentionType, construct: Constructor)?]

  init(_ resources: Resources) {
    self.resources = resources
    emissions = resources.program.rules.map { rule in
      guard let type = MentionType(rawValue: rule.type),
        let construct = Constructors.all[rule.constructor]
      else { return nil }
      return (type, construct)
    }
    matcher = RuleMatcher(program: resources.program, lexicon: resources.lexicon)
    boundaries = try? WordBoundaries()
  }

  /// Every match of a rule whose constructor took it, in text order.
  func readings(of text: SourceText, observe: ((MatchEvent) -> Void)? = nil) -> [Reading] {
    var readings: [Reading] = []
    text.units.withUnsafeBufferPointer { units in
      let clauses = ClauseBoundaries(text: units, boundaries: boundaries)
      let context = ConstructionContext(
        text: units, lexicon: resources.lexicon, isWordBoundary: clauses.isBoundary)
      matcher.scan(
        units,
        accept: { match in
          guard let emission = emissions[match.ruleIndex],
            let expression = emission.construct(match, context)
          else { return false }
          readings.append(
            Reading(
              rule: match.rule, type: emission.type, range: match.range, expression: expression))
          return true
        }, observe: observe)
    }
    return readings
  }

  func trace(of text: SourceText) -> [MatchEvent] {
    var events: [MatchEvent] = []
    _ = readings(of: text) { events.append($0) }
    return events
  }

  /// Node visits of each rule over some texts: a measure of matching work that has no clock in it.
  func visits(over texts: [SourceText]) -> [Int] {
    let before = matcher.visits
    matcher.countsVisits = true
    defer { matcher.countsVisits = false }
    for text in texts { _ = readings(of: text) }
    return zip(matcher.visits, before).map { $0 - $1 }
  }

  func words(of text: SourceText) -> [Span] {
    guard let boundaries else { return [] }
    let ends = text.units.withUnsafeBufferPointer { (try? boundaries.boundaries(of: $0)) ?? [] }
    var spans: [Span] = []
    var start = 0
    for (index, end) in ends.enumerated() where index > 0 {
      // A word reaches to the next one, so that removed damage belongs to the word before it.
      let next =
        index + 1 < ends.count ? text.span(of: end..<ends[index + 1]).start : text.scalarCount
      spans.append(Span(start, max(start, next)))
      start = spans[spans.count - 1].end
    }
    return spans
  }
}

/// Lends workers to threads; there are never more than threads that ask at once.
///
/// `@unchecked Sendable` is right because the list of idle workers is only touched under the lock,
/// and a worker that was taken from it belongs to one thread until it is put back.
final class WorkerPool: @unchecked Sendable {
  private let resources: Resources
  private let lock = Mutex(())
  private var idle: [Worker] = []

  init(_ resources: Resources) {
    self.resources = resources
  }

  func withWorker<Result>(_ body: (Worker) -> Result) -> Result {
    let worker = lock.withLock { _ in idle.popLast() } ?? Worker(resources)
    defer { lock.withLock { _ in idle.append(worker) } }
    return body(worker)
  }
}
