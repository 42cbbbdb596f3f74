import Testing

@testable import RuleEngine

@Suite struct MatchingTablesTests {
  @Test func masksKeepWhatBelongsToAllUnitsAndToSome() {
    var masks = UnitMasks()
    masks.insert(1)
    masks.insert(2, at: [0x5728, 0x4E8E])
    masks.insert(4)
    masks.insert(8, at: [0x5728])
    #expect(masks[0x5728] == 15)
    #expect(masks[0x4E8E] == 7)
    // Shares its row with 在, but not its set.
    #expect(masks[0x5729] == 5)
    #expect(masks[0] == 5)
    #expect(masks[0xFFFF] == 5)
  }

  @Test func aVisitIsNewOnceAStart() {
    var visited = VisitedSet()
    for start in [0, 100_000] {
      visited.begin(at: start)
      for state in Int32(0)..<3_000 {
        let isNew = visited.insert(state: state, position: Int32(start) + state % 500)
        #expect(isNew)
      }
      for state in Int32(0)..<3_000 {
        let isNew = visited.insert(state: state, position: Int32(start) + state % 500)
        #expect(!isNew)
      }
    }
  }

  @Test func transitionsAreFoundAfterTheTableGrew() {
    var table = TransitionTable()
    for state in Int32(0)..<2_000 {
      for symbol in Int32(0)..<5 {
        table.insert(state, Letter(symbol: symbol * 13_000), state + symbol)
      }
    }
    for state in Int32(0)..<2_000 {
      #expect(table.target(state, Letter(symbol: 39_000)) == state + 3)
      #expect(table.target(state, Letter(symbol: 1)) == -2)
    }
  }

  @Test func theBestCandidateIsTheLongestThenTheFirstByRank() {
    let candidates = [
      RuleRecognizer.Candidate(end: 7, rank: 3), RuleRecognizer.Candidate(end: 9, rank: 200),
      RuleRecognizer.Candidate(end: 9, rank: 4), RuleRecognizer.Candidate(end: 2, rank: 0),
    ]
    let sorted = candidates.sorted(by: >)
    #expect(sorted.map(\.end) == [9, 9, 7, 2])
    #expect(sorted.map(\.rank) == [4, 200, 3, 0])
  }

  @Test func lettersOfThreeKindsNeverShareACode() {
    let letters =
      [Letter(symbol: 0), Letter(symbol: 65_535), Letter(numeralClass: 0)]
      + [Letter(numeralClass: 4_000)] + CharacterKind.allCases.map(Letter.init(kind:))
    #expect(Set(letters.map(\.code)).count == letters.count)
    #expect(letters.allSatisfy { $0.code < 1 << 17 })
  }
}
