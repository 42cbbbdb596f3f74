import Lexicon
import TongbaoText

/// What the files of the figure lexicon list, before it is put in order.
struct FigureWordLists {
  /// The numbers of a noun's end: listed, and listed as a total.
  static let listed: UInt16 = 1
  static let total: UInt16 = 2

  /// Words with what each file makes of them, as numbers of `effects`, whose first is no word's.
  private(set) var words = UnitWords()
  private(set) var effects = [FigureWord.none]
  /// Ends of nouns, backwards: a statistic, with the aggregation it implies; the head before a verb.
  private(set) var statistics = UnitWords()
  private(set) var heads = UnitWords()
  /// What makes a noun of a verb; a noun too general to stand alone.
  private(set) var endings = UnitWords()
  private(set) var generals = UnitWords()
  private(set) var faults: [DictionaryFault] = []

  mutating func read(_ text: String, named file: String) {
    guard let role = FigureRole(fileName: file) else {
      let message = "no role of that name; README.md lists the files there may be"
      faults.append(DictionaryFault(file: file, line: 1, message: message))
      return
    }
    var found: [DictionaryFault] = []
    ClassFile.forEachLine(in: text, named: file, faults: &found) { line in
      add(line, as: role, named: file)
    }
    faults += found
  }

  private mutating func add(_ line: ClassFile.Line, as role: FigureRole, named file: String) {
    let value = line.value.map { String(Substring($0)) } ?? ""
    guard let effect = role.effect(of: value) else {
      for surface in line.surfaces {
        let (word, value) = (Substring(surface), Substring(line.value ?? line.surfaces[0]))
        let message = "\(word) has the unknown value \(value); README.md lists the values"
        faults.append(DictionaryFault(file: file, line: line.number, message: message))
      }
      return
    }
    if effects.count == 1 || effects.last != effect { effects.append(effect) }
    for surface in line.surfaces { add(Substring(surface), as: role, value: value) }
  }

  private mutating func add(_ word: Substring, as role: FigureRole, value: String) {
    let units = word.utf16
    switch role {
    case .statistic:
      statistics.add(units.reversed(), value: value == "total" ? Self.total : Self.listed)
    case .head: heads.add(units.reversed(), value: Self.listed)
    case .ending: endings.add(units, value: Self.listed)
    case .general: generals.add(units, value: Self.listed)
    default: words.add(units, value: UInt16(truncatingIfNeeded: effects.count - 1))
    }
  }
}

/// The role that the words of a file play.
enum FigureRole: String {
  case action, activity, predicate, aggregation, comparison, direction, turn, copula, share
  case scope, statistic, head, ending, general, function, exclusion, negation, plain

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
    case .negation: word.negates = true
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
