import Testing

@Suite("Periods and comparisons of figures")
struct FigurePeriodTests {
  @Test(
    "A beginning and an end in two clauses are one period",
    arguments: [
      FigureCase(
        "会战[4月1日|d|2024-04-01]打响、[6月10日|d|2024-06-10]收兵，破获案件[30起|c|30 起]。",
        "破获/案件/30起 @2024-04-01/2024-06-10"),
      FigureCase(
        "行动自[4月1日|d|2024-04-01]开始，到[6月10日|d|2024-06-10]结束，破获案件[30起|c|30 起]。",
        "破获/案件/30起 @2024-04-01/2024-06-10"),
      FigureCase(
        "[4月1日|d|2024-04-01]破获案件[3起|c|3 起]，[6月10日|d|2024-06-10]破获案件[5起|c|5 起]。",
        "破获/案件/3起 @2024-04-01", "破获/案件/5起 @2024-06-10"),
    ])
  func beginningAndEnd(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A stretch that a sentence without amounts sets governs the next sentence alone",
    arguments: [
      FigureCase(
        "汛期从[5月1日|d|2024-05-01]起，至[9月30日|d|2024-09-30]止。转移群众[800人|c|800 人]。",
        "转移/群众/800人 @2024-05-01/2024-09-30"),
      FigureCase(
        "[国庆假期|d|2024-10-01/2024-10-07]画上句号。查处酒驾[7起|c|7 起]。查处超员[2起|c|2 起]。",
        "查处/酒驾/7起 @2024-10-01/2024-10-07", "查处/超员/2起"),
      FigureCase(
        "[6月7日|d|2024-06-07]高考开考。全市设置考点[9个|c|9 个]。", "设置/考点/9个 in 全市"),
    ])
  func frame(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "The ends of an interval may be two mentions, and a length may end it",
    arguments: [
      FigureCase(
        "[3月4日|d|2024-03-04]（周一）至[3月8日|d|2024-03-08]，查处酒驾[7起|c|7 起]。",
        "查处/酒驾/7起 @2024-03-04/2024-03-08"),
      FigureCase(
        "由[3月4日|d|2024-03-04]（周一）起一连[三天|l|P3D]，查处酒驾[7起|c|7 起]。",
        "查处/酒驾/7起 @2024-03-04/2024-03-06"),
      FigureCase(
        "[3月4日|d|2024-03-04]查处酒驾[7起|c|7 起]，[三天|l|P3D]内结案[5起|c|5 起]。",
        "查处/酒驾/7起 @2024-03-04", "结案//5起 @2024-03-04"),
    ])
  func endsAndLengths(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A sentence may go back to the stretch or the whole of the one before",
    arguments: [
      FigureCase(
        "[3月4日至8日|d|2024-03-04/2024-03-08]检查场所[9家|c|9 家]。行动期间，查处酒驾[7起|c|7 起]。",
        "检查/场所/9家 @2024-03-04/2024-03-08", "查处/酒驾/7起 @2024-03-04/2024-03-08"),
      FigureCase(
        "[3月4日8时至6日8时|t|2024-03-04T08/2024-03-06T08]降雨[80毫米|m|80 毫米]。[48小时|l|PT48H]转移群众[60人|c|60 人]。",
        "/降雨/80毫米 @2024-03-04/2024-03-06", "转移/群众/60人 @2024-03-04/2024-03-06"),
      FigureCase(
        "[3月4日|d|2024-03-04]清点户籍人口[90人|c|90 人]。其中男性[50人|c|50 人]。",
        "清点/户籍人口/90人 @2024-03-04", "清点/男性/50人 @2024-03-04"),
      FigureCase(
        "[3月4日至8日|d|2024-03-04/2024-03-08]检查场所[9家|c|9 家]。查处酒驾[7起|c|7 起]。",
        "检查/场所/9家 @2024-03-04/2024-03-08", "查处/酒驾/7起"),
    ])
  func referents(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test("What recurs over a stretch is an average of the stretch")
  func recurrenceInStretch() {
    let figures = FigureFixture.figures(
      "[5月1日至5日|d|2024-05-01/2024-05-05]，[每天|r|R/P1D]安排警力[90人次|c|90 人次]。")
    #expect(figures == ["安排/警力/90人次 average @2024-05-01/2024-05-05"])
  }

  @Test(
    "起 leaves the period of a day open, but not as part of a verb",
    arguments: [
      FigureCase(
        "自[3月5日|d|2024-03-05]起，收缴旧刀具[90把|c|90 把]。", "收缴/旧刀具/90把 @2024-03-05/.."),
      FigureCase("[3月5日|d|2024-03-05]起获枪支[2支|c|2 支]。", "起获/枪支/2支 @2024-03-05"),
    ])
  func openPeriod(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A parenthesis dates the occasion before it",
    arguments: [
      FigureCase(
        "禁渔期内（[3月1日至6月30日|d|2024-03-01/2024-06-30]），收缴渔网[12张|c|12 张]。",
        "收缴/渔网/12张 @2024-03-01/2024-06-30"),
      FigureCase(
        "新规（[3月1日至6月30日|d|2024-03-01/2024-06-30]）张贴后，收缴渔网[12张|c|12 张]。", "收缴/渔网/12张"),
    ])
  func parenthesis(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "What something is measured by is no period",
    arguments: [
      FigureCase(
        "发案数为[2012年以来|d|2012-01-01/2024-08-01]最低，查处酒驾[7起|c|7 起]。", "查处/酒驾/7起"),
      FigureCase(
        "和[2018年国庆假期|d|2018-10-01/2018-10-07]比，警情少了[9起|c|9 起]。",
        "少/警情/9起 change base:2018-10-01/2018-10-07 down"),
      FigureCase(
        "[今年|d|2024]立案[30起|c|30 起]，[去年同期|d|2023]是[40起|c|40 起]，降了[25%|%|25%]。",
        "立案//30起 @2024", "立案//40起 @2023", "降/立案/25% change yoy down @2024"),
      FigureCase(
        "化解率[96%|%|96%]，高出[2015年|d|2015][5个百分点|%|5个百分点]。",
        "/化解率/96%", "高出/化解率/5个百分点 change base:2015 up"),
      FigureCase("客流比平日高[4万人|c|40000 人]。", "高/客流/4万人 change base:平日 up"),
    ])
  func standard(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A clause without a noun goes on with what the text speaks of",
    arguments: [
      FigureCase("盗窃居首，[23起|c|23 起]。", "/盗窃/23起"),
      FigureCase("排查隐患[30处|c|30 处]、消除[20处|c|20 处]。", "排查/隐患/30处", "消除/隐患/20处"),
      FigureCase("接处警[80起|c|80 起]，同比少[9起|c|9 起]。", "接处警//80起", "少/接处警/9起 change yoy down"),
      FigureCase("抓获赵某、钱某等[3人|c|3 人]。", "抓获//3人"),
      FigureCase("抓获嫌疑人赵某等[3人|c|3 人]。", "抓获/嫌疑人/3人"),
      FigureCase("赵某获利[3万元|m|30000 元]。", "获利//3万元"),
      FigureCase("接报事故[30起|c|30 起]、亡[2人|c|2 人]。", "接报/事故/30起", "亡//2人"),
      FigureCase(
        "战果\n打掉窝点[30个|c|30 个]，按地区分，[甲市|p|-][18个|c|18 个]、[乙市|p|-][12个|c|12 个]。",
        "打掉/窝点/30个", "打掉/窝点/18个 in 甲市", "打掉/窝点/12个 in 乙市"),
    ])
  func continuedObject(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }
}
