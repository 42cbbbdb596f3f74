import Lexicon

/// Where a rule's matches may lie: matches of one layer never overlap, those of two may nest.
enum MatchLayer: Int, CaseIterable {
  case values, organizations

  init(of rule: Rule) { self = rule.type == "organization" ? .organizations : .values }

  /// Of the layer's tables in an image.
  fileprivate var name: String {
    switch self {
    case .values: "value-layer"
    case .organizations: "name-layer"
    }
  }
}

/// What a matcher derives from the rules before it reads any text. All of it is worked out when
/// the image is made, so that a start only maps it.
struct MatcherTables: Sendable {
  let contexts: ContextTester
  let openings: Openings
  let facts: SymbolTableFacts
  let numerals: NumeralClasses
  /// The rules by priority, then by order; the first is the best.
  let ranked: [Int32]
  /// By layer.
  let beginnings: [RuleBeginnings]
  let automata: [DeterministicAutomaton]

  private let leads: ContextLeads

  init?(of code: ProgramCode, rules: [Rule]) {
    guard let leads = ContextLeads(of: code) else { return nil }
    self.leads = leads
    let tester = ContextTester(image: code.image, leads: leads)
    contexts = tester
    ranked = rules.indices.sorted { (-rules[$0].priority, $0) < (-rules[$1].priority, $1) }
      .map(Int32.init)
    var openings = Openings()
    beginnings = MatchLayer.allCases.map { layer in
      let own = rules.indices.filter { MatchLayer(of: rules[$0]) == layer }
      return RuleBeginnings(
        program: code, starts: own.map { code.starts[$0] }, tester: tester, layer: layer.rawValue,
        openings: &openings)
    }
    self.openings = openings
    facts = SymbolTableFacts(of: code, layers: beginnings)
    numerals = NumeralClasses(of: code)
    var builder = AutomatonBuilder(
      program: code.states, numerals: numerals, ranks: Self.ranks(ranked))
    automata = beginnings.map { [symbolCount = facts.symbols.count] beginnings in
      DeterministicAutomaton(
        closed: beginnings.closed, symbolCount: symbolCount, builder: &builder)
    }
  }

  /// Place of each rule by preference.
  var ranks: [Int32] { Self.ranks(ranked) }

  private static func ranks(_ ranked: [Int32]) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: ranked.count)
    for (rank, rule) in ranked.enumerated() { ranks[Int(rule)] = Int32(rank) }
    return ranks
  }

  // MARK: Image

  /// `nil` where the image holds the program alone.
  init?(image: Image, testCount: Int) {
    guard let leads = ContextLeads(image: image, testCount: testCount),
      let openings = Openings(image: image), let facts = SymbolTableFacts(image: image),
      let numerals = NumeralClasses(image: image)
    else { return nil }
    self.leads = leads
    contexts = ContextTester(image: image, leads: leads)
    (self.openings, self.facts, self.numerals) = (openings, facts, numerals)
    ranked = Array(image.array("rule.ranked"))
    beginnings = MatchLayer.allCases.compactMap { RuleBeginnings(image: image, name: $0.name) }
    automata = MatchLayer.allCases.compactMap {
      DeterministicAutomaton(image: image, name: $0.name)
    }
    guard beginnings.count == MatchLayer.allCases.count, automata.count == beginnings.count else {
      return nil
    }
  }

  /// - Parameter automata: with the states that were met so far, by layer.
  func write(to image: inout ImageWriter, automata: [DeterministicAutomaton]) {
    leads.write(to: &image)
    openings.write(to: &image)
    facts.write(to: &image)
    numerals.write(to: &image)
    image.add("rule.ranked", ranked)
    for layer in MatchLayer.allCases {
      beginnings[layer.rawValue].write(to: &image, name: layer.name)
      automata[layer.rawValue].write(to: &image, name: layer.name)
    }
  }
}
