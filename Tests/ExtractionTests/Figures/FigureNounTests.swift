import Testing

@Suite("Nouns and verbs of figures")
struct FigureNounTests {
  @Test(
    "A verb that tells which things another verb is about is part of their name",
    arguments: [
      FigureCase("侦破网络赌博及关联案件[9起|c|9 起]。", "侦破/网络赌博及关联案件/9起"),
      FigureCase("查获偷渡人员[6名|c|6 名]。", "查获/偷渡人员/6名"),
      FigureCase(
        "打掉诈骗平台[8个|c|8 个]、推广窝点[5个|c|5 个]。", "打掉/诈骗平台/8个", "打掉/推广窝点/5个"),
      FigureCase(
        "投入警力[90名|c|90 名]，其中交警[60名|c|60 名]、增援警力[30名|c|30 名]。",
        "投入/警力/90名", "投入/交警/60名", "投入/增援警力/30名"),
      FigureCase("市局增援警力[30名|c|30 名]。", "增援/警力/30名 in 市局"),
      FigureCase("立案侦办盗采案件[3起|c|3 起]。", "立案侦办/盗采案件/3起"),
    ])
  func attributes(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "What is measured keeps the verbs in its name",
    arguments: [
      FigureCase("修复费用达[9万元|m|90000 元]。", "达/修复费用/9万元"),
      FigureCase("窗口办理占比[72%|%|72%]。", "/窗口办理占比/72%"),
      FigureCase("受害人[12名|c|12 名]。", "/受害人/12名"),
      FigureCase(
        "日均发案由[9起|c|9 起]降至[3起|c|3 起]。", "/发案/9起 average", "降至/发案/3起 average"),
    ])
  func measures(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A verb behind the last item of a list, or behind a noun that a preposition leads in, is theirs",
    arguments: [
      FigureCase(
        "网吧[5家|c|5 家]、旅馆[8家|c|8 家]被逐一检查。", "检查/网吧/5家", "检查/旅馆/8家"),
      FigureCase("为[12名|c|12 名]学生补办证件[15张|c|15 张]。", "补办/学生/12名", "补办/证件/15张"),
      FigureCase("其中[3人|c|3 人]涉嫌醉驾。", "涉嫌/醉驾/3人"),
    ])
  func verbsBehind(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "What the amount is said to be is its noun, and names are none",
    arguments: [
      FigureCase("抓获嫌疑人[9人|c|9 人]，其中[3人|c|3 人]为外省人。", "抓获/嫌疑人/9人", "/外省人/3人"),
      FigureCase("滕某、高某某[两人|c|2 人]被拘留。", "拘留//两人"),
      FigureCase("抓获周某团伙成员[4人|c|4 人]。", "抓获/周某团伙成员/4人"),
    ])
  func predicates(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "分别 hands out to what stands before it too, and shares keep their verb",
    arguments: [
      FigureCase(
        "超员、超速分别处罚[4起|c|4 起]、[9起|c|9 起]。", "处罚/超员/4起", "处罚/超速/9起"),
      FigureCase(
        "刑事、治安案件各占[一成|%|10%]和[三成|%|30%]。", "占/刑事/一成", "占/治安案件/三成"),
    ])
  func distribution(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A bare number with 万 reports what it stands behind",
    arguments: [
      FigureCase("冻结[2.8亿|n|280000000]。", "冻结//2.8亿"),
      FigureCase("高峰人数[1.3万|n|13000]。", "/高峰人数/1.3万"),
    ])
  func looseNumbers(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "Temperatures, page marks and what was counted before are no figures",
    arguments: [
      "第2页/共[5页|c|5 页]", "以上[三条|c|3 条]路已恢复通行。",
    ])
  func exclusions(text: String) {
    #expect(FigureFixture.figures(text).isEmpty)
  }

  @Test(
    "A change may count from words or from the mean of a whole",
    arguments: [
      FigureCase(
        "调解率[60%|%|60%]，高出邻县平均[7个百分点|%|7 百分点]。",
        "/调解率/60%", "高出/调解率/7个百分点 change base:邻县平均 up"),
      FigureCase(
        "电诈警情比[2018年|d|2018]秋季学期的[20宗|c|20 宗]下降[三成|%|30%]。",
        "/电诈警情/20宗 @2018", "下降/电诈警情/三成 change base:2018 down"),
    ])
  func bases(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }
}
