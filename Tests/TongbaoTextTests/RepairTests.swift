import Testing
import TongbaoText

@Suite("Repair")
struct RepairTests {
  @Test(
    "A reading in parentheses goes, other parentheses stay",
    arguments: [
      ("紀(jì)律嚴(yán)明", "纪律严明"), ("统（tǒng）一", "统一"), ("保安(bǎo ān)服务", "保安服务"),
      ("旅(lü3)客", "旅客"), ("安(an)全", "安全"), ("西安(xi'an)站", "西安站"),
      ("亳(bo\u{301})州", "亳州"), ("安(on)全", "安(on)全"), ("通知(ABC)", "通知(ABC)"),
      ("(jì)律", "(jì)律"), ("2月18日(正月初九)", "2月18日(正月初九)"), ("纪(jì律", "纪(jì律"),
      ("纪(xyzā)律", "纪(xyzā)律"), ("世卫(WHO)", "世卫(WHO)"), ("甲(bǎo ān jú)", "甲(bǎo ān jú)"),
    ])
  func glosses(damaged: String, expected: String) throws {
    #expect(try Fixtures.working(damaged) == expected)
  }

  @Test(
    "Markup goes, and what only looks like it stays",
    arguments: [
      ("<p>共<b>12</b>起</p><p>下</p>", "共12起\n下\n"), ("甲<br/>乙", "甲\n乙"),
      ("甲<span style=\"a>b\">乙</span>", "甲乙"), ("甲<!-- 1 > 0 -->乙", "甲乙"),
      ("甲<script>if (1<2) {}</script>乙", "甲乙"), ("3<5且5>4", "3<5且5>4"), ("<某某>", "<某某>"),
      ("甲<div", "甲<div"), ("甲<script>乙", "甲乙"), ("<td>1</td><td>2</td>", "1 2 "),
      ("甲<!DOCTYPE html>乙", "甲乙"), ("a<b", "a<b"),
    ])
  func markup(damaged: String, expected: String) throws {
    #expect(try Fixtures.working(damaged) == expected)
  }

  @Test(
    "Character references become characters",
    arguments: [
      ("甲&nbsp;乙", "甲 乙"), ("甲&nbsp乙", "甲 乙"), ("&#20013;&#x4e2d;", "中中"),
      ("&lt;p&gt;", "<p>"), ("&amp;nbsp;甲", " 甲"), ("A&B公司", "A&B公司"), ("&unknown;", "&unknown;"),
      ("&#0;", "\u{FFFD}"), ("&#x1F600;", "😀"), ("&#99999999999;", "&#99999999999;"), ("&", "&"),
    ])
  func entities(damaged: String, expected: String) throws {
    #expect(try Fixtures.working(damaged) == expected)
  }

