import Testing
import TongbaoText

@testable import Evaluation

@Suite("Uncertainty of scores")
struct StatisticsTests {
  /// Documents of ten mentions each, of which so many are predicted.
  private func run(_ found: [Int]) -> EvaluationResult {
    let gold = found.indices.map { index in
      AnnotatedDocument.marked(
        (0..<10).map { .init("count", 5 * $0, 5 * $0 + 3) }, id: "\(index)")
    }
    let predicted = zip(gold, found).map { document, count in
      var document = document
      document.mentions.removeLast(10 - count)
      return document
    }
    return Evaluator.evaluate(gold: gold, predicted: predicted)
  }

  @Test("is an interval around the score, the same on every run")
  func bootstrap() throws {
    let result = run([10, 8, 9, 3, 7, 10, 6, 9, 10, 5])
    let tallies = result.documents.map(\.tally)
    let first = Bootstrap().intervals(of: [.scheme(.strict)], over: tallies)
    let interval = try #require(first["strict"])
    let f1 = try #require(Metric.scheme(.strict).f1(result.tally))
    #expect(interval.low < f1 && f1 < interval.high)
    #expect(interval.low > 0.6 && interval.high < 1)
    #expect(Bootstrap().intervals(of: [.scheme(.strict)], over: tallies) == first)
    #expect(Bootstrap().intervals(of: [.scheme(.strict)], over: Array(tallies.prefix(1))) == [:])
  }

  @Test("makes a large steady difference significant and none insignificant")
  func permutation() throws {
    let (good, bad) = (run([10, 10, 9, 10, 10, 10, 9, 10]), run([6, 7, 5, 6, 7, 6, 5, 7]))
    let clear = try #require(RunComparison(good, against: bad).differences.first)
    #expect(clear.metric == "strict")
    #expect(try #require(clear.difference) > 0.2)
    #expect(try #require(clear.pValue) < 0.02)
    let same = try #require(RunComparison(good, against: good).differences.first)
    #expect(same.difference == 0)
    #expect(same.pValue == 1)
  }

  @Test("lists the mentions and documents that changed for better and worse")
  func changes() {
    let comparison = RunComparison(run([10, 5, 7]), against: run([9, 6, 7]))
    #expect(comparison.betterDocuments == ["0"])
    #expect(comparison.worseDocuments == ["1"])
    #expect(comparison.changes.map(\.isBetter) == [true, false])
    #expect(comparison.changes.map(\.mention.span.start) == [45, 25])
  }

  @Test("leaves thresholds to say which score is too low")
  func thresholds() throws {
    let tally = run([5, 5]).tally
    let list = try #require(Threshold.list("0.5, count=0.9,place=0.1"))
    let failures = list.map { $0.failure(in: tally) }
    #expect(failures[0] == nil)
    #expect(failures[1] == "count: F1 0.6667 is below 0.9000")
    #expect(failures[2]?.hasPrefix("place: nothing is annotated") == true)
    #expect(Threshold.list("count=95") == nil)
    #expect(Threshold.list("count") == nil)
  }
}
