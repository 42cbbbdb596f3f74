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
/// | `place-former` | names that are no longer official; the value is the successor |
/// | `town-full` | towns and streets with their suffix: 虎门镇 |
/// | `town-short` | the same without suffix, for the names of police units |
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
  private var meanings: [Word: [PlaceReference]] = [:]
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
      columns: ["code", "name", "level", "parent", "short_name", "status", "successor"])
    addCurrentDivisions(divisionTable)
    addZones(
      try SourceTable(zones, named: "functional_zones.tsv", columns: ["code", "name", "parent"]))
    addAliases(aliases)
    addTerritories(
      try SourceTable(
        territories, named: "hkmotw_subdivisions.tsv",
        columns: ["province_code", "province", "group", "name", "level", "short_name"]))
    addFormerDivisions(divisionTable)
    addTownships(
      try SourceTable(
        townships, named: "townships.tsv",
        columns: ["code", "name", "parent", "kind", "status", "source", "successor"]))
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
      let reference = PlaceReference(successor)
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
      add(String(row["name"]), "place-full", PlaceReference(code))
    }
  }

  private mutating func addTerritories(_ table: SourceTable) {
    for row in table.rows {
      // The groups of Hong Kong (香港岛, 九龙) are no part of the official names.
      let group = row["province"] == "台湾省" ? row["group"] : ""
      let reference = PlaceReference(
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
        for reference in PlaceReference.list(String(columns[1])) {
          add(String(surface), "place-full", reference)
        }
      }
    }
  }

  private func reference(to code: DivisionCode, named name: String) -> PlaceReference {
    code.isTerritory ? PlaceReference(code: code.description, name: name) : PlaceReference(code)
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
      add(name, "town-full", PlaceReference(code))
      if stem.count > 1 { add(stem, "town-short", PlaceReference(code)) }
    }
  }

  /// The name without 镇, 街道, 乡; `nil` for what bears no such suffix.
  static func townStem(of name: String) -> String? {
    for suffix in ["街道", "镇", "民族乡", "乡", "苏木"] where name.hasSuffix(suffix) {
      return name.count > suffix.count ? String(name.dropLast(suffix.count)) : nil
    }
    return nil
  }

  private mutating func addCountries(_ table: SourceTable) {
    // These three are divisions of China and stand in the other tables.
    let divisions: Set<Substring> = ["HK", "MO", "TW"]
    for row in table.rows where !divisions.contains(row["alpha2"]) {
      let reference = PlaceReference(code: String(row["alpha2"]), name: String(row["name"]))
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

  private mutating func add(_ surface: String, _ className: String, _ reference: PlaceReference) {
    let word = Word(surface: surface, className: className)
    if meanings[word, default: []].contains(reference) { return }
    meanings[word, default: []].append(reference)
  }
}
