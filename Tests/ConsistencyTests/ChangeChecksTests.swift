import Testing
import TongbaoText

@Suite struct ChangeChecksTests {
  @Test(
    "The size of a change must follow from its numbers",
    arguments: [
      "死亡人数由⟦15人⟧减至⟦9人⟧,下降⟦25.0%⟧。",
      "死亡人数从⟦去年|date|2023⟧的⟦15人⟧减少到⟦今年|date|2024⟧的⟦9人⟧,降幅达⟦25.0%⟧。",
      "接报警情⟦120起⟧,较⟦去年同期|date|2023⟧的⟦100起⟧上升⟦10%⟧。",
      "接报警情⟦120起⟧,比⟦上年|date|2023⟧⟦100起⟧增加⟦30起⟧。",
      "共接报警情⟦2480起⟧,日均⟦80起⟧,比⟦去年同期|date|2023⟧的⟦100起⟧下降⟦30%⟧。",
      "损失由⟦1.2亿元⟧降至⟦0.9亿元⟧,同比下降⟦45%⟧。",
      "事故⟦40起⟧,同比减少⟦10起⟧、下降⟦25%⟧。",
      "接警⟦9000宗⟧,同比减少⟦1000宗⟧,下降⟦20.1%⟧。",
      "⟦2024年|date|2024⟧刑事警情⟦900起⟧,与⟦2023年|date|2023⟧的⟦1000起⟧相比下降⟦15%⟧。",
      "刑事警情由⟦1000起⟧下降至⟦900起⟧,同比下降⟦15%⟧;治安警情平稳。",
      "今年接报⟦120起⟧,去年⟦100起⟧,同比上升⟦10%⟧。",
      "立案⟦270起⟧,较⟦5月|date|2024-05⟧的⟦300起⟧下降⟦20.0%⟧。",
      "损失⟦8420万元⟧,同比减少⟦1580万元⟧,降幅⟦25.8%⟧。",
      "警情由⟦80起⟧下降到⟦60起⟧,减少⟦25起⟧。",
      "满意率由⟦91.2%⟧提高到⟦95.3%⟧,提高⟦3.1个百分点⟧。",
      "接警⟦300起⟧,比去年同期的⟦200起⟧增长⟦1.5倍⟧。",
      "⟦2019年|date|2019⟧受理⟦8000宗⟧,⟦2018年|date|2018⟧为⟦9000宗⟧,\n同比下降⟦16.8%⟧。",
      "发案⟦72起⟧,比⟦6月|date|2024-06⟧的⟦60起⟧上升⟦20.0%⟧,比⟦去年7月|date|2023-07⟧的⟦90起⟧下降⟦30.0%⟧。",
      "接报⟦120起⟧,同比上升⟦30%⟧(⟦去年|date|2023⟧为⟦100起⟧)。",
      "⟦去年|date|2023⟧发案⟦100起⟧,⟦今年|date|2024⟧发案⟦120起⟧,同比上升⟦30%⟧。",
      "与⟦去年同期|date|2023⟧之⟦200起⟧比较减少⟦30起⟧,降低⟦25%⟧。",
      "劫案由⟦18宗⟧减至⟦12宗⟧,按年下跌⟦50%⟧。",
      "与⟦2023年|date|2023⟧的⟦5000人⟧相比增加⟦800人⟧,成长⟦26%⟧。",
      "上学期发案⟦14宗⟧,比⟦2023年|date|2023⟧秋季学期的⟦20宗⟧下降⟦40%⟧。",
      "接警⟦41起⟧(其中盗窃⟦12起⟧),同比减少⟦5起⟧,下降⟦20.9%⟧。",
    ])
  func sizeMustFollow(_ text: String) {
    #expect(AnnotatedReport(text, published: "2024-12-31").codes == ["change.mismatch"])
  }

