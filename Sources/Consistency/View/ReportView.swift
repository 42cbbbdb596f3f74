import ChineseCalendar
import TongbaoText

/// A document as the checks read it: mentions in text order with their place in the working text,
/// the amounts among them, the sentences with the kinds of words they have, and the figures.
///
/// A class, for every check and finder holds it; it stays with the one call that made it.
final class ReportView {
  let figures: [Figure]
  let text: SourceText
  let mentions: [PlacedMention]
  /// What the mentions say, in the same order.
  private let records: [Mention]
  /// Positions of the dates and times among the mentions.
  let temporals: [Int]
  /// The amounts in text order.
  let quantities: [Quantity]
  let sentences: SentenceMap
  /// The day that the document was published on, where it is given or stated.
  let published: GregorianDay?
  /// The year of a reference date that was inferred from days that must agree.
  let inferredYear: Int?
  /// The first line that is not blank.
  let title: Range<Int>
  /// The kinds of words that the text has anywhere.
  var cues: CueFamilies { sentences.cues }
  /// Whether both persons and cases are counted.
  let hasPersonsAndCases: Bool
  /// For each amount the position among `temporals` of the last date before it, or -1.
  private let datesBefore: [Int]
  /// What several checks ask for.
  private(set) var relations = Relations()

  /// Linear in text and mentions.
  init(document: Document, text: SourceText, names: DayNames) {
    let sentences = SentenceMap(text.units)
    records = Self.inTextOrder(document.mentions)
    let placement = Placement(of: records, in: text, sentences)
    mentions = placement.mentions
    temporals = placement.temporals
    quantities = placement.quantities
    datesBefore = placement.datesBefore()
    hasPersonsAndCases =
      placement.quantities.contains { $0.unit.kind == .persons }
      && placement.quantities.contains { $0.unit.kind == .cases }
    figures = document.figures
    self.text = text
    self.sentences = sentences
    title = Self.firstLine(of: text.units)
    let day = document.reference.date.flatMap { DayInterval(value: $0)?.day }
    switch document.reference.basis {
    case .given, .stated: (published, inferredYear) = (day, nil)
    case .inferred: (published, inferredYear) = (nil, day?.year)
    case .none: (published, inferredYear) = (nil, nil)
    }
    relations = Relations(of: self, names: names)
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

// MARK: - What mentions say

extension ReportView {
  /// The very text of the original.
  func text(of place: some WithinText) -> String { records[place.mention].text }

  func value(of place: some WithinText) -> String { records[place.mention].value }

  func lunar(of place: some WithinText) -> String? { records[place.mention].lunar }

  func candidates(of place: some WithinText) -> [String] { records[place.mention].candidates }

  /// The written unit; empty for a bare number.
  func unit(of quantity: Quantity) -> String { records[quantity.mention].unit ?? "" }

  func identifier(of place: some WithinText) -> Int { records[place.mention].id }

  /// The kinds of words in the sentence of a place.
  func cues(around place: some WithinText) -> CueFamilies { sentences.cues(of: place.sentence) }
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
    guard let last = lastDate(in: slice) else { return slice }
    var first = last.mention
    while first > 0, mentions[first - 1].range.lowerBound >= slice.range.lowerBound { first -= 1 }
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

  /// The text before an amount as `lead(of:limit:)` gives it, without dates and times.
  func leadWords(of quantity: Quantity, limit: Int = 60) -> TextSlice {
    let lead = lead(of: quantity, limit: limit)
    let last = datesBefore[quantity.index]
    guard last >= 0, mentions[temporals[last]].range.lowerBound >= lead.range.lowerBound else {
      return lead
    }
    return words(in: lead)
  }

  /// The last date or time inside a slice.
  func lastDate(in slice: TextSlice) -> PlacedMention? {
    var low = 0
    var high = temporals.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[temporals[middle]].range.lowerBound < slice.range.upperBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0, case let last = mentions[temporals[low - 1]],
      last.range.lowerBound >= slice.range.lowerBound
    else { return nil }
    return last
  }

  /// Whether a date or time begins within so many units before an amount.
  func hasDate(before quantity: Quantity, limit: Int) -> Bool {
    let last = datesBefore[quantity.index]
    return last >= 0
      && mentions[temporals[last]].range.lowerBound >= quantity.range.lowerBound - limit
  }

  func isInTitle(_ place: some WithinText) -> Bool { title.contains(place.range.lowerBound) }
}
