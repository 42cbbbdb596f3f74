import ICUBridge

/// Pairs of bytes that were lost altogether, because they were no character on the way.
extension GBKShift {
  private struct Insertion {
    var units: [UInt16]
    var loneCharacters: Int
    var wordCount: Int
    /// Whether the first and the last character of the text are parts of longer words.
    var joinsFirst: Bool
    var joinsLast: Bool

    func isBetter(than other: Insertion) -> Bool {
      (loneCharacters, wordCount) < (other.loneCharacters, other.wordCount)
    }

    /// The best that can come of it if a word of up to four characters reaches from the left text
    /// into the right one.
    var withWordAcross: Insertion {
      var best = self
      best.loneCharacters -= 4
      best.wordCount -= 3
      return best
    }

    /// Of two texts side by side that no word reaches across.
    func joined(with other: Insertion, units: [UInt16]) -> Insertion {
      Insertion(
        units: units, loneCharacters: loneCharacters + other.loneCharacters,
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
      guard let best = bestInsertion(before, trail, lead, after),
        best.loneCharacters + 2 <= present.loneCharacters
      else { continue }
      pieces[index] = Piece(units: best.units, isCertain: false)
    }
  }

  private func context(_ pieces: ArraySlice<Piece>) -> [UInt16] { pieces.flatMap(\.units) }

  /// The two characters that make the fewest lone ones and the fewest words of their surroundings.
  ///
  /// Where no word reaches across from the first to the second, what each makes of its own side
  /// tells what both make together, and there are far fewer single characters than pairs.
  private func bestInsertion(
    _ before: [UInt16], _ trail: UInt8, _ lead: UInt8, _ after: [UInt16]
  ) -> Insertion? {
    let firsts = everyday { table.unit(trail, $0) }
    let seconds = everyday { table.unit($0, lead) }
    let left = firsts.map { judge(before, [$0.unit], []) }
    let right = seconds.map { judge([], [$0.unit], after) }
    var best: Insertion?
    for (x, first) in firsts.enumerated() {
      for (y, second) in seconds.enumerated()
      where table.unit(first.byte, second.byte) == nil
        && GBKTable.trails.contains(second.byte)
      {
        guard let one = left[x], let other = right[y] else { continue }
        let units = [first.unit, second.unit]
        var found = one.joined(with: other, units: units)
        if let best, !found.withWordAcross.isBetter(than: best) { continue }
        if reachesAcross(units, one, other, before, after),
          let judged = judge(before, units, after)
        {
          found = judged
        }
        if best.map({ found.isBetter(than: $0) }) ?? true { best = found }
      }
    }
    return best
  }

  /// Whether a word may reach from the first of two characters to the second.
  private func reachesAcross(
    _ units: [UInt16], _ left: Insertion, _ right: Insertion, _ before: [UInt16],
    _ after: [UInt16]
  ) -> Bool {
    isWord(units)
      || (left.joinsLast && isWord(before.suffix(1) + units))
      || (right.joinsFirst && isWord(units + after.prefix(1)))
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
      units: units, loneCharacters: lone, wordCount: boundaries.count - 1,
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
