import Lexicon
import Numerals

/// One named part of a match: the atom or group that the pattern captured under that name.
public struct Part: Sendable {
  public enum Content: Sendable {
    /// A numeral reading; boxed, for it is large and parts are handed on often.
    indirect case numeral(NumeralReading)
    /// A dictionary entry.
    case word(LexiconEntry)
    /// A group, a literal or a character class: only its characters count.
    case text
  }

  public var name: HashedName
  /// Half-open range of UTF-16 units of the working text.
  public var range: Range<Int>
  public var content: Content

  public init(name: HashedName, range: Range<Int>, content: Content) {
    self.name = name
    self.range = range
    self.content = content
  }
}

/// What a rule found at one place: the span in the working text and its named parts.
public struct Match: Sendable {
  public var rule: Rule
  /// Place of the rule in its program.
  public var ruleIndex: Int
  /// Half-open range of UTF-16 units of the working text.
  public var range: Range<Int>
  /// Captured parts in text order. A name may stand more than once under a repetition.
  public var parts: [Part]

  public init(rule: Rule, ruleIndex: Int = 0, range: Range<Int>, parts: [Part]) {
    self.rule = rule
    self.ruleIndex = ruleIndex
    self.range = range
    self.parts = parts
  }

  /// The first part of that name.
  public subscript(name: HashedName) -> Part? { index(of: name).map { parts[$0] } }

  /// Where the first part of that name stands.
  public func range(of name: HashedName) -> Range<Int>? { index(of: name).map { parts[$0].range } }

  public func has(_ name: HashedName) -> Bool { index(of: name) != nil }

  public func all(_ name: HashedName) -> [Part] { parts.filter { $0.name == name } }

  @inline(__always)
  private func index(of name: HashedName) -> Int? {
    for index in parts.indices where parts[index].name == name { return index }
    return nil
  }

  /// The whole number under that name, be it a numeral or a word whose entry has a number.
  public func integer(_ name: HashedName) -> Int? {
    switch self[name]?.content {
    case .numeral(let reading): reading.integer
    case .word(let entry): entry.number
    case .text, nil: nil
    }
  }

  public func numeral(_ name: HashedName) -> NumeralReading? {
    if case .numeral(let reading) = self[name]?.content { reading } else { nil }
  }

  /// The dictionary value of the word under that name (the second column of its class file).
  public func word(_ name: HashedName) -> LexiconEntry? {
    if case .word(let entry) = self[name]?.content { entry } else { nil }
  }
}

/// A rule as data, after loading. A class, for it is never changed and goes with every match.
public final class Rule: Sendable, Hashable {
  /// Dotted name, `date.lunar.month-day`.
  public let id: String
  /// Name of what it emits: a mention type, or `none` for text that no rule may read a value from.
  public let type: String
  /// Value constructor and its constant arguments: `count(approximation=over)`.
  public let constructor: String
  public let arguments: [String: String]
  /// Higher wins among matches of equal length.
  public let priority: Int

  /// The type of a rule that takes no part; its matches must be refused.
  public static let switchedOff = "off"

  public init(
    id: String, type: String, constructor: String, arguments: [String: String] = [:],
    priority: Int = 0
  ) {
    self.id = id
    self.type = type
    self.constructor = constructor
    self.arguments = arguments
    self.priority = priority
  }

  public static func == (left: Rule, right: Rule) -> Bool {
    left === right
      || (left.id == right.id && left.type == right.type && left.constructor == right.constructor
        && left.arguments == right.arguments && left.priority == right.priority)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
