import Evaluation
import Foundation
import Testing
import TongbaoText

@testable import Tongbao

@Suite("Damaged text")
struct DamageTests {
  /// Ways to damage a text at one place, none of which changes what it says.
  enum Damage: String, CaseIterable {
    case zeroWidth, tag, entityBlank, gloss, fullWidth

    func apply(to scalars: inout [Unicode.Scalar], at index: Int) {
      switch self {
      case .zeroWidth: scalars.insert("\u{200B}", at: index)
      case .tag: scalars.insert(contentsOf: Array("<b></b>".unicodeScalars), at: index)
      case .entityBlank:
        if scalars[index] == "累" {
          scalars.replaceSubrange(index...index, with: Array("&#32047;".unicodeScalars))
        }
      case .gloss:
        if scalars[index] == "警" {
          scalars.insert(contentsOf: Array("(jǐng)".unicodeScalars), at: index + 1)
        }
      case .fullWidth:
        if ("0"..."9").contains(scalars[index]),
          let wide = Unicode.Scalar(scalars[index].value + 0xFEE0)
        {
          scalars[index] = wide
        }
      }
    }
  }

  private static let bulletins = [
    "截至2024年2月18日(正月初九),全局累计投入安保警力560人次,化解矛盾纠纷125起。",
    "2023年10月1日至8日,全市日均出动警力1200余名,累计查处酒驾86起,同比下降12.5%。",
    "累计接报警情3.5万余起,抓获嫌疑人三百二十名,挽回损失1830万元,民警8时许到场。",
  ]

  @Test("keeps its values, and every span slices to its text", arguments: 0..<60)
  func twinsAgree(seed: Int) throws {
    let analyzer = try Repository.analyzer.get()
    var random = SeededGenerator(seed: UInt64(seed))
    let clean = Self.bulletins[seed % Self.bulletins.count]
    var scalars = Array(clean.unicodeScalars)
    // From the end on, so that no damage falls into what another one inserted.
    let places = Set((0..<6).map { _ in Int.random(in: 1..<scalars.count - 1, using: &random) })
    for place in places.sorted(by: >) {
      Damage.allCases.randomElement(using: &random)?.apply(to: &scalars, at: place)
    }
    let damaged = String(String.UnicodeScalarView(scalars))
    let document = analyzer.analyze(damaged, id: "damaged", published: "2024-03-01")
    let twin = analyzer.analyze(clean, id: "clean", published: "2024-03-01")
    for mention in document.mentions {
      let slice = String(String.UnicodeScalarView(scalars[mention.span.start..<mention.span.end]))
      #expect(slice == mention.text)
    }
    #expect(document.mentions.map(\.value) == twin.mentions.map(\.value), "\(damaged)")
  }
}

@Suite("Any text at all")
struct OddTextTests {
  @Test("gives a document whose mentions slice to their text", arguments: 0..<40)
  func randomText(seed: Int) throws {
    let analyzer = try Repository.analyzer.get()
    var random = SeededGenerator(seed: UInt64(seed) &* 7_919)
    let pool = Array(
      "一二十百千万亿年月日时分起名人%(（<&第上近余至-—.,，。\n\r\t 0123456789AZ公安局市区县春节\u{200B}\u{E000}𠀀é".unicodeScalars)
    let scalars = (0..<400).compactMap { _ in pool.randomElement(using: &random) }
    let document = analyzer.analyze(String(String.UnicodeScalarView(scalars)), id: "odd")
    for mention in document.mentions {
      let slice = scalars[mention.span.start..<mention.span.end]
      #expect(String(String.UnicodeScalarView(slice)) == mention.text)
    }
  }

  @Test(
    "of one thing over and over is read without trouble",
    arguments: [
      "1", "一", "年月日", "（", "1-1-", "延安市", "(jì)", "臺台", "<", "&", "\n", "2月2日至",
      "2024年2月18日,",
    ])
  func repetition(unit: String) throws {
    let analyzer = try Repository.analyzer.get()
    let text = String(repeating: unit, count: 6_000 / unit.count)
    #expect(analyzer.analyze(text, id: "repeated").text == text)
  }

  @Test("that is empty gives an empty document")
  func empty() throws {
    let document = try Repository.analyzer.get().analyze("", id: "empty")
    #expect(document.mentions.isEmpty)
    #expect(document.reference == .unknown)
  }
}
