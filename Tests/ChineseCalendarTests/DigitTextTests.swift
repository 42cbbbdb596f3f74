import Testing

@testable import ChineseCalendar

@Suite struct DigitTextTests {
  private func text(_ write: (inout DigitText) -> Void) -> String {
    var text = DigitText()
    write(&text)
    return text.string
  }

  @Test func `a day is written with four, two and two digits`() {
    #expect(text { $0.append(day("0800-01-09")) } == "0800-01-09")
  }

  @Test func `a leap month carries an asterisk`() {
    let lunar = LunarDay(year: 2023, month: 2, isLeapMonth: true, day: 15)
    #expect(text { $0.append(lunar) } == "2023-02*-15")
    #expect(lunar.monthDescription == "2023-02*")
  }

  @Test(arguments: [
    (7, 1, "7"), (7, 2, "07"), (123, 2, "123"), (45, 4, "0045"), (12345, 4, "12345"), (0, 1, "0"),
    (-5, 1, "-5"),
  ])
  func `numbers have at least their width`(number: Int, width: Int, written: String) {
    #expect(text { $0.append(number, width: width) } == written)
  }

  @Test func `what passes the capacity is dropped`() {
    let long = text { text in
      for _ in 0..<100 { text.append("-") }
    }
    #expect(long == String(repeating: "-", count: DigitText.capacity))
  }
}
