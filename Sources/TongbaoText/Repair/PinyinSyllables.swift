/// The syllables of standard Mandarin, as an initial with the finals that occur after it.
enum PinyinSyllables {
  private static let finals: [String: String] = [
    "":
      "a ai an ang ao e ei en eng er o ou yi ya ye yao you yan yin yang ying yong yo wu wa wo wai "
      + "wei wan wen wang weng yu yue yuan yun n ng m hm",
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u iao",
    "d": "a e ai ei ao ou an en ang eng i ia ie iao iu ian ing ong u uo ui uan un",
    "t": "a e ai ei ao ou an ang eng i ie iao ian ing ong u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng i ie iao iu ian in iang ing ong u uo uan un v ve ue",
    "l": "a o e ai ei ao ou an ang eng i ia ie iao iu ian in iang ing ong u uo uan un v ve ue",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un v ve van vn",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un v ve van vn",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un v ve van vn",
    "zh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "ch": "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "z": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "c": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "s": "a e i ai ao ou an en ang eng ong u uo ui uan un",
  ]

  /// All syllables as `key` gives them, ascending.
  private static let keys: [UInt32] = {
    var keys: Set<UInt32> = []
    for (initial, endings) in finals {
      for ending in endings.split(separator: " ") {
        keys.insert((initial + ending).utf8.reduce(0) { key($0, adding: $1) })
      }
    }
    return keys.sorted()
  }()

  private static let longest = 6
  private static let none = UInt8.max

  /// Six letters of five bits each.
  @inline(__always)
  private static func key(_ key: UInt32, adding letter: UInt8) -> UInt32 {
    key << 5 | UInt32(letter & 0x1F)
  }

  /// Whether the words consist of syllables, at most so many in all.
  static func canSplit(_ reading: PinyinReading, intoAtMost limit: Int) -> Bool {
    // The least number of syllables that end before each letter.
    var fewest = SIMD32<UInt8>(repeating: none)
    fewest[0] = 0
    for start in 0..<reading.count where fewest[start] != none {
      var packed: UInt32 = 0
      for end in start..<min(start + longest, reading.count) {
        // A syllable does not run from one word into the next.
        if end > start, reading.wordStarts >> UInt32(end) & 1 != 0 { break }
        packed = key(packed, adding: reading.letters[end])
        guard fewest[start] + 1 < fewest[end + 1], contains(packed) else { continue }
        fewest[end + 1] = fewest[start] + 1
      }
    }
    return Int(fewest[reading.count]) <= limit
  }

  private static func contains(_ key: UInt32) -> Bool {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }
}
