import Foundation

/// Throughput of the whole analysis beside ICU's word segmentation of the same text, in turn, in
/// one run. The ratio is what counts: the machine's own speed drifts.
struct Comparison {
  let megabytes: Int

  func run() throws {
    let text = try BulletinText(root: checkout, bytes: megabytes * 1_000_000)
    let bytes = text.documents.reduce(0) { $0 + $1.utf8.count }
    let clock = ContinuousClock()
    let start = clock.now
    let analysis = try Analysis()
    print("\(text.documents.count) documents, \(bytes) bytes; ready in \(clock.now - start)")
    let words = try Words()
    print("round  ICU words MB/s  Tongbao MB/s  ratio")
    for round in 1...5 {
      let icu = try seconds { for text in text.documents { _ = try words.run(on: text) } }
      let own = seconds { for text in text.documents { _ = analysis.run(on: text) } }
      let (icuRate, ownRate) = (Double(bytes) / 1e6 / icu, Double(bytes) / 1e6 / own)
      print(String(format: "%5d  %14.1f  %12.1f  %5.2f", round, icuRate, ownRate, icu / own))
    }
  }
}
