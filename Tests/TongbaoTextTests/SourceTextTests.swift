import Testing
import TongbaoText

@Suite("SourceText")
struct SourceTextTests {
  @Test("A clean text is one run")
  func cleanTextIsOneRun() throws {
    let source = try Fixtures.source("截至2月18日，全局出动警力560人次。\n群众满意。")
    #expect(source.alignment.runCount == 1)
    #expect(source.repairs == [])
    #expect(source.slice(source.span(of: 2..<7)) == "2月18日")
  }

  @Test("An empty text has an empty working text")
  func emptyText() throws {
    let source = try Fixtures.source("")
    #expect(source.units == [])
    #expect(source.scalarCount == 0)
    #expect(source.span(of: 0..<0) == Span(0, 0))
    #expect(source.position(of: 0) == (1, 1))
  }

  @Test("A span covers damage inside of it and leaves out damage beside it")
  func damageInsideAndBeside() throws {
    let source = try Fixtures.source("甲(jiǎ)2(xx)月(yuè)18日(rì)乙")
    let text = source.working(0..<source.units.count)
    let date = try #require(text.utf16Range(of: "月18日"))
    #expect(source.slice(source.span(of: date)) == "月(yuè)18日")
    #expect(source.slice(source.span(of: 0..<1)) == "甲")
  }

  @Test("Characters outside of the basic plane are two units and one code point")
  func supplementaryCharacters() throws {
    let source = try Fixtures.source("😀甲𠮷乙")
    #expect(source.units.count == 6)
    #expect(source.span(of: 0..<1) == Span(0, 1))
    #expect(source.span(of: 1..<2) == Span(0, 1))
    #expect(source.span(of: 2..<3) == Span(1, 2))
    #expect(source.slice(source.span(of: 3..<6)) == "𠮷乙")
    #expect(source.alignment.range(of: Span(2, 3)) == 3..<5)
    #expect(source.alignment.range(of: Span(0, 1)) == 0..<2)
  }

  @Test("A place is found from wherever the search begins, in text order or not")
  func nearPlaces() throws {
    let damaged = try Fixtures.source("甲(jiǎ)2(xx)月(yuè)18日(rì)乙😀&amp;<b>丙</b>&nbsp;𠮷丁")
    let clean = try Fixtures.source("2月18日，全局出动警力。")
    for alignment in [damaged.alignment, clean.alignment] {
      var (forSpans, forRanges) = (Alignment.Place(), Alignment.Place())
      let (scalars, units) = (alignment.originalCount, alignment.workCount)
      for start in [Array(0...scalars), Array((0...scalars).reversed())].joined() {
        for end in start...scalars {
          let span = Span(start, end)
          #expect(alignment.range(of: span, near: &forSpans) == alignment.range(of: span))
        }
      }
      for start in [Array(0...units), Array((0...units).reversed())].joined() {
        for end in start...units {
          let range = start..<end
          #expect(alignment.span(of: range, near: &forRanges) == alignment.span(of: range))
        }
      }
    }
  }

  @Test("Lines end with LF, CRLF and CR, and inside of removed markup")
  func positions() throws {
    let source = try Fixtures.source("甲\n乙\r\n丙\r丁<!--\n-->戊")
    let scalars = Array(source.text.unicodeScalars)
    func position(_ character: Unicode.Scalar) throws -> [Int] {
      let (line, column) = source.position(of: try #require(scalars.firstIndex(of: character)))
      return [line, column]
    }
    #expect(try position("甲") == [1, 1])
    #expect(try position("乙") == [2, 1])
    #expect(try position("丙") == [3, 1])
    #expect(try position("丁") == [4, 1])
    #expect(try position("戊") == [5, 4])
    #expect(source.working(0..<source.units.count) == "甲\n乙\n丙\n丁戊")
  }

  @Test("A slice of a long text is found without reading the text")
  func slicesOfLongText() throws {
    let text = String(repeating: "一a😀é", count: 5_000)
    let source = try Fixtures.source(text)
    let scalars = Array(text.unicodeScalars)
    for start in stride(from: 0, to: scalars.count - 7, by: 613) {
      var expected = String.UnicodeScalarView()
      expected.append(contentsOf: scalars[start..<start + 7])
      #expect(source.slice(Span(start, start + 7)) == String(expected))
    }
    #expect(source.slice(Span(0, scalars.count)) == text)
  }
}
