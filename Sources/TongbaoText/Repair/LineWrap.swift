/// Lines broken inside a sentence, even inside a number: 2月1⏎8日.
///
/// A heading too ends without punctuation and is followed by text. What tells them apart is that
/// a broken line is prose: it holds a full stop or several commas, leaves a parenthesis or
/// quotation open, goes on from a broken line or one that ends in a comma, or is as wide as its
/// neighbour; and that no heading ends inside a number.
extension WorkingTextBuilder {
  /// In columns, of which a Chinese character takes two.
  private static let widestLookAhead = 160

  /// What is to be known of the line after a break.
  private struct NextLine {
    var first: UInt16
    var width = 0
    /// It opens a list item or a labelled field: `二、`, `(3)`, `编辑:`.
    var opensItem = false
    /// What looks like an item, `五)`, is the end of a parenthesis where one is open.
    var closesParenthesis = false
    /// It begins with a year of four digits.
    var opensYear = false
    /// It begins with a point and a digit, or with 至 or 到 and a digit.
    var goesOnWithNumber = false
    /// What looks like a labelled field is a clock time with one digit of its hour: 1:00.
    var opensClock = false
    /// It begins with the number of a day: 二十八日.
    var opensDay = false
  }

  /// Whether the line end at the cursor, after which the next line begins at a byte, only wraps.
  func isWrapped(nextLineAt byte: Int) -> Bool {
    // Words of Latin script wrap at a blank, which the line end then stands for, so it stays.
    guard let last = lastUnit, count > lineStart.work, let next = nextLine(at: byte)
    else { return false }
    if isInsideNumberOrRange(last, next) { return true }
    guard Self.isWordlike(last), Self.isWordlike(next.first),
      !next.opensItem || (next.closesParenthesis && marks.open > 0)
        || (next.opensClock && endsInTensOfHour(before: next.first))
    else { return false }
    switch (CharacterClasses.isHan(last), CharacterClasses.isHan(next.first)) {
    case (true, true):
      return isProse(before: next) || Self.continuesNumeral(last, next.first)
        || endsInMonth && next.opensDay || endsInOrdinal && Self.followsNumber(next.first)
    case (false, true):
      guard CharacterClasses.isDigit(last) else { return false }
      return isProse(before: next) || (endsInAmount && Self.followsNumber(next.first))
    case (true, false):
      guard CharacterClasses.isDigit(next.first) else { return false }
      return isProse(before: next) || Self.precedesNumber(last)
    case (false, false):
      return endsInAmount && CharacterClasses.isDigit(next.first)
        && (!next.opensYear || isProse(before: next))
    }
  }

  /// 约1⏎.2亿元, 3月5日⏎至9日 and 3月5日-⏎3月9日.
  private func isInsideNumberOrRange(_ last: UInt16, _ next: NextLine) -> Bool {
    if next.goesOnWithNumber {
      return CharacterClasses.isDigit(last) ? endsInAmount : Self.canBeginRange(last)
    }
    guard CharacterClasses.isDigit(next.first), Self.isRangeMark(last), count > lineStart.work + 1
    else { return false }
    let before = written(count - 2)
    return CharacterClasses.isDigit(before)
      ? hasAmount(endingAt: count - 1) : Self.canBeginRange(before)
  }

  private static func canBeginRange(_ unit: UInt16) -> Bool {
    "年月日号时点分".utf16.contains(unit)
  }

  private static func isRangeMark(_ unit: UInt16) -> Bool {
    "-–—~至到".utf16.contains(unit)
  }

  private static func isWordlike(_ unit: UInt16) -> Bool {
    CharacterClasses.isHan(unit) || CharacterClasses.isDigit(unit)
      || CharacterClasses.isASCIILetter(unit)
  }

  private static func followsNumber(_ unit: UInt16) -> Bool {
    "年月日号时点分秒人名起件次批个元万亿千百十余多辆家户处条份岁天届倍成米公吨亩项".utf16.contains(unit)
  }

  /// 正月十⏎五, 三百⏎二十人.
  private static func continuesNumeral(_ last: UInt16, _ next: UInt16) -> Bool {
    "十百千万".utf16.contains(last) && "一二三四五六七八九十百千万亿余多".utf16.contains(next)
  }

  private static func precedesNumber(_ unit: UInt16) -> Bool {
    "年月日第约近达至到共超逾时点".utf16.contains(unit)
  }

  /// Whether the line so far ends in digits that follow a Chinese character of the same line.
  private var endsInAmount: Bool { hasAmount(endingAt: count) }

  private func hasAmount(endingAt end: Int) -> Bool {
    var index = end - 1
    while index >= lineStart.work, CharacterClasses.isDigit(written(index)) { index -= 1 }
    return index >= lineStart.work && CharacterClasses.isHan(written(index))
  }

