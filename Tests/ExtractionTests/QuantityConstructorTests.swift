import Lexicon
import Numerals
import Testing
import TongbaoText

@testable import Extraction

@Suite("Values of amounts")
struct QuantityConstructorTests {
  private typealias Content = QuantityFixture.Content

  private func count(_ text: String, _ number: String, _ unit: String) -> QuantityFixture {
    QuantityFixture(
      text: text,
      parts: [
        ("n", number, .number), ("unit", unit, .word(class: "unit-count", value: unit)),
      ])
  }

  @Test("A multiplier goes into the amount, be it written in the numeral or in the unit")
  func multipliers() {
    #expect(count("出动58万人次", "58万", "人次").value("count") == "580000 人次")
    #expect(count("出动58 万人次", "58", "万人次").value("count") == "580000 人次")
    #expect(count("收缴两千余发", "两千余", "发").value("count") == ">2000 发")
  }

  @Test("A metric prefix stays with its unit")
  func metricPrefix() {
    let fixture = QuantityFixture(
      text: "共6千克",
      parts: [("n", "6千", .number), ("unit", "克", .word(class: "unit-mass", value: "克"))],
      dictionary: [("千克", "unit-mass", "千克")])
    #expect(fixture.value("measure") == "6 千克")
  }

  @Test(
    "The first number of a range shares the multiplier of the second unless the range would fall",
    arguments: [
      ("十八至三十万日元", "十八", "三十万", "日元", "180000..300000 日元"),
      ("8500到3万港元", "8500", "3万", "港元", "8500..30000 港元"),
      ("两到三千澳元", "两", "三千", "澳元", "2000..3000 澳元"),
      ("12~18元", "12", "18", "元", "12..18 元"),
    ])
  func ranges(text: String, low: String, high: String, unit: String, value: String) {
    let fixture = QuantityFixture(
      text: text,
      parts: [
        ("n", low, .number), ("n2", high, .number),
        ("unit", unit, .word(class: "unit-money", value: unit)),
      ])
    #expect(fixture.value("money") == value)
  }

  private func height(_ text: String, _ slices: [(HashedName, String)]) -> QuantityFixture {
    QuantityFixture(
      text: text,
      parts: slices.map { name, slice in
        (name, slice, name == "unit" ? .word(class: "unit-length", value: "米") : .number)
      })
  }

  @Test("Both ends of a range may have digits behind the unit")
  func heights() {
    let digits = height(
      "身高1米72至1米75",
      [("n", "1"), ("unit", "米"), ("hundredths", "72"), ("n2", "1"), ("hundredths2", "75")])
    #expect(digits.value("compound-measure") == "1.72..1.75 米")
    let whole = height("长1米至1米5", [("n", "1"), ("unit", "米"), ("n2", "1"), ("small2", "5")])
    #expect(whole.value("compound-measure") == "1..1.5 米")
    let falling = height(
      "身高1米7至1米6",
      [("n", "1"), ("unit", "米"), ("small", "7"), ("n2", "1"), ("small2", "6")])
    #expect(falling.value("compound-measure") == nil)
  }

  @Test("A scale word may follow the general classifier")
  func scaleBehindClassifier() {
    let fixture = QuantityFixture(
      text: "涉案三个亿", parts: [("n", "三", .number), ("times", "亿", .number)],
      arguments: ["anywhere": "true"])
    #expect(fixture.value("number") == "300000000")
  }

  @Test("Ten 分 make a 角 and a hundred a 元")
  func smallCoins() {
    func sum(_ text: String, _ unit: String) -> String? {
      QuantityFixture(
        text: text,
        parts: [
          ("n", "一", .number), ("unit", unit, .word(class: "unit-money", value: unit)),
          ("fen", "二", .number),
        ]
      ).value("money")
    }
    #expect(sum("一角二分", "角") == "1.2 角")
    #expect(sum("一元二分", "元") == "1.02 元")
  }

  @Test("A comparison may stand behind its number")
  func comparisonsBehind() {
    let below = QuantityFixture(
      text: "比100小", parts: [("n", "100", .number), ("less", "小", .text)],
      arguments: ["anywhere": "true"])
    #expect(below.value("number") == "<100")
    let between = QuantityFixture(
      text: "比10大比20小",
      parts: [
        ("n", "10", .number), ("more", "大", .text), ("n2", "20", .number), ("less2", "小", .text),
      ])
    #expect(between.value("number-bounds") == "10..20")
  }

  @Test("A range that falls is refused")
  func fallingRange() {
    let fixture = QuantityFixture(
      text: "9至3名",
      parts: [
        ("n", "9", .number), ("n2", "3", .number),
        ("unit", "名", .word(class: "unit-count", value: "名")),
      ])
    #expect(fixture.value("count") == nil)
  }

  @Test("Approximators before and behind qualify the amount")
  func approximators() {
    var before = count("至少3次", "3", "次")
    before.parts.insert(
      ("before", "至少", .word(class: "approximation-before", value: "atLeast")), at: 0)
    #expect(before.value("count") == ">=3 次")
    var behind = count("3人左右", "3", "人")
    behind.parts.append(("after", "左右", .word(class: "approximation-after", value: "about")))
    #expect(behind.value("count") == "~3 人")
  }

  @Test("A currency before the sum decides its unit")
  func currency() {
    let fixture = QuantityFixture(
      text: "新台币3亿元",
      parts: [
        ("currency", "新台币", .word(class: "currency", value: "新台币元")), ("n", "3亿", .number),
        ("unit", "元", .word(class: "unit-money", value: "元")),
      ])
    #expect(fixture.value("money") == "300000000 新台币元")
  }

