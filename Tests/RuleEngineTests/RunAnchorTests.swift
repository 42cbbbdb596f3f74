import Testing

@testable import RuleEngine

/// Runs of any characters, which are followed only where what ends them stands ahead.
@Suite("Runs of characters and what ends them")
struct RunAnchorTests {
  private static let stations = """
    - id: taken
      type: place
      pattern: "(?<stem> <han>{2,5}) _ 派出所"
      value: value
    - id: looked-for
      type: place
      pattern: "(?<stem> <han>{2,5}) (?= 警署|<post>)"
      value: value
    - id: counted
      type: count
      pattern: "(?<stem> <han>{1,2}) _ <number>"
      value: value
    """

  private func texts(in text: String) throws -> [String] {
    let rules = try TestRules(Self.stations, classes: ["post": ["警务站": "警务站"]])
    #expect(rules.faults.isEmpty)
    return rules.texts(in: text)
  }

  @Test(
    "A run ends before a word that is taken, one that is looked for, or a numeral",
    arguments: [
      ("月牙湖派出所", ["taken 月牙湖派出所"]), ("月牙湖警署", ["looked-for 月牙湖"]),
      ("月牙湖警务站", ["looked-for 月牙湖"]), ("月牙3", ["counted 月牙3"]),
      ("月 牙 湖派出所", ["taken 月 牙 湖派出所"]),
      ("月牙湖，派出所", []), ("月牙湖派", []), ("警署月牙湖", []),
    ])
  func ends(_ text: String, _ expected: [String]) throws {
    #expect(try texts(in: text) == expected)
  }

  @Test("However far into a run without punctuation a name stands, it is found")
  func longRuns() throws {
    for length in stride(from: 200, through: 700, by: 7) {
      let text = String(repeating: "月", count: length) + "派出所" + String(repeating: "牙", count: 9)
      #expect(try texts(in: text) == ["taken 月月月月月派出所"], "\(length) characters before it")
    }
  }

  @Test("A position knows what stands ahead of it up to the end of its run")
  func ahead() {
    let text = Array("月牙湖派出所，路".utf16)
    var ahead = AnchorsAhead()
    let (station, road) = (Anchors(class: 3), Anchors(class: 5))
    text.withUnsafeBufferPointer { units in
      for position in ahead.begin(at: 0, in: units).reversed() {
        let anchors = position == 3 ? station : position == 7 ? road : Anchors.none
        ahead.insert(anchors, at: position)
      }
    }
    #expect((0..<3).allSatisfy { ahead[$0]?.meets(station) == true })
    #expect((3..<6).allSatisfy { ahead[$0]?.meets(station) == false })
    #expect((0..<6).allSatisfy { ahead[$0]?.meets(road) == false })
    #expect((0..<6).allSatisfy { ahead[$0]?.meets(.anything) == true })
    #expect(ahead[7] == nil)
  }

  @Test("A run that goes on without a bound, or ends with its rule, may be followed by anything")
  func unbounded() throws {
    let rules = try TestRules(
      """
      - id: open
        type: place
        pattern: "在 (?<stem> <han>{2,3})"
        value: value
      - id: loop
        type: place
        pattern: "于 (?<stem> <han>*) _ 路"
        value: value
      """)
    #expect(rules.texts(in: "在月牙湖") == ["open 在月牙湖"])
    let name = String(repeating: "月", count: 40)
    #expect(rules.texts(in: "于\(name)路") == ["loop 于\(name)路"])
  }
}
