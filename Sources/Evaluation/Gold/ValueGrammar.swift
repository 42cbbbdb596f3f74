import TongbaoText

/// Whether a canonical value is written as the annotation guideline has it for its type.
///
/// The form is checked, and that days exist; whether it is the right value is the annotator's word.
public enum ValueGrammar {
  /// Why the value is wrong, or `nil`.
  public static func fault(in value: String, type: MentionType) -> String? {
    let isRight: Bool
    switch type {
    case .date: isRight = isDate(value)
    case .time: isRight = isTime(value[...])
    case .duration: isRight = isDuration(value)
    case .recurrence: isRight = isRecurrence(value)
    case .count, .measure: isRight = isAmountWithUnit(value)
    case .percent: isRight = isPercent(value)
    case .ordinal: isRight = value.wholeMatch(of: /#\d+( \S.*)?/) != nil
    case .number: isRight = isAmount(value[...])
    case .place: isRight = value.wholeMatch(of: /-|\d{6}|\d{9}|[A-Z]{2}/) != nil
    case .organization: isRight = value == "-"
    }
    return isRight
      ? nil : "“\(value)” is no \(type.rawValue) value; write it like \(example(of: type))"
  }

  private static func example(of type: MentionType) -> String {
    switch type {
    case .date: "2024-02-18, 2024-Q1, 2024-02-09/2024-02-17 or PAST_REF"
    case .time: "2024-02-18T19, T21:30 or 2024-02-09TNI"
    case .duration: "P8D or PT24H"
    case .recurrence: "R/P1D or R/P1W-5"
    case .count: "~120 名"
    case .measure: "2.3 公斤"
    case .percent: "20.9%, 1.2 百分点, 2 倍 or 1/3"
    case .ordinal: "#41 届"
    case .number: ">500 or 20..30"
    case .place: "610602, 610602102, CN or -"
    case .organization: "-"
    }
  }

  // MARK: - Dates and times

  private static func isDate(_ value: String) -> Bool {
    let parts = value.split(separator: ";lunar=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      let lunar = /(\d{4}-\d\d\*?(-\d\d)?)(\/\d{4}-\d\d\*?(-\d\d)?)?/
      guard parts[1].wholeMatch(of: lunar) != nil else { return false }
    }
    if value == "PAST_REF" || value == "PRESENT_REF" || value == "FUTURE_REF" { return true }
    let sides = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    switch sides.count {
    case 1: return isDay(sides[0])
    case 2:
      let isOpen = sides[0] == ".." || sides[1] == ".."
      return sides != ["..", ".."] && sides.allSatisfy { $0 == ".." || isDay($0) }
        && (isOpen || isInOrder(sides[0], sides[1]))
    default: return false
    }
  }

  /// A day or something coarser; the year may be unknown.
  private static func isDay(_ text: Substring) -> Bool {
    let plain = text.hasPrefix("~") ? text.dropFirst() : text
    if plain.wholeMatch(of: /XXXX-\d\d(-\d\d)?/) != nil { return true }
    let grain = /(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q[1-4]|H[12]|W[0-5]\d))?/
    guard let match = plain.wholeMatch(of: grain), let year = Int(match.1) else { return false }
    guard let month = match.2.flatMap({ Int($0) }) else { return true }
    guard 1...12 ~= month else { return false }
    guard let day = match.3.flatMap({ Int($0) }) else { return true }
    return 1...CivilDay.length(of: month, year: year) ~= day
  }

  private static func isInOrder(_ from: Substring, _ to: Substring) -> Bool {
    let (first, last) = (DateSides(String(from)).first, DateSides(String(to)).last)
    return first.count != 10 || last.count != 10 || first <= last
  }

  private static func isTime(_ value: Substring) -> Bool {
    let sides = value.split(separator: "/", omittingEmptySubsequences: false)
    guard 1...2 ~= sides.count else { return false }
    return sides.allSatisfy { side in
      let plain = side.hasPrefix("~") ? side.dropFirst() : side
      guard side != ".." || sides.count == 1 else { return true }
      let form = /(.*)T(?:(\d\d)(?::([0-5]\d)(?::[0-5]\d)?)?|MO|MI|AF|EV|NI|DT)/
      guard let match = plain.wholeMatch(of: form) else { return false }
      return (match.1.isEmpty || isDay(match.1)) && (match.2.flatMap { Int($0) } ?? 0) <= 24
    }
  }

  private static func isDuration(_ value: String) -> Bool {
    let bounds = value.split(separator: "..", omittingEmptySubsequences: false)
    guard 1...2 ~= bounds.count else { return false }
    return bounds.allSatisfy { bound in
      let form = /(?:~|>=|<=|>|<)?P(?:[\d.]+Y)?(?:[\d.]+M)?(?:[\d.]+W)?(?:[\d.]+D)?(?:T[\d.HMS]+)?/
      return bound.wholeMatch(of: form) != nil && bound.last != "P"
        && bound.contains(where: \.isNumber)
    }
  }

  private static func isRecurrence(_ value: String) -> Bool {
    guard value.hasPrefix("R/") else { return false }
    let rest = value.dropFirst(2)
    return isDuration(String(rest)) || rest.wholeMatch(of: /P[\dT.]+[YMWDH]-[\d-]+/) != nil
  }

  // MARK: - Amounts

  private static func isAmountWithUnit(_ value: String) -> Bool {
    guard let blank = value.firstIndex(of: " ") else { return false }
    let unit = value[blank...].dropFirst()
    return isAmount(value[..<blank]) && !unit.isEmpty && unit.first != " "
  }

  /// A plain decimal with at most one mark, or two bounds.
  private static func isAmount(_ text: Substring) -> Bool {
    let bounds = text.split(separator: "..", omittingEmptySubsequences: false)
    if bounds.count == 2 {
      return bounds.allSatisfy { $0.wholeMatch(of: /-?\d+(\.\d+)?/) != nil }
    }
    return text.wholeMatch(of: /(?:~|>=|<=|>|<)?-?\d+(?:\.\d+)?(?:\/\d+)?/) != nil
  }

  private static func isPercent(_ value: String) -> Bool {
    if let last = value.last, last == "%" || last == "‰" { return isAmount(value.dropLast()) }
    return isAmountWithUnit(value) || value.wholeMatch(of: /(?:~|>=|<=|>|<)?\d+\/\d+/) != nil
  }
}
