import Testing
import TongbaoText

@testable import Extraction

@Suite("Values that the figure linker reads")
struct FigureValuesTests {
  @Test(
    "A date value is without qualification and clock, and a clock time alone has none",
    arguments: [
      ("2024-02-18", MentionType.date, "2024-02-18"), ("~2024-02", .date, "2024-02"),
      ("2024-02-18;festival", .date, "2024-02-18"), ("2024-02-18T08:00", .time, "2024-02-18"),
      ("2024-02-17T08:00/2024-02-19T10:00", .time, "2024-02-17/2024-02-19"),
      ("2024-02-17T08:00/2024-02-17T10:00", .time, "2024-02-17"),
      ("~2024-02-17T08:00/T10:00", .time, "2024-02-17"), ("T08:00", .time, nil), ("", .time, nil),
    ] as [(String, MentionType, String?)])
  func dates(value: String, type: MentionType, date: String?) {
    #expect(DateValue.text(of: value, type: type) == date)
    #expect(DateValue.exists(in: value, type: type) == (date != nil))
  }

  @Test(
    "A base a year before is year on year, one a month before month on month",
    arguments: [
      ("2023-02", "二月", "2024-02", .yoy), ("2024-01", "一月", "2024-02", .mom),
      ("2023-12", "十二月", "2024-01", .mom), ("2023", "那年", "2024", .base),
      ("2023", "去年", "2024", .yoy), ("2023-12-31", "去年底", "2024", .base),
      ("2024-01", "上月", nil, .mom), ("2023-02-01/2023-02-09", "当时", "2024-02-01/2024-02-09", .base),
      ("2022-02", "二月", "2024-02", .base),
    ] as [(String, String, String?, Figure.Comparison.Kind)])
  func comparedPeriods(
    base: String, words: String, period: String?, kind: Figure.Comparison.Kind
  ) {
    let units = Array(words.utf16)
    #expect(ComparedPeriods.kind(of: base, as: 0..<units.count, of: units, against: period) == kind)
  }

  @Test("The same unit has the same number, however long its name is")
  func unitNames() {
    var names = UnitNames()
    let long = "立方米每秒每平方公里"
    let numbers = ["起", "人", long, "起", long + "年", long, "人"].map { names.number(of: $0) }
    #expect(numbers == [0, 1, 2, 0, 3, 2, 1])
    #expect(names.count == 4)
  }

  @Test("What a unit measures shows in its name")
  func unitTraits() {
    var names = UnitNames()
    let traits = ["人", "万美元", "岁", "海里", "页", "起"].map { name in
      let number = names.number(of: name)
      return names.traits(of: number)
    }
    #expect(traits == [.people, .money, .age, .lengthUnit, .pages, []])
  }

  @Test("Kinds of comparison keep the order of the text")
  func comparisonKinds() {
    var kinds = ComparisonKinds()
    #expect(kinds.isEmpty)
    for kind in [Figure.Comparison.Kind.base, .mom, .yoy, .mom] { kinds.prepend(kind) }
    #expect((0..<kinds.count).map { kinds[$0] } == [.mom, .yoy, .mom, .base])
    for _ in 0..<100 { kinds.prepend(.mom) }
    #expect(kinds.count == 32)
    #expect(kinds[31] == .mom)
  }

  @Test("Packed ranges and indices come back as they were, and none stays none")
  func packing() {
    let range = PackedOptionalRange(wrappedValue: 3..<2_000_000_000)
    #expect(range.wrappedValue == 3..<2_000_000_000)
    #expect(PackedOptionalRange(wrappedValue: nil).wrappedValue == nil)
    #expect(PackedRange(wrappedValue: 0..<0).wrappedValue == 0..<0)
    #expect(PackedIndex(wrappedValue: 0).wrappedValue == 0)
    #expect(PackedIndex(wrappedValue: nil).wrappedValue == nil)
  }
}
