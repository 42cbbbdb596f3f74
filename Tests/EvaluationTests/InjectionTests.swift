import Testing
import TongbaoText

@testable import Evaluation

@Suite("Planted errors")
struct InjectionTests {
  private static let bulletin: AnnotatedDocument = {
    let inline = """
      # id: bulletin
      # published: 2024-02-20
      # genre: a bulletin with every constellation
      ⟦2月10日至17日|date|2024-02-10/2024-02-17⟧，为期⟦8天|duration|P8D⟧，共抓获嫌疑人⟦50人|count|50 人⟧，\
      其中男性⟦30人|count|30 人⟧、女性⟦20人|count|20 人⟧。
      截至⟦2月18日|date|2024-02-18⟧（⟦正月初九|date|2024-02-18;lunar=2024-01-09⟧），接报警情\
      ⟦120起|count|120 起⟧，去年同期为⟦100起|count|100 起⟧，同比上升⟦20%|percent|20%⟧，\
      办结率达⟦97.5%|percent|97.5%⟧。
      ⟦2月18日|date|2024-02-18⟧（⟦星期日|date|2024-02-18⟧），民警赶赴\
      ⟦陕西省延安市宝塔区|place|610602⟧，事故由⟦15起|count|15 起⟧减至⟦12起|count|12 起⟧。
      --- figures
      抓获\t嫌疑人\t50人\ttotal\t2024-02-10/2024-02-17\t-\t-
      接报\t警情\t120起\tplain\t2024-02-18\t-\t-
      --- findings
      """
    return AnnotatedDocument(InlineFormat.read(inline, file: "bulletin").document)
  }()

  private func injections(seed: UInt64 = 1) -> [Injection] {
    ErrorInjector(seed: seed, perDocument: 9).injections(into: Self.bulletin)
  }

  @Test("come for each code of the guideline")
  func everyCode() {
    #expect(Set(injections().map(\.code)) == CorpusCheck.findingCodes)
  }

  @Test("are named in the document that holds them, and stand where it says")
  func places() throws {
    for injection in injections() {
      let finding = try #require(injection.document.findings.first)
      #expect(finding.code == injection.code)
      let words = ScalarText(injection.document.text)
      #expect(finding.spans.map { words[$0] } == finding.quotes)
      #expect(!finding.spans.isEmpty)
      #expect(injection.document.text != Self.bulletin.text, "\(injection.code)")
    }
  }

  @Test("change a mention where the document has the constellation")
  func changes() {
    let changed = Dictionary(grouping: injections().filter { !$0.isAppended }, by: \.code)
    func words(_ code: String) -> [String] { changed[code, default: []].map(\.change) }
    #expect(words("place.hierarchy").allSatisfy { $0.hasPrefix("陕西省延安市宝塔区 → ") })
    #expect(words("date.range-reversed") == ["2月10日至17日 → 2月17日至2月10日"])
    #expect(words("change.direction") == ["上升 → 下降"])
    #expect(words("unit.mismatch") == ["12起 → 12人"])
    #expect(words("date.weekday-mismatch").count == 1)
    #expect(words("date.lunar-mismatch").allSatisfy { $0.hasPrefix("正月初九 → 正月") })
    #expect(Set(words("date.impossible")) == ["2月18日 → 2月30日"])
    #expect(words("sum.mismatch").count == 1)
    #expect(words("duration.mismatch").allSatisfy { !$0.hasSuffix(" 8天") })
    #expect(words("duration.mismatch").count == 1)
  }

  @Test("are the same for the same seed, and others for another")
  func seeds() {
    #expect(injections(seed: 7) == injections(seed: 7))
    #expect(injections(seed: 7) != injections(seed: 8))
  }

  @Test("leave sentences with an annotated finding alone")
  func faultySentences() {
    var document = Self.bulletin
    let span = document.mentions[0].span
    document.findings = [.init(code: "sum.mismatch", quotes: [], spans: [span])]
    let passages = Passages(document)
    #expect(!passages.items.contains { $0.words.hasPrefix("2月10日") || $0.words == "50人" })
    #expect(passages.items.contains { $0.words == "120起" })
  }

  @Test("count as found only with their code and at their place")
  func scores() throws {
    var score = InjectionScore()
    let injection = try #require(injections().first { $0.code == "sum.mismatch" })
    let finding = try #require(injection.document.findings.first)
    score.count(injection, findings: [finding])
    var elsewhere = finding
    elsewhere.spans = [Span(0, 1)]
    score.count(injection, findings: [elsewhere])
    var other = finding
    other.code = "sum.part-exceeds-total"
    score.count(injection, findings: [other])
    score.count(untouched: Self.bulletin, findings: [other])
    #expect(score.rows["sum.mismatch"]?.recall == 1.0 / 3)
    #expect(score.missed.count == 2)
    #expect(score.falseAlarmsPerDocument == 1)
    #expect(score.table.contains("0.333"))
  }
}
