import Testing

@Suite("Figures")
struct FigureLinkerTests {
  @Test(
    "An action stands before the amount, behind it, or in the passive",
    arguments: [
      FigureCase("巡逻组投放护栏[40米|m|40 米]。", "投放/护栏/40米"),
      FigureCase("刑事案件侦破[9起|c|9 起]。", "侦破/刑事案件/9起"),
      FigureCase("[7处|c|7 处]消防隐患全部整改。", "整改/消防隐患/7处"),
      FigureCase("[2起|c|2 起]积案被省厅挂牌督办。", "挂牌督办/积案/2起"),
      FigureCase("民警走访排查商户发现隐患[6处|c|6 处]。", "发现/隐患/6处"),
      FigureCase("捣毁传销组织[3个|c|3 个]。", "捣毁/传销组织/3个"),
      FigureCase("共立盗窃案件[15起|c|15 起]。", "立/盗窃案件/15起 total"),
      FigureCase("机动车保有量达[52万辆|c|520000 辆]。", "达/机动车保有量/52万辆"),
    ])
  func action(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "An object is the shortest noun phrase that names what is counted",
    arguments: [
      FigureCase("抓获在逃人员[8名|c|8 名]。", "抓获/在逃人员/8名"),
      FigureCase("化解[31起|c|31 起]邻里纠纷，", "化解/邻里纠纷/31起"),
      FigureCase("归还雨伞、水杯等失物[17件|c|17 件]。", "归还/失物/17件"),
      FigureCase("收缴老旧猎枪等[5支|c|5 支]。", "收缴/老旧猎枪/5支"),
      FigureCase("救助[4名|c|4 名]迷路的登山游客。", "救助/登山游客/4名"),
      FigureCase("检查“多合一”场所[60家次|c|60 家次]。", "检查/“多合一”场所/60家次"),
      FigureCase("刑事警情：[12起|c|12 起]", "/刑事警情/12起"),
      FigureCase("查获[两箱|c|2 箱]共[40条|c|40 条]走私香烟。", "查获/走私香烟/两箱", "查获/走私香烟/40条 total"),
      FigureCase(
        "香港居民[3万人次|c|30000 人次]、内地居民[5万人次|c|50000 人次]。",
        "/香港居民/3万人次", "/内地居民/5万人次"),
    ])
  func object(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A list shares verb and aggregation, a breakdown the verb",
    arguments: [
      FigureCase(
        "共出动警力[90人次|c|90 人次]、警车[20辆次|c|20 辆次]，设置卡点[3个|c|3 个]。",
        "出动/警力/90人次 total", "出动/警车/20辆次 total", "设置/卡点/3个"),
      FigureCase(
        "抓获嫌疑人[20名|c|20 名]，其中刑拘[6名|c|6 名]、网逃[2名|c|2 名]。",
        "抓获/嫌疑人/20名", "刑拘/嫌疑人/6名", "刑拘/网逃/2名"),
      FigureCase(
        "查处酒驾[9起|c|9 起]（其中醉驾[2起|c|2 起]）、超载[5起|c|5 起]。",
        "查处/酒驾/9起", "查处/醉驾/2起", "查处/超载/5起"),
      FigureCase(
        "造成[2人|c|2 人]死亡、[3人|c|3 人]受伤。", "造成/死亡/2人", "造成/受伤/3人"),
      FigureCase(
        "排查积水点[14处|c|14 处]，已整治[11处|c|11 处]、正在整治[3处|c|3 处]。",
        "排查/积水点/14处", "整治/积水点/11处", "整治/积水点/3处"),
      FigureCase(
        "酒驾、超员、超速分别为[3起|c|3 起]、[4起|c|4 起]和[5起|c|5 起]。",
        "/酒驾/3起", "/超员/4起", "/超速/5起"),
    ])
  func lists(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A negation belongs to the noun or verb behind it",
    arguments: [
      FigureCase("其中未戴头盔[90例|c|90 例]。", "/未戴头盔/90例"),
      FigureCase("尚未整改[12处|c|12 处]。", "尚未整改//12处"),
      FigureCase("已整改[12处|c|12 处]。", "整改//12处"),
    ])
  func negation(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A verb that only tells which is part of the noun, and one behind the noun has its place",
    arguments: [
      FigureCase("涉案木材[12方|c|12 方]。", "/涉案木材/12方"),
      FigureCase("其中[2人|c|2 人]死亡。", "死亡//2人"),
      FigureCase("在[5个|c|5 个]片区设置岗亭。", "/片区/5个"),
      FigureCase("外卖企业[19家|c|19 家]签订承诺书。", "签订承诺书/外卖企业/19家"),
      FigureCase("每瓶成本[40元|m|40 元]。", "/成本/40元"),
      FigureCase("以每只[60元|m|60 元]卖出。", "卖出//60元"),
      FigureCase("[5000名|c|5000 名]游客涌入[古镇|p|-]。", "涌入/游客/5000名 in 古镇"),
      FigureCase(
        "缴获刀具[13把|c|13 把]、枪支[2把|c|2 把]，合计[15把|c|15 把]。",
        "缴获/刀具/13把", "缴获/枪支/2把", "缴获/枪支/15把 total"),
    ])
  func attributesAndPredicates(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A cue tells how an amount sums up",
    arguments: [
      FigureCase("日均接待群众[300余人次|c|>300 人次]。", "接待/群众/300余人次 average"),
      FigureCase("涉案金额合计[80万元|m|800000 元]。", "/涉案金额/80万元 total"),
      FigureCase("新增监控探头[25个|c|25 个]。", "新增/监控探头/25个 increment"),
      FigureCase(
        "[每晚|r|R/P1D][20时|t|T20]，[5名|c|5 名]队员巡河。", "巡河/队员/5名 average @R/P1D"),
    ])
  func aggregation(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "A change names its direction and what it compares with",
    arguments: [
      FigureCase(
        "[3月|d|2024-03]，接报警情[90起|c|90 起]，同比下降[10%|%|10%]，环比持平。",
        "接报/警情/90起 @2024-03", "下降/警情/10% change yoy down @2024-03"),
      FigureCase(
        "盗窃、诈骗案件同比分别下降[5%|%|5%]、[8%|%|8%]。",
        "下降/盗窃/5% change yoy down", "下降/诈骗案件/8% change yoy down"),
      FigureCase(
        "抓获[30人|c|30 人]，环比、同比分别上升[2%|%|2%]和[4%|%|4%]。",
        "抓获//30人", "上升//2% change mom up", "上升//4% change yoy up"),
      FigureCase(
        "[5月|d|2024-05]立案[40起|c|40 起]，较[4月|d|2024-04]的[50起|c|50 起]下降[20%|%|20%]。",
        "立案//40起 @2024-05", "立案//50起 @2024-04", "下降/立案/20% change mom down @2024-05"),
      FigureCase(
        "出城车流[2万辆|c|20000 辆]，较平日增长[三成|%|30%]。",
        "/出城车流/2万辆", "增长/出城车流/三成 change base:平日 up"),
      FigureCase("为企业减少办事成本[20万元|m|200000 元]。", "减少/办事成本/20万元"),
      FigureCase(
        "与[去年同期|d|2023-06]相比，事故起数减少[4起|c|4 起]；伤者由[9人|c|9 人]减至[5人|c|5 人]。",
        "减少/事故起数/4起 change yoy down", "/伤者/9人 @2023-06", "减至/伤者/5人"),
    ])
  func changes(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test(
    "Ages, thresholds, clicks and penalties are no figures",
    arguments: [
      "李某（男，[41岁|c|41 岁]）在逃。",
      "车速达[68公里/小时|m|68 公里/小时]。",
      "摸黑走了[4公里|m|4 公里]。",
      "未发生一次死亡[3人以上|c|>=3 人]的事故。",
      "点击数：[1200次|c|1200 次]",
      "最高可处[5000元|m|5000 元]罚款。",
      "每[10万人|c|100000 人]配备民警。",
      "第1页 共[4页|c|4 页]",
      "沿河堤[2公里|m|2 公里]步道巡逻。",
      "编号[1203|n|1203]的档案。",
    ])
  func exclusions(text: String) {
    #expect(FigureFixture.figures(text).isEmpty)
  }

  @Test(
    "Period and scope come from the sentence",
    arguments: [
      FigureCase(
        "[江岸分局|o|-][2月1日|d|2024-02-01]清查旅馆[20家|c|20 家]。",
        "清查/旅馆/20家 @2024-02-01 in 江岸分局"),
      FigureCase(
        "截至[7月31日|d|2024-07-31]，全市[今年以来|d|2024-01-01/2024-08-05]开展宣讲[50场次|c|50 场次]。",
        "开展/宣讲/50场次 @2024-01-01/2024-07-31 in 全市"),
      FigureCase(
        "截至[8月3日24时|t|2024-08-03T24]，劝返车辆[30辆|c|30 辆]。",
        "劝返/车辆/30辆 @../2024-08-03"),
      FigureCase(
        "[5月1日|d|2024-05-01]、[2日|d|2024-05-02]，接待游客[6万人次|c|60000 人次]。",
        "接待/游客/6万人次 @2024-05-01/2024-05-02"),
      FigureCase(
        "记者[3月9日|d|2024-03-09]从[市公安局|o|-]获悉，破获案件[5起|c|5 起]。", "破获/案件/5起"),
      FigureCase(
        "[6月1日|d|2024-06-01]抓获[3人|c|3 人]。次日无事。缴获车辆[2辆|c|2 辆]。",
        "抓获//3人 @2024-06-01", "缴获/车辆/2辆"),
      FigureCase(
        "[江岸分局|o|-]、[青山分局|o|-]清查旅馆[20家|c|20 家]。", "清查/旅馆/20家 in 江岸分局、青山分局"),
      FigureCase(
        "[江岸分局|o|-]清查旅馆[20家|c|20 家]。各单位连续奋战，查获毒贩[2人|c|2 人]。",
        "清查/旅馆/20家 in 江岸分局", "查获/毒贩/2人 in 江岸分局"),
    ])
  func periodAndScope(_ example: FigureCase) {
    #expect(FigureFixture.figures(example.text) == example.figures)
  }

  @Test("Action and object are slices of the original script")
  func originalScript() {
    let figures = FigureFixture.figures("警方檢獲懷疑冰毒[約三公斤|m|~3 公斤]。")
    #expect(figures == ["檢獲/懷疑冰毒/約三公斤 in 警方"])
  }

  @Test("A sentence of very many amounts is read to its end")
  func longSentence() {
    let many = String(repeating: "查处酒驾[2起|c|2 起]、", count: 20_000)
    #expect(FigureFixture.figures(many).count == 20_000)
  }

  @Test("Texts without mentions or with odd marks give nothing and do not crash")
  func oddTexts() {
    for text in ["", "。。。", "（（（（", "“、、；；：：", "[5起|c|5 起]", "、[5起|c|5 起]和", "的[5起|c|5 起]的"] {
      #expect(FigureFixture.figures(text).count <= 1)
    }
  }
}
