import Lexicon

/// Reads the division tables and turns them into dictionary words and the gazetteer's table.
///
/// A place name is a word of one of these classes; its value lists what it can mean, best first
/// (current before former, higher level before lower, then by code):
///
/// | class | words |
/// | --- | --- |
/// | `place-full` | official names of provinces, prefectures and counties, suffix included |
/// | `place-generic` | official names that are common nouns: 城区, 东区; only after another name |
/// | `place-short` | short forms of county level and above: 延安, 潼关 |
/// | `place-short-common` | short forms that are ordinary words: 和平, 朝阳 |
/// | `place-former` | names no longer official; the successor with the former codes |
/// | `town-full` | towns and streets with their suffix: 虎门镇 |
/// | `town-short` | the same without suffix, with Taiwan's districts, for police units' names |
/// | `country` | countries, value ISO 3166 alpha-2 |
public struct GazetteerBuilder {
  private struct Row {
    var name: String
    var parent: UInt32
  }

  private struct Word: Hashable {
    var surface: String
    var className: String
  }

  private var rows: [UInt32: Row] = [:]
  private var meanings: [Word: [PlaceMeaning]] = [:]
  /// Short forms that are ordinary words.
  private let commonWords: Set<String>

  /// - Parameters:
  ///   - divisions: text of `divisions.tsv`; likewise the other tables.
  ///   - aliases: lines `surface[|surface…]<TAB>code[:name]` of usual names that no table has.
  ///   - commonWords: short forms, one a line, that are ordinary words as well.
  public init(
    divisions: String, townships: String, zones: String, territories: String, countries: String,
    aliases: String, commonWords: String
  ) throws(DictionaryFault) {
    self.commonWords = Set(
      commonWords.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
    let divisionTable = try SourceTable(
      divisions, named: "divisions.tsv",
      columns: [
        "code", "name", "level", "parent", "short_name", "status", "valid_from", "valid_to",
        "successor",
      ])
    addCurrentDivisions(divisionTable)
    addZones(
      try SourceTable(zones, named: "functional_zones.tsv", columns: ["code", "name", "parent"]))
    addAliases(aliases)
    let territoryTable = try SourceTable(
      territories, named: "hkmotw_subdivisions.tsv",
      columns: ["province_code", "province", "group", "name", "level", "short_name"])
    addTerritories(territoryTable)
    addFormerDivisions(divisionTable)
    addTownships(
      try SourceTable(
        townships, named: "townships.tsv",
        columns: ["code", "name", "parent", "kind", "status", "source", "successor"]))
    addDistrictsOfTaiwan(territoryTable)
    addCountries(
      try SourceTable(
        countries, named: "countries.tsv", columns: ["alpha2", "name", "aliases", "hant"]))
  }

  /// The dictionary words, sorted by class and surface.
  public var entries: [(surface: String, className: String, value: String)] {
    meanings
      .sorted { ($0.key.className, $0.key.surface) < ($1.key.className, $1.key.surface) }
      .map { word, references in
        let value = references.map(\.entryValue).joined(separator: "|")
        return (surface: word.surface, className: word.className, value: value)
      }
  }

  /// Lays out the table that ``Gazetteer`` reads.
  public func write(to image: inout ImageWriter) {
    let codes = rows.keys.sorted()
    let ordered = codes.compactMap { rows[$0] }
    image.add(Gazetteer.codesSection, codes)
    image.add(Gazetteer.parentsSection, ordered.map(\.parent))
    image.add(Gazetteer.namesSection, strings: ordered.map(\.name))
  }
}

// MARK: - Divisions of county level and above

extension GazetteerBuilder {
  private mutating func addCurrentDivisions(_ table: SourceTable) {
    let current = table.rows.filter { $0["status"] == "current" }
      .compactMap { row in DivisionCode(row["code"]).map { (row, $0) } }
      .sorted { ($0.1.level, $0.1) < ($1.1.level, $1.1) }
    for (row, code) in current {
      let name = String(row["name"])
      rows[code.rawValue] = Row(name: name, parent: UInt32(row["parent"]) ?? 0)
      let reference = reference(to: code, named: name)
      add(name, Self.genericNames.contains(name) ? "place-generic" : "place-full", reference)
      // One-character forms (陕, 粤) stand in a class of their own, written by hand.
      for short in row["short_name"].split(separator: "|") where short.count > 1 {
        add(String(short), shortClass(of: String(short)), reference)
      }
    }
  }

