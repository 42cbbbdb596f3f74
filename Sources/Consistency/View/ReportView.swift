import ChineseCalendar
import TongbaoText

/// A document as the checks read it: mentions in text order with their place in the working text,
/// the amounts among them, the sentences, and the figures joined with their amounts.
///
/// A class, for every check and finder holds it; it stays with the one call that made it.
final class ReportView {
  let figures: [Figure]
  let text: SourceText
  let mentions: [PlacedMention]
  /// The amounts in text order.
  let quantities: [Quantity]
  let sentences: SentenceMap
  /// The day that the document was published on, where it is given or stated.
  let published: GregorianDay?
  /// The year of a reference date that was inferred from days that must agree.
  let inferredYear: Int?
  /// The first line that is not blank.
  let title: Range<Int>
  /// What several checks ask for.
  private(set) var relations = Relations()

  /// Linear in text and mentions.
  init(document: Document, text: SourceText, festivals: FestivalTable) {
    let sentences = SentenceMap(text.units)
    let ordered = Self.inTextOrder(document.mentions)
    var mentions: [PlacedMention] = []
    var quantities: [Quantity] = []
    mentions.reserveCapacity(ordered.count)
    for (index, mention) in ordered.enumerated() {
      let range = text.alignment.range(of: mention.span)
      let sentence = sentences.index(of: range.lowerBound)
      mentions.append(
        PlacedMention(mention, index: index, range: range, sentence: sentence))
      let isNested = quantities.last.map { $0.range.upperBound > range.lowerBound } ?? false
      if !isNested,
        let quantity = Quantity(
          mention, index: quantities.count, written: TextSlice(text.units[range]), range: range,
          sentence: sentence)
      {
        quantities.append(quantity)
      }
    }
    self.mentions = mentions
    self.quantities = quantities
    figures = document.figures
    self.text = text
    self.sentences = sentences
    title = Self.firstLine(of: text.units)
    switch document.reference.basis {
    case .given, .stated:
      published = document.reference.date.flatMap { GregorianDay(iso: $0.prefix(10)) }
    case .inferred, .none:
      published = nil
    }
    let isInferred = document.reference.basis == .inferred
    inferredYear = isInferred ? document.reference.date.flatMap { Int($0.prefix(4)) } : nil
    relations = Relations(of: self, festivals: festivals)
  }

  /// The analysis gives them in order already; sorting would copy them all.
  private static func inTextOrder(_ mentions: [Mention]) -> [Mention] {
    for index in mentions.indices.dropFirst() where mentions[index].span < mentions[index - 1].span
    {
      return mentions.sorted { $0.span < $1.span }
    }
    return mentions
  }

  private static func firstLine(of units: [UInt16]) -> Range<Int> {
    let start = units.firstIndex { !TextSlice.isBlank($0) } ?? units.count
    let end = units[start...].firstIndex(of: 0x0A) ?? units.count
    return start..<end
  }
}

// MARK: - Text around mentions

extension ReportView {
  func slice(_ range: Range<Int>) -> TextSlice {
    TextSlice(text.units[range.clamped(to: 0..<text.units.count)])
  }

  /// The text between two places of the text; `nil` where they overlap or lie further apart than
  /// `limit` units.
  func gap(
    _ left: some WithinText, _ right: some WithinText, limit: Int = 40
  ) -> TextSlice? {
    let start = left.range.upperBound
    let end = right.range.lowerBound
    guard start <= end, end - start <= limit else { return nil }
    return slice(start..<end)
  }

  /// Up to `limit` units before a place, within its sentence.
  func before(_ place: some WithinText, limit: Int = 24) -> TextSlice {
    let end = place.range.lowerBound
    let start = max(end - limit, sentences.range(place.sentence).lowerBound)
    return slice(min(start, end)..<end)
  }

  /// Up to `limit` units after a place, within its sentence.
  func after(_ place: some WithinText, limit: Int = 24) -> TextSlice {
    let start = place.range.upperBound
    let end = min(start + limit, sentences.range(place.sentence).upperBound)
    return slice(start..<max(start, end))
  }

  /// The text between the amount before and this one, within the sentence and `limit` units.
  func lead(of quantity: Quantity, limit: Int = 60) -> TextSlice {
    var start = max(
      sentences.range(quantity.sentence).lowerBound, quantity.range.lowerBound - limit)
    if quantity.index > 0 {
      start = max(start, quantities[quantity.index - 1].range.upperBound)
    }
    return slice(min(start, quantity.range.lowerBound)..<quantity.range.lowerBound)
  }

  /// The number of the sentence at which the statement before a place's sentence begins: what
  /// stands between semicolons is one statement.
  func previousStatement(of place: some WithinText) -> Int {
    var sentence = place.sentence - 1
    while sentence > 0, place.sentence - sentence < 6 {
      let start = sentences.range(sentence).lowerBound
      guard start > 0, text.units[start - 1] == 0x3B || text.units[start - 1] == 0xFF1B else {
        break
      }
      sentence -= 1
    }
    return sentence
  }

  /// A slice without the dates, times and places that stand in it: what is left says how the
  /// amounts around it relate.
  func words(in slice: TextSlice) -> TextSlice {
    let first = mentions(from: slice.range.lowerBound)
    guard hasDate(from: first, before: slice.range.upperBound) else { return slice }
    var units: [UInt16] = []
    var position = slice.range.lowerBound
    for placed in mentions[first...] {
      if placed.range.lowerBound >= slice.range.upperBound { break }
      guard placed.isTemporal else { continue }
      guard placed.range.lowerBound >= position else { continue }
      units += slice[position..<placed.range.lowerBound].units
      position = min(placed.range.upperBound, slice.range.upperBound)
    }
    units += slice[position..<slice.range.upperBound].units
    return TextSlice(units[...])
  }

  private func hasDate(from first: Int, before end: Int) -> Bool {
    var index = first
    while index < mentions.count, mentions[index].range.lowerBound < end {
      if mentions[index].isTemporal { return true }
      index += 1
    }
    return false
  }

  /// The last date or time inside a slice.
  func lastDate(in slice: TextSlice) -> PlacedMention? {
    var index = mentions(from: slice.range.lowerBound)
    var last: PlacedMention?
    while index < mentions.count, mentions[index].range.lowerBound < slice.range.upperBound {
      if mentions[index].isTemporal { last = mentions[index] }
      index += 1
    }
    return last
  }

  /// Position in `mentions` of the first one that starts at or after a unit. O(log n).
  func mentions(from position: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.lowerBound < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func isInTitle(_ place: some WithinText) -> Bool { title.contains(place.range.lowerBound) }
}
