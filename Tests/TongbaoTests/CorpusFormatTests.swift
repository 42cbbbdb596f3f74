import Evaluation
import Foundation
import Testing

@Suite("The corpus in other formats")
struct CorpusFormatTests {
  @Test("comes back byte for byte when it is carried through all of them one after another")
  func chain() throws {
    let names = try FileManager.default
      .contentsOfDirectory(atPath: Repository.root.appending(path: "Corpus").path)
      .filter { $0.hasSuffix(".gold") }.sorted()
    let files = try names.map { name in
      AnnotationFile(
        name: name,
        content: try String(
          contentsOf: Repository.root.appending(path: "Corpus/\(name)"), encoding: .utf8))
    }
    var carried = files
    var format = AnnotationFormat.inline
    for next in [AnnotationFormat.brat, .doccano, .labelStudio, .conll, .jsonl, .inline] {
      let reading = format.read(carried)
      #expect(reading.faults == [], "\(format)")
      carried = try next.write(reading.documents)
      format = next
    }
    #expect(carried.map(\.name) == names)
    let differing = zip(files, carried).filter { $0.content != $1.content }.map(\.0.name)
    #expect(differing == [])
  }
}
