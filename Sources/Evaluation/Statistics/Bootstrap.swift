/// How far a score would move with other documents of the same kind.
public struct Interval: Sendable, Hashable {
  public var low: Double
  public var high: Double
}

/// Percentile bootstrap over documents: each round draws as many documents as there are, with
/// replacement, and scores them.
public struct Bootstrap: Sendable {
  public var rounds: Int
  public var seed: UInt64

  public init(rounds: Int = 1_000, seed: UInt64 = 20_240_218) {
    self.rounds = rounds
    self.seed = seed
  }

  /// The 95 % intervals of some metrics, all from the same draws; `nil` for fewer than two
  /// documents, or where no draw has anything to score.
  ///
  /// - Complexity: rounds × documents × metrics.
  public func intervals(of metrics: [Metric], over tallies: [Tally]) -> [String: Interval] {
    guard tallies.count > 1 else { return [:] }
    let counts = metrics.map { metric in tallies.map(metric.counts) }
    var values = [[Double]](repeating: [], count: metrics.count)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<rounds {
      let draw = tallies.indices.map { _ in Int.random(in: tallies.indices, using: &generator) }
      for index in metrics.indices {
        var sum = Metric.Counts(halfHits: 0, total: 0)
        for document in draw { sum += counts[index][document] }
        if let f1 = sum.f1 { values[index].append(f1) }
      }
    }
    var intervals: [String: Interval] = [:]
    for (metric, values) in zip(metrics, values) {
      intervals[metric.name] = Self.middle(of: values)
    }
    return intervals
  }

  private static func middle(of values: [Double]) -> Interval? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    func quantile(_ share: Double) -> Double {
      sorted[Int((share * Double(sorted.count - 1)).rounded())]
    }
    return Interval(low: quantile(0.025), high: quantile(0.975))
  }
}
