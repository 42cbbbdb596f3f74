import Foundation
import Numerals
import Testing
import TongbaoText

@testable import Interchange

@Suite("Writing JSON lines")
struct JSONLWriterTests {
  private func line(_ document: Document, extra: [ExtraMember] = []) -> String {
    var output = OutputBuffer()
    JSONLWriter().write(document, extra: extra, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test("Every key stands where the schema has it")
  func wholeDocument() {
    let line = line(.sample, extra: [ExtraMember(key: "n", json: Array("1.50".utf8))])
    let expected = [
      #"{"schema":1,"id":"甲","source":"a.txt","#,
      #""reference":{"date":"2024-02-18","basis":"inferred","evidence":[0]},"#,
      #""repairs":[{"kind":"pinyin-gloss","start":9,"end":13,"text":"(jì)","replacement":""}],"#,
      #""mentions":[{"id":0,"type":"date","start":0,"end":4,"text":"正月初九","#,
      #""value":"2024-02-18","lunar":"2024-01-09","rule":"date.lunar","#,
      #""interval":{"start":"2024-02-18T00:00:00","end":null}},"#,
      #"{"id":1,"type":"count","start":6,"end":9,"text":"56名","value":">56 名","#,
      #""number":{"min":56.5,"max":null,"approximation":"over"},"unit":"名","#,
      #""dimension":"count","rule":"count.over","repaired":true},"#,
      #"{"id":2,"type":"place","start":9,"end":9,"text":"","value":"610602","name":"宝塔区","#,
      #""candidates":["610602"],"rule":"place"}],"#,
      #""figures":[{"action":"投入","object":"警力","mention":1,"value":">56","unit":"名","#,
      #""aggregation":"total","period":{"value":"../2024-02-18","mention":0},"#,
      #""scope":{"text":"全局","mention":null},"#,
      #""comparison":{"value":"yoy+","kind":"yoy","direction":"up","percent":20.9,"base":null,"mention":1},"#,
      #""start":4,"end":9}],"#,
      #""findings":[{"code":"date.impossible","severity":"error","spans":[[0,4],[6,9]],"#,
      #""message":"无此日","found":"2月30日"}],"n":1.50}"#, "\n",
    ]
    #expect(line == expected.joined())
  }

  @Test("An empty document has all its lists; an unknown date is null")
  func emptyDocument() {
    #expect(
      line(Document(id: "", text: ""))
        == #"{"schema":1,"id":"","reference":{"date":null,"basis":"none","evidence":[]},"#
        + #""repairs":[],"mentions":[],"figures":[],"findings":[]}"# + "\n")
  }

  @Test(
    "Any text survives the way through a JSON parser",
    arguments: [
      String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0 as UInt32) })),
      "“引号”\\\"\r\n\t", "😀𠮷\u{2028}\u{FEFF}\u{FFFF}", "e\u{301}",
    ])
  func escaping(_ text: String) throws {
    let line = line(Document(id: text, text: ""))
    #expect(line.utf8.count { $0 < 0x20 } == 1, "only the line feed at the end")
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let id = try #require(object?["id"] as? String)
    #expect(Array(id.utf8) == Array(text.utf8))
  }

  @Test(
    "What a mention and its figure say survives whatever it holds, and wherever",
    arguments: [
      String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0 as UInt32) })),
      "", "名", "一二三四五", "一二三四五\"", "\n一二三四五六七八九十", "12345678\\", "😀𠮷\u{2028}", "\u{1}名",
    ])
  func escapingInMentions(_ text: String) throws {
    var document = Document.sample
    document.mentions[1].text = text
    document.mentions[1].unit = text
    document.mentions[1].value = "56 \(text)"
    document.mentions[2].candidates = [text, "x"]
    document.figures[0].object = text
    let object = try JSONSerialization.jsonObject(with: Data(line(document).utf8))
    let members = try #require(object as? [String: Any])
    let mentions = try #require(members["mentions"] as? [[String: Any]])
    let figures = try #require(members["figures"] as? [[String: Any]])
    for key in ["text", "unit"] {
      #expect((mentions[1][key] as? String)?.utf8.elementsEqual(text.utf8) == true)
    }
    #expect((mentions[2]["candidates"] as? [String])?.first == text)
    #expect((figures[0]["object"] as? String) == text)
    #expect((figures[0]["value"] as? String) == "56")
  }

  @Test(
    "Whole numbers of any size are written digit by digit",
    arguments: [
      0, -1, 10, 1_234_567_890, Int.max, Int.min,
    ])
  func integers(_ number: Int) {
    var output = OutputBuffer()
    output.append("x")
    output.append(number)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "x\(number)")
  }
}

extension Document {
  /// One of everything.
  static var sample: Document {
    var document = Document(
      id: "甲", source: "a.txt", text: "正月初九投入56名(jì)",
      reference: ReferenceDate(date: "2024-02-18", basis: .inferred, evidence: [0]))
    document.repairs = [
      Repair(kind: .pinyinGloss, span: Span(9, 13), text: "(jì)", replacement: "")
    ]
    var day = Mention(
      type: .date, span: Span(0, 4), text: "正月初九", value: "2024-02-18", rule: "date.lunar")
    day.lunar = "2024-01-09"
    day.interval = LocalInterval(start: "2024-02-18T00:00:00", end: nil)
    var count = Mention(
      id: 1, type: .count, span: Span(6, 9), text: "56名", value: ">56 名", rule: "count.over")
    count.number = Amount(min: ExactDecimal("56.5"), max: nil, approximation: .over)
    (count.unit, count.dimension, count.isRepaired) = ("名", .count, true)
    var place = Mention(
      id: 2, type: .place, span: Span(9, 9), text: "", value: "610602", rule: "place")
    (place.name, place.candidates) = ("宝塔区", ["610602"])
    document.mentions = [day, count, place]
    document.figures = [
      Figure(
        action: "投入", object: "警力", mention: 1, aggregation: .total,
        period: Figure.Period(value: "../2024-02-18", mention: 0),
        scope: Figure.Scope(text: "全局"),
        comparison: Figure.Comparison(kind: .yoy, direction: .up, percent: "20.9", mention: 1),
        span: Span(4, 9))
    ]
    document.findings = [
      Finding(
        code: "date.impossible", severity: .error, spans: [Span(0, 4), Span(6, 9)],
        message: "无此日", found: "2月30日")
    ]
    return document
  }
}
