import Testing

@testable import Lexicon

@Suite struct HashedNameTests {
  @Test func aNameIsTheSameNumberFromALiteralAStringAndItsPieces() {
    let written = "month2"
    #expect(HashedName(written) == ("month2" as HashedName))
    #expect(HashedName("month") + "2" == HashedName(written))
    #expect(HashedName("month") + "" == ("month" as HashedName))
    #expect(("month" as HashedName) != "month2")
  }

  @Test func theHashIsFNV1aOf64Bits() {
    #expect(("" as HashedName).code == 0xcbf2_9ce4_8422_2325)
    #expect(("a" as HashedName).code == 0xaf63_dc4c_8601_ec8c)
  }

  @Test func aTableFindsEachOfManyNamesAndNoOther() {
    let names = (0..<5_000).map { "class-\($0)" }
    let table = SymbolTable(names: (names + ["class-7"]).map { HashedName($0) })
    for (symbol, name) in names.enumerated() {
      #expect(table[HashedName(name)] == UInt16(symbol))
    }
    #expect(table["class-5000"] == nil)
    #expect(table[""] == nil)
  }
}
