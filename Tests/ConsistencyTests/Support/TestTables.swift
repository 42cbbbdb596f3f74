import ChineseCalendar
import Consistency
import TongbaoText

/// The tables that the tests share.
enum TestTables {
  static let folding: FoldingTable = {
    do { return try FoldingTable.makeFromICU() } catch { fatalError("ICU has no rules: \(error)") }
  }()

  static let festivals: FestivalTable = {
    let rows = """
      name\taliases\tkind\tmonth\tday
      春节\t\tlunar\t1\t1
      元宵节\t元宵\tlunar\t1\t15
      除夕\t大年三十\tlunar-eve\t\t
      清明节\t清明\tterm\t\t7
      国庆节\t国庆\tgregorian\t10\t1
      """
    do { return try FestivalTable(parsing: rows) } catch { fatalError("\(error)") }
  }()

  static let checker = ConsistencyChecker(festivals: festivals, divisions: SomeDivisions())
}

/// A handful of divisions.
struct SomeDivisions: DivisionNames {
  private let rows: [String: (name: String, parent: String?)] = [
    "610000": ("陕西省", nil), "610100": ("西安市", "610000"), "610600": ("延安市", "610000"),
    "530000": ("云南省", nil), "533100": ("德宏傣族景颇族自治州", "530000"), "533102": ("瑞丽市", "533100"),
    "610602": ("宝塔区", "610600"), "610602102": ("河庄坪镇", "610602"),
    "610102": ("新城区", "610100"), "150000": ("内蒙古自治区", nil), "150100": ("呼和浩特市", "150000"),
    "150102": ("新城区", "150100"), "500000": ("重庆市", nil), "500106": ("沙坪坝区", "500000"),
  ]

  func chain(of code: String) -> [DivisionName] {
    var chain: [DivisionName] = []
    var next: String? = code
    while let code = next, let row = rows[code] {
      chain.insert(DivisionName(code: code, name: row.name), at: 0)
      next = row.parent
    }
    return chain
  }
}
