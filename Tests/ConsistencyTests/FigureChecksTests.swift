import Testing
import TongbaoText

@Suite struct FigureChecksTests {
  private static let title = "春节假期日均⟦530人次⟧警力守护平安\n"

  @Test("A title contradicts the body")
  func titleAgainstBody() {
    let report = AnnotatedReport(
      Self.title + "⟦1月21日至27日⟧,分局日均投入警力⟦503人次⟧。",
      figures: [
        FigureRow(object: "警力", amount: "530人次", aggregation: .average),
        FigureRow(
          action: "投入", object: "警力", amount: "503人次", aggregation: .average,
          period: "2024-01-21/2024-01-27", scope: "分局"),
      ])
    #expect(report.codes == ["figure.conflict"])
  }

  @Test("An approximate title agrees with the exact body")
  func approximateTitle() {
    let report = AnnotatedReport(
      "“夏夜”行动出动警力⟦近1.3万人次⟧\n分局累计出动警力⟦12870人次⟧。",
      figures: [
        FigureRow(action: "出动", object: "警力", amount: "近1.3万人次"),
        FigureRow(action: "出动", object: "警力", amount: "12870人次", aggregation: .total),
      ])
    #expect(report.codes == [])
  }

  @Test("A title without figures is compared by its words")
  func titleWithoutFigures() {
    let title = "日均⟦530人次⟧警力守护平安\n"
    #expect(AnnotatedReport(title + "分局日均投入警力⟦503人次⟧。").codes == ["figure.conflict"])
    #expect(AnnotatedReport(title + "分局日均投入警力⟦530人次⟧,增派⟦503人次⟧。").codes == [])
    #expect(AnnotatedReport(title + "分局日均投入警力⟦86人次⟧。").codes == [])
    #expect(AnnotatedReport(title + "接待游客⟦503人次⟧。").codes == [])
  }

  @Test("A title may say in other words what the body says")
  func titleInOtherWords() {
    let title = "一月来退赃⟦1260万元⟧\n"
    #expect(AnnotatedReport(title + "向群众返还资金⟦1206万元⟧。").codes == ["figure.conflict"])
    #expect(AnnotatedReport(title + "向群众返还资金⟦1260万元⟧。").codes == [])
    #expect(AnnotatedReport(title + "全年投入资金⟦1206万元⟧。").codes == [])
  }

  @Test("A title that ends in a rounded number leaves the unit to the text")
  func titleWithoutUnit() {
    let title = "口岸出入境人次达⟦688.2万|number|6882000⟧\n"
    let report = AnnotatedReport(title + "各口岸出入境⟦668.2万人次⟧。")
    #expect(report.codes == ["figure.conflict"])
    #expect(AnnotatedReport(title + "各口岸出入境⟦688.2万人次⟧。").codes == [])
  }

  @Test("Inside one sentence a further value is a part or a later state")
  func oneSentence() {
    func report(_ joint: String) -> AnnotatedReport {
      AnnotatedReport(
        "通报\n六月,全市共批准逮捕犯罪嫌疑人⟦1642人⟧\(joint)逮捕⟦911人⟧。",
        figures: ["1642人", "911人"].map {
          FigureRow(
            action: "逮捕", object: "犯罪嫌疑人", amount: $0, aggregation: .total, period: "2024-06",
            scope: "全市")
        })
    }
    #expect(report(",决定").codes == [])
    #expect(report("。综上,共").codes == ["figure.conflict"])
    #expect(report("。次日又").codes == [])
    #expect(report("。不批准").codes == [])
  }

  @Test("The same digits in another order need no period")
  func transposedDigits() {
    func report(_ second: String) -> AnnotatedReport {
      AnnotatedReport(
        "通报\n发放司法救助金⟦518万元⟧。\n⟦上半年|date|2024-H1⟧发放司法救助金⟦\(second)⟧。",
        figures: [
          FigureRow(action: "发放", object: "司法救助金", amount: "518万元"),
          FigureRow(action: "发放", object: "司法救助金", amount: second, period: "2024-H1"),
        ])
    }
    #expect(report("581万元").codes == ["figure.conflict"])
    #expect(report("620万元").codes == [])
  }

  @Test("A part of the title's total is no contradiction")
  func partOfTheTitle() {
    let report = AnnotatedReport(
      "全市抓获嫌疑人⟦120名⟧\n在东区抓获嫌疑人⟦15名⟧。",
      figures: [
        FigureRow(action: "抓获", object: "嫌疑人", amount: "120名"),
        FigureRow(action: "抓获", object: "嫌疑人", amount: "15名", scope: "东区"),
      ])
    #expect(report.codes == [])
  }

  @Test(
    "One period, scope and indicator has one value",
    arguments: [
      ("2024-01", "2024-01", "全市", "全市", ["figure.conflict"]),
      ("2024-01", "2024-02", "全市", "全市", []),
      ("2024-01", "2024-01", "东区", "西区", []),
      ("", "", "全市", "全市", []),
    ])
  func onePeriodOneValue(
    _ first: String, _ second: String, _ scope: String, _ other: String, _ codes: [String]
  ) {
    let report = AnnotatedReport(
      "通报\n共破获刑事案件⟦120起⟧。\n综上,共破获刑事案件⟦112起⟧。",
      figures: [
        FigureRow(
          action: "破获", object: "刑事案件", amount: "120起", aggregation: .total, period: first,
          scope: scope),
        FigureRow(
          action: "破获", object: "刑事案件", amount: "112起", aggregation: .total, period: second,
          scope: other),
      ])
    #expect(report.codes == codes)
  }

