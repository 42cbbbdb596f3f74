import ICUBridge
import Testing

@testable import Tongbao

@Suite struct ClauseBoundariesTests {
  private static let texts = [
    "截至2月18日(正月初九)20时,延安市公安局宝塔分局共出动警力1310人次、车辆86台次。",
    "民警在河庄坪派出所辖区G65高速K712+300处查获假币1250张,涉案金额3.5万元;",
    "第一时间赶到现场——群众报警称:“12楼有人被困”,经开区分局110处警员迅速处置……",
    "全市AAA级景区12家,接待游客58.6万人次,同比上升12.5%",
    "公安公安公安公安公安公安公安公安公安公安公安公安公安公安公安公安",
    "3名 4 名 5起\n一二三四五",
  ]

  @Test("Asking run by run gives the boundaries of the whole text", arguments: texts)
  func agreesWithTheWholeText(text: String) throws {
    let words = try WordBoundaries()
    let units = Array(text.utf16)
    try units.withUnsafeBufferPointer { units in
      let whole = Set(try words.boundaries(of: units))
      let clauses = ClauseBoundaries(text: units, boundaries: words)
      for position in Array(units.indices) + units.indices.reversed() {
        #expect(
          clauses.isBoundary(position) == whole.contains(position),
          "at \(position) of \(text)")
      }
    }
  }

  @Test func bothEndsOfATextAreBoundaries() throws {
    let units = Array("公安".utf16)
    try units.withUnsafeBufferPointer { units in
      let clauses = ClauseBoundaries(text: units, boundaries: try WordBoundaries())
      #expect(clauses.isBoundary(0))
      #expect(clauses.isBoundary(2))
      #expect(!clauses.isBoundary(1))
    }
  }
}
