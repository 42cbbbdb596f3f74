import Numerals
import Testing

/// A text, the numeral at its head and the canonical amount.
struct Case: Sendable, CustomTestStringConvertible {
  var text: String
  var numeral: String
  var canonical: String

  /// The whole text is the numeral.
  init(_ text: String, _ canonical: String) {
    self.init(text, text, canonical)
  }

  init(_ text: String, _ numeral: String, _ canonical: String) {
    (self.text, self.numeral, self.canonical) = (text, numeral, canonical)
  }

  var testDescription: String { text }
}

@Suite("The longest reading")
struct LongestReadingTests {
  @Test(
    "The point behind an item's number is no decimal point where a date follows",
    arguments: [
      Case("1.19日22时", "1", "1"), Case("12.2024年3月", "12", "12"), Case("1.5元", "1.5", "1.5"),
      Case("1.5公里", "1.5", "1.5"), Case("1.195日", "1.195", "1.195"),
    ])
  func itemNumbers(_ item: Case) { check(item) }

  private func check(_ item: Case) {
    #expect(descriptions(item.text).first == "\(item.numeral)=\(item.canonical)")
  }

  @Test(
    "Arabic numbers with separators, points and signs",
    arguments: [
      Case("2024", "2024"), Case("08", "8"), Case("0", "0"), Case("1,263", "1263"),
      Case("1，263", "1263"), Case("1,234,567.5", "1234567.5"), Case("2,1263", "2", "2"),
      Case("1, 234, 567", "1", "1"), Case("1,263,45", "1,263", "1263"), Case("0,123", "0", "0"),
      Case("1 312", "1312"), Case("1 234 567", "1234567"),
      Case("1\u{2009}312人", "1\u{2009}312", "1312"),
      Case("1 3124", "1", "1"), Case("2024 312", "2024", "2024"), Case("3.50", "3.5"),
      Case("5.", "5", "5"), Case(".5", "0.5"), Case("-5", "-5"), Case("−12.5", "-12.5"),
      Case("- 1,200,000", "-1200000"), Case("负20", "-20"), Case("负 3,400", "-3400"),
      Case("１２３", "123"),
      Case("123456789012345678901234567890", "123456789012345678901234567890"),
    ])
  func arabic(item: Case) { check(item) }

  @Test(
    "Digits set apart are one number where the characters around stand apart too",
    arguments: [
      Case("2 0 2 4 年 3 月", "2 0 2 4", "2024"), Case("1 2 人 次", "1 2", "12"),
      Case("3 2 1 名", "3 2 1", "321"), Case("1 2 名队员", "1", "1"), Case("1 2 3", "1", "1"),
      Case("5 12 起", "5", "5"), Case("1 2起", "1", "1"),
    ])
  func setApart(item: Case) { check(item) }

  @Test("Digits in a column of a table are numbers of their own")
  func columns() {
    #expect(descriptions("盗窃 5 3 起", at: 3) == ["5=5"])
    #expect(descriptions("获 5 3 起", at: 2) == ["5 3=53"])
    #expect(descriptions("手机3 1 2部", at: 2) == ["3 1 2=312"])
  }

  @Test("Behind a Chinese character a point before three digits is a full stop")
  func fullStop() {
    #expect(descriptions("练兵.120名", at: 2).isEmpty)
    #expect(descriptions("练兵.120名", at: 3) == ["120=120"])
    #expect(descriptions("约.5吨", at: 1) == [".5=0.5"])
  }

  @Test(
    "Exponents and suffixes",
    arguments: [
      Case("2e5", "200000"), Case("-1e1", "-10"), Case("1e-3", "0.001"), Case("40k", "40000"),
      Case("1.04M", "1040000"), Case(".0012G", "1200000"), Case("40km", "40", "40"),
      Case("5Gb", "5", "5"), Case("2e5x", "2", "2"), Case("3K5", "3", "3"),
      Case("-1.5 M", "-1500000"), Case("6 G 网络", "6", "6"), Case("8 M x", "8", "8"),
    ])
  func suffixes(item: Case) { check(item) }

