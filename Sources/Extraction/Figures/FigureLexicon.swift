import Lexicon
import TongbaoText

/// The words that the figure linker knows, by the role each plays around an amount.
public struct FigureLexicon: Sendable {
  /// The trees of words; the ends of nouns are read backwards.
  private enum Tree: Int, CaseIterable {
    case words, statistics, heads, endings, generals
  }

  private enum Mark {
    static let none: UInt16 = 0
    static let listed: UInt16 = 1
    /// A statistic of a total.
    static let total: UInt16 = 2
  }

  private var trie = UnitTrie(roots: Tree.allCases.count)
  /// By node: in the tree of words the place of the word, in the others a mark.
  private var entries = [UInt16](repeating: Mark.none, count: Tree.allCases.count)
  /// The first stands for no word.
  private var words = [FigureWord.none]
  /// Which words only hide a cue inside them.
  private var plain: [Bool] = []
  /// What each unit may begin.
  private var beginnings = UnitBeginnings()

  /// Reads the files of the dictionary folder `figures`, all their faults together.
  ///
  /// - Parameter files: texts by file name (`action.tsv`); other names are faults.
  /// - Throws: ``FigureLexiconError`` with file, line and remedy of each fault.
  public init(parsing files: [String: String]) throws(FigureLexiconError) {
    var faults: [DictionaryFault] = []
    for (file, text) in files.sorted(by: { $0.key < $1.key }) {
      read(text, named: file, faults: &faults)
    }
    guard faults.isEmpty else { throw FigureLexiconError(faults: faults) }
    plain = words.map(\.isPlain)
  }

  /// What a unit of the working text may begin: a mark, a word or neither.
  @inline(__always)
  func beginning(with unit: UInt16) -> UnitBeginnings.Kind { beginnings[unit] }

  /// The longest word that begins at a position and ends within the bound; `word` is `nil` where it
  /// only hides a cue inside it. O(length of the longest word).
  func longestWord(
    at position: Int, before bound: Int, in units: [UInt16]
  ) -> (word: FigureWord?, length: Int)? {
    var node = Tree.words.rawValue
    var found = Mark.none
    var length = 0
    var at = position
    while at < bound, let next = trie.child(of: node, by: units[at]) {
      node = next
      at += 1
      if entries[node] != Mark.none { (found, length) = (entries[node], at - position) }
    }
    guard found != Mark.none else { return nil }
    return (plain[Int(found)] ? nil : words[Int(found)], length)
  }

  /// Whether a noun is itself a statistic (破案率), and whether one of a total (总值).
  func statistic(endingOf noun: Range<Int>, in units: [UInt16]) -> (is: Bool, total: Bool) {
    let mark = longestEnd(of: noun, in: units, listedIn: .statistics)
    return (mark != Mark.none, mark == Mark.total)
  }

  /// Whether a noun may stand before its own verb (刑事案件破获).
  func isHead(_ noun: Range<Int>, in units: [UInt16]) -> Bool {
    longestEnd(of: noun, in: units, listedIn: .heads) != Mark.none
  }

  /// Whether a character makes a noun of the verb before it (检查站, 处置率).
  func isEnding(_ text: Range<Int>, in units: [UInt16]) -> Bool {
    isListed(text, in: units, by: .endings)
  }

  /// Whether a noun says too little to stand alone after 等.
  func isGeneral(_ noun: Range<Int>, in units: [UInt16]) -> Bool {
    isListed(noun, in: units, by: .generals)
  }

  private func longestEnd(of noun: Range<Int>, in units: [UInt16], listedIn tree: Tree) -> UInt16 {
    var node = tree.rawValue
    var mark = Mark.none
    var at = noun.upperBound
    while at > noun.lowerBound, let next = trie.child(of: node, by: units[at - 1]) {
      node = next
      at -= 1
      if entries[node] != Mark.none { mark = entries[node] }
    }
    return mark
  }

  private func isListed(_ text: Range<Int>, in units: [UInt16], by tree: Tree) -> Bool {
    var node = tree.rawValue
    for at in text {
      guard let next = trie.child(of: node, by: units[at]) else { return false }
      node = next
    }
    return entries[node] != Mark.none
  }
}

