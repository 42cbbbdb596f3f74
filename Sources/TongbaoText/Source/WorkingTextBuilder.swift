/// What cleaning a text gives.
struct WorkingText {
  var units: [UInt16] = []
  var runs: [Alignment.Run] = []
  var repairs: [Repair] = []
  var removedBreaks: [Int] = []
  var lineStarts: [Int32] = []
  var repairedRanges: [Range<Int>] = []
}

/// Reads UTF-8 once from left to right and writes the working text.
///
/// Most characters cost a table lookup. At the *special* ones a repair of its own file looks
/// ahead, each in time that is paid for by what it consumes or by a fixed bound, so the whole is
/// linear. The pointers are those of `build`, which outlives the builder.
struct WorkingTextBuilder {
  /// Well-formed UTF-8, as `String` guarantees.
  let input: UnsafeBufferPointer<UInt8>
  let folding: FoldingTable
  /// The units of `folding`.
  private let fold: UnsafePointer<UInt16>
  private let special: UnsafePointer<UInt64>
  private let output: UnsafeMutableBufferPointer<UInt16>

  /// Next byte, next code point, and units written so far.
  private(set) var offset = 0
  private(set) var scalar = 0
  private(set) var count = 0
  /// Where the line began that is being read, on both sides.
  private(set) var lineStart = (work: 0, offset: 0)
  var result = WorkingText()

  /// What a search to the end of the text did not find is not searched for again.
  var missingEnds: Set<String> = []
  /// No misaligned run is looked for before this byte: it was looked at in vain.
  var misalignmentTriedTo = 0
  /// Kept once a text has needed it.
  var shift: GBKShift?

  static func build(_ input: UnsafeBufferPointer<UInt8>, folding: FoldingTable) -> WorkingText {
    // No byte gives more than one unit: a replacement is never longer than what it replaces.
    var result = WorkingText()
    let units = [UInt16](unsafeUninitializedCapacity: input.count) { output, count in
      folding.units.withUnsafeBufferPointer { fold in
        CharacterClasses.special.words.withUnsafeBufferPointer { special in
          guard let fold = fold.baseAddress, let special = special.baseAddress else { return }
          var builder = WorkingTextBuilder(
            input: input, folding: folding, fold: fold, special: special, output: output)
          builder.run()
          result = builder.result
          count = builder.count
        }
      }
    }
    result.units = units
    return result
  }

  private init(
    input: UnsafeBufferPointer<UInt8>, folding: FoldingTable, fold: UnsafePointer<UInt16>,
    special: UnsafePointer<UInt64>, output: UnsafeMutableBufferPointer<UInt16>
  ) {
    self.input = input
    self.folding = folding
    self.fold = fold
    self.special = special
    self.output = output
    result.runs = [Alignment.Run(work: 0, original: 0, block: 0)]
  }

  private mutating func run() {
    while offset < input.count {
      let lead = input[offset]
      if lead < 0x80 {
        take(UInt16(lead), width: 1)
      } else if lead >= 0xF0 {
        takeSupplementary()
      } else if lead >= 0xE0 {
        take(
          UInt16(lead & 0x0F) << 12 | UInt16(input[offset + 1] & 0x3F) << 6
            | UInt16(input[offset + 2] & 0x3F), width: 3)
      } else {
        take(UInt16(lead & 0x1F) << 6 | UInt16(input[offset + 1] & 0x3F), width: 2)
      }
    }
  }

  @inline(__always)
  private mutating func take(_ unit: UInt16, width: Int) {
    if special[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0 {
      takeSpecial(unit, width: width)
    } else {
      copy(unit, width: width)
    }
  }

  /// Writes the folded character at the cursor and steps over it.
  @inline(__always)
  mutating func copy(_ unit: UInt16, width: Int) {
    output[count] = fold[Int(unit)]
    count += 1
    offset += width
    scalar += 1
  }

  @inline(never)
  private mutating func takeSpecial(_ unit: UInt16, width: Int) {
    switch unit {
    case 0x28, 0xFF08:
      if !removePinyinGloss(openedBy: width) { copy(unit, width: width) }
    case 0x3C:
      if !removeMarkup() { copy(unit, width: width) }
    case 0x26:
      if !replaceEntity() { copy(unit, width: width) }
    case 0x3F:
      if !repairMisalignedGBK() { copy(unit, width: width) }
    case 0x0A, 0x0D, 0x2028, 0x2029:
      takeLineEnd(unit, width: width)
    case 0xE000...0xF8FF:
      replace(.privateUse, bytes: width, by: [])
    case 0x2E80...0x2FDF:
      takeRadical(unit, width: width)
    default:
      replace(.zeroWidth, bytes: width, by: [])
    }
  }

  private mutating func takeRadical(_ unit: UInt16, width: Int) {
    let folded = fold[Int(unit)]
    if folded == unit {
      copy(unit, width: width)
    } else {
      replace(.radical, bytes: width, by: [folded])
    }
  }

  /// A character outside of the basic plane: two units that stand for one code point.
  private mutating func takeSupplementary() {
    let code =
      UInt32(input[offset] & 0x07) << 18 | UInt32(input[offset + 1] & 0x3F) << 12
      | UInt32(input[offset + 2] & 0x3F) << 6 | UInt32(input[offset + 3] & 0x3F)
    switch code {
    case 0xE0000...0xE0FFF: replace(.zeroWidth, bytes: 4, by: [])
    case 0xF0000...: replace(.privateUse, bytes: 4, by: [])
    default:
      let high = UInt16(0xD7C0 + code >> 10)
      writeBlock([high, 0xDC00 | UInt16(code & 0x3FF)], scalars: 1)
      skip(to: offset + 4)
      resume()
    }
  }

  private mutating func takeLineEnd(_ unit: UInt16, width: Int) {
    let isPair = unit == 0x0D && offset + 1 < input.count && input[offset + 1] == 0x0A
    let bytes = isPair ? 2 : width
    if isWrapped(nextLineAt: offset + bytes) {
      replace(.lineWrap, bytes: bytes, by: [])
      result.removedBreaks.append(count)
      // A line feed was noted when it was skipped.
      if unit != 0x0A, !isPair { noteLineStart() }
    } else {
      if isPair {
        offset += 1
        scalar += 1
        resume()
      }
      copy(0x0A, width: isPair ? 1 : width)
      noteLineStart()
    }
    lineStart = (count, offset)
  }

  private mutating func noteLineStart() {
    result.lineStarts.append(Int32(truncatingIfNeeded: scalar))
  }
}

// MARK: What the repairs are made of

extension WorkingTextBuilder {
  /// The last unit written, if any.
  var lastUnit: UInt16? { count > 0 ? output[count - 1] : nil }

