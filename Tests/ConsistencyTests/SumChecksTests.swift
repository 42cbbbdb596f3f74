import Testing
import TongbaoText

@Suite struct SumChecksTests {
  @Test(
    "Parts that the wording makes the whole must add up",
    arguments: [
      "行动共抓获⟦50人⟧,其中男性⟦30人⟧、女性⟦25人⟧。",
      "全年共受理⟦300起⟧,其中盗窃类⟦120起⟧、诈骗类⟦90起⟧、其他⟦80起⟧。",
      "全年共受理⟦300起⟧，其中盗窃⟦120起⟧，诈骗⟦90起⟧，其他类型⟦80起⟧。",
      "三县共抓获⟦200人⟧,分别为⟦90人⟧、⟦60人⟧和⟦40人⟧。",
      "查处酒驾⟦40起⟧、超速⟦35起⟧、超员⟦12起⟧,合计⟦97起⟧。",
      "案中被捕⟦5人⟧,其中⟦3人⟧被控一罪;余下⟦1人⟧获准保释。",
      "查验旅客共⟦500人次⟧。\n分口岸看,东口岸⟦210人次⟧,西口岸⟦180人次⟧,南口岸⟦160人次⟧。",
      "共打掉团伙⟦12个⟧。其中,盗窃团伙⟦5个⟧、诈骗团伙⟦4个⟧、其他团伙⟦2个⟧。",
      "全市共发生火灾事故⟦80起⟧。从区域看,东区火灾事故⟦30起⟧、西区火灾事故⟦31起⟧、南区火灾事故⟦25起⟧。",
      "共接获投诉⟦1108宗⟧。按界别计,涉及私营机构⟦742宗⟧、政府部门⟦279宗⟧、公共机构⟦105宗⟧。",
      "查验旅客⟦98.7万人次⟧。按国籍划分,旅客中甲国籍⟦51.2万人次⟧、乙国籍⟦44.9万人次⟧、其他⟦3.6万人次⟧。",
      "发生甲类事故⟦26件⟧。甲类依车种分:机车⟦15件⟧、小客车⟦5件⟧、行人⟦7件⟧。",
      "接报警情⟦86起⟧,其中夜间⟦33起⟧,占⟦48.4%⟧。",
      "查处违法⟦120起⟧,其中酒驾⟦30起⟧,占总数的⟦35%⟧。",
      "⟦2月10日至12日⟧,口岸查验旅客⟦18.6万人次⟧,日均⟦8.2万人次⟧。",
      "查验出入境旅客⟦18.6万人次⟧,其中入境⟦9.5万人次⟧、出境⟦8.1万人次⟧。",
      "男性、女性的比重分别为⟦53.4%⟧、⟦48.6%⟧。",
      "男性占⟦51.2%⟧,女性占⟦49.8%⟧。",
    ])
  func partsMustAddUp(_ text: String) {
    #expect(AnnotatedReport(text).codes == ["sum.mismatch"])
  }

