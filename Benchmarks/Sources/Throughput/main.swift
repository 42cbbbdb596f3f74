import Foundation
import ICUBridge
import Tongbao

// Throughput of the whole analysis beside ICU's word segmentation of the same text, in turn, in
// one run. The ratio is what counts: the machine's own speed drifts.

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
let megabytes = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 10
let text = try BulletinText(root: root, bytes: megabytes * 1_000_000)
let bytes = text.documents.reduce(0) { $0 + $1.utf8.count }

let clock = ContinuousClock()
let start = clock.now
let analyzer = try Analyzer()
let ready = clock.now - start
let words = try WordBoundaries()

// The answer is checked before it is timed.
let check = analyzer.analyze("截至2024年2月18日(正月初九),全局累计投入安保警力560人次。", id: "check")
precondition(check.mentions.map(\.value).contains("560 人次"), "the analysis is wrong; not timed")

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let duration = try clock.measure(body)
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

func rate(_ seconds: Double) -> String { String(format: "%7.1f", Double(bytes) / 1e6 / seconds) }

var mentions = 0
print("\(text.documents.count) documents, \(bytes) bytes; analyzer ready in \(ready)")
print("round  ICU words MB/s  Tongbao MB/s  ratio")
for round in 1...5 {
  let icu = try seconds {
    for document in text.documents {
      let units = Array(document.utf16)
      _ = try units.withUnsafeBufferPointer { try words.boundaries(of: $0) }
    }
  }
  mentions = 0
  let own = seconds {
    for document in text.documents {
      mentions += analyzer.analyze(document, id: "bench").mentions.count
    }
  }
  print(
    String(format: "%5d", round), "       \(rate(icu))     \(rate(own))",
    String(format: " %6.2f", icu / own))
}
print("\(mentions) mentions in a round")
