import Testing
import TongbaoText

@testable import Evaluation

@Suite("Matching predicted with annotated mentions")
struct MatchingTests {
  typealias Mention = AnnotatedDocument.Mention

  @Test("gives gold against itself full marks in any order, nested mentions included")
  func goldAgainstItself() {
    var generator = SeededGenerator(seed: 1)
    for round in 0..<100 {
      let gold = AnnotatedDocument.random("\(round)", &generator)
      var shuffled = gold
      shuffled.mentions.shuffle(using: &generator)
      shuffled.figures.shuffle(using: &generator)
      shuffled.findings.shuffle(using: &generator)
      let result = Evaluator.evaluate(gold: [gold], predicted: [shuffled])
      for metric in Metric.all(in: result.tally) {
        #expect([nil, 1].contains(metric.f1(result.tally)), "\(metric.name)")
      }
      #expect(result.documents[0].errors.isEmpty)
      for part in result.tally.figures.parts { #expect([nil, 1].contains(part.share)) }
    }
  }

  @Test("never hangs on the order of the mentions")
  func orderFree() {
    var generator = SeededGenerator(seed: 2)
    for round in 0..<100 {
      let gold = AnnotatedDocument.random("\(round)", &generator)
      let predicted = AnnotatedDocument.random("\(round)", &generator)
      let straight = Evaluator.evaluate(gold: [gold], predicted: [predicted])
      var (otherGold, otherPredicted) = (gold, predicted)
      otherGold.mentions.shuffle(using: &generator)
      otherPredicted.mentions.shuffle(using: &generator)
      otherPredicted.figures.shuffle(using: &generator)
      let shuffled = Evaluator.evaluate(gold: [otherGold], predicted: [otherPredicted])
      #expect(straight.tally == shuffled.tally)
      #expect(straight.documents[0].errors == shuffled.documents[0].errors)
    }
  }

  @Test("pairs an organization and the place inside it each with its own")
  func nested() {
    let gold = AnnotatedDocument.marked([Mention("organization", 0, 6), Mention("place", 0, 3)])
    let predicted = AnnotatedDocument.marked([
      Mention("organization", 0, 5), Mention("place", 0, 4),
    ])
    let tally = Evaluator.evaluate(gold: [gold], predicted: [predicted]).tally
    #expect(tally.overall[.type].correct == 2)
    #expect(tally.overall[.partial].partial == 2)
  }

  @Test("finds partners for as many mentions as can have one")
  func mostPairs() {
    // The first prediction overlaps both; taken greedily it would leave the second alone.
    let gold = AnnotatedDocument.marked([Mention("count", 0, 4), Mention("count", 4, 8)])
    let predicted = AnnotatedDocument.marked([Mention("count", 2, 7), Mention("count", 5, 8)])
    let tally = Evaluator.evaluate(gold: [gold], predicted: [predicted]).tally
    #expect(tally.overall[.partial].partial == 2)
    #expect(tally.overall[.partial].missed == 0)
  }

  @Test("finds the heaviest assignment that trying all of them finds")
  func heaviest() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let (rows, columns) = (1 + generator.below(5), 1 + generator.below(5))
      let weights = (0..<rows).map { _ in
        (0..<columns).map { _ in max(0, generator.below(12) - 4) }
      }
      let found = Assignment.heaviest(weights)
      let taken = found.compactMap(\.self)
      #expect(Set(taken).count == taken.count)
      let sum = zip(weights, found).reduce(0) { sum, row in
        sum + (row.1.map { column in row.0[column] } ?? 0)
      }
      #expect(sum == best(weights[...], free: Set(0..<columns)))
    }
  }

  private func best(_ rows: ArraySlice<[Int]>, free: Set<Int>) -> Int {
    guard let row = rows.first else { return 0 }
    let skipped = best(rows.dropFirst(), free: free)
    return free.map { row[$0] + best(rows.dropFirst(), free: free.subtracting([$0])) }
      .reduce(skipped, max)
  }

  @Test("pairs thousands of mentions that hang together in text order")
  func hugeGroup() {
    let gold = (0..<5_000).map { Mention("count", $0, $0 + 5) }
    let predicted = (0..<5_000).map { Mention("date", $0, $0 + 6) }
    let pairs = MentionMatcher.pairs(gold: gold, predicted: predicted).common
    #expect(pairs.count { $0.gold != nil && $0.predicted != nil } > 4_900)
  }
}
