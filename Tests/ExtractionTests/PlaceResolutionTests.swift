import RuleEngine
import Testing
import TongbaoText

@testable import Extraction

/// Resolution works on readings alone, so the tests write them down instead of matching a text.
@Suite struct PlaceResolutionTests {
  private struct Scene {
    var readings: [Reading] = []
    var places = PlaceTableBuilder()

    mutating func place(
      _ start: Int, _ links: (PlaceExpression.Form, String)..., stem: String? = nil
    ) {
      var chain = PlaceChain()
      for (offset, link) in links.enumerated() {
        let range = start + offset..<start + offset + 1
        _ = chain.append(
          PlaceChain.Link(range: range, form: link.0, candidates: places.list(of: link.1)))
      }
      add(
        .place, start..<start + max(links.count, 1),
        .place(PlaceExpression(links: chain, stem: stem)))
    }

    mutating func unit(_ range: Range<Int>) { add(.organization, range, .organization) }

    private mutating func add(_ type: MentionType, _ range: Range<Int>, _ expression: Expression) {
      let rule = Rule(id: "test", type: type.rawValue, constructor: "test")
      readings.append(Reading(rule: rule, type: type, range: range, expression: expression))
    }
  }

  private func resolve(_ scene: Scene) throws -> [Int: PlaceValue] {
    var resolver = PlaceResolver(
      scene.readings, length: 1_000, gazetteer: try PlaceFixture.gazetteer(scene.places))
    return resolver.resolve()
  }

  @Test func `The innermost name of a chain gives the code`() throws {
    var scene = Scene()
    scene.place(100, (.full, "220100"), (.full, "110105|220104"))
    let value = try #require(resolve(scene)[0])
    #expect(value.code == "220104")
    #expect(value.name == "吉林省长春市朝阳区")
  }

  @Test func `Another place of the document decides between namesakes`() throws {
    var scene = Scene()
    scene.place(100, (.short, "220100"))
    scene.place(200, (.full, "110105|220104"))
    let value = try #require(resolve(scene)[1])
    #expect(value.code == "220104")
    #expect(value.candidates == ["220104", "110105"])
  }

  @Test func `A station bears the name of the town rather than of the county around it`() throws {
    var scene = Scene()
    scene.place(100, (.full, "520304"))
    scene.place(200, (.townStem, "520304101|520304"))
    #expect(try resolve(scene)[1]?.code == "520304101")
  }

  @Test func `Without evidence all namesakes stay`() throws {
    var scene = Scene()
    scene.place(100, (.full, "110105|220104"))
    #expect(try resolve(scene)[0]?.candidates == ["110105", "220104"])
  }

  @Test func `One town among namesakes is not picked without evidence`() throws {
    var scene = Scene()
    scene.place(100, (.townStem, "220104001|520304101"))
    let value = try #require(resolve(scene)[0])
    #expect(value.code == "-")
    #expect(value.candidates == ["220104001", "520304101"])
  }

  @Test func `A station's town lies in the county that the document is about`() throws {
    var scene = Scene()
    scene.place(100, (.full, "520304"))
    scene.place(200, (.townStem, "220104001|520304101"))
    #expect(try resolve(scene)[1]?.code == "520304101")
  }

  @Test func `A place in a unit's name lies in the place before it there`() throws {
    var scene = Scene()
    scene.place(10, (.full, "520300"))
    scene.unit(100..<110)
    scene.place(100, (.full, "220100"))
    scene.place(105, (.short, "110105|220104"))
    #expect(try resolve(scene)[3]?.code == "220104")
  }

  @Test func `A station's short name finds the town that begins so`() throws {
    var scene = Scene()
    scene.place(100, (.full, "520304"))
    scene.place(200, stem: "凤凰")
    #expect(try resolve(scene)[1]?.code == "520304102")
  }

  @Test func `A station whose name is no town's has no code`() throws {
    var scene = Scene()
    scene.place(100, (.full, "520304"))
    scene.place(200, stem: "月亮湾")
    #expect(try resolve(scene)[1]?.code == "-")
  }

  @Test func `A contradicting county keeps its own code`() throws {
    var scene = Scene()
    scene.place(100, (.full, "220100"), (.full, "520304"))
    #expect(try resolve(scene)[0]?.code == "520304")
  }

  @Test func `A town that the county before it has not leaves the county`() throws {
    var scene = Scene()
    scene.place(100, (.full, "520304"), (.town, "220104001"))
    #expect(try resolve(scene)[0]?.code == "520304")
  }

  @Test func `Two chains of the same names mean the same`() throws {
    var scene = Scene()
    for start in [100, 200] { scene.place(start, (.full, "220100"), (.full, "110105|220104")) }
    let values = try resolve(scene)
    #expect(values[0] == values[1])
    #expect(values[1]?.candidates == ["220104"])
  }

  @Test func `A spot without a division has no code`() throws {
    var scene = Scene()
    scene.place(100)
    let value = try #require(resolve(scene)[0])
    #expect(value.code == "-")
    #expect(value.candidates.isEmpty)
  }
}
