/// Compares canonical values of the annotation guideline.
enum CanonicalValue {
  /// The value without its lunar day, with single blanks and its amount in the shortest form.
  static func normalized(_ value: String?) -> String {
    let own = (value ?? "").split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let words = own.split(whereSeparator: \.isWhitespace).map(String.init)
    guard var first = words.first else { return "" }
    let mark = ["~", ">=", "<=", ">", "<"].first { first.hasPrefix($0) } ?? ""
    let digits = first.dropFirst(mark.count).prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let rest = first.dropFirst(mark.count + digits.count)
    // Digits alone are a year or a code, which keep their zeros.
    if !digits.isEmpty, words.count > 1 || !rest.isEmpty || !mark.isEmpty || digits.contains("."),
      rest.isEmpty || "%‰".contains(rest)
    {
      first = mark + shortest(digits) + rest
    }
    return ([first] + words.dropFirst()).joined(separator: " ")
  }

  /// Drops zeros that say nothing: `07.50` is `7.5`.
  private static func shortest(_ digits: Substring) -> String {
    let sides = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = sides[0].drop { $0 == "0" }
    let fraction = sides.count > 1 ? sides[1].reversed().drop { $0 == "0" }.reversed() : []
    return (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + String(fraction))
  }

  /// Whether two values of a type mean the same; dates may be written to different grains as long
  /// as they cover the same days.
  static func areEqual(_ left: String?, _ right: String?, type: String) -> Bool {
    let (left, right) = (normalized(left), normalized(right))
    if left == right { return true }
    guard type == "date", !left.isEmpty, !right.isEmpty else { return false }
    return DateSides(left) == DateSides(right)
  }

  /// Whether a wrong date or time is wrong only because it counts from another reference date:
  /// only its years differ, or each side that differs is off by as much as the references are or
  /// is the reference day itself.
  static func differsByReference(
    _ gold: String?, _ predicted: String?, references: (gold: String?, predicted: String?)
  ) -> Bool {
    let (left, right) = (normalized(gold), normalized(predicted))
    guard left != right, !left.isEmpty, !right.isEmpty else { return false }
    if let one = withoutYears(left), one == withoutYears(right) { return true }
    let (leftSides, rightSides) = (DateSides(left), DateSides(right))
    guard let from = DateSides.day(references.gold), let to = DateSides.day(references.predicted),
      from != to, left.contains("/") == right.contains("/")
    else { return false }
    return zip(leftSides.sides, rightSides.sides).allSatisfy { left, right in
      if left == right { return true }
      guard let leftDay = DateSides.day(left), let rightDay = DateSides.day(right) else {
        return false
      }
      return rightDay - leftDay == to - from
    }
  }

  /// The value with `Y` for each year, or `nil` if it names none.
  private static func withoutYears(_ value: String) -> String? {
    var hasYear = false
    let sides = value.split(separator: "/", omittingEmptySubsequences: false).map { side in
      let mark = side.prefix { $0 == "~" }
      let year = side.dropFirst(mark.count).prefix { $0.isASCII && $0.isNumber }
      let rest = side.dropFirst(mark.count + year.count)
      guard year.count == 4, rest.isEmpty || rest.hasPrefix("-") else { return String(side) }
      hasYear = true
      return mark + "Y" + rest
    }
    return hasYear ? sides.joined(separator: "/") : nil
  }
}