  @Test(
    "Changes that hold after rounding, or cannot be checked, give nothing",
    arguments: [
      "死亡人数由⟦15人⟧减至⟦9人⟧,下降⟦40.0%⟧。",
      "共接报警情⟦2480起⟧,日均⟦80起⟧;与⟦上年同期|date|2023⟧的⟦2600起⟧相比,下降⟦4.6%⟧。",
      "共接报警情⟦2480起⟧,日均⟦80起⟧,比⟦去年同期|date|2023⟧的⟦100起⟧下降⟦20%⟧。",
      "警情由⟦1527起⟧降至⟦1208起⟧,下降⟦20.9%⟧。",
      "警情由⟦1527起⟧降至⟦1208起⟧,下降⟦20.8%⟧。",
      "损失⟦8420万元⟧,同比减少⟦1580万元⟧,降幅⟦15.8%⟧。",
      "破案⟦812起⟧,抓获⟦1530名⟧,同比分别上升⟦17.6%⟧、⟦32.9%⟧。",
      "警情由⟦80起⟧下降到⟦60起⟧,破案率同比提高⟦5%⟧。",
      "警情由⟦80余起⟧下降到⟦60余起⟧,下降⟦30%⟧。",
      "发案⟦72起⟧,比⟦6月|date|2024-06⟧的⟦60起⟧上升⟦20.0%⟧,比⟦去年7月|date|2023-07⟧的⟦90起⟧下降⟦20.0%⟧。",
      "接报警情⟦214起⟧,同比下降⟦8.9%⟧,其中伤人事故⟦5起⟧。",
      "出口流量⟦1.9万辆⟧,较平日增长⟦近100%⟧。",
      "接报⟦120起⟧,同比上升⟦20%⟧(⟦去年|date|2023⟧为⟦100起⟧)。",
      "事故减少⟦7起⟧,下降⟦10.8%⟧;死亡人数由⟦15人⟧减至⟦9人⟧,下降⟦40%⟧。",
      "每组⟦3人⟧至⟦5人⟧,增加⟦20%⟧。",
      "查验车辆⟦7.9万辆次⟧,较⟦2023年国庆假期|date|2023-10-01/2023-10-06⟧多出⟦1.2万辆次⟧。",
      "接警⟦240起⟧,比去年同期的⟦100起⟧增长⟦1.4倍⟧。",
      "⟦12月|date|2024-12⟧立案⟦507起⟧,环比减少⟦62起⟧,同比下降⟦21.3%⟧。",
      "发案由⟦去年|date|2023⟧的⟦43起⟧减为⟦24起⟧,下降⟦44.2%⟧。",
      "与⟦去年同期|date|2023⟧之⟦200起⟧比较减少⟦30起⟧,降低⟦15%⟧。",
      "接警⟦41起⟧(其中盗窃⟦12起⟧),同比减少⟦5起⟧,下降⟦10.9%⟧。",
      "立案⟦74起⟧(甲类⟦39起⟧、乙类⟦35起⟧),较上年多⟦9起⟧,增幅⟦13.8%⟧。",
      "查获酒驾⟦30起⟧,其中醉驾⟦8起⟧,环比减少⟦10起⟧,降幅⟦25%⟧。",
    ])
  func soundChangesAreSilent(_ text: String) {
    #expect(AnnotatedReport(text, published: "2024-12-31").codes == [])
  }

  @Test(
    "The direction must be that of the numbers",
    arguments: [
      "警情由⟦120起⟧降至⟦100起⟧,同比上升⟦16.7%⟧。",
      "警情由⟦120起⟧降至⟦100起⟧,同比上升。",
      "治安案件由⟦上年|date|2023⟧的⟦15000宗⟧变为⟦14000宗⟧,同比上升⟦6.7%⟧。",
      "警情由⟦100起⟧降至⟦120起⟧。",
      "今年接报⟦120起⟧,去年⟦100起⟧,同比下降⟦20%⟧。",
      "由⟦40人⟧增加到⟦35人⟧。",
      "警情由⟦去年同期|date|2023⟧的⟦4起⟧降为⟦1起⟧,同比上升⟦75%⟧。",
    ])
  func directionMustAgree(_ text: String) {
    #expect(AnnotatedReport(text, published: "2024-12-31").codes == ["change.direction"])
  }

  @Test("A base further on is compared with the figure of the same name")
  func baseFurtherOn() {
    func report(_ share: String) -> AnnotatedReport {
      AnnotatedReport(
        "⟦11月|date|2024-11⟧接报警情⟦3000起⟧,其中亡人事故⟦8起⟧。与⟦10月|date|2024-10⟧的⟦2500起⟧相比,环比\(share)。",
        figures: [
          FigureRow(action: "接报", object: "警情", amount: "3000起", period: "2024-11"),
          FigureRow(action: "接报", object: "亡人事故", amount: "8起", period: "2024-11"),
          FigureRow(action: "接报", object: "警情", amount: "2500起", period: "2024-10"),
        ])
    }
    #expect(report("上升⟦20%⟧").codes == [])
    #expect(report("上升⟦10%⟧").codes == ["change.mismatch"])
    #expect(report("下降⟦20%⟧").codes == ["change.direction"])
  }

  @Test("提至 and its like say where a number went, and the finding names the plain difference")
  func climbs() throws {
    #expect(AnnotatedReport("破案率由⟦41.2%⟧提至⟦46.9%⟧,提高⟦5.7个百分点⟧。").codes == [])
    let report = AnnotatedReport("破案率由⟦41.2%⟧提至⟦46.9%⟧,提高⟦6.7个百分点⟧。")
    let finding = try #require(report.findings.first)
    #expect(finding.code == "change.mismatch")
    #expect(finding.message == "41.2% → 46.9% differ by 5.7, the text says 6.7个百分点")
  }

  @Test("The finding shows the arithmetic")
  func findingShowsTheArithmetic() throws {
    let report = AnnotatedReport("由⟦120起⟧变为⟦100起⟧,同比上升⟦10%⟧。")
    let finding = try #require(report.findings.first { $0.code == "change.direction" })
    #expect(finding.message == "120起 → 100起 is −16.7%, the text says 上升10%")
    #expect(finding.expected == "下降")
    #expect(report.texts(of: finding) == ["120起", "100起", "10%"])
  }
}
