import Testing

@Suite("How far a date governs the figures behind it")
struct FigureCarryOverTests {
  @Test(
    "A line without the indent of its paragraph goes on with it",
    arguments: [
      FigureCase(
        "夜查情况\n　　[3月4日|d|2024-03-04]夜，民警在路口\n查处酒驾[7起|c|7 起]。",
        "查处/酒驾/7起 @2024-03-04"),
      FigureCase(
        "夜查情况\n　　[3月4日|d|2024-03-04]夜，民警分头设卡\n　　　第2页/共3页\n查处酒驾[7起|c|7 起]。",
        "查处/酒驾/7起 @2024-03-04"),
      FigureCase(
        "夜查情况\n　　[3月4日|d|2024-03-04]夜，民警分头设卡\n　　查处酒驾[7起|c|7 起]。", "查处/酒驾/7起"),
    ])
  func wrappedLine(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "The moment at which an event is reported governs what was done about it",
    arguments: [
      FigureCase(
        "[3月4日15时许|t|2024-03-04T15]，一仓库起火。民警疏散群众[60人|c|60 人]。",
        "疏散/群众/60人 @2024-03-04"),
      FigureCase(
        "[3月4日|d|2024-03-04]（周一）[15时许|t|T15]，一仓库起火。民警疏散群众[60人|c|60 人]。",
        "疏散/群众/60人 @2024-03-04"),
      FigureCase(
        "[3月4日15时许|t|2024-03-04T15]，家属报案，[3名|c|3 名]儿童走失。民警出动警犬[2只|c|2 只]。",
        "走失/儿童/3名 @2024-03-04", "出动/警犬/2只 @2024-03-04"),
      FigureCase(
        "[3月4日15时许|t|2024-03-04T15]，民警疏散群众[60人|c|60 人]。分局查处酒驾[7起|c|7 起]。",
        "疏散/群众/60人 @2024-03-04", "查处/酒驾/7起 in 分局"),
      FigureCase(
        "[3月4日15时许|t|2024-03-04T15]，一仓库起火。\n民警疏散群众[60人|c|60 人]。", "疏散/群众/60人"),
    ])
  func event(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "What a parenthesis dates is over behind it",
    arguments: [
      FigureCase(
        "甲镇查处酒驾[7起|c|7 起]（[上周|d|2024-03-04/2024-03-10][9起|c|9 起]），查处超员[2起|c|2 起]。",
        "查处/酒驾/7起", "查处//9起 @2024-03-04/2024-03-10", "查处/超员/2起")
    ])
  func parenthesis(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "The value of an earlier year does not date what follows",
    arguments: [
      FigureCase(
        "[全年|d|2017]查处酒驾[98起|c|98 起]，[2016年|d|2016]是[70起|c|70 起]；查处超员[20起|c|20 起]。",
        "98起 @2017", "70起 @2016", "20起 @2017"),
      FigureCase(
        "[2024年|d|2024]查处酒驾[98起|c|98 起]，[2023年|d|2023]为[70起|c|70 起]，增长[40%|%|40%]。",
        "98起 @2024", "70起 @2023", "40% change base:2023 up @2024"),
      FigureCase(
        "[2016年|d|2016]查处酒驾[70起|c|70 起]，[2017年|d|2017]查处超员[20起|c|20 起]。",
        "70起 @2016", "20起 @2017"),
    ])
  func formerYear(_ example: FigureCase) {
    #expect(Self.amounts(example.text) == example.figures)
  }

  /// The figures of a text without action and object.
  @Test("The quarter that an amount is compared with by name governs nothing behind it")
  func comparedQuarter() {
    let text = """
      [二季度|d|2024-Q2]，窗口受理业务[7万件|c|70000 件]，环比[一季度|d|2024-Q1]增长[8%|%|8%]，\
      发放证件[5万本|c|50000 本]。
      """
    let periods = FigureFixture.figures(text).map { $0.split(separator: "@").last ?? "" }
    #expect(periods.allSatisfy { $0.hasPrefix("2024-Q2") })
    #expect(periods.count == 3)
  }

