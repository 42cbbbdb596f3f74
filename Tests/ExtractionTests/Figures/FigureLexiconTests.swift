import Extraction
import Testing

@Suite("Figure lexicon")
struct FigureLexiconTests {
  @Test("The repository's dictionaries load without faults")
  func repositoryFiles() throws {
    _ = try FigureLexicon(parsing: FigureFixture.dictionaries())
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