/// What is wrong with the figure lexicon's files.
public struct FigureLexiconError: Error, Sendable, CustomStringConvertible {
  public var faults: [DictionaryFault]

  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

// MARK: Files

extension FigureLexicon {
  private mutating func read(
    _ text: String, named file: String, faults: inout [DictionaryFault]
  ) {
    guard let role = FigureRole(fileName: file) else {
      let message = "no role of that name; README.md lists the files there may be"
      faults.append(DictionaryFault(file: file, line: 1, message: message))
      return
    }
    // The words of a line share its value.
    var line = 0
    var effect: FigureWord?
    for word in ClassFile.words(in: text, named: file, faults: &faults) {
      if word.line != line {
        line = word.line
        effect = role.effect(of: word.value == word.surface ? "" : word.value)
      }
      if let effect {
        add(word, as: role, effect)
      } else {
        let message =
          "\(word.surface) has the unknown value \(word.value); README.md lists the values"
        faults.append(DictionaryFault(file: file, line: line, message: message))
      }
    }
  }

  private mutating func add(_ word: ClassFile.Word, as role: FigureRole, _ effect: FigureWord) {
    let units = word.surface.utf16
    switch role {
    case .statistic:
      let mark = word.value == "total" ? Mark.total : Mark.listed
      // Of a noun listed twice the first line holds.
      let node = insert(units.reversed(), into: .statistics)
      if entries[node] == Mark.none { entries[node] = mark }
    case .head: entries[insert(units.reversed(), into: .heads)] = Mark.listed
    case .ending: entries[insert(units, into: .endings)] = Mark.listed
    case .general: entries[insert(units, into: .generals)] = Mark.listed
    default:
      let node = insert(units, into: .words)
      if entries[node] == Mark.none {
        entries[node] = UInt16(truncatingIfNeeded: words.count)
        words.append(FigureWord())
        if let first = units.first { beginnings.noteWord(beginningWith: first) }
      }
      words[Int(entries[node])].formUnion(effect)
    }
  }

  private mutating func insert(_ units: some Sequence<UInt16>, into tree: Tree) -> Int {
    let node = trie.insert(units, below: tree.rawValue)
    while entries.count <= node { entries.append(Mark.none) }
    return node
  }
}

/// The role that the words of a file play.
private enum FigureRole: String {
  case action, activity, predicate, aggregation, comparison, direction, turn, copula, share
  case scope, statistic, head, ending, general, function, exclusion, plain

  init?(fileName: String) {
    guard fileName.hasSuffix(".tsv") else { return nil }
    self.init(rawValue: String(fileName.dropLast(4)))
  }

  /// What a value of the file makes of a word; `nil` for one that the role does not know.
  func effect(of value: String) -> FigureWord? {
    var word = FigureWord()
    switch self {
    case .action: word.isAction = true
    case .activity: word.isActivity = true
    case .predicate: word.isPredicate = true
    case .share: word.isShare = true
    case .scope:
      word.isScope = true
      word.isPerson = value == "person"
    case .aggregation:
      word.aggregation = Figure.Aggregation(rawValue: value)
      return word.aggregation == nil ? nil : word
    case .comparison:
      word.comparison = Figure.Comparison.Kind(rawValue: value)
      return word.comparison == nil ? nil : word
    case .direction:
      word.direction = Figure.Comparison.Direction(rawValue: value)
      return word.direction == nil ? nil : word
    case .turn:
      word.turn = Figure.Comparison.Direction(rawValue: value)
      return word.turn == nil ? nil : word
    case .copula: word.copula = value == "-" ? .silent : .named
    case .function:
      word.function = FigureWord.Function(rawValue: value)
      return word.function == nil ? nil : word
    case .exclusion:
      word.exclusion = FigureWord.Exclusion(rawValue: value)
      return word.exclusion == nil ? nil : word
    case .statistic, .head, .ending, .general, .plain: break
    }
    return word
  }
}