  /// 至2⏎1:00.
  private func endsInTensOfHour(before unit: UInt16) -> Bool {
    guard count - 2 >= lineStart.work, !CharacterClasses.isDigit(written(count - 2)) else {
      return false
    }
    let last = written(count - 1)
    return last == 0x30 || last == 0x31 || (last == 0x32 && unit <= 0x33)
  }

  /// 二〇二四年三月⏎五日.
  private var endsInMonth: Bool {
    count - 2 >= lineStart.work && written(count - 1) == 0x6708
      && Self.isItemNumber(written(count - 2))
  }

  /// 第三⏎次.
  private var endsInOrdinal: Bool {
    count - 2 >= lineStart.work && Self.isItemNumber(written(count - 1))
      && written(count - 2) == 0x7B2C
  }

  private func isProse(before next: NextLine) -> Bool {
    let width = columns(from: lineStart.offset, to: offset)
    let goesOn = result.removedBreaks.last == lineStart.work || followsComma
    if width >= 24, abs(width - next.width) <= 4 || goesOn { return true }
    let marks = self.marks
    return marks.stops > 0 || marks.open > 0 || marks.commas >= 2
      || (width >= 56 && (marks.commas == 1 || next.width >= Self.widestLookAhead))
  }

  /// Whether the line before ends in a comma, so that its sentence goes on in this one; what stands
  /// indented, as a page's number does, goes on with nothing.
  private var followsComma: Bool {
    guard written(lineStart.work) != 0x20 else { return false }
    var index = lineStart.work - 1
    while index >= 0, [0x0A, 0x0D, 0x20].contains(written(index)) { index -= 1 }
    return index >= 0 && [0x2C, 0x3001].contains(written(index))
  }

  /// The punctuation of the line so far; of a long line, of its end.
  private var marks: (stops: Int, commas: Int, open: Int) {
    var marks = (stops: 0, commas: 0, open: 0)
    for index in max(lineStart.work, count - 400)..<count {
      switch written(index) {
      case 0x3002, 0x3B, 0x21: marks.stops += 1  // 。 ; !
      case 0x2E:  // A point typed for 。, unless it closes an item's number: 一.
        let before = index > lineStart.work ? written(index - 1) : 0
        if CharacterClasses.isHan(before), !Self.isItemNumber(before) { marks.stops += 1 }
      case 0x2C: marks.commas += 1
      case 0x28, 0x201C, 0x300A: marks.open += 1  // ( “ 《
      case 0x29, 0x201D, 0x300B: marks.open -= 1
      default: break
      }
    }
    return marks
  }

  /// Columns that a stretch of the original takes on a page, at most `widestLookAhead`.
  private func columns(from start: Int, to end: Int) -> Int {
    var columns = 0
    var at = start
    while at < end, columns < Self.widestLookAhead, let (code, next) = decode(at: at) {
      columns += Self.columns(of: code)
      at = next
    }
    return columns
  }

  private static func columns(of code: UInt32) -> Int {
    if code < 0x1100 { return code == 0xAD ? 0 : 1 }
    return (0x200B...0x200F).contains(code) || code == 0xFEFF ? 0 : 2
  }

  private func nextLine(at byte: Int) -> NextLine? {
    guard var (code, at) = decode(at: byte), code <= 0xFFFF else { return nil }
    var line = NextLine(first: folded(UInt16(code)))
    if line.first == 0x2E || "至到".utf16.contains(line.first), let (second, _) = decode(at: at) {
      line.goesOnWithNumber = second <= 0xFFFF && CharacterClasses.isDigit(folded(UInt16(second)))
    }
    var number = 0
    var stillNumber = true
    while code != 0x0A, code != 0x0D, line.width < Self.widestLookAhead {
      let unit = code <= 0xFFFF ? folded(UInt16(code)) : 0
      if stillNumber, Self.isItemNumber(unit) {
        number += 1
      } else if stillNumber {
        stillNumber = false
        line.opensItem = number > 0 && [0x3001, 0x2E, 0x29].contains(unit)  // 、 . )
        line.closesParenthesis = unit == 0x29
        line.opensDay = (1...3).contains(number) && (unit == 0x65E5 || unit == 0x53F7)  // 日 号
        line.opensYear = number == 4 && unit == 0x5E74 && [0x31, 0x32].contains(line.first)
      }
      if unit == 0x3A, line.width <= 12 {
        line.opensItem = true
        line.opensClock = number == 1 && line.width == 1
      }
      line.width += Self.columns(of: code)
      guard let following = decode(at: at) else { break }
      (code, at) = following
    }
    return line.width == 0 ? nil : line
  }

  private static func isItemNumber(_ unit: UInt16) -> Bool {
    CharacterClasses.isDigit(unit) || "一二三四五六七八九十".utf16.contains(unit)
  }
}
