import Testing
import TongbaoText

@testable import Extraction

@Suite("What a figure's scope stands for")
struct ScopeResolutionTests {
  private func document(_ places: [(text: String, code: String, name: String, inside: Bool)])
    -> Document
  {
    var document = Document(id: "d", source: nil, text: "")
    var position = 0
    for place in places {
      let length = place.text.unicodeScalars.count
      if place.inside {
        document.mentions.append(
          Mention(
            id: document.mentions.count, type: .organization,
            span: Span(position, position + length + 2), text: place.text + "分局", value: "-",
            rule: "test"))
      }
      var mention = Mention(
        id: document.mentions.count, type: .place, span: Span(position, position + length),
        text: place.text, value: place.code, rule: "test")
      mention.name = place.name
      document.mentions.append(mention)
      position += 10
    }
    return document
  }

  @Test("The place in an organization's name is the organization's code")
  func organizations() {
    let scopes = ScopeResolution(document([("宝塔", "610602", "陕西省延安市宝塔区", true)]))
    #expect(scopes.code(of: Figure.Scope(text: "宝塔分局", mention: 0), at: 20) == "610602")
    #expect(scopes.code(of: Figure.Scope(text: "宝塔", mention: 9), at: 20) == nil)
  }

  @Test(
    "Words for a whole stand for a division of the document's subject",
    arguments: [
      ("全局", "610602"), ("我区", "610602"), ("全市", "610600"), ("全省", "610000"),
      ("辖区", "610602"), ("全国", "CN"),
    ])
  func words(word: String, code: String) {
    let scopes = ScopeResolution(document([("宝塔", "610602", "陕西省延安市宝塔区", true)]))
    #expect(scopes.code(of: Figure.Scope(text: word), at: 20) == code)
  }

  @Test("A county-level city is its own 全市, a municipality the province")
  func cities() {
    let county = ScopeResolution(document([("义乌", "330782", "浙江省金华市义乌市", true)]))
    #expect(county.code(of: Figure.Scope(text: "全市"), at: 20) == "330782")
    let municipal = ScopeResolution(document([("朝阳", "110105", "北京市朝阳区", true)]))
    #expect(municipal.code(of: Figure.Scope(text: "全市"), at: 20) == "110000")
  }

  @Test("全区 is a region where the subject is a city of one, and nothing where it is another city")
  func regions() {
    let region = ScopeResolution(document([("南宁", "450100", "广西壮族自治区南宁市", true)]))
    #expect(region.code(of: Figure.Scope(text: "全区"), at: 20) == "450000")
    let city = ScopeResolution(document([("延安", "610600", "陕西省延安市", true)]))
    #expect(city.code(of: Figure.Scope(text: "全区"), at: 20) == nil)
  }

  @Test("The last organization before a figure is its subject, and none without any division")
  func subjects() {
    let scopes = ScopeResolution(
      document([
        ("宝塔", "610602", "陕西省延安市宝塔区", true), ("安塞", "610603", "陕西省延安市安塞区", true),
      ]))
    #expect(scopes.code(of: Figure.Scope(text: "全局"), at: 5) == "610602")
    #expect(scopes.code(of: Figure.Scope(text: "全局"), at: 15) == "610603")
    #expect(ScopeResolution(document([])).code(of: Figure.Scope(text: "全局"), at: 5) == nil)
  }
}