  private mutating func addFormerDivisions(_ table: SourceTable) {
    for row in table.rows where row["status"] == "historical" {
      guard let successor = DivisionCode(row["successor"]) else { continue }
      var reference = PlaceMeaning(successor)
      if let code = DivisionCode(row["code"]), let first = Int(row["valid_from"]),
        let last = Int(row["valid_to"]), first <= last
      {
        reference.former = [PlaceMeaning.FormerCode(code: code, years: first...last)]
      }
      // Short forms of former counties (露天, 郊县) are mostly ordinary words by now.
      let shorts = row["level"] == "prefecture" ? row["short_name"].split(separator: "|") : []
      for surface in [row["name"]] + shorts {
        let surface = String(surface)
        // A name that is still in use means its present holder.
        guard surface.count > 2 || !surface.hasSuffix("区"), surface.count > 1,
          !isCurrentName(surface), !Self.genericNames.contains(surface),
          !commonWords.contains(surface)
        else { continue }
        add(surface, "place-former", reference)
      }
    }
  }

  private mutating func addZones(_ table: SourceTable) {
    for row in table.rows {
      guard let code = DivisionCode(row["code"]), rows[code.rawValue] == nil else { continue }
      rows[code.rawValue] = Row(name: String(row["name"]), parent: UInt32(row["parent"]) ?? 0)
      add(String(row["name"]), "place-full", PlaceMeaning(code))
    }
  }

  private mutating func addTerritories(_ table: SourceTable) {
    for row in table.rows {
      // The groups of Hong Kong (香港岛, 九龙) are no part of the official names.
      let group = row["province"] == "台湾省" ? row["group"] : ""
      let reference = PlaceMeaning(
        code: String(row["province_code"]), name: "\(row["province"])\(group)\(row["name"])")
      let name = String(row["name"])
      if name.hasSuffix("乡") || name.hasSuffix("镇") {
        add(name, "town-full", reference)
        continue
      }
      add(name, Self.genericNames.contains(name) ? "place-generic" : "place-full", reference)
      for short in row["short_name"].split(separator: "|") where short.count > 1 {
        let isDistrictOfTaiwan = row["province"] == "台湾省" && row["level"] == "township"
        // 大安, 中正 and the like stand for a district of Taiwan only with their suffix.
        if !isDistrictOfTaiwan { add(String(short), shortClass(of: String(short)), reference) }
      }
    }
  }

  private mutating func addAliases(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", maxSplits: 1)
      guard columns.count == 2 else { continue }
      for surface in columns[0].split(separator: "|") {
        for reference in PlaceMeaning.list(String(columns[1])) {
          let name = String(surface)
          // 罗东 behaves like any short name, 高雄县 like an official one.
          let isShort = name.count == 2 && !commonWords.contains(name)
          add(name, isShort ? "place-short" : "place-full", reference)
        }
      }
    }
  }

  /// Districts of Taiwan without their suffix: in the names of police units, and beside a mainland
  /// county of the same short name (永康), where the document decides.
  private mutating func addDistrictsOfTaiwan(_ table: SourceTable) {
    for row in table.rows where row["province"] == "台湾省" && row["level"] == "township" {
      let reference = PlaceMeaning(
        code: String(row["province_code"]), name: "\(row["province"])\(row["group"])\(row["name"])")
      let short = String(row["name"].dropLast())
      guard short.count > 1 else { continue }
      add(short, "town-short", reference)
      for className in ["place-short", "place-short-common"]
      where meanings[Word(surface: short, className: className)] != nil {
        add(short, className, reference)
      }
    }
  }

  private func reference(to code: DivisionCode, named name: String) -> PlaceMeaning {
    code.isTerritory ? PlaceMeaning(code: code.description, name: name) : PlaceMeaning(code)
  }

  private func shortClass(of short: String) -> String {
    commonWords.contains(short) ? "place-short-common" : "place-short"
  }

  private func isCurrentName(_ surface: String) -> Bool {
    ["place-full", "place-short", "place-short-common", "place-generic"].contains {
      meanings[Word(surface: surface, className: $0)] != nil
    }
  }

