import Lexicon

/// What became of one candidate, for explanations and counters.
public struct MatchEvent: Sendable {
  public enum Outcome: Sendable, Hashable {
    case won
    /// Another candidate at the same start was longer or had priority.
    case lost
    /// The value constructor did not take it.
    case refused
  }

  public var rule: Int
  public var range: Range<Int>
  public var outcome: Outcome
}

/// Finds the matches of a rule program in a text. One a worker; its buffers are reused.
///
/// At each position a deterministic recognizer names the rules that can match there and their
/// ends. The longest match wins, then priority, then the earlier rule; in that order the exact
/// search confirms them, so that it seldom runs for a rule that loses.
/// - Complexity: linear in the text; a match spans at most `longestMatch` units.
public struct RuleMatcher {
  /// No match is longer than this, in UTF-16 units: it keeps open repetitions linear.
  public static let longestMatch = 512

  private typealias Candidate = RuleRecognizer.Candidate

  private let program: RuleProgram
  private let isGuard: [Bool]

  private var lattice: AtomLattice
  /// One for each layer, so that inside a value only organizations are looked for.
  private var values: RuleRecognizer
  private var organizations: RuleRecognizer
  private var search: ExactSearch
  private var candidates: [Candidate] = []

  public init(program: RuleProgram, lexicon: LexiconImage) {
    self.program = program
    isGuard = program.rules.map { $0.type == "none" }
    lattice = AtomLattice(tables: program.tables, lexicon: lexicon)
    values = RuleRecognizer(program: program, layer: .values)
    organizations = RuleRecognizer(program: program, layer: .organizations)
    search = ExactSearch(program: program, lexicon: lexicon)
  }

  /// Adds to an image what a matcher would have to work out at every start, with the states of the
  /// automaton that some texts lead through.
  ///
  /// - Parameter texts: folded as the working text is; the examples of the rules serve well.
  public static func writeTables(
    of program: RuleProgram, lexicon: LexiconImage, trainedOn texts: [[UInt16]],
    into image: inout ImageWriter
  ) {
    var matcher = RuleMatcher(program: program, lexicon: lexicon)
    for text in texts {
      text.withUnsafeBufferPointer { matcher.scan($0, accept: { _ in true }) }
    }
    program.tables.write(
      to: &image, automata: [matcher.values.automaton, matcher.organizations.automaton])
  }

  /// Node visits of each rule, when counting is on.
  public var visits: [Int] { search.visits }

  public var countsVisits: Bool {
    get { search.countsVisits }
    set { search.countsVisits = newValue }
  }

  /// Deterministic states met so far, by layer.
  var stateCounts: [Int] {
    [values.automaton.states.count, organizations.automaton.states.count]
  }

  /// Scans the text from left to right.
  ///
  /// - Parameters:
  ///   - accept: takes the best match at a start, or refuses it with `false`; then the next best
  ///     is offered. Guards (`type: none`) are not offered.
  ///   - observe: is told what became of every candidate.
  public mutating func scan(
    _ text: UnsafeBufferPointer<UInt16>, accept: (Match) -> Bool,
    observe: ((MatchEvent) -> Void)? = nil
  ) {
    lattice.reset()
    search.begin()
    /// Where each layer goes on behind its last match.
    var (nextValue, nextOrganization) = (0, 0)
    for position in text.indices {
      let takesValue = position >= nextValue
      guard takesValue || position >= nextOrganization else { continue }
      if lattice.isLarge { lattice.reset() }
      let place = lattice.place(at: position, in: text)
      let groups =
        place.letters.meets(.characters)
        ? program.tables.openings.groups(at: position, in: text) : .none
      guard place.beginnings != 0 || !groups.isEmpty else { continue }
      // Behind a value a numeral may begin that the digits before it belong to as well.
      let isFree = position == nextValue
      if takesValue,
        values.recognize(
          at: place, groups: groups, isFree: isFree, in: text, &lattice, into: &candidates),
        let end = choose(start: position, in: text, accept: accept, observe: observe)
      {
        nextValue = end
      }
      if position >= nextOrganization,
        organizations.recognize(
          at: place, groups: groups, isFree: isFree, in: text, &lattice, into: &candidates),
        let end = choose(start: position, in: text, accept: accept, observe: observe)
      {
        nextOrganization = end
      }
    }
  }

  /// Puts the best candidate first; equal ones come to stand side by side.
  private mutating func sortCandidates() {
    guard candidates.count <= 16 else {
      candidates.sort(by: >)
      return
    }
    for index in candidates.indices.dropFirst() {
      let candidate = candidates[index]
      var place = index
      while place > 0, candidates[place - 1] < candidate {
        candidates[place] = candidates[place - 1]
        place -= 1
      }
      candidates[place] = candidate
    }
  }

  // MARK: Choice

  /// Offers the matches of a layer, best first; returns the end of the one that was taken.
  private mutating func choose(
    start: Int, in text: UnsafeBufferPointer<UInt16>, accept: (Match) -> Bool,
    observe: ((MatchEvent) -> Void)?
  ) -> Int? {
    sortCandidates()
    search.begin(at: start)
    var taken: Int?
    for index in candidates.indices {
      let candidate = candidates[index]
      if index > 0, candidates[index - 1] == candidate { continue }
      let rule = Int(program.tables.ranked[candidate.rank])
      let end = Int(candidate.end)
      guard
        let way = search.way(
          of: Int32(rule), endingAt: candidate.end, in: text, lattice: &lattice)
      else { continue }
      let outcome: MatchEvent.Outcome
      if taken != nil {
        outcome = .lost
      } else if isGuard[rule] || offer(rule, start..<end, by: way, to: accept) {
        outcome = .won
        taken = end
      } else {
        outcome = .refused
      }
      guard let observe else {
        if taken != nil { break }
        continue
      }
      observe(MatchEvent(rule: rule, range: start..<end, outcome: outcome))
    }
    return taken
  }

  /// Whether the match is taken.
  private mutating func offer(
    _ rule: Int, _ range: Range<Int>, by way: Int32, to accept: (Match) -> Bool
  ) -> Bool {
    var match = Match(
      rule: program.rules[rule], ruleIndex: rule, range: range,
      parts: search.parts(of: way, lattice))
    defer { search.reuse(&match.parts) }
    return accept(match)
  }
}