  @Test("A running total must not fall")
  func runningTotal() {
    let text = "截至⟦2月16日⟧,累计化解纠纷⟦300起⟧。\n截至⟦2月18日⟧,累计化解纠纷⟦280起⟧。"
    #expect(AnnotatedReport(text).codes == ["figure.cumulative-decrease"])
  }

  @Test("A later total may name the count by its beginning only")
  func ellipticalTotal() {
    let first = "截至⟦11月25日⟧,今年累计排查急弯陡坡、临崖路段⟦1672处⟧;"
    #expect(
      AnnotatedReport(first + "截至⟦11月30日⟧,累计排查⟦1627处⟧。").codes
        == ["figure.cumulative-decrease"])
    #expect(AnnotatedReport(first + "截至⟦11月30日⟧,累计排查⟦1701处⟧。").codes == [])
    #expect(AnnotatedReport(first + "截至⟦11月30日⟧,累计整改⟦1627处⟧。").codes == [])
  }

  @Test("Linked figures are read as well")
  func linkedRunningTotal() {
    let report = AnnotatedReport(
      "截至⟦2月16日⟧,分局已化解各类纠纷⟦300起⟧。又,截至⟦2月18日⟧,累计成功化解纠纷⟦280起⟧。",
      figures: [
        FigureRow(
          action: "化解", object: "纠纷", amount: "300起", aggregation: .total,
          period: "../2024-02-16"),
        FigureRow(
          action: "化解", object: "纠纷", amount: "280起", aggregation: .total,
          period: "../2024-02-18"),
      ])
    #expect(report.codes == ["figure.cumulative-decrease"])
  }

  @Test(
    "Rising totals, other counts and other years give nothing",
    arguments: [
      "截至⟦2月16日⟧,累计化解纠纷⟦280起⟧。\n截至⟦2月18日⟧,累计化解纠纷⟦300起⟧。",
      "截至⟦2月16日⟧,累计化解纠纷⟦280起⟧。\n截至⟦2月18日⟧,累计破获案件⟦30起⟧。",
      "截至⟦2月16日⟧,累计化解纠纷⟦280余起⟧。\n截至⟦2月18日⟧,累计化解纠纷⟦近300起⟧。",
      "截至⟦2023年12月31日⟧,累计化解纠纷⟦280起⟧。\n截至⟦2024年2月18日⟧,累计化解纠纷⟦30起⟧。",
    ])
  func soundTotals(_ text: String) {
    #expect(AnnotatedReport(text).codes == [])
  }

  @Test(
    "Shares above their whole",
    arguments: [
      "现行命案破案率达⟦120%⟧。", "线索核结率为⟦103.5%⟧。", "群众满意度⟦101%⟧。", "警情同比下降⟦120%⟧。", "占总数的⟦130%⟧。",
      "直升机巡护线索办结率达⟦113.3%⟧。",
    ])
  func sharesAboveTheirWhole(_ text: String) {
    #expect(AnnotatedReport(text).codes == ["percent.over-100"])
  }

  @Test(
    "Growth and rates of plans may exceed 100 %",
    arguments: [
      "警情同比增长⟦120%⟧。", "年度任务完成率达⟦120%⟧。", "破案率达⟦100%⟧。", "破案数同比上升⟦150%⟧。", "破案率⟦99.9%⟧,是上年的⟦120%⟧。",
      "资产负债率达⟦110%⟧。", "破案率同比提高⟦120%⟧。", "破案率同比升⟦120%⟧。",
    ])
  func growthMayExceed(_ text: String) {
    #expect(AnnotatedReport(text).codes == [])
  }

  @Test(
    "Cases are no persons",
    arguments: [
      "伤亡由⟦15人⟧减至⟦12起⟧。", "今年⟦120起⟧,去年⟦100人⟧,同比上升⟦20%⟧。",
    ])
  func casesAreNoPersons(_ text: String) {
    #expect(AnnotatedReport(text).codes == ["unit.mismatch"])
  }

  @Test("One number under the same words in two units")
  func sameWordsAndNumber() {
    let first = "检查场所⟦88家⟧,行政拘留⟦15人⟧;另据统计,"
    #expect(AnnotatedReport(first + "行动共行政拘留⟦15起⟧。").codes == ["unit.mismatch"])
    #expect(AnnotatedReport(first + "行动共行政拘留⟦16起⟧。").codes == [])
    #expect(
      AnnotatedReport("发生事故⟦26件⟧,死亡⟦27人⟧,与⟦去年|date|2023⟧⟦32件⟧相比减少⟦6件⟧。").codes == [])
  }

  @Test("One count in two units")
  func oneCountInTwoUnits() {
    func report(_ second: String) -> AnnotatedReport {
      AnnotatedReport(
        "破获刑事案件⟦125起⟧\n本月破获刑事案件⟦\(second)⟧。",
        figures: [
          FigureRow(action: "破获", object: "刑事案件", amount: "125起"),
          FigureRow(action: "破获", object: "刑事案件", amount: second),
        ])
    }
    #expect(report("125人").codes == ["unit.mismatch"])
    #expect(report("125人次").codes == ["unit.mismatch"])
    #expect(report("125宗").codes == [])
    #expect(report("87人").codes == [])
  }
}