  @Test("Invisible and private characters go, radicals become ideographs")
  func invisible() throws {
    let source = try Fixtures.source("\u{FEFF}5\u{200B}\u{200D}6\u{E003}0人，⼀⽉")
    #expect(source.working(0..<source.units.count) == "560人,一月")
    #expect(
      source.repairs.map(\.kind) == [.zeroWidth, .zeroWidth, .privateUse, .radical, .radical])
    #expect(source.slice(source.span(of: 0..<3)) == "5\u{200B}\u{200D}6\u{E003}0")
    #expect(!source.isRepaired(0..<4))
    #expect(source.isRepaired(5..<7))
  }

  @Test(
    "A line broken inside a sentence is joined",
    arguments: [
      ("截至2月1\n8日，全局出动警力。", "截至2月18日,全局出动警力。"), ("共出动警力56\n0人次。", "共出动警力560人次。"),
      ("在灯会期间(正月十\n五),无一起案件。", "在灯会期间(正月十五),无一起案件。"),
      ("行动自3月5日\n至9日开展", "行动自3月5日至9日开展"), ("时间:3月5日-\n3月9日", "时间:3月5日-3月9日"),
      ("年龄18-\n25岁", "年龄18-25岁"),
      ("案值约1\n.2亿元", "案值约1.2亿元"), ("查处违法行为30\r\n起。", "查处违法行为30起。"),
      ("系当月第三\n次超载。", "系当月第三次超载。"), ("每晚19:00至2\n3:00开放", "每晚19:00至23:00开放"),
      ("二〇二四年三月\n十五日", "二〇二四年三月十五日"),
      ("全局民警连续奋战，逐户走访，反复核查，终于在深夜将嫌疑\n人抓获。", "全局民警连续奋战,逐户走访,反复核查,终于在深夜将嫌疑人抓获。"),
    ])
  func joinsLines(damaged: String, expected: String) throws {
    let source = try Fixtures.source(damaged)
    #expect(source.working(0..<source.units.count) == expected)
    #expect(source.removedBreaks.count == 1)
    #expect(source.repairs.map(\.kind) == [.lineWrap])
  }

  @Test("A line goes on that follows a comma, and one that is long and has one")
  func goesOnAfterComma() throws {
    let afterComma = try Fixtures.source("民警拦下一辆没有牌照的货车，\n车上装着没有手续的烟花爆竹整整三\n十箱。")
    #expect(afterComma.repairs.map(\.kind) == [.lineWrap])
    let long = try Fixtures.source("次日零时四十分，某甲驾驶一辆重型半挂货车在一零五国道月亮\n镇路段被查。")
    #expect(long.repairs.map(\.kind) == [.lineWrap])
  }

  @Test(
    "Headings, list items, labels, paragraphs and tables keep their lines",
    arguments: [
      "关于一季度工作的通报\n各大队、各中队：", "责编：某甲\n编辑：某乙", "完成了任务。\n二、下一步", "一、总体情况\n全市共发生",
      "12\n34\n56", "议程3\n9:00开会", "一般案件-\n3起", "12-\n25", "3月5日\n至此全案告破", "共计\n.5",
      "甲方，乙方，丙方\n\n丁",
      "报警电话：110\n2024年2月18日", "police\nstation",
      "强化巡逻防控，守护一方平安\n全市共发生", "封闭月亮街、\n              第 一 页 共 二 页\n榴花路等",
    ])
  func keepsLines(text: String) throws {
    let source = try Fixtures.source(text)
    #expect(source.removedBreaks == [])
    #expect(source.units.count { $0 == 0x0A } == text.unicodeScalars.count { $0 == "\n" })
  }

  @Test("GBK text that lost a byte is read again")
  func misalignedGBK() throws {
    let damaged = "受到稱贊?。ü└澹貉影彩泄簿謱毸志郑?/p>\n責編:某甲"
    let source = try Fixtures.source(damaged)
    #expect(source.working(0..<source.units.count) == "受到称赞!(供稿:延安市公安局宝塔分局)\n责编:某甲")
    #expect(source.repairs.map(\.kind) == [.misalignedGBK, .html])
    #expect(source.repairs[0].isUncertain)
    let place = try #require(source.working(0..<source.units.count).utf16Range(of: "延安市"))
    #expect(source.slice(source.span(of: place)) == "貉影彩")
    #expect(source.isRepaired(place))
  }

  @Test("Two characters of which only the middle bytes survive are marked as lost")
  func lostPair() throws {
    let source = try Fixtures.source("紧盯假期?；?、民爆等领域，是吗?真的?")
    #expect(
      source.working(0..<source.units.count) == "紧盯假期\u{FFFD}\u{FFFD}、民爆等领域,是吗?真的?")
    #expect(source.repairs.map(\.isUncertain) == [true])
  }

  @Test("A question is no damage")
  func questionsStay() throws {
    for text in ["是吗?他说。", "怎么办?龘龘龘龘龘", "?", "??????", "?ü", "呢?①②③④⑤"] {
      #expect(try Fixtures.source(text).repairs == [])
    }
  }
}

extension String {
  /// Where a text occurs first, in UTF-16 units.
  func utf16Range(of text: String) -> Range<Int>? {
    let (units, wanted) = (Array(utf16), Array(text.utf16))
    guard !wanted.isEmpty, units.count >= wanted.count else { return nil }
    return (0...units.count - wanted.count).first {
      Array(units[$0..<$0 + wanted.count]) == wanted
    }.map { $0..<$0 + wanted.count }
  }
}
