/// A scored run with its uncertainty, ready to be shown.
public struct EvaluationReport: Sendable {
  public var result: EvaluationResult
  public var intervals: [String: Interval]
  /// The run beside another one, if asked for.
  public var comparison: RunComparison?

  public init(
    _ result: EvaluationResult, comparedTo other: EvaluationResult? = nil,
    bootstrap: Bootstrap = Bootstrap()
  ) {
    self.result = result
    intervals = bootstrap.intervals(
      of: Metric.all(in: result.tally), over: result.documents.map(\.tally))
    comparison = other.map { RunComparison(result, against: $0) }
  }
}

/// The lowest F1 that is still good enough: `date=0.95`, `count.value=0.9`, `figures=0.8`, or
/// a number alone for all types together.
public struct Threshold: Sendable, Hashable {
  public var metric: String
  public var minimum: Double

  /// Reads a list such as `0.9,date=0.95`; `nil` for the first part that is none.
  public static func list(_ written: String) -> [Threshold]? {
    var list: [Threshold] = []
    for part in written.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1).map { side in
        String(side.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard let last = sides.last, let minimum = Double(last), 0...1 ~= minimum else { return nil }
      list.append(Threshold(metric: sides.count == 2 ? sides[0] : "strict", minimum: minimum))
    }
    return list
  }

  /// Why the run does not reach it, or `nil`. What nobody annotated or predicted has no F1 and
  /// fails, so that a gate on a type cannot go blind.
  public func failure(in tally: Tally) -> String? {
    let known = Metric.all(in: tally)
    let name = metric == "all" ? "strict" : metric == "all.value" ? "value" : metric
    guard let metric = known.first(where: { $0.name == name }) else {
      let names = known.map(\.name).joined(separator: ", ")
      return "\(self.metric): nothing is annotated or predicted; there are \(names)"
    }
    guard let f1 = metric.f1(tally) else { return "\(self.metric): there is nothing to score" }
    guard f1 < minimum else { return nil }
    let (own, wanted) = (JSONValue.fixed(f1, digits: 4), JSONValue.fixed(minimum, digits: 4))
    return "\(self.metric): F1 \(own) is below \(wanted)"
  }
}