  @Test(
    "Sums that hold, may hold, or need not hold give nothing",
    arguments: [
      "行动共抓获⟦55人⟧,其中男性⟦30人⟧、女性⟦25人⟧。",
      "排查隐患⟦160处⟧,已整改⟦130处⟧、正在整改⟦20处⟧。",
      "⟦60岁以上|count|>=60 岁⟧占⟦21.4%⟧、⟦18至59岁|count|18..59 岁⟧占⟦61.1%⟧、⟦0至17岁|count|0..17 岁⟧占⟦17.5%⟧。",
      "⟦60岁以上|count|>=60 岁⟧占⟦31.4%⟧、⟦18至59岁|count|18..59 岁⟧占⟦61.1%⟧。",
      "男性占⟦51.2%⟧,女性占⟦48.8%⟧。",
      "男性酒驾占⟦91.2%⟧,女性求助占⟦49.8%⟧。",
      "共查处⟦300起⟧,其中酒驾⟦120起⟧、醉驾⟦20起⟧。",
      "共出动警力⟦1000余人次⟧,其中民警⟦500余人次⟧、辅警⟦300余人次⟧、其他力量⟦200余人次⟧。",
      "客流⟦600.5万人次⟧,分别为⟦310.2万人次⟧、⟦110.1万人次⟧、⟦180.2万人次⟧。",
      "查获酒驾⟦31起⟧(其中醉驾⟦6起⟧)、超员⟦4起⟧、涉牌⟦52起⟧。",
      "全年查处违法⟦4.8万起⟧,其中超员、超速、疲劳驾驶分别为⟦312起⟧、⟦2046起⟧、⟦87起⟧。",
      "查处酒驾⟦30起⟧,抓获嫌疑人⟦20名⟧,共打掉团伙⟦3个⟧。",
      "查验旅客⟦500万人次⟧、车辆⟦20万辆次⟧,日均分别为⟦62.5万人次⟧、⟦2.5万辆次⟧。",
      "从时段看,晚间发生⟦19起⟧,占⟦32.8%⟧。",
      "案中被捕⟦4人⟧,其中⟦3人⟧被控⟦1项⟧罪名;余下⟦1人⟧获准保释。",
      "查验旅客共⟦500人次⟧。\n分口岸看,东口岸⟦210人次⟧,西口岸⟦180人次⟧,南口岸⟦110人次⟧。",
      "共立案⟦500起⟧。\n从类型看,盗窃⟦210起⟧,诈骗⟦120起⟧,抢劫⟦60起⟧。",
      "检查企业⟦30家⟧,其中化工企业⟦20家⟧、存在隐患⟦15家⟧。",
      "接报警情⟦86起⟧,其中夜间⟦33起⟧,占⟦38.4%⟧。",
      "查处违法⟦近120起⟧,其中酒驾⟦30余起⟧,占总数的⟦35%⟧。",
      "查处违法⟦120起⟧,其中酒驾⟦30起⟧、醉驾⟦10起⟧,占⟦33.3%⟧。",
      "⟦2月10日至12日⟧,口岸查验旅客⟦18.6万人次⟧,日均⟦6.2万人次⟧。",
      "⟦2月10日至12日⟧为假期,⟦今年|date|2024-01-01/..⟧查验旅客⟦18.6万人次⟧,日均⟦0.4万人次⟧。",
      "全年发案⟦1200起⟧,春季⟦300起⟧,其中盗窃⟦120起⟧,占总数的⟦10%⟧。",
      "出境⟦86人⟧,其中外国人⟦33人⟧,占入境外国人的⟦66%⟧。",
      "拘捕⟦14人⟧,包括⟦11名⟧男子及⟦3名⟧女子,其中⟦9人⟧涉嫌酒驾。",
      "共抓获⟦407人⟧,其中刑拘⟦198人⟧、逮捕⟦87人⟧、移送起诉⟦122人⟧。",
    ])
  func soundSumsAreSilent(_ text: String) {
    #expect(AnnotatedReport(text).codes == [])
  }

  @Test(
    "A part cannot exceed its whole",
    arguments: [
      "查处违法行为⟦30起⟧,其中酒驾⟦45起⟧。",
      "抓获嫌疑人⟦20名⟧(其中在逃人员⟦32人⟧),缴获现金⟦5万元⟧。",
      "接报警情⟦1120起⟧,其中刑事警情⟦1500余起⟧。",
      "共检查场所⟦300家次⟧。其中,网吧⟦420家次⟧。",
      "夜查中查获酒驾⟦48件⟧,移送法办⟦53件⟧。",
      "查处酒驾⟦19起⟧(含醉驾⟦25起⟧)、超员⟦2起⟧。",
    ])
  func partCannotExceedWhole(_ text: String) {
    #expect(AnnotatedReport(text).codes == ["sum.part-exceeds-total"])
  }

