import Testing
import TongbaoText

@testable import Evaluation

@Suite("Formats of annotated documents")
struct FormatTests {
  @Test("give every document back as it was written", arguments: AnnotationFormat.allCases)
  func roundTrip(_ format: AnnotationFormat) throws {
    var generator = SeededGenerator(seed: 11)
    let documents = (0..<120).map { AnnotatedDocument.random("report-\($0)", &generator) }
    let files = try format.write(documents)
    let reading = format.read(files)
    #expect(reading.faults.isEmpty, "\(reading.faults.prefix(3))")
    for (read, written) in zip(reading.documents, documents) { try #require(read == written) }
    #expect(reading.documents.count == documents.count)
  }

  @Test("are told by content", arguments: AnnotationFormat.allCases)
  func detection(_ format: AnnotationFormat) throws {
    let document = AnnotatedDocument(
      id: "a", text: "截至2月18日。", mentions: [.init("date", 2, 7, "2024-02-18")])
    let files = try format.write([document])
    #expect(AnnotationFormat.detect(files)?.format == format)
    #expect(AnnotationFormat.detect([AnnotationFile(name: "x", content: "截至2月18日")]) == nil)
  }

  @Test("of the analysis itself are read without the text")
  func outputWithoutText() throws {
    let line = """
      {"schema":1,"id":"a","reference":{"date":"2024-02-18","basis":"stated"},"mentions":[\
      {"id":0,"type":"date","start":2,"end":7,"text":"2月18日","value":"2024-02-18",\
      "lunar":"2024-01-09","rule":"date.month-day"},\
      {"id":1,"type":"count","start":9,"end":12,"text":"90起","value":"90 起","rule":"count"}],\
      "figures":[{"action":"查处","object":"案件","mention":1,"aggregation":"change",\
      "period":{"value":"2024-02"},"scope":null,\
      "comparison":{"kind":"yoy","direction":"down","percent":5,"base":null}}],\
      "findings":[{"code":"sum.mismatch","severity":"error","spans":[[9,12]],"message":"m"}]}
      """
    let reading = AnnotationFormat.jsonl.read([AnnotationFile(name: "o", content: line)])
    let document = try #require(reading.documents.first)
    #expect(reading.faults.isEmpty)
    #expect(document.published == "2024-02-18")
    #expect(document.mentions[0].value == "2024-02-18;lunar=2024-01-09")
    #expect(document.mentions[0].rule == "date.month-day")
    #expect(document.figures[0].amount == Span(9, 12))
    #expect(document.figures[0].comparison == "yoy-")
    #expect(document.findings[0].quotes == ["90起"])
  }

  @Test("take amounts and contradictions as written, and name a figure without an amount")
  func recordsAsWritten() throws {
    let line = """
      {"id":"a","text":"查处90起，又查处90起","mentions":[\
      {"start":2,"end":5,"type":"count","value":"90 起"},\
      {"start":9,"end":12,"type":"count","value":"90 起"}],\
      "figures":[{"object":"甲","amount":"90起","period":"2024-02"},{"object":"乙","amount":"90起"},\
      {"object":"丙","amount":"9起"}],\
      "findings":[{"code":"sum.mismatch","first":"90起","second":"","note":"n"}]}
      """
    let reading = AnnotationFormat.jsonl.read([AnnotationFile(name: "o", content: line)])
    let document = try #require(reading.documents.first)
    #expect(document.figures.map(\.amount) == [Span(2, 5), Span(9, 12)])
    #expect(document.figures.first?.period == "2024-02")
    #expect(document.findings.first?.spans == [Span(2, 5), Span(9, 12)])
    #expect(reading.faults.map(\.line) == [1])
  }

  @Test("of other tools are read as those tools write them")
  func foreignFiles() throws {
    let doccano = #"{"id": 7, "text": "延安市公安局", "label": [[0, 3, "LOC"], [0, 6, "ORG"]]}"#
    let one = AnnotationFormat.doccano.read([AnnotationFile(name: "d", content: doccano)])
    #expect(one.documents.first?.mentions.map(\.type) == ["ORG", "LOC"])
    #expect(one.documents.first?.id == "7")
    let conll = "-DOCSTART- O\n\n延 B-LOC\n安 I-LOC\n有\tO\n\nGreen B-PER\nHill I-PER\n"
    let two = AnnotationFormat.conll.read([AnnotationFile(name: "c", content: conll)])
    #expect(two.documents.first?.text == "延安有\nGreen Hill")
    #expect(two.documents.first?.mentions.map(\.span) == [Span(0, 2), Span(4, 14)])
    let studio = """
      [{"id": 3, "data": {"text": "😀2月"}, "annotations": [{"result": [{"type": "labels",
        "value": {"start": 2, "end": 4, "text": "2月", "labels": ["date"]}}]}]}]
      """
    let three = AnnotationFormat.labelStudio.read([AnnotationFile(name: "s", content: studio)])
    #expect(three.documents.first?.mentions.first?.span == Span(1, 3), "UTF-16 units")
  }

  @Test("name file and line of what is wrong")
  func faults() {
    let broken: [(AnnotationFormat, [AnnotationFile], String)] = [
      (.jsonl, [AnnotationFile(name: "a", content: "{}\n")], "a:1: the document has no “id”"),
      (.jsonl, [AnnotationFile(name: "a", content: "\n{\"id\": \n")], "a:2: no valid JSON"),
      (.brat, [AnnotationFile(name: "x.ann", content: "")], "x.ann:1: there is no x.txt"),
      (
        .brat,
        [
          AnnotationFile(name: "x.txt", content: "2月"),
          AnnotationFile(name: "x.ann", content: "T1\tdate 0 2\t2月\nT2\tdate 0 9\t2月\n"),
        ], "x.ann:2: date 0–9"
      ),
      (.conll, [AnnotationFile(name: "c", content: "月 O\n日\n")], "c:2: a row needs"),
      (.labelStudio, [AnnotationFile(name: "s", content: "[\n{\"id\": 1}]")], "s:2: a task needs"),
    ]
    for (format, files, beginning) in broken {
      let faults = format.read(files).faults.map(\.description)
      #expect(faults.contains { $0.hasPrefix(beginning) }, "\(faults)")
    }
  }

  @Test("refuse what they cannot hold")
  func refusal() {
    let document = AnnotatedDocument(id: "a", text: "甲⟦乙")
    #expect(throws: GoldFault.self) { try AnnotationFormat.inline.write([document]) }
    let foreign = AnnotatedDocument(id: "a", text: "甲乙", mentions: [.init("LOC", 0, 1)])
    #expect(throws: GoldFault.self) { try AnnotationFormat.inline.write([foreign]) }
  }

  @Test("survive any damage to a file without a crash", arguments: AnnotationFormat.allCases)
  func robustness(_ format: AnnotationFormat) throws {
    var generator = SeededGenerator(seed: 5)
    for round in 0..<60 {
      let files = try format.write([AnnotatedDocument.random("\(round)", &generator)])
      let broken = files.map { file in
        var scalars = Array(file.content.unicodeScalars)
        for _ in 0..<3 where !scalars.isEmpty {
          let place = generator.below(scalars.count)
          if generator.below(2) == 0 { scalars.remove(at: place) } else { scalars[place] = "9" }
        }
        return AnnotationFile(name: file.name, content: String(String.UnicodeScalarView(scalars)))
      }
      let reading = format.read(broken)
      for document in reading.documents {
        let count = document.text.unicodeScalars.count
        #expect(document.mentions.allSatisfy { $0.span.end <= count })
      }
      _ =
        EvaluationReport(
          Evaluator.evaluate(gold: reading.documents, predicted: reading.documents),
          bootstrap: Bootstrap(rounds: 1)
        ).html
    }
  }
}
