import ChineseCalendar
import TongbaoText

/// The names of days that no number tells: festivals and solar terms.
struct DayNames: Sendable {
  private let festivals: FestivalTable
  /// What the names begin with; most words for days begin otherwise.
  private let heads: UnitSet

  init(_ festivals: FestivalTable) {
    self.festivals = festivals
    var names = SolarTerm.allCases.map(\.chineseName)
    for festival in festivals.festivals { names += [festival.name] + festival.aliases }
    var heads = ""
    for head in names.compactMap(\.first) where !heads.contains(head) { heads.append(head) }
    self.heads = UnitSet(heads)
  }

  /// Whether a name of a festival or solar term may stand here.
  func mayStand(in written: TextSlice) -> Bool {
    written.units.first.map(heads.contains) ?? false
  }

  /// The solar term of that name, with or without 节.
  func term(named name: String) -> SolarTerm? {
    SolarTerm(chineseName: name.hasSuffix("节") ? String(name.dropLast()) : name)
  }

  func rule(ofFestival name: String) -> Festival.Rule? { festivals.festival(named: name)?.rule }
}