  @Test(
    "Chinese numerals by scale",
    arguments: [
      Case("一", "1"), Case("两", "2"), Case("俩", "2"), Case("十", "10"), Case("十二", "12"),
      Case("二十", "20"), Case("一百零五", "105"), Case("一百〇五", "105"), Case("一百一十五", "115"),
      Case("三千五百零六", "3506"), Case("一万零四十", "10040"), Case("四万万", "400000000"),
      Case("五兆六十二亿四万五千二", "5006200045200"), Case("两千万", "20000000"),
      Case("三亿二千万", "320000000"), Case("五万亿", "5000000000000"), Case("一百十五", "115"),
      Case("廿三", "23"), Case("卅", "30"), Case("负二十", "-20"), Case("百八十", "180"),
      Case("八千八百八十八万", "88880000"), Case("一亿零三十万", "100300000"),
      Case("三万零十六", "30016"), Case("二百卅八", "238"), Case("四千零廿", "4020"),
      Case("俩千", "2000"), Case("千六", "1600"), Case("千六人", "千", "1000"),
    ])
  func chinese(item: Case) { check(item) }

  @Test(
    "A digit after a scale is of the next lower scale",
    arguments: [
      Case("三千五", "3500"), Case("两万八", "28000"), Case("一百五", "150"), Case("二百五", "250"),
      Case("两千四百五", "2450"), Case("三亿二", "320000000"), Case("一百五六", "150..160"),
      Case("2万5", "25000"),
    ])
  func shortened(item: Case) { check(item) }

  @Test(
    "Financial and traditional characters",
    arguments: [
      Case("壹", "1"), Case("十万柒仟捌佰", "107800"), Case("贰拾叁万", "230000"), Case("伍元", "伍", "5"),
      Case("叁佰陆拾元", "叁佰陆拾", "360"), Case("三萬五千", "35000"), Case("兩億", "200000000"),
      Case("拾伍", "15"), Case("幾十", "10..99"), Case("五千餘", ">5000"),
      Case("参拾元", "参拾", "30"), Case("伍佰零参", "503"), Case("一百参加", "一百", "100"),
      Case("三千陆续", "三千", "3000"), Case("负叁佰", "-300"), Case("两千零拾捌", "2018"),
    ])
  func financial(item: Case) { check(item) }

  @Test(
    "Decimals in Chinese",
    arguments: [
      Case("三点五", "3.5"), Case("零点五", "0.5"), Case("二十三点一四", "23.14"),
      Case("三点五万", "35000"), Case("一点二亿", "120000000"), Case("三点二十", "三", "3"),
      Case("一百零五点六", "105.6"),
      Case("肆拾点贰伍", "40.25"), Case("两千三点六", "2300.6"), Case("零点85", "0.85"),
      Case("零点45", "零", "0"), Case("三点陆续", "三", "3"), Case("陆点二", "6.2"),
    ])
  func decimals(item: Case) { check(item) }

  @Test(
    "Arabic digits with Chinese scales",
    arguments: [
      Case("3.5万", "35000"), Case("1310余万", ">13100000"), Case("2千5百", "2500"),
      Case("5万4千6百", "54600"), Case("1亿2,560万", "125600000"), Case("1万3,842", "13842"),
      Case("6.8万", "68000"), Case("183.7亿", "18370000000"), Case("5 万", "50000"),
      Case("2.5百万", "2500000"), Case("3千万", "30000000"), Case("7.2亿余", ">720000000"),
      Case("6.8万余", ">68000"), Case("2000万亿", "2000000000000000"), Case("1亿 2560万", "125600000"),
      Case("2024十大", "2024", "2024"), Case("5万 2024", "5万", "50000"), Case("1.25亿", "125000000"),
      Case("0.03万", "300"), Case("1,200万", "12000000"),
    ])
  func mixed(item: Case) { check(item) }