  @Test("Coins are tenths and hundredths of the sum")
  func coins() {
    let fixture = QuantityFixture(
      text: "12元5角8分",
      parts: [
        ("n", "12", .number), ("unit", "元", .word(class: "unit-money", value: "元")),
        ("jiao", "5", .number), ("fen", "8", .number),
      ])
    #expect(fixture.value("money") == "12.58 元")
  }

  @Test("Tenths, discounts and fractions become shares")
  func shares() {
    let tenths = QuantityFixture(
      text: "五成二", parts: [("n", "五", .number), ("tenths", "二", .number)])
    #expect(tenths.value("percent-tenths") == "52%")
    let halved = QuantityFixture(
      text: "一成二半",
      parts: [("n", "一", .number), ("tenths", "二", .number), ("half-tenth", "半", .text)])
    #expect(halved.value("percent-tenths") == "12.5%")
    let discount = QuantityFixture(text: "8.5折", parts: [("n", "8.5", .number)])
    #expect(discount.value("percent-discount") == "85%")
    let fraction = QuantityFixture(
      text: "三分之一", parts: [("denominator", "三", .number), ("n", "一", .number)])
    #expect(fraction.value("percent-fraction") == "1/3")
    let thousandths = QuantityFixture(
      text: "千分之五", parts: [("denominator", "千", .number), ("n", "五", .number)])
    #expect(thousandths.value("percent-fraction") == "5‰")
  }

  @Test("A fraction by nought is refused")
  func nought() {
    let fraction = QuantityFixture(
      text: "0分之5", parts: [("denominator", "0", .number), ("n", "5", .number)])
    #expect(fraction.value("percent-fraction") == nil)
  }
}

@Suite("Amounts and what only looks like one")
struct QuantitySenseTests {
  private func one(
    _ text: String, _ unit: String, _ dictionary: [(String, String)] = []
  ) -> String? {
    QuantityFixture(
      text: text,
      parts: [("n", "一", .number), ("unit", unit, .word(class: "unit-count", value: unit))],
      dictionary: dictionary.map { ($0.0, $0.1, $0.0) }
    ).value("count")
  }

  @Test("一 counts persons and what a verb reports")
  func reportedOne() {
    #expect(one("抓获一名嫌疑人", "名") == "1 名")
    #expect(one("查获一把刀", "把", [("查获", "reporting-verb")]) == "1 把")
    #expect(one("缴获弹簧刀一把。", "把") == "1 把")
  }

  @Test("一 is an article in determiners, denials and repetitions")
  func article() {
    #expect(one("作为一名民警", "名", [("作为", "article-before")]) == nil)
    #expect(one("未发生一起案件", "起", [("未发生", "negation"), ("案件", "incident-noun")]) == nil)
    #expect(one("做好一件件小事", "件") == nil)
    #expect(one("一户一策", "户") == nil)
    #expect(one("这是一部法律", "部") == nil)
  }

  @Test("一起 counts only where the clause names an incident")
  func together() {
    let nouns = [("案", "incident-noun")]
    #expect(one("一起盗窃案告破", "起", nouns) == "1 起")
    #expect(one("和家人一起回家", "起", nouns) == nil)
  }

  @Test("一 counts vehicles, and incidents that close a series")
  func vehiclesAndSeries() {
    #expect(one("对一辆货车开展检查", "辆") == "1 辆")
    #expect(one("甲县发生2起、乙县一起。", "起") == "1 起")
  }

  @Test("零 before a classifier announces that nothing happened")
  func nought() {
    let fixture = QuantityFixture(
      text: "实现零起",
      parts: [
        ("n", "零", .number), ("unit", "起", .word(class: "unit-count", value: "起")),
      ])
    #expect(fixture.value("count") == nil)
  }

  @Test("A number inside a short quotation is a slogan")
  func slogan() {
    let fixture = QuantityFixture(
      text: "落实“三个不放过”",
      parts: [("n", "三", .number), ("unit", "个", .word(class: "unit-count", value: "个"))])
    #expect(fixture.value("count") == nil)
  }

  @Test("A number that a letter or 第 touches belongs to a code")
  func code() {
    let fixture = QuantityFixture(
      text: "K712次列车",
      parts: [("n", "712", .number), ("unit", "次", .word(class: "unit-count", value: "次"))])
    #expect(fixture.value("count") == nil)
  }

  @Test(
    "A bare number is an amount behind a counting label or a verb that states it",
    arguments: [
      ("阅读次数:2456", "2456", true), ("总数为560,", "560", true), ("近300万,", "300万", true),
      ("电话:2456", "2456", false), ("A2456", "2456", false), ("净网2024", "2024", false),
      ("1.提高认识", "1", false), ("见(一)所述", "一", false),
    ])
  func bareNumber(text: String, number: String, isAmount: Bool) {
    let fixture = QuantityFixture(
      text: text, parts: [("n", number, .number)],
      dictionary: [("次数", "counting-label", "次数"), ("为", "stating-verb", "为")])
    #expect((fixture.value("number") != nil) == isAmount)
  }

  @Test("第 with a number ranks, but opens no argument")
  func ordinals() {
    func rank(_ text: String, _ number: String, _ unit: String?) -> String? {
      var parts: [(name: HashedName, slice: String, content: QuantityFixture.Content)] = [
        ("n", number, .number)
      ]
      if let unit { parts.append(("unit", unit, .word(class: "unit-count", value: unit))) }
      return QuantityFixture(text: text, parts: parts, span: "第\(number)\(unit ?? "")")
        .value("ordinal")
    }
    #expect(rank("第41届", "41", "届") == "#41 届")
    #expect(rank("排在第五。", "五", nil) == "#5")
    #expect(rank("第一,要抓落实", "一", nil) == nil)
    #expect(rank("第一时间", "一", nil) == nil)
  }
}