  /// Official names that say nothing without the city before them.
  private static let genericNames: Set<String> = [
    "城区", "郊区", "矿区", "东区", "西区", "南区", "北区", "中区",
  ]
}

// MARK: - Towns and countries

extension GazetteerBuilder {
  private mutating func addTownships(_ table: SourceTable) {
    let ranks = ["current": 0, "moved": 1, "variant": 1, "unlisted": 2]
    let ordered = table.rows
      .compactMap { row in ranks[String(row["status"])].map { (row, $0) } }
      .sorted { ($0.1, $0.0["code"]) < ($1.1, $1.0["code"]) }
    for (row, _) in ordered {
      guard let own = DivisionCode(row["code"]) else { continue }
      let name = String(row["name"])
      let code = DivisionCode(row["successor"]) ?? own
      if code == own {
        guard rows[own.rawValue].map({ $0.name == name }) ?? true else { continue }
        rows[own.rawValue] = Row(name: name, parent: UInt32(row["parent"]) ?? 0)
      }
      guard let stem = Self.townStem(of: name) else { continue }
      add(name, "town-full", PlaceMeaning(code))
      if name.hasSuffix("族乡") { add(stem + "乡", "town-full", PlaceMeaning(code)) }
      if stem.count > 1 { add(stem, "town-short", PlaceMeaning(code)) }
    }
  }

  /// The name without 镇, 街道, 乡; `nil` for what bears no such suffix. 同乐苗族乡 is called 同乐.
  static func townStem(of name: String) -> String? {
    for suffix in ["街道", "镇", "民族乡", "乡", "苏木"] where name.hasSuffix(suffix) {
      guard name.count > suffix.count else { return nil }
      return withoutPeoples(name.dropLast(suffix.count))
    }
    return nil
  }

  /// Takes the names of the peoples from the end of a town's name, as long as two characters stay.
  private static func withoutPeoples(_ name: Substring) -> String {
    var stem = name
    while stem.hasSuffix("族"),
      let people = peoples.first(where: { stem.hasSuffix($0) && stem.count >= $0.count + 2 })
    {
      stem = stem.dropLast(people.count)
    }
    return String(stem)
  }

  /// The peoples that towns are named after, the longer names first.
  private static let peoples = [
    "柯尔克孜族", "乌孜别克族", "维吾尔族", "哈萨克族", "达斡尔族", "塔吉克族", "俄罗斯族", "鄂温克族", "塔塔尔族",
    "鄂伦春族", "蒙古族", "布依族", "朝鲜族", "土家族", "哈尼族", "傈僳族", "拉祜族", "东乡族", "纳西族", "景颇族",
    "仫佬族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "德昂族", "保安族", "裕固族",
    "独龙族", "赫哲族", "门巴族", "珞巴族", "基诺族", "高山族", "回族", "藏族", "苗族", "彝族", "壮族", "满族",
    "侗族", "瑶族", "白族", "傣族", "黎族", "佤族", "畲族", "水族", "土族", "羌族", "怒族", "京族",
  ]

  private mutating func addCountries(_ table: SourceTable) {
    // These three are divisions of China and stand in the other tables.
    let divisions: Set<Substring> = ["HK", "MO", "TW"]
    for row in table.rows where !divisions.contains(row["alpha2"]) {
      let reference = PlaceMeaning(code: String(row["alpha2"]), name: String(row["name"]))
      let others = [row["aliases"], row["hant"]].flatMap { $0.split(separator: "|") }
      for surface in [row["name"]] + others where !Self.ambiguousAbbreviations.contains(surface) {
        add(String(surface), "country", reference)
      }
    }
  }

  /// Abbreviations of countries that are other words far more often.
  private static let ambiguousAbbreviations: Set<Substring> = [
    "安巴", "特多", "圣普", "巴新", "赤几", "中非", "教廷", "南极",
  ]

  private mutating func add(_ surface: String, _ className: String, _ reference: PlaceMeaning) {
    let word = Word(surface: surface, className: className)
    let known = meanings[word, default: []].firstIndex {
      $0.code == reference.code && $0.name == reference.name
    }
    if let known {
      meanings[word]?[known].former += reference.former
    } else {
      meanings[word, default: []].append(reference)
    }
  }
}
