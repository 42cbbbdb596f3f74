/// Pairs rows with columns so that the weights of the pairs add up to the most.
enum Assignment {
  /// Kuhn's method with potentials.
  ///
  /// - Parameter weights: not negative; a pair of weight 0 is no pair. All rows equally long.
  /// - Returns: for each row its column, or `nil`.
  /// - Complexity: O(*r*² · *c*) for the shorter side *r*.
  static func heaviest(_ weights: [[Int]]) -> [Int?] {
    guard let width = weights.first?.count, width > 0 else {
      return Array(repeating: nil, count: weights.count)
    }
    guard weights.count <= width else {
      let columns = heaviest(transposed(weights, width: width))
      var rows = [Int?](repeating: nil, count: weights.count)
      for (column, row) in columns.enumerated() { if let row { rows[row] = column } }
      return rows
    }
    let rowOf = cheapest(weights.map { row in row.map { -$0 } }, width: width)
    var columns = [Int?](repeating: nil, count: weights.count)
    for (column, row) in rowOf.enumerated() {
      if let row, weights[row][column] > 0 { columns[row] = column }
    }
    return columns
  }

  private static func transposed(_ weights: [[Int]], width: Int) -> [[Int]] {
    (0..<width).map { column in weights.map { $0[column] } }
  }

  /// For each column its row, all rows assigned at the lowest cost; no more rows than columns.
  private static func cheapest(_ costs: [[Int]], width: Int) -> [Int?] {
    var rowPotential = [Int](repeating: 0, count: costs.count)
    // Column `width` is the place from which each search starts.
    var columnPotential = [Int](repeating: 0, count: width + 1)
    var rowOf = [Int?](repeating: nil, count: width + 1)
    for row in costs.indices {
      rowOf[width] = row
      var column = width
      var slack = [Int](repeating: .max, count: width)
      var cameFrom = [Int](repeating: width, count: width)
      var isDone = [Bool](repeating: false, count: width + 1)
      while let current = rowOf[column] {
        isDone[column] = true
        var delta = Int.max
        var nearest = width
        for other in 0..<width where !isDone[other] {
          let cost = costs[current][other] - rowPotential[current] - columnPotential[other]
          if cost < slack[other] { (slack[other], cameFrom[other]) = (cost, column) }
          if slack[other] < delta { (delta, nearest) = (slack[other], other) }
        }
        for other in 0...width {
          if isDone[other] {
            if let owner = rowOf[other] { rowPotential[owner] += delta }
            columnPotential[other] -= delta
          } else if other < width {
            slack[other] -= delta
          }
        }
        column = nearest
      }
      while column != width {
        rowOf[column] = rowOf[cameFrom[column]]
        column = cameFrom[column]
      }
    }
    return Array(rowOf.dropLast())
  }
}