  /// A unit that was written already.
  func written(_ index: Int) -> UInt16 { output[index] }

  func folded(_ unit: UInt16) -> UInt16 { fold[Int(unit)] }

  /// Replaces the next bytes by some units, all of which stand for the whole of them, and
  /// records the repair.
  mutating func replace(
    _ kind: Repair.Kind, bytes: Int, by units: [UInt16], isUncertain: Bool = false
  ) {
    let start = (offset: offset, scalar: scalar, count: count)
    substitute(bytes: bytes, by: units)
    record(kind, from: start, isUncertain: isUncertain)
  }

  /// As `replace`, without a record: for repairs of several pieces.
  mutating func substitute(bytes: Int, by units: [UInt16]) {
    let start = scalar
    skip(to: offset + bytes)
    if !units.isEmpty { write(Block(units: units, scalar: start, length: scalar - start)) }
    resume()
  }

  /// Units that stand for some code points at or behind the cursor.
  struct Block {
    var units: [UInt16]
    var scalar: Int
    var length: Int
  }

  /// Writes the units of one block.
  mutating func write(_ block: Block) {
    let isOneForOne = block.units.count == 1 && block.length == 1
    append(
      Alignment.Run(
        work: Int32(truncatingIfNeeded: count),
        original: Int32(truncatingIfNeeded: block.scalar),
        block: isOneForOne ? 0 : Int32(truncatingIfNeeded: block.length)))
    for unit in block.units {
      output[count] = unit
      count += 1
    }
  }

  private mutating func writeBlock(_ units: [UInt16], scalars: Int) {
    write(Block(units: units, scalar: scalar, length: scalars))
  }

  /// Steps over bytes, counting code points and lines.
  mutating func skip(to end: Int) {
    while offset < end {
      let byte = input[offset]
      offset += 1
      if byte & 0xC0 != 0x80 { scalar += 1 }
      if byte == 0x0A { noteLineStart() }
    }
  }

  /// Lets both sides advance together again from here.
  mutating func resume() {
    append(
      Alignment.Run(
        work: Int32(truncatingIfNeeded: count), original: Int32(truncatingIfNeeded: scalar),
        block: 0))
  }

  private mutating func append(_ run: Alignment.Run) {
    let last = result.runs.count - 1
    let previous = result.runs[last]
    if previous.block == 0, run.block == 0,
      run.work - previous.work == run.original - previous.original
    {
      return
    }
    if previous.work == run.work {
      result.runs[last] = run
    } else {
      result.runs.append(run)
    }
  }

  /// Records a repair of everything between a former cursor and this one.
  mutating func record(
    _ kind: Repair.Kind, from start: (offset: Int, scalar: Int, count: Int),
    isUncertain: Bool = false
  ) {
    let span = Span(start.scalar, scalar)
    // Whole buffers, not slices of them: `String` has a fast path for those.
    let source = UnsafeBufferPointer(rebasing: input[start.offset..<offset])
    let text = String(decoding: source, as: UTF8.self)
    let replacement =
      count == start.count ? "" : String(decoding: output[start.count..<count], as: UTF16.self)
    if count > start.count { noteRepaired(start.count..<count) }
    if let last = result.repairs.last, last.kind == kind, last.span.end == span.start,
      last.replacement.isEmpty, replacement.isEmpty
    {
      let index = result.repairs.count - 1
      result.repairs[index].span.end = span.end
      result.repairs[index].text += text
      return
    }
    result.repairs.append(
      Repair(
        kind: kind, span: span, text: text, replacement: replacement, isUncertain: isUncertain))
  }

  private mutating func noteRepaired(_ range: Range<Int>) {
    if let last = result.repairedRanges.last, last.upperBound == range.lowerBound {
      result.repairedRanges[result.repairedRanges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      result.repairedRanges.append(range)
    }
  }

  /// Decodes one code point of the input without moving the cursor.
  func decode(at byte: Int) -> (code: UInt32, next: Int)? {
    guard byte < input.count else { return nil }
    let lead = UInt32(input[byte])
    if lead < 0x80 { return (lead, byte + 1) }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard byte + width <= input.count else { return nil }
    var code = lead & (0x7F >> UInt32(width))
    for next in byte + 1..<byte + width { code = code << 6 | UInt32(input[next] & 0x3F) }
    return (code, byte + width)
  }
}
