import Testing

@testable import Extraction

@Suite struct PlaceGazetteerTests {
  private func value(_ surface: String, _ className: String) throws -> String? {
    try PlaceFixture.builder().entries
      .first { $0.surface == surface && $0.className == className }?.value
  }

  @Test func `A code knows its level and what it lies in`() throws {
    let town = try #require(DivisionCode("520304101"))
    #expect(town.level == .township)
    #expect(town.county == DivisionCode("520304"))
    #expect(town.prefecture == DivisionCode("520300"))
    #expect(town.province == DivisionCode("520000"))
    #expect(DivisionCode("520300")?.contains(town) == true)
    #expect(DivisionCode("520303")?.contains(town) == false)
  }

  @Test(arguments: ["", "5203", "52030A", "5203041", "5203041011"])
  func `Anything but six or nine digits is no code`(text: String) {
    #expect(DivisionCode(text) == nil)
  }

  @Test func `The official name runs from the province down`() throws {
    let gazetteer = try PlaceFixture.gazetteer()
    let town = try #require(DivisionCode("520304101"))
    #expect(gazetteer.chainName(town) == "贵州省遵义市播州区石板镇")
    #expect(gazetteer.ancestors(of: town).map(\.description) == ["520304", "520300", "520000"])
  }

  @Test func `An unknown code has no record and no name`() throws {
    let gazetteer = try PlaceFixture.gazetteer()
    let unknown = try #require(DivisionCode("999999"))
    #expect(gazetteer.record(unknown) == nil)
    #expect(gazetteer.chainName(unknown) == nil)
    #expect(gazetteer.townships(of: unknown).isEmpty)
  }

  @Test func `The towns of a county stand side by side`() throws {
    let county = try #require(DivisionCode("520304"))
    let names = try PlaceFixture.gazetteer().townships(of: county).map(\.name)
    #expect(names == ["石板镇", "凤凰山镇"])
  }

  @Test func `A name with many bearers lists them all`() throws {
    #expect(try value("朝阳区", "place-full") == "110105|220104")
    #expect(try value("朝阳", "place-short-common") == "110105|220104")
    #expect(try value("石板", "town-short") == "220104001|520304101")
  }

  @Test func `A common noun is a name only after its city`() throws {
    #expect(try value("城区", "place-generic") == "140302")
    #expect(try value("城区", "place-full") == nil)
  }

  @Test func `A former name means its successor`() throws {
    #expect(try value("遵义县", "place-former") == "520304<520321@1997-2016")
    #expect(try value("石板乡", "town-full") == "520304101")
  }

  @Test func `The parts of Taiwan and Hong Kong share a code and keep their names`() throws {
    #expect(try value("员林市", "place-full") == "710000:台湾省彰化县员林市")
    #expect(try value("观塘", "place-short") == "810000:香港特别行政区观塘区")
    #expect(try value("新界", "place-short") == "810000:香港特别行政区")
  }

  @Test func `Countries are known by all their names, Taiwan is none`() throws {
    #expect(try value("寮国", "country") == "LA:老挝")
    #expect(try value("台湾", "country") == nil)
  }

  @Test func `A missing column is told with its file`() {
    #expect(throws: (any Error).self) {
      try GazetteerBuilder(
        divisions: "code\tname\n", townships: "", zones: "", territories: "", countries: "",
        aliases: "", commonWords: "")
    }
  }

  @Test func `A town of a people is called without the people too`() {
    #expect(GazetteerBuilder.townStem(of: "同乐苗族乡") == "同乐")
    #expect(GazetteerBuilder.townStem(of: "檀营满族蒙古族乡") == "檀营")
    #expect(GazetteerBuilder.townStem(of: "石板镇") == "石板")
    #expect(GazetteerBuilder.townStem(of: "回族乡") == "回族")
  }

  @Test func `A former name bears its own code in a text of its time`() throws {
    var builder = PlaceTableBuilder()
    let written = try #require(try value("遵义县", "place-former"))
    let list = builder.list(of: written)
    let table = try PlaceFixture.gazetteer(builder).places
    let reference = try #require(table.first(of: list))
    #expect(table.code(of: reference, in: 2010) == "520321")
    #expect(table.code(of: reference, in: 2020) == "520304")
    #expect(table.code(of: reference, in: nil) == "520304")
  }

  @Test func `A part of a territory lies in it by its name`() throws {
    var builder = PlaceTableBuilder()
    let lists = ["710000:台湾省", "710000:台湾省彰化县", "710000:台湾省彰化县员林市", "810000:香港特别行政区"]
      .map { builder.list(of: $0) }
    let table = try PlaceFixture.gazetteer(builder).places
    let (island, county, town, other) = (
      try #require(table.first(of: lists[0])), try #require(table.first(of: lists[1])),
      try #require(table.first(of: lists[2])), try #require(table.first(of: lists[3]))
    )
    #expect(table.holds(island, town) && table.holds(county, town))
    #expect(!table.holds(other, town))
    #expect(table.level(of: county) == .prefecture)
    #expect(table.name(of: town) == "台湾省彰化县员林市")
    #expect(table.shareCode(island, town) && !table.shareCode(other, town))
  }

  @Test func `A district of Taiwan names police units without its suffix`() throws {
    #expect(try value("员林", "town-short") == "710000:台湾省彰化县员林市")
    #expect(try value("员林", "place-short") == nil)
  }
}
