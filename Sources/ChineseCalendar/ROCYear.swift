/// Years of the Republic of China (民国), as dates of Taiwan and old documents count them.
public enum ROCYear {
  private static let yearBeforeTheFirst = 1911

  /// The Gregorian year of 民国 `year`: 113 is 2024. Nil before year 1 and past 9999.
  public static func gregorian(_ year: Int) -> Int? {
    (1...GregorianDay.years.upperBound - yearBeforeTheFirst).contains(year)
      ? year + yearBeforeTheFirst : nil
  }

  /// The 民国 year of a Gregorian year: 2024 is 113. Nil before 1912.
  public static func year(ofGregorian year: Int) -> Int? {
    (yearBeforeTheFirst + 1...GregorianDay.years.upperBound).contains(year)
      ? year - yearBeforeTheFirst : nil
  }
}
