/// What damage writes for a character. Frequent characters of the genre are enough: a text is
/// damaged in places.
enum DamageTables {
  /// The most frequent reading, with its tone mark, as glosses give it.
  static let readings: [Unicode.Scalar: String] = table(
    """
    纪jì 风fēng 节jié 责zé 处chù 学xué 险xiǎn 时shí 间jiān 发fā 现xiàn 调diào 动dòng 务wù \
    报bào 组zǔ 织zhī 检jiǎn 查chá 治zhì 安ān 月yuè 日rì 年nián 警jǐng 力lì 区qū 县xiàn \
    镇zhèn 街jiē 道dào 路lù 抓zhuā 获huò 嫌xián 疑yí 案àn 件jiàn 破pò 化huà 解jiě 纠jiū \
    纷fēn 隐yǐn 患huàn 场chǎng 所suǒ 春chūn 夏xià 秋qiū 冬dōng 初chū 约yuē 余yú 起qǐ 名míng
    """)

  /// Simplified to traditional, one character by one as converters without a dictionary of words
  /// do it. Where a character has several forms any of them is written: 里 is 裡 for “inside” and
  /// stays 里 for the mile, 发 is 發 for “send” and 髮 for hair, and so the wrong one comes as often.
  static let traditional: [Unicode.Scalar: [Unicode.Scalar]] = table(
    """
    纪紀 风風 节節 责責 处處 学學 险險 时時 间間 现現 调調 动動 务務 报報 组組 织織 检檢 \
    区區 县縣 镇鎮 获獲 纠糾 纷紛 隐隱 场場 约約 个個 \
    辆輛 会會 长長 门門 队隊 压壓 万萬 亿億 员員 国國 东東 车車 开開 关關 业業 产產 众眾 优優 \
    传傳 单單 备備 实實 宝寶 对對 导導 应應 总總 战戰 户戶 护護 据據 数數 无無 来來 标標 为為 \
    监監 线線 罚罰 缴繳 联聯 营營 虽雖 证證 评評 诈詐 诉訴 话話 该該 请請 谋謀 财財 质質 购購 \
    贯貫 费費 资資 运運 进進 还還 连連 违違 邮郵 钱錢 铁鐵 银銀 镜鏡 闭閉 问問 阳陽 阵陣 \
    阶階 陕陝 随隨 难難 电電 项項 领領 频頻 题題 额額 饮飲 馆館 驾駕 骗騙 龙龍 \
    里里裡裏 后后後 发發髮 干干乾幹 面面麵 只只隻 松松鬆 制制製 台台臺檯颱 系系係繫 斗斗鬥 谷谷穀 \
    准准準 范范範 云云雲 征征徵 历歷曆 钟鐘鍾 复復複 几几幾 余余餘 舍舍捨 表表錶 周周週 占占佔 \
    布布佈 升升昇 于于於 志志誌 游游遊 扎扎紮 签簽籤 须須鬚 胡胡鬍 适適 出出齣 家家傢 冬冬鼕 \
    丑丑醜 了了瞭 回回迴 卷卷捲 汇匯彙 尽盡儘 伙伙夥 团團糰 价價 别別彆 克克剋 注注註 \
    秋秋鞦 千千韆 向向嚮 划划劃 杰傑
    """
  ).mapValues { Array($0.unicodeScalars) }

  /// Full-width digits for plain ones; half-width punctuation for Chinese.
  static func otherWidth(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "0"..."9": Unicode.Scalar(scalar.value + 0xFEE0)
    case "，": ","
    case "；": ";"
    case "：": ":"
    case "（": "("
    case "）": ")"
    case "%": "％"
    default: nil
    }
  }

  private static func table(_ rows: String) -> [Unicode.Scalar: String] {
    var table: [Unicode.Scalar: String] = [:]
    for row in rows.split(separator: " ") {
      guard let key = row.unicodeScalars.first else { continue }
      table[key] = String(String.UnicodeScalarView(row.unicodeScalars.dropFirst()))
    }
    return table
  }
}
