/// Stretches of GBK text that were decoded after the loss of a byte, which left a `?`.
extension WorkingTextBuilder {
  private static let longestRun = 64
  private static let shortestRun = 4

  /// Repairs what the `?` at the cursor may be the first sign of.
  mutating func repairMisalignedGBK() -> Bool {
    if replaceLostPair() { return true }
    if removeBrokenTag(after: 1) { return true }
    guard offset >= misalignmentTriedTo, let run = suspiciousRun(from: offset + 1) else {
      return false
    }
    misalignmentTriedTo = run.end
    var shift = self.shift ?? GBKShift(folding: folding)
    let pieces = shift?.repair(run.units)
    self.shift = shift
    guard let pieces else { return false }
    substitute(pieces, endsInLoss: run.endsInLoss)
    _ = removeBrokenTag(after: 0)
    return true
  }

  private mutating func substitute(_ pieces: [GBKShift.Piece], endsInLoss: Bool) {
    let start = (offset: offset, scalar: scalar, count: count)
    for piece in pieces {
      guard let (_, next) = decode(at: offset) else { break }
      substitute(bytes: next - offset, by: piece.units)
    }
    if endsInLoss { substitute(bytes: 1, by: []) }
    record(
      .misalignedGBK, from: start, isUncertain: pieces.contains { !$0.isCertain })
  }

  /// `?；?` between Chinese characters: two characters of which the middle bytes made a mark.
  private mutating func replaceLostPair() -> Bool {
    guard let last = lastUnit, CharacterClasses.isHan(last),
      let (mark, at) = decode(at: offset + 1), mark <= 0xFFFF,
      GBKTable.isMarkOfRowA3(folded(UInt16(mark))),
      let (close, end) = decode(at: at), close == 0x3F,
      let (next, _) = decode(at: end), next <= 0xFFFF
    else { return false }
    let following = folded(UInt16(next))
    guard
      CharacterClasses.isHan(following) || GBKTable.punctuation.contains(following)
        || following == 0x2C
    else { return false }
    replace(
      .misalignedGBK, bytes: end - offset, by: [GBKShift.lost, GBKShift.lost], isUncertain: true)
    return true
  }

  /// `/p>` whose `<` went with the second byte of a broken character.
  private mutating func removeBrokenTag(after width: Int) -> Bool {
    let slash = offset + width
    guard slash < input.count, input[slash] == 0x2F, let name = tagName(at: slash + 1) else {
      return false
    }
    let end = slash + 1 + name.utf8.count
    guard end < input.count, input[end] == 0x3E else { return false }
    if width > 0 { copy(0x3F, width: width) }
    replace(.html, bytes: end + 1 - offset, by: [])
    return true
  }

  /// Characters after a `?`, when enough of the first ones are no everyday characters.
  private func suspiciousRun(
    from start: Int
  ) -> (units: [UInt16], end: Int, endsInLoss: Bool)? {
    var units: [UInt16] = []
    var odd = 0
    var at = start
    var endsInLoss = false
    while units.count < Self.longestRun, let (code, next) = decode(at: at) {
      if code == 0x3F {
        endsInLoss = true
        at = next
        break
      }
      guard (0x80...0xD7FF).contains(code) || (0xF900...0xFFFF).contains(code) else { break }
      let unit = UInt16(code)
      if isOdd(unit) { odd += 1 }
      units.append(unit)
      at = next
      if units.count == 8, odd < 3 { return nil }
    }
    guard units.count >= Self.shortestRun, odd >= 2, odd * 10 >= units.count * 3 else {
      return nil
    }
    return (units, at, endsInLoss)
  }

  /// Whether a character is neither everyday Chinese nor punctuation.
  private func isOdd(_ unit: UInt16) -> Bool {
    !GBKTable.levelOne.contains(folded(unit)) && !GBKTable.punctuation.contains(unit)
      && !GBKTable.punctuation.contains(folded(unit)) && folded(unit) > 0x7F
  }
}
