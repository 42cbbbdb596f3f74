import RuleEngine
import TongbaoText

/// Decides whether 第 with a number is a rank or serial number.
struct OrdinalSense {
  private let match: Match
  private let surroundings: Surroundings

  init(_ match: Match, _ context: ConstructionContext) {
    self.match = match
    surroundings = Surroundings(context)
  }

  var isRank: Bool {
    let end = match.range.upperBound
    if match.has("unit") { return true }
    guard let next = surroundings.visibleUnit(at: end) else { return true }
    if surroundings.hasWord(of: "rank-verb", before: match.range.lowerBound) { return true }
    if Marks.isHan(next) { return Self.followers.contains(next) }
    return !enumerates(next)
  }

  private static let followers: UnitSet = "的和与及至到或名升降跃提退"

  /// 第一,… opens an argument and ranks nothing.
  private func enumerates(_ next: UInt16) -> Bool {
    guard Self.enumerators.contains(next) else { return false }
    return surroundings.visibleUnit(before: match.range.lowerBound)
      .map(Marks.sentenceEnds.contains) ?? true
  }

  private static let enumerators: UnitSet = ",:、，："
}
