import ICUBridge

/// Pairs of bytes that were lost altogether, because they were no character on the way.
extension GBKShift {
  /// What becomes of a text by the characters put into it.
  private struct Insertion {
    var loneCharacters: Int
    var wordCount: Int
    /// Whether the first and the last character of the text are parts of longer words.
    var joinsFirst: Bool
    var joinsLast: Bool

    func isBetter(than other: Insertion) -> Bool {
      (loneCharacters, wordCount) < (other.loneCharacters, other.wordCount)
    }

    /// Of two texts side by side that no word reaches across.
    func joined(with other: Insertion) -> Insertion {
      Insertion(
        loneCharacters: loneCharacters + other.loneCharacters,
        wordCount: wordCount + other.wordCount, joinsFirst: joinsFirst, joinsLast: other.joinsLast)
    }
  }

  /// Puts two characters for one where that turns lone characters into words.
  mutating func insertMissingPairs(
    into pieces: inout [Piece], bytes: [(lead: UInt8, trail: UInt8)?]
  ) {
    // Piece `k` was read from the end of character `k - 1` and the start of character `k`.
    for index in pieces.indices.dropFirst().dropLast() where searches < Self.mostSearches {
      guard let trail = bytes[index - 1]?.trail, let lead = bytes[index]?.lead,
        let unit = pieces[index].units.first, CharacterClasses.isHan(unit)
      else { continue }
      let before = context(pieces[max(0, index - 3)..<index])
      let after = context(pieces[index + 1..<min(pieces.count, index + 4)])
      guard let present = judge(before, [unit], after), present.loneCharacters >= 2,
        isLone(at: before.count, in: before + [unit] + after)
      else { continue }
      searches += 1
      guard let (units, best) = bestInsertion(before, trail, lead, after),
        best.loneCharacters + 2 <= present.loneCharacters
      else { continue }
      pieces[index] = Piece(units: units, isCertain: false)
    }
  }

  private func context(_ pieces: ArraySlice<Piece>) -> [UInt16] { pieces.flatMap(\.units) }

  /// The two characters that make the fewest lone ones and the fewest words of their surroundings.
  ///
  /// Where no word reaches across from the first to the second, what each makes of its own side
  /// tells what both make together, and there are far fewer single characters than pairs. Whether
  /// a word reaches across is asked only where that could be better.
  private func bestInsertion(
    _ before: [UInt16], _ trail: UInt8, _ lead: UInt8, _ after: [UInt16]
  ) -> (units: [UInt16], Insertion)? {
    let pairs = pairs(before, trail, lead, after)
    guard var winner = pairs.first else { return nil }
    for pair in pairs where pair.joined.isBetter(than: winner.joined) { winner = pair }
    var best = winner.joined
    for crossing in crossings(before, after) where crossing.hope.isBetter(than: best) {
      let (head, tail) = (before.suffix(crossing.fromBefore), after.prefix(crossing.fromAfter))
      for pair in pairs where pair.allows(crossing) && isWord(head + pair.units + tail) {
        guard let found = judge(before, pair.units, after), found.isBetter(than: best)
        else { continue }
        (winner, best) = (pair, found)
      }
    }
    return (winner.units, best)
  }

  /// Two characters that may have been lost, between two texts that each belongs to.
  private struct Pair {
    var first: UInt16
    var second: UInt16
    var left: Insertion
    var right: Insertion
    var joined: Insertion

    var units: [UInt16] { [first, second] }

    /// A word takes in a neighbour only where that one joins with the character.
    func allows(_ crossing: Crossing) -> Bool {
      (crossing.fromBefore == 0 || left.joinsLast) && (crossing.fromAfter == 0 || right.joinsFirst)
    }
  }

  private func pairs(
    _ before: [UInt16], _ trail: UInt8, _ lead: UInt8, _ after: [UInt16]
  ) -> [Pair] {
    let firsts = everyday { table.unit(trail, $0) }
    let seconds = everyday { table.unit($0, lead) }
    let left = firsts.map { judge(before, [$0.unit], []) }
    let right = seconds.map { judge([], [$0.unit], after) }
    var pairs: [Pair] = []
    for (x, first) in firsts.enumerated() {
      for (y, second) in seconds.enumerated()
      where table.unit(first.byte, second.byte) == nil
        && GBKTable.trails.contains(second.byte)
      {
        guard let one = left[x], let other = right[y] else { continue }
        pairs.append(
          Pair(
            first: first.unit, second: second.unit, left: one, right: other,
            joined: one.joined(with: other)))
      }
    }
    return pairs
  }

  /// A word of both characters, with a neighbour or without.
  private struct Crossing {
    var fromBefore: Int
    var fromAfter: Int
    /// What comes of it: the word between what is left of the texts.
    var hope: Insertion
  }

  private func crossings(_ before: [UInt16], _ after: [UInt16]) -> [Crossing] {
    [(0, 0), (1, 0), (0, 1)].compactMap { fromBefore, fromAfter in
      guard let head = judge(before.dropLast(fromBefore), [], []),
        let tail = judge([], [], Array(after.dropFirst(fromAfter)))
      else { return nil }
      var hope = head.joined(with: tail)
      hope.wordCount += 1
      return Crossing(fromBefore: fromBefore, fromAfter: fromAfter, hope: hope)
    }
  }

  private func isWord(_ units: [UInt16]) -> Bool { boundaries(of: units)?.count == 2 }

  /// The bytes that complete a pair to an everyday character.
  private func everyday(_ unit: (UInt8) -> UInt16?) -> [(byte: UInt8, unit: UInt16)] {
    GBKTable.leads.compactMap { byte in
      guard let unit = unit(byte), GBKTable.levelOne.contains(unit) else { return nil }
      return (byte, folding[unit])
    }
  }

  private func judge(_ before: [UInt16], _ units: [UInt16], _ after: [UInt16]) -> Insertion? {
    let text = before + units + after
    guard let boundaries = boundaries(of: text) else { return nil }
    var lone = 0
    for (start, end) in zip(boundaries, boundaries.dropFirst())
    where end - start == 1 && CharacterClasses.isHan(text[start]) {
      lone += 1
    }
    return Insertion(
      loneCharacters: lone, wordCount: boundaries.count - 1,
      joinsFirst: boundaries.count > 1 && boundaries[1] > 1,
      joinsLast: boundaries.count > 1 && text.count - boundaries[boundaries.count - 2] > 1)
  }

  private func isLone(at index: Int, in text: [UInt16]) -> Bool {
    guard let boundaries = boundaries(of: text) else { return false }
    return boundaries.contains(index) && boundaries.contains(index + 1)
  }

  private func boundaries(of text: [UInt16]) -> [Int]? {
    text.withUnsafeBufferPointer { try? words.boundaries(of: $0) }
  }
}
