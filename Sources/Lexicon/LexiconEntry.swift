/// One dictionary entry: a word of one class with its value. Its strings are read when asked for.
public struct LexiconEntry: Sendable {
  private let lexicon: LexiconImage
  /// Its number among all entries.
  public let index: Int

  init(lexicon: LexiconImage, index: Int) {
    self.lexicon = lexicon
    self.index = index
  }

  /// The class, which is the name of the file it stands in.
  public var className: String { lexicon.symbolNames[Int(symbol)] }

  /// The symbol of the class.
  public var symbol: UInt16 { lexicon.entrySymbols[index] }

  /// The word as the working text spells it.
  public var surface: String { lexicon.surfaces[Int(lexicon.words[index])] }

  /// The class by the hash of its name.
  public var hashedClass: HashedName { lexicon.hashedNames[Int(symbol)] }

  /// The word itself where it is one of the values of its class, else the value: 公吨 is a form of
  /// 吨 and a unit as well.
  public var ownName: String { lexicon.values[Int(lexicon.ownNames[index])] }

  public var value: String { lexicon.values[valueIndex] }

  /// The value where it is a whole number.
  public var number: Int? {
    let number = lexicon.numbers[valueIndex]
    return number == .min ? nil : Int(number)
  }

  private var valueIndex: Int { Int(lexicon.entryValues[index]) }
}
