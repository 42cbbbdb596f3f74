/// What one UTF-16 unit can be inside a numeral.
enum Glyph: Equatable {
  /// 0–9, half or full width.
  case arabic(Int)
  /// 一 to 九.
  case digit(Int)
  /// 壹 to 玖: written on cheques, but 伍, 陆 and 参 are names and parts of words as well.
  case financialDigit(Int)
  /// 零, 〇.
  case zero
  /// 两: a two before scales and classifiers, and a unit of weight.
  case pair
  /// 俩: a two that takes a scale only where no noun stands before it (夫妻俩).
  case both
  /// 廿, 卅, 卌: that many tens.
  case tens(Int)
  /// 十 to 兆, as a power of ten.
  case scale(Int)
  /// 拾, 佰, 仟.
  case financialScale(Int)
  /// 数: several, before a scale.
  case manifold
  /// 几: several, before a scale or after one (十几).
  case several
  /// 余, 多.
  case over
  /// 来.
  case about
  /// 点 between Chinese digits.
  case point
  case other

  init(_ unit: UInt16) {
    if unit < 0x3000 {
      self = (0x30...0x39).contains(unit) ? .arabic(Int(unit) - 0x30) : .other
      return
    }
    self =
      switch unit {
      case 0x3007: .zero  // 〇
      case 0x96F6: .zero  // 零
      case 0x4E00: .digit(1)  // 一
      case 0x4E8C: .digit(2)  // 二
      case 0x4E09: .digit(3)  // 三
      case 0x56DB: .digit(4)  // 四
      case 0x4E94: .digit(5)  // 五
      case 0x516D: .digit(6)  // 六
      case 0x4E03: .digit(7)  // 七
      case 0x516B: .digit(8)  // 八
      case 0x4E5D: .digit(9)  // 九
      case 0x4E24, 0x5169: .pair  // 两 兩
      case 0x4FE9, 0x5006: .both  // 俩 倆
      case 0x5341: .scale(1)  // 十
      case 0x767E: .scale(2)  // 百
      case 0x5343: .scale(3)  // 千
      case 0x4E07, 0x842C: .scale(4)  // 万 萬
      case 0x4EBF, 0x5104: .scale(8)  // 亿 億
      case 0x5146: .scale(12)  // 兆
      case 0x6570, 0x6578: .manifold  // 数 數
      case 0x51E0, 0x5E7E: .several  // 几 幾
      case 0x4F59, 0x9918, 0x591A: .over  // 余 餘 多
      case 0x6765, 0x4F86: .about  // 来 來
      case 0x70B9, 0x9EDE: .point  // 点 點
      default: Self.rare(unit)
      }
  }

  private static func rare(_ unit: UInt16) -> Glyph {
    switch unit {
    case 0xFF10...0xFF19: .arabic(Int(unit) - 0xFF10)
    case 0x58F9: .financialDigit(1)  // 壹
    case 0x8D30, 0x8CB3: .financialDigit(2)  // 贰 貳
    case 0x53C1, 0x53C2, 0x53C3: .financialDigit(3)  // 叁 参 參
    case 0x8086: .financialDigit(4)  // 肆
    case 0x4F0D: .financialDigit(5)  // 伍
    case 0x9646, 0x9678: .financialDigit(6)  // 陆 陸
    case 0x67D2: .financialDigit(7)  // 柒
    case 0x634C: .financialDigit(8)  // 捌
    case 0x7396: .financialDigit(9)  // 玖
    case 0x62FE: .financialScale(1)  // 拾
    case 0x4F70: .financialScale(2)  // 佰
    case 0x4EDF: .financialScale(3)  // 仟
    case 0x5EFF: .tens(2)  // 廿
    case 0x5345: .tens(3)  // 卅
    case 0x534C: .tens(4)  // 卌
    default: .other
    }
  }

  /// The digit's value where it may stand in a string of Chinese digit characters.
  var ordinaryDigit: Int? {
    switch self {
    case .digit(let value): value
    case .zero: 0
    default: nil
    }
  }

  /// The value of a digit of either script.
  var anyDigit: Int? {
    if case .financialDigit(let value) = self { value } else { ordinaryDigit }
  }

  /// 壹 to 玖, 拾 to 仟.
  var isFinancial: Bool {
    switch self {
    case .financialDigit, .financialScale: true
    default: false
    }
  }

  /// The power of ten of a scale word in either script.
  var power: Int? {
    switch self {
    case .scale(let power), .financialScale(let power): power
    default: nil
    }
  }
}
