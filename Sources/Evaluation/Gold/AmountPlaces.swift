import TongbaoText

/// Finds the mention that a figure means when it gives its amount as written.
///
/// The same amount may be written several times: figures take the places in order, the last one
/// again where there are more figures, unless a figure says which occurrence it means.
struct AmountPlaces {
  private let places: [String: [Span]]
  private var used: [String: Int] = [:]

  /// - Parameter mentions: texts and spans, in text order.
  init(_ mentions: some Sequence<(text: String, span: Span)>) {
    places = Dictionary(grouping: mentions, by: \.text).mapValues { $0.map(\.span) }
  }

  /// - Parameter occurrence: which mention of that text, from 1.
  mutating func place(of amount: String, occurrence: Int? = nil) -> Span? {
    guard let spans = places[amount] else { return nil }
    let next = occurrence.map { $0 - 1 } ?? used[amount, default: 0]
    let index = min(max(next, 0), spans.count - 1)
    used[amount] = index + 1
    return spans[index]
  }
}
