import TongbaoText

/// Finds the place of each mention in the working text and its sentence, and picks dates and
/// amounts out. One pass over the mentions.
struct Placement {
  private(set) var mentions: [PlacedMention] = []
  private(set) var temporals: [Int] = []
  private(set) var quantities: [Quantity] = []

  /// - Parameter records: in text order.
  init(of records: [Mention], in text: SourceText, _ sentences: SentenceMap) {
    mentions.reserveCapacity(records.count)
    quantities.reserveCapacity(records.count)
    temporals.reserveCapacity(records.count / 4)
    let alignment = text.alignment
    var place = Alignment.Place()
    var sentence = 0
    var end = 0
    for index in records.indices {
      let range = alignment.range(of: records[index].span, near: &place)
      sentence = sentences.index(of: range.lowerBound, near: sentence)
      let placed = PlacedMention(index, of: records, range: range, sentence: sentence)
      mentions.append(placed)
      if placed.isTemporal { temporals.append(index) }
      // What is nested in an amount is none of its own.
      if end <= range.lowerBound,
        let quantity = Quantity(
          index, of: records, index: quantities.count, written: TextSlice(text.units[range]),
          range: range, sentence: sentence)
      {
        quantities.append(quantity)
        end = range.upperBound
      }
    }
  }

  /// For each amount the position among `temporals` of the last one that begins before it, or -1.
  func datesBefore() -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(quantities.count)
    var next = 0
    for index in quantities.indices {
      let start = quantities[index].range.lowerBound
      while next < temporals.count, mentions[temporals[next]].range.lowerBound < start { next += 1 }
      result.append(next - 1)
    }
    return result
  }
}
