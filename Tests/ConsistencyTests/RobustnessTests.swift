import Consistency
import Testing
import TongbaoText

@Suite struct RobustnessTests {
  @Test("An empty document and a document without mentions have no findings")
  func emptyDocuments() {
    #expect(AnnotatedReport("").codes == [])
    #expect(AnnotatedReport("\n\n").codes == [])
    #expect(AnnotatedReport("没有数字。").codes == [])
  }

  @Test("Findings come in text order")
  func textOrder() {
    let report = AnnotatedReport(
      "破案率达⟦120%⟧。⟦2月10日至17日⟧共⟦7天⟧。查处⟦30起⟧,其中酒驾⟦45起⟧。")
    #expect(report.codes == ["percent.over-100", "duration.mismatch", "sum.part-exceeds-total"])
  }

  @Test("Huge amounts and long lists neither trap nor stall")
  func hugeInput() {
    let huge = "⟦9|count|\(String(repeating: "9", count: 38)) 起⟧"
    _ = AnnotatedReport("共\(huge),其中甲\(huge)、乙\(huge)、其他\(huge)。由\(huge)降至\(huge),下降⟦5%⟧。").codes
    let long = "共⟦30起⟧,其中" + String(repeating: "甲⟦1起⟧、", count: 3000) + "其他⟦2起⟧。"
    _ = AnnotatedReport(long).codes
    let digits = String(repeating: "9", count: 200_000) + "月" + String(repeating: "至", count: 1000)
    #expect(AnnotatedReport(digits).codes == [])
  }

  @Test("Traditional script, full width and damage are read through the working text")
  func foldedText() {
    let report = AnnotatedReport("警情由⟦１２０起|count|120 起⟧降至⟦100起⟧，同比上升⟦１６.７％|percent|16.7%⟧。")
    #expect(report.codes == ["change.direction"])
    let traditional = AnnotatedReport("共檢獲⟦50人⟧,其中男性⟦30人⟧、女性⟦25人⟧。")
    #expect(traditional.codes == ["sum.mismatch"])
  }
}
