import ICUBridge

extension FoldingTable {
  /// Builds the table from ICU's script conversion and the corrections below.
  ///
  /// Takes some milliseconds; a program that keeps the units in a compiled image saves them.
  /// - Throws: `ICUError` when ICU lacks the rules or the charset.
  public static func makeFromICU() throws(ICUError) -> FoldingTable {
    var table = FoldingTable.identity.units
    try foldCompatibilityForms(in: &table)
    try foldTraditionalScript(in: &table)
    foldVariants(in: &table)
    foldWidths(in: &table)
    foldRadicals(in: &table)
    // One step leads all the way, so that folded text is never folded further.
    for unit in table.indices { table[unit] = table[Int(table[unit])] }
    return FoldingTable(units: table)
  }

  /// Traditional to simplified, except for what stands in GB 2312 and so is simplified already.
  private static func foldTraditionalScript(in table: inout [UInt16]) throws(ICUError) {
    let simplified = try gb2312()
    let ideographs = [UInt16](0x3400...0x4DBF) + [UInt16](0x4E00...0x9FFF)
    // Line feeds keep ICU from reading two characters as one context.
    let lines: [UInt16] = ideographs.flatMap { [$0, 0x0A] }
    let converted = try Transliterator("Traditional-Simplified").transliterate(lines)
    guard converted.count == lines.count else { return }
    for (index, ideograph) in ideographs.enumerated() where !simplified.contains(ideograph) {
      table[Int(ideograph)] = converted[index * 2]
    }
  }

  /// The Chinese characters of GB 2312, levels 1 and 2.
  private static func gb2312() throws(ICUError) -> BitSet65536 {
    var bytes: [UInt8] = []
    for row in UInt8(0xB0)...0xF7 {
      for cell in UInt8(0xA1)...0xFE { bytes += [row, cell] }
    }
    let converter = try CharsetConverter("GB18030")
    let decoded = try bytes.withUnsafeBufferPointer { (buffer) throws(ICUError) in
      try converter.decode(buffer)
    }
    var set = BitSet65536()
    for unit in decoded.units where CharacterClasses.isHan(unit) { set.insert(unit) }
    return set
  }

  /// Kangxi radicals, compatibility ideographs and full-width letters, by NFKC.
  private static func foldCompatibilityForms(in table: inout [UInt16]) throws(ICUError) {
    let blocks: [ClosedRange<UInt16>] = [0x2E80...0x2FDF, 0xF900...0xFAFF, 0xFF01...0xFF5E]
    for block in blocks {
      for unit in block {
        let composed = try composedCompatibly([unit])
        if composed.count == 1 { table[Int(unit)] = composed[0] }
      }
    }
  }

  /// Pairs `variant, standard` that ICU leaves alone, or that GB 2312 has for names only: 後, 於,
  /// 徵, 夥, 麽, 菸, 馀 are everyday characters of traditional text and rare in simplified.
  private static func foldVariants(in table: inout [UInt16]) {
    let pairs = """
      後后於于徵征夥伙麽么菸烟鉆钻凖准衹只麪面峯峰牀床緖绪鞦秋韆千竝并馀余嶽岳擡抬妳你甦苏擧举査查\
      讬托紥扎劄札隣邻囘回囬回痲麻疉叠衕同壻婿榦干揷插敍叙敎教朞期譭毁氷冰椀碗盌碗窰窑竈灶糉粽\
      脇胁亙亘衆众爲为卽即旣既鄕乡靑青淸清幷并硏研俢修歳岁戸户呉吴
      """
    let units = Array(pairs.utf16)
    for index in stride(from: 0, to: units.count - 1, by: 2) {
      table[Int(units[index])] = units[index + 1]
    }
  }

  /// Blanks, dashes, tildes and dots that mean one thing in many widths.
  private static func foldWidths(in table: inout [UInt16]) {
    let blanks: [UInt16] = [0x09, 0x0B, 0x0C, 0x85, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000]
    for blank in blanks + Array(0x2000...0x200A) { table[Int(blank)] = 0x20 }
    for line: UInt16 in [0x2028, 0x2029, 0x0D] { table[Int(line)] = 0x0A }
    // Hyphens, minus signs and the half-width katakana mark that stands for one.
    for hyphen: UInt16 in [0x2010, 0x2011, 0x2012, 0x2212, 0xFE63, 0xFF0D] {
      table[Int(hyphen)] = 0x2D
    }
    // The em dash and its look-alikes, the en dash and the horizontal bar.
    for dash: UInt16 in [0x2013, 0x2015, 0x2500, 0x2501, 0xFE58] { table[Int(dash)] = 0x2014 }
    for tilde: UInt16 in [0x223C, 0x301C, 0x02DC, 0xFF5E] { table[Int(tilde)] = 0x7E }
    let small: [(Int, Character)] = [
      (0xFE50, ","), (0xFE51, "、"), (0xFE52, "."), (0xFE54, ";"), (0xFE55, ":"), (0xFE56, "?"),
      (0xFE57, "!"), (0xFE59, "("), (0xFE5A, ")"), (0xFE6A, "%"),
    ]
    for (form, plain) in small { table[form] = plain.utf16.first ?? table[form] }
    table[0x2236] = 0x3A  // ratio sign, a colon in clock times
    table[0xFF61] = 0x3002  // half-width ideographic full stop
    table[0xFF64] = 0x3001
    for dot: UInt16 in [0x2022, 0x2027, 0x22C5, 0x30FB, 0xFF65] { table[Int(dot)] = 0xB7 }
  }

  /// Radicals of the supplement that have no compatibility mapping, after Unicode's
  /// EquivalentUnifiedIdeograph, as pairs of radical and ideograph.
  private static func foldRadicals(in table: inout [UInt16]) {
    let pairs = """
      ⺁厂⺇几⺋卩⺌小⺍小⺏尢⺐尢⺒巳⺓幺⺔彑⺖忄⺘扌⺙攵⺛无⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺧牛⺨犭⺩王\
      ⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱网⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀\
      ⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食\
      ⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟
      """
    let units = Array(pairs.utf16)
    for index in stride(from: 0, to: units.count - 1, by: 2) {
      table[Int(units[index])] = units[index + 1]
    }
  }
}