  private static func amounts(_ text: String) -> [String] {
    FigureFixture.figures(text).map { figure in
      String(figure.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)[2])
    }
  }

  @Test("分别 hands days out as well")
  func distributedDays() {
    let figures = FigureFixture.figures(
      "[3月4日|d|2024-03-04]、[5日|d|2024-03-05]，全市分别查处酒驾[7起|c|7 起]、[9起|c|9 起]。")
    #expect(
      figures == ["查处/酒驾/7起 @2024-03-04 in 全市", "查处/酒驾/9起 @2024-03-05 in 全市"])
  }

  @Test(
    "截至 with the year behind it means the day, and closes what the sentence before began",
    arguments: [
      FigureCase(
        "截至[9月30日|d|2024-09-30]，[年内|d|2024]查处酒驾[7起|c|7 起]。", "查处/酒驾/7起 @../2024-09-30"),
      FigureCase(
        "自[6月25日|d|2024-06-25]起开展夏季行动。截至[9月30日|d|2024-09-30]，查处酒驾[7起|c|7 起]。",
        "查处/酒驾/7起 @2024-06-25/2024-09-30"),
      FigureCase(
        "到[月底|d|2024-09]已查处酒驾[7起|c|7 起]。", "查处/酒驾/7起 @../2024-09"),
      FigureCase("到[月底|d|2024-09]将查处酒驾[7起|c|7 起]。", "查处/酒驾/7起"),
    ])
  func until(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "自 and 起 or 以来 leave a period open, be there words between",
    arguments: [
      FigureCase(
        "自[3月5日|d|2024-03-05]整治启动起，查处酒驾[7起|c|7 起]。", "查处/酒驾/7起 @2024-03-05/.."),
      FigureCase(
        "[3月5日|d|2024-03-05]整治开展以来，查处酒驾[7起|c|7 起]。", "查处/酒驾/7起 @2024-03-05/.."),
      FigureCase(
        "[3月5日|d|2024-03-05]整治启动，查处酒驾[7起|c|7 起]。", "查处/酒驾/7起 @2024-03-05"),
    ])
  func open(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "Where a change began last year, its end is of the stretch that the paragraph reports",
    arguments: [
      FigureCase(
        "[上半年|d|2024-H1]查处酒驾[90起|c|90 起]。超员由[去年上半年|d|2023-01/2023-06]的[30起|c|30 起]降至[20起|c|20 起]。",
        "90起 @2024-H1", "30起 @2023-01/2023-06", "20起 @2024-H1"),
      FigureCase(
        "[3月4日|d|2024-03-04]查处酒驾[90起|c|90 起]。超员由[去年上半年|d|2023-01/2023-06]的[30起|c|30 起]降至[20起|c|20 起]。",
        "90起 @2024-03-04", "30起 @2023-01/2023-06", "20起"),
    ])
  func laterYear(_ example: FigureCase) {
    #expect(Self.amounts(example.text) == example.figures)
  }

  @Test(
    "An answer goes on with what the question said, and items with their announcement",
    arguments: [
      FigureCase(
        "访谈\n主持人：[3月1日至6月30日|d|2024-03-01/2024-06-30]开展了整治。请介绍。\n发言人：行动中，查处酒驾[7起|c|7 起]。",
        "查处/酒驾/7起 @2024-03-01/2024-06-30"),
      FigureCase(
        "战报\n[3月1日至6月30日|d|2024-03-01/2024-06-30]开展了整治。\n行动中，查处酒驾[7起|c|7 起]。",
        "查处/酒驾/7起"),
      FigureCase(
        "战报\n[3月4日|d|2024-03-04]收网，战果如下：\n（一）查处酒驾[7起|c|7 起]；\n（二）查处超员[2起|c|2 起]。",
        "查处/酒驾/7起 @2024-03-04", "查处/超员/2起 @2024-03-04"),
      FigureCase(
        "战报\n[3月4日|d|2024-03-04]收网，战果如下：\n查处酒驾[7起|c|7 起]。", "查处/酒驾/7起"),
    ])
  func announced(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test("每隔10天 says how often, and is no average")
  func interval() {
    let figures = FigureFixture.figures("[每隔10天|r|R/P10D]走访农户[9户|c|9 户]。")
    #expect(figures == ["走访/农户/9户"])
  }

  @Test(
    "Partners and destinations are no scope",
    arguments: [
      FigureCase(
        "[甲站|o|-]会同[乙分局|o|-]、[丙分局|o|-]查获冻品[5吨|m|5 吨]。", "查获/冻品/5吨 in 甲站"),
      FigureCase(
        "其中[甲分局|o|-][19人|c|19 人]、[乙分局|o|-][24人|c|24 人]。", "//19人 in 甲分局", "//24人 in 乙分局"),
      FigureCase(
        "治安大队查处酒驾[7起|c|7 起]，交警大队查处超员[2起|c|2 起]。", "查处/酒驾/7起 in 治安大队",
        "查处/超员/2起 in 交警大队"),
    ])
  func scope(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A change may count from an occasion, from before it, or from an average",
    arguments: [
      FigureCase(
        "查处酒驾[7起|c|7 起]，较[去年|d|2023]春运减少[5起|c|5 起]。", "7起",
        "5起 change yoy down"),
      FigureCase(
        "盗窃发案由整治前的[12起|c|12 起]降至[7起|c|7 起]，少了[四成|%|40%]。", "12起", "7起",
        "四成 change base:整治前 down"),
      FigureCase("破案率高出全省平均[7个百分点|%|7 百分点]。", "7个百分点 change base:全省平均 up"),
      FigureCase(
        "[9月|d|2024-09]查处酒驾[7起|c|7 起]，与[8月20日|d|2024-08-20]相比减少[5起|c|5 起]。",
        "7起 @2024-09", "5起 change base:2024-08-20 down @2024-09"),
    ])
  func comparison(_ example: FigureCase) {
    #expect(Self.amounts(example.text) == example.figures)
  }
}
