import ChineseCalendar
import TongbaoText

extension ReferenceSolver {
  /// The years that a bulletin without one can be of. A misprinted gloss holds in some year, too, but
  /// mostly in one before there were bulletins to crawl.
  private static let inferableYears = 1990...2040

  /// The year in which most of the dates agree with what stands beside them.
  func inferredFromPairs() -> Solution? {
    let pairs = self.pairs
    guard !pairs.isEmpty else { return nil }
    // Most pairs decide, so that one slip does not; of as many, those that prove more.
    var best = (count: 0, weight: 0)
    var fitting: [Int] = []
    for year in Self.inferableYears {
      var score = (count: 0, weight: 0)
      for pair in pairs where pair.day(holdingIn: year) != nil {
        score.count += 1
        score.weight += pair.weight
      }
      guard score >= best else { continue }
      if score > best { fitting.removeAll(keepingCapacity: true) }
      best = score
      fitting.append(year)
    }
    guard best.count > 0 else { return nil }
    let stated = statedYears
    let known = fitting.filter { $0 <= calendar.lastKnownYear }
    let year = known.last { stated[$0] != nil } ?? known.last ?? fitting.first
    guard let year else { return nil }
    let proof = pairs.filter { $0.day(holdingIn: year) != nil }
    guard let anchor = proof.first?.day(holdingIn: year) else { return nil }
    let others = known.filter { $0 != year }.suffix(5)
    return solution(
      anchor: anchor, evidence: proof.flatMap(\.evidence) + (stated[year] ?? []),
      alternatives: others.reversed().map { year in
        var text = DigitText()
        text.append(year, width: 4)
        return text.string
      })
  }

  /// The middle of the latest year that the text names.
  func inferredFromYears() -> Solution? {
    let stated = statedYears
    guard let year = stated.keys.filter({ $0 <= calendar.lastKnownYear }).max(),
      let middle = GregorianDay(year: year, month: 7, day: 1)
    else { return nil }
    return solution(anchor: middle, evidence: stated[year] ?? [], alternatives: [])
  }

  private var pairs: [GlossPair] {
    var pairs: [GlossPair] = []
    for gloss in items {
      guard let host = gloss.host, let first = host.start, let second = gloss.start else {
        continue
      }
      let evidence = [host.index, gloss.index]
      let pair =
        GlossPair(date: first, gloss: second, evidence: evidence, festivals: calendar.festivals)
        ?? GlossPair(date: second, gloss: first, evidence: evidence, festivals: calendar.festivals)
      if let pair { pairs.append(pair) }
    }
    return pairs
  }

  /// The years that a date of the text names outright, with the readings that do.
  private var statedYears: [Int: [Int]] {
    var years: [Int: [Int]] = [:]
    for item in items {
      guard case .number(let year)? = item.start?.year,
        LunarCalendar.gregorianYears.contains(year)
      else { continue }
      years[year, default: []].append(item.index)
    }
    return years
  }

  /// The latest day that the text names in that year is its reference date.
  private func solution(
    anchor: GregorianDay, evidence: [Int], alternatives: [String]
  ) -> Solution {
    var latest: GregorianDay?
    for item in items {
      guard let nearest = day(named: item.start, nearestTo: anchor), nearest.year <= anchor.year,
        latest.map({ $0 < nearest }) ?? true, !cues.pointsAhead(item.range)
      else { continue }
      latest = nearest
    }
    let day = latest ?? anchor
    return Solution(
      day: day,
      reference: ReferenceDate(
        date: day.description, basis: .inferred, evidence: Array(Set(evidence)).sorted(),
        alternatives: alternatives))
  }

  /// The day, or the first of the month, that a point names; without its year the nearest one.
  private func day(named point: TemporalPoint?, nearestTo anchor: GregorianDay) -> GregorianDay? {
    guard let point, point.lunar == nil, case .number(let month)? = point.month else { return nil }
    var day = 1
    if case .number(let number)? = point.day { day = number }
    switch point.year {
    case .number(let year)?: return GregorianDay(year: year, month: month, day: day)
    case nil: return anchor.nearest(month: month, day: day)
    default: return nil
    }
  }
}

extension GregorianDay {
  /// The nearest day so named; of two as near the one of the year itself, then of the year before.
  func nearest(month: Int, day: Int) -> GregorianDay? {
    var nearest: GregorianDay?
    for year in [year, year - 1, year + 1] {
      guard let day = GregorianDay(year: year, month: month, day: day) else { continue }
      if nearest.map({ day.distance(to: self) < $0.distance(to: self) }) ?? true { nearest = day }
    }
    return nearest
  }
}
