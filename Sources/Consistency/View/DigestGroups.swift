/// Finds what occurs more than once among digests: sorted pairs of digest and position.
///
/// Nearly everything in a report occurs once, so a sorted list is quicker than a table of lists.
struct DigestGroups {
  private var members: [(digest: UInt64, position: Int)] = []

  mutating func add(_ digest: UInt64, at position: Int) { members.append((digest, position)) }

  /// Calls `body` with the ascending positions of each digest that was added more than once.
  ///
  /// - Complexity: O(*n* log *n*) in what was added.
  mutating func forEachRepeated(_ body: ([Int]) -> Void) {
    guard members.count > 1 else { return }
    members.sort {
      $0.digest != $1.digest ? $0.digest < $1.digest : $0.position < $1.position
    }
    var start = 0
    while start < members.count {
      var end = start + 1
      while end < members.count, members[end].digest == members[start].digest { end += 1 }
      if end - start > 1 { body(members[start..<end].map(\.position)) }
      start = end
    }
  }
}
