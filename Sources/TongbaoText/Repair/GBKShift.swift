import ICUBridge

/// Undoes the loss of one byte in GBK text: after it, every character was read from the second
/// byte of one and the first byte of the next.
///
/// `！（供稿` is A3A1 A3A8 B9A9 B8E5. Without its first byte it reads A1A3 A8B9 A9B8 E5…, that is
/// `。ü└澹`. Pairs that were no character on the way (private ones) were dropped without a trace;
/// where a pair is missing, the one that makes words of its surroundings is put back.
struct GBKShift {
  /// What stands for one code point of the damaged run.
  struct Piece {
    var units: [UInt16]
    var isCertain: Bool
  }

  static let lost: UInt16 = 0xFFFD
  private static let mostSearches = 16

  private let table: GBKTable
  private let words: WordBoundaries
  private let folding: FoldingTable
  /// Searches for missing pairs are expensive, so a text has only a few.
  private var searches = 0

  init?(folding: FoldingTable) {
    guard let table = GBKTable.shared, let words = try? WordBoundaries() else { return nil }
    self.table = table
    self.words = words
    self.folding = folding
  }

  /// The text behind a run whose first byte was lost, one piece for the lost byte and one for
  /// each character; nil when it makes no better text than the run itself.
  mutating func repair(_ run: [UInt16]) -> [Piece]? {
    // The damaged text may have been converted to traditional script since.
    let candidates = [run, folding.fold(run)].compactMap { shifted($0) }
    guard var best = candidates.max(by: { quality($0) < quality($1) }),
      quality(best) >= 0.75,
      quality(best) > quality(run.map { Piece(units: [$0], isCertain: true) })
    else { return nil }
    insertMissingPairs(into: &best, bytes: run.map { table.bytes(of: $0) })
    return best
  }

  private func shifted(_ run: [UInt16]) -> [Piece]? {
    let bytes = run.compactMap { table.bytes(of: $0) }
    guard bytes.count == run.count, let first = bytes.first, let last = bytes.last else {
      return nil
    }
    var pieces = [guess([0xA3, 0xA1].compactMap { table.unit($0, first.lead) })]
    for (one, next) in zip(bytes, bytes.dropFirst()) {
      let unit = table.unit(one.trail, next.lead)
      pieces.append(Piece(units: [folding[unit ?? Self.lost]], isCertain: unit != nil))
    }
    let isOpen = balance(of: pieces) > 0
    let ends: [UInt8] = isOpen ? [0xA9] : []
    pieces.append(guess(ends.compactMap { table.unit(last.trail, $0) }))
    return pieces
  }

  /// The first punctuation mark among the candidates, else a lost character.
  private func guess(_ candidates: [UInt16]) -> Piece {
    let mark = candidates.first { GBKTable.punctuation.contains($0) }
    return Piece(units: [folding[mark ?? Self.lost]], isCertain: false)
  }

  /// Opening less closing parentheses.
  private func balance(of pieces: [Piece]) -> Int {
    pieces.reduce(0) { $0 + ($1.units == [0x28] ? 1 : $1.units == [0x29] ? -1 : 0) }
  }

  /// The share of everyday characters and punctuation.
  private func quality(_ pieces: [Piece]) -> Double {
    let good = pieces.count { piece in
      piece.units.allSatisfy { unit in
        GBKTable.levelOne.contains(unit) || GBKTable.punctuation.contains(unit)
          || (0x21...0x7E).contains(unit)
      }
    }
    return Double(good) / Double(max(pieces.count, 1))
  }
}

// MARK: Missing pairs

extension GBKShift {
  private struct Insertion {
    var units: [UInt16]
    var loneCharacters: Int
    var wordCount: Int
  }

  /// Puts two characters for one where that turns lone characters into words.
  private mutating func insertMissingPairs(
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

  private func bestInsertion(
    _ before: [UInt16], _ trail: UInt8, _ lead: UInt8, _ after: [UInt16]
  ) -> Insertion? {
    var best: Insertion?
    let firsts = everyday { table.unit(trail, $0) }
    let seconds = everyday { table.unit($0, lead) }
    for (x, first) in firsts {
      for (y, second) in seconds where table.unit(x, y) == nil && GBKTable.trails.contains(y) {
        guard let found = judge(before, [first, second], after) else { continue }
        let isBetter =
          best.map {
            (found.loneCharacters, found.wordCount) < ($0.loneCharacters, $0.wordCount)
          } ?? true
        if isBetter { best = found }
      }
    }
    return best
  }

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
    return Insertion(units: units, loneCharacters: lone, wordCount: boundaries.count - 1)
  }

  private func isLone(at index: Int, in text: [UInt16]) -> Bool {
    guard let boundaries = boundaries(of: text) else { return false }
    return boundaries.contains(index) && boundaries.contains(index + 1)
  }

  private func boundaries(of text: [UInt16]) -> [Int]? {
    text.withUnsafeBufferPointer { try? words.boundaries(of: $0) }
  }
}
