import Lexicon
import RuleEngine
import Testing
import TongbaoText

@testable import Extraction

/// Constructors look at a match, the text around it and the dictionary; the tests write all three.
@Suite struct OrganizationConstructorTests {
  private static let words: [(surface: String, className: String, value: String)] = [
    ("公安", "place-stop", "unit"), ("部署", "place-stop", "部署"),
    ("主干道", "place-common", "tail"), ("火车站", "place-common", "whole"),
    ("珠海", "place-short", "440400"), ("播州区", "place-full", "520304"),
    ("会同", "place-short-common", "431225"), ("会同", "place-stop", "会同"),
    ("石板", "town-short", "520304101"), ("原州区", "place-full", "640402"),
  ]

  /// Runs a constructor on a text whose parts are given as slices of it, in text order.
  private func build(
    _ constructor: String, _ text: String, arguments: [String: String] = [:],
    stem: String? = nil, links: [String] = [], suffix: (word: String, value: String)? = nil,
    isWordBoundary: @escaping (Int) -> Bool = { _ in true }
  ) throws -> Expression? {
    let folding = try FoldingTable.makeFromICU()
    var builder = LexiconBuilder(folding: folding)
    for word in Self.words { builder.add(word.surface, class: word.className, value: word.value) }
    if let suffix { builder.add(suffix.word, class: "spot-area", value: suffix.value) }
    var writer = ImageWriter()
    builder.write(to: &writer)
    var places = PlaceTableBuilder()
    places.add(builder.entries)
    places.write(to: &writer)
    let image = try #require(Image(bytes: writer.finish(digest: 0)))
    let lexicon = try #require(LexiconImage(image: image))
    let units = Array(text.utf16)
    var parts: [Part] = []
    for link in links {
      let entry = try #require(lexicon.entries(of: link).first { $0.className != "place-stop" })
      parts.append(
        Part(name: "link", range: try #require(range(of: link, in: units)), content: .word(entry)))
    }
    if let stem {
      parts.append(
        Part(name: "stem", range: try #require(range(of: stem, in: units)), content: .text))
    }
    if let suffix {
      let entry = try #require(
        lexicon.entries(of: suffix.word).first { $0.className == "spot-area" })
      let place = try #require(range(of: suffix.word, in: units))
      parts.append(Part(name: "suffix", range: place, content: .word(entry)))
    }
    let rule = Rule(id: "test", type: "place", constructor: constructor, arguments: arguments)
    let start = parts.map(\.range.lowerBound).min() ?? 0
    let match = Match(rule: rule, range: start..<units.count, parts: parts)
    return units.withUnsafeBufferPointer { text in
      let context = ConstructionContext(
        text: text, lexicon: lexicon, isWordBoundary: isWordBoundary)
      return Constructors.places[constructor]?(match, context)
    }
  }

  private func range(of slice: String, in units: [UInt16]) -> Range<Int>? {
    let wanted = Array(slice.utf16)
    return units.indices.first { units[$0...].starts(with: wanted) }
      .map { $0..<$0 + wanted.count }
  }

  @Test func `A proper stem makes an organization`() throws {
    #expect(try build("organization", "榴花派出所", stem: "榴花") != nil)
  }

  @Test(arguments: ["部署榴花", "在榴花", "各榴花"])
  func `A verb, a preposition or 各 in the stem makes none`(stem: String) throws {
    #expect(try build("organization", "\(stem)派出所", stem: stem) == nil)
  }

  @Test func `A unit's word in the stem needs an authority before it`() throws {
    #expect(try build("organization", "公安分局", stem: "公安") == nil)
    let inside = try build("organization", "公安分局", arguments: ["units": "inside"], stem: "公安")
    #expect(inside != nil)
  }

  @Test func `A verb that is also a county's short name heads no organization`() throws {
    #expect(try build("organization", "会同法院", links: ["会同"]) == nil)
  }

  @Test func `What stands behind 某 has no name`() throws {
    #expect(try build("spot", "某榴花路", stem: "榴花") == nil)
    #expect(try build("spot", "榴花路", stem: "榴花") != nil)
  }

  @Test func `A weekday ends where a name begins, though both are numerals`() throws {
    // 周五|五里 is cut after the second 五 by a dictionary that knows 五五.
    let weekday = try build(
      "organization", "周五五里岗派出所", stem: "五里岗", isWordBoundary: { $0 != 2 })
    #expect(weekday != nil)
    let number = try build(
      "organization", "十五五里岗派出所", stem: "五里岗", isWordBoundary: { $0 != 2 })
    #expect(number == nil)
  }

  @Test func `An official name begins behind a preposition, though both make a word`() throws {
    let behindPreposition = try build(
      "division", "在原州区", links: ["原州区"], isWordBoundary: { $0 != 1 })
    #expect(behindPreposition != nil)
    let insideWord = try build(
      "division", "平原州区", links: ["原州区"], isWordBoundary: { $0 != 1 })
    #expect(insideWord == nil)
  }

  @Test func `A common noun is no spot`() throws {
    #expect(try build("spot", "主干道", stem: "主干") == nil)
    #expect(try build("spot", "火车站", stem: "火车") == nil)
    #expect(try build("spot", "榴花火车站", stem: "榴花火车") != nil)
  }

  @Test func `The ports of a city are no spot, a port with a name is`() throws {
    let port = (word: "口岸", value: "port")
    #expect(try build("spot", "珠海口岸", stem: "珠海", suffix: port) == nil)
    #expect(try build("spot", "榴花口岸", stem: "榴花", suffix: port) != nil)
  }

  @Test func `A division inside a stem belongs to a chain`() throws {
    #expect(try build("spot", "榴花播州区东路", stem: "榴花播州区东") == nil)
  }

  @Test func `A chain of more names than there are levels is none`() throws {
    let chain = try build(
      "division", "播州区", links: Array(repeating: "播州区", count: 9))
    #expect(chain == nil)
  }

  @Test func `A town that lies elsewhere ends no chain of short names`() throws {
    let chain = try build("division", "播州区珠海", links: ["播州区", "珠海"])
    #expect(chain == nil)
  }
}
