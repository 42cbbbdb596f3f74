import Lexicon
import Testing

@testable import Extraction

@Suite("Figure lexicon")
struct FigureLexiconTests {
  @Test("The repository's dictionaries load without faults")
  func repositoryFiles() throws {
    _ = try FigureLexicon(parsing: FigureFixture.dictionaries())
  }

  @Test("An image gives back every word that was written")
  func image() throws {
    let parsed = try FigureLexicon(parsing: FigureFixture.dictionaries())
    var writer = ImageWriter()
    parsed.write(to: &writer)
    let image = try #require(Image(bytes: writer.finish(digest: 0)))
    let read = try #require(FigureLexicon(image: image))
    for text in ["查获", "未发生", "同比下降", "破案率", "其中", "平均", "民警", "的", "甲乙"] {
      let units = Array(text.utf16)
      #expect(word(of: units, in: read)?.word == word(of: units, in: parsed)?.word)
      let all = units.indices
      #expect(
        read.statistic(endingOf: all, in: units) == parsed.statistic(endingOf: all, in: units))
      #expect(read.isHead(all, in: units) == parsed.isHead(all, in: units))
      #expect(read.isEnding(all, in: units) == parsed.isEnding(all, in: units))
      #expect(read.isGeneral(all, in: units) == parsed.isGeneral(all, in: units))
    }
    #expect(word(of: Array("查获".utf16), in: read)?.word.isVerb == true)
  }

  private func word(of units: [UInt16], in lexicon: FigureLexicon) -> ListedWord? {
    guard case .word(let node) = lexicon.beginning(with: units[0]) else { return nil }
    return lexicon.longestWord(from: node, at: 0, before: units.count, in: units)?.word
  }

  @Test("An image without the words gives no lexicon")
  func emptyImage() throws {
    let image = try #require(Image(bytes: ImageWriter().finish(digest: 0)))
    #expect(FigureLexicon(image: image) == nil)
  }

  @Test("An unknown file and an unknown value are both reported")
  func faults() {
    #expect {
      _ = try FigureLexicon(parsing: ["verbs.tsv": "查", "direction.tsv": "上升\tsideways"])
    } throws: { error in
      let faults = (error as? FigureLexiconError)?.faults ?? []
      return faults.map(\.file) == ["direction.tsv", "verbs.tsv"]
    }
  }
}
