import Lexicon
import TongbaoText

/// The words that the figure linker knows, by the role each plays around an amount.
public struct FigureLexicon: Sendable {
  private struct Entry {
    var units: [UInt16]
    var word: FigureWord
  }

  /// Entries by their first unit, the longest first.
  private var entries: [UInt16: [Entry]] = [:]
  /// Ends of nouns: a statistic, with the aggregation it implies; the head before a verb; a noun
  /// too general to stand alone.
  private var statistics: [(ending: [UInt16], isTotal: Bool)] = []
  private var heads: [[UInt16]] = []
  private var generals: Set<[UInt16]> = []
  private var endings: Set<[UInt16]> = []

  /// Reads the files of the dictionary folder `figures`, all their faults together.
  ///
  /// - Parameter files: texts by file name (`action.tsv`); other names are faults.
  /// - Throws: ``FigureLexiconError`` with file, line and remedy of each fault.
  public init(parsing files: [String: String]) throws(FigureLexiconError) {
    var words: [[UInt16]: FigureWord] = [:]
    var faults: [DictionaryFault] = []
    for (file, text) in files.sorted(by: { $0.key < $1.key }) {
      read(text, named: file, into: &words, faults: &faults)
    }
    guard faults.isEmpty else { throw FigureLexiconError(faults: faults) }
    for (units, word) in words {
      entries[units[0], default: []].append(Entry(units: units, word: word))
    }
    for key in entries.keys { entries[key]?.sort { $0.units.count > $1.units.count } }
    statistics.sort { $0.ending.count > $1.ending.count }
  }

  /// The longest word that begins at a position and ends within the bound.
  /// O(words with the same first character).
  func longestWord(
    at position: Int, before bound: Int, in units: UnsafeBufferPointer<UInt16>
  ) -> (word: FigureWord, length: Int)? {
    guard let candidates = entries[units[position]] else { return nil }
    for candidate in candidates where position + candidate.units.count <= bound {
      var length = 1
      while length < candidate.units.count, units[position + length] == candidate.units[length] {
        length += 1
      }
      if length == candidate.units.count { return (candidate.word, length) }
    }
    return nil
  }

  /// Whether a noun is itself a statistic (破案率), and whether one of a total (总值).
  func statistic(endingOf noun: some BidirectionalCollection<UInt16>) -> (is: Bool, total: Bool) {
    guard let found = statistics.first(where: { noun.hasSuffix($0.ending) }) else {
      return (false, false)
    }
    return (true, found.isTotal)
  }

  /// Whether a noun may stand before its own verb (刑事案件破获).
  func isHead(_ noun: some BidirectionalCollection<UInt16>) -> Bool {
    heads.contains { noun.hasSuffix($0) }
  }

  /// Whether a character makes a noun of the verb before it (检查站, 处置率).
  func isEnding(_ text: some Collection<UInt16>) -> Bool { endings.contains(Array(text)) }

  /// Whether a noun says too little to stand alone after 等.
  func isGeneral(_ noun: some Collection<UInt16>) -> Bool { generals.contains(Array(noun)) }
}

/// What is wrong with the figure lexicon's files.
public struct FigureLexiconError: Error, Sendable, CustomStringConvertible {
  public var faults: [DictionaryFault]

  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

// MARK: Files

extension FigureLexicon {
  private enum Role: String {
    case action, activity, predicate, aggregation, comparison, direction, turn, copula, share
    case scope, statistic, head, ending, general, function, exclusion, plain

    init?(fileName: String) {
      guard fileName.hasSuffix(".tsv") else { return nil }
      self.init(rawValue: String(fileName.dropLast(4)))
    }
  }

  private mutating func read(
    _ text: String, named file: String, into words: inout [[UInt16]: FigureWord],
    faults: inout [DictionaryFault]
  ) {
    guard let role = Role(fileName: file) else {
      let message = "no role of that name; README.md lists the files there may be"
      faults.append(DictionaryFault(file: file, line: 1, message: message))
      return
    }
    for word in ClassFile.words(in: text, named: file, faults: &faults) {
      let value = word.value == word.surface ? nil : word.value
      if add(Array(word.surface.utf16), value: value, as: role, to: &words) { continue }
      let message =
        "\(word.surface) has the unknown value \(word.value); README.md lists the values"
      faults.append(DictionaryFault(file: file, line: word.line, message: message))
    }
  }

  /// - Returns: whether the value is one that the role knows.
  private mutating func add(
    _ units: [UInt16], value: String?, as role: Role, to words: inout [[UInt16]: FigureWord]
  ) -> Bool {
    switch role {
    case .statistic: statistics.append((units, value == "total"))
    case .head: heads.append(units)
    case .general: generals.insert(units)
    case .ending: endings.insert(units)
    default:
      return words[units, default: FigureWord()].take(role.rawValue, value: value ?? "")
    }
    return true
  }
}

extension FigureWord {
  /// - Returns: whether the value is one that the role knows.
  fileprivate mutating func take(_ role: String, value: String) -> Bool {
    switch role {
    case "action": isAction = true
    case "activity": isActivity = true
    case "predicate": isPredicate = true
    case "share": isShare = true
    case "scope":
      isScope = true
      isPerson = value == "person"
    case "aggregation":
      aggregation = Figure.Aggregation(rawValue: value)
      return aggregation != nil
    case "comparison":
      comparison = Figure.Comparison.Kind(rawValue: value)
      return comparison != nil
    case "direction":
      direction = Figure.Comparison.Direction(rawValue: value)
      return direction != nil
    case "turn":
      turn = Figure.Comparison.Direction(rawValue: value)
      return turn != nil
    case "copula": copula = value == "-" ? .silent : .named
    case "function":
      function = Function(rawValue: value)
      return function != nil
    case "exclusion":
      exclusion = Exclusion(rawValue: value)
      return exclusion != nil
    default: break
    }
    return true
  }
}

extension BidirectionalCollection where Element == UInt16 {
  fileprivate func hasSuffix(_ ending: [UInt16]) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
