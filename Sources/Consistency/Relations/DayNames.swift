import ChineseCalendar
import TongbaoText

/// The names of days that no number tells: festivals and solar terms.
///
/// A class, for it is never changed and every report asks it.
final class DayNames: Sendable {
  private let festivals: FestivalTable
  /// The solar terms by the two units of their names.
  private let terms: [UInt32: SolarTerm]
  /// What the names begin with; most words for days begin otherwise.
  private let heads: UnitSet

  init(_ festivals: FestivalTable) {
    self.festivals = festivals
    var heads: [UInt16] = []
    func note(_ name: String) {
      if let head = name.utf16.first, !heads.contains(head) { heads.append(head) }
    }
    var terms: [UInt32: SolarTerm] = [:]
    for term in SolarTerm.allCases {
      note(term.chineseName)
      terms[Self.key(Array(term.chineseName.utf16)[...])] = term
    }
    for festival in festivals.festivals {
      note(festival.name)
      festival.aliases.forEach(note)
    }
    self.heads = UnitSet(String(decoding: heads, as: UTF16.self))
    self.terms = terms
  }

  private static func key(_ units: ArraySlice<UInt16>) -> UInt32 {
    units.reduce(0) { $0 << 16 | UInt32($1) }
  }

  /// Whether a name of a festival or solar term may stand here.
  func mayStand(in written: TextSlice) -> Bool {
    written.units.first.map(heads.contains) ?? false
  }

  private static let day = Cue("节")

  /// The solar term of that name, with or without 节.
  func term(named written: TextSlice) -> SolarTerm? {
    let units = written.hasSuffix(Self.day) ? written.units.dropLast() : written.units
    return units.count == 2 ? terms[Self.key(units)] : nil
  }

  func rule(ofFestival name: String) -> Festival.Rule? { festivals.festival(named: name)?.rule }
}
