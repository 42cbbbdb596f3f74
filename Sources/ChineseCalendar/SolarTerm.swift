/// The 24 solar terms (节气) in the order of the Gregorian year: 1 小寒 (early January) to
/// 24 冬至 (about 22 December).
public enum SolarTerm: Int, CaseIterable, Hashable, Sendable {
  case xiaohan = 1
  case dahan, lichun, yushui, jingzhe, chunfen
  case qingming, guyu, lixia, xiaoman, mangzhong, xiazhi
  case xiaoshu, dashu, liqiu, chushu, bailu, qiufen
  case hanlu, shuangjiang, lidong, xiaoxue, daxue, dongzhi

  private static let chineseNames = [
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
  ]

  public var chineseName: String { Self.chineseNames[rawValue - 1] }

  /// The term with the given name in simplified script; nil when there is none.
  public init?(chineseName: some StringProtocol) {
    guard let index = Self.chineseNames.firstIndex(where: { $0 == chineseName }) else {
      return nil
    }
    self.init(rawValue: index + 1)
  }

  /// The Gregorian month the term always falls into.
  public var month: Int { (rawValue + 1) / 2 }
}

/// The days of the solar terms, 1901 to 2100, in China standard time.
public enum SolarTerms {
  /// The day of a term in a Gregorian year. Constant time.
  ///
  /// - Throws: `CalendarError` for a year outside 1901...2100.
  public static func day(of term: SolarTerm, year: Int) throws(CalendarError) -> GregorianDay {
    guard LunarCalendar.gregorianYears.contains(year) else {
      throw .uncovered(gregorianYear: year)
    }
    let index = term.rawValue - 1
    let packed = SolarTermTable.years[year - SolarTermTable.firstYear]
    let later = Int(packed >> UInt64(2 * index) & 3)
    return GregorianDay(known: year, term.month, SolarTermTable.earliestDay[index] + later)
  }

  /// All 24 terms of a Gregorian year in order.
  ///
  /// - Throws: `CalendarError` for a year outside 1901...2100.
  public static func terms(
    in year: Int
  ) throws(CalendarError) -> [(term: SolarTerm, day: GregorianDay)] {
    var terms: [(term: SolarTerm, day: GregorianDay)] = []
    for term in SolarTerm.allCases { terms.append((term, try day(of: term, year: year))) }
    return terms
  }

  /// The term that begins on a day; nil when none does or the year is not covered.
  public static func term(on day: GregorianDay) -> SolarTerm? {
    // Two terms to a month: only they can fall on the day.
    [day.month * 2 - 1, day.month * 2].lazy.compactMap(SolarTerm.init(rawValue:))
      .first { (try? Self.day(of: $0, year: day.year)) == day }
  }
}