  @Test(
    "Approximations",
    arguments: [
      Case("500余", ">500"), Case("20多万", ">200000"), Case("十几", ">10"), Case("二十几万", ">200000"),
      Case("一百二十几亿", ">12000000000"), Case("一千五百零几万", ">15000000"), Case("十余", ">10"),
      Case("百余", ">100"), Case("千余", ">1000"), Case("万余", ">10000"), Case("亿余", ">100000000"),
      Case("十来", "~10"), Case("百来", "~100"), Case("30来", "~30"), Case("20几", ">20"),
      Case("35来", "35", "35"), Case("数十", "10..99"), Case("数百", "100..999"),
      Case("数千", "1000..9999"), Case("数万", "10000..99999"), Case("几十", "10..99"),
      Case("几百", "100..999"), Case("几十万", "100000..999999"), Case("数百万", "1000000..9999999"),
      Case("一百几十", ">100"), Case("三万几千", ">30000"), Case("两千三百余", ">2300"),
      Case("数十余", ">10"), Case("十余万", ">100000"), Case("五十多", ">50"), Case("十几亿", ">1000000000"),
      Case("负十余", "<-10"),
    ])
  func approximate(item: Case) { check(item) }

  @Test(
    "Adjacent digits are a range",
    arguments: [
      Case("三五", "3..5"), Case("二三十", "20..30"), Case("七八百", "700..800"), Case("十五六", "15..16"),
      Case("三四千", "3000..4000"), Case("两三万", "20000..30000"), Case("一两", "1..2"),
      Case("二三十万", "200000..300000"), Case("十五六万", "150000..160000"), Case("二十七八", "27..28"),
      Case("一百二三十", "120..130"), Case("两三百余", ">200"), Case("五一", "五", "5"),
      Case("二三十五", "二三十", "20..30"), Case("八九十", "80..90"), Case("三两", "三", "3"),
    ])
  func ranges(item: Case) { check(item) }

  @Test(
    "Single blanks inside a numeral",
    arguments: [
      Case("一百 五 十 二", "152"), Case("三万 五千", "35000"), Case("五 十", "50"),
      Case("三千 五", "三千", "3000"), Case("一 二", "一", "1"), Case("一百 零 五", "105"),
      Case("一百  五十", "一百", "100"),
      Case("三十 余 万", ">300000"), Case("三十 余 人", "三十", "30"), Case("七 点 二", "7.2"),
      Case("七 点 二 分", "七", "7"), Case("三点 二个百分点", "三点 二", "3.2"),
      Case("三点 二个人", "三", "3"), Case("三 千 六 百 四", "3640"), Case("8 万6 千", "86000"),
      Case("四百 二又三分之一", "四百 二", "420"), Case("20 万 万", "2000000000"),
    ])
  func blanks(item: Case) { check(item) }

  @Test(
    "Scale words end where they no longer descend",
    arguments: [
      Case("十五千", "十五", "15"), Case("三万千", "三万", "30000"), Case("万一", "万", "10000"),
      Case("一百两", "一百", "100"), Case("三千五万", "三千", "3000"), Case("亿万", "亿", "100000000"),
      Case("十二五", "十二", "12"), Case("五百百", "五百", "500"), Case("十万余万", "十万余", ">100000"),
      Case("万万万", "万万", "100000000"),
    ])
  func ends(item: Case) { check(item) }

  @Test(
    "Characters that are no numeral here",
    arguments: [
      "来", "余", "多", "点", "几", "数", "陆地", "伍家", "拾荒", "负百", "-", "- ", ".", "", "○", "参加",
      "几个", "--5", "-a", "负", "负 数", "参与", "参分",
    ])
  func none(text: String) {
    #expect(readings(text).isEmpty)
  }
}
