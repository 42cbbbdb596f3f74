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
  static let mostSearches = 16

  let table: GBKTable
  let words: WordBoundaries
  let folding: FoldingTable
  /// Searches for missing pairs are expensive, so a text has only a few.
  var searches = 0

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