  @Test(
    "What only looks like a part gives nothing",
    arguments: [
      "查处酒驾⟦30起⟧,其中醉驾⟦5起⟧,查扣车辆⟦40辆⟧,处罚⟦45起⟧。",
      "接报警情⟦30起⟧,同比减少⟦5起⟧,其中盗窃⟦12起⟧。",
      "抓获⟦94人⟧,出动警力⟦167人次⟧,其中民警⟦120人次⟧。",
      "破获案件⟦近50起⟧,其中刑事案件⟦49起⟧。",
      "查获假烟⟦200余条⟧,其中名牌香烟⟦260条⟧。",
    ])
  func whatOnlyLooksLikeAPart(_ text: String) {
    #expect(AnnotatedReport(text).codes == [])
  }

  @Test(
    "A daily average must follow from the total and its days",
    arguments: [("503人次", []), ("502人次", []), ("530人次", ["sum.mismatch"])])
  func dailyAverage(_ average: String, _ codes: [String]) {
    let period = "2024-02-10/2024-02-17"
    let report = AnnotatedReport(
      "⟦2月10日至17日⟧,分局累计出动警力⟦4024人次⟧,日均出动警力⟦\(average)⟧。",
      figures: [
        FigureRow(
          action: "出动", object: "警力", amount: "4024人次", aggregation: .total, period: period),
        FigureRow(
          action: "出动", object: "警力", amount: average, aggregation: .average, period: period),
      ])
    #expect(report.codes == codes)
  }

  @Test("A daily average that follows from another total nearby is left alone")
  func dailyAverageOfAnotherTotal() {
    let period = "2024-02-10/2024-02-13"
    let report = AnnotatedReport(
      "⟦2月10日至13日⟧,累计发送旅客⟦38.2万人次⟧、到达旅客⟦40.3万人次⟧,日均发送⟦9.55万人次⟧。",
      figures: [
        FigureRow(
          action: "发送", object: "旅客", amount: "38.2万人次", aggregation: .total, period: period),
        FigureRow(
          action: "发送", object: "到达旅客", amount: "40.3万人次", aggregation: .total, period: period),
        FigureRow(
          action: "发送", object: "到达旅客", amount: "9.55万人次", aggregation: .average,
          period: period),
      ])
    #expect(report.codes == [])
  }

  @Test("Parts that the words hand out to as many sharers may not exceed the whole")
  func partsHandedOut() {
    func codes(_ list: String) -> [String] { AnnotatedReport("共查获⟦58人⟧,\(list)。").codes }
    #expect(
      codes("其中东街、西街、南街⟦3个⟧中队分别查获⟦19人⟧、⟦25人⟧、⟦16人⟧") == ["sum.mismatch"])
    #expect(codes("东、西、南⟦三县⟧依次为⟦19人⟧、⟦25人⟧、⟦16人⟧") == ["sum.mismatch"])
    #expect(codes("其中东街、西街、南街中队分别查获⟦19人⟧、⟦25人⟧、⟦16人⟧") == ["sum.mismatch"])
    #expect(codes("其中东街、西街、南街⟦3个⟧中队分别查获⟦19人⟧、⟦25人⟧、⟦14人⟧") == [])
    #expect(codes("其中东街、西街⟦2个⟧中队分别查获⟦9人⟧、⟦15人⟧") == [])
  }

  @Test("Kinds of police are classes of one kind")
  func kindsOfPolice() {
    let whole = "投入警力⟦1260名⟧,其中交警⟦400名⟧、特警⟦210名⟧、"
    #expect(AnnotatedReport(whole + "民警⟦540名⟧、增援警力⟦130名⟧。").codes == ["sum.mismatch"])
    #expect(AnnotatedReport(whole + "民警⟦540名⟧、增援警力⟦110名⟧。").codes == [])
  }

  @Test("The finding shows the addition and all the parts")
  func findingShowsTheAddition() throws {
    let report = AnnotatedReport("行动共抓获⟦50人⟧,其中男性⟦30人⟧、女性⟦25人⟧。")
    let finding = try #require(report.findings.first)
    #expect(finding.message == "30 + 25 = 55, the text says 50人")
    #expect(finding.expected == "30 + 25 = 55")
    #expect(finding.severity == .error)
    #expect(report.texts(of: finding) == ["50人", "30人", "25人"])
  }
}
