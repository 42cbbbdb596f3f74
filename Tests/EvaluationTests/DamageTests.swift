import Testing
import TongbaoText

@testable import Evaluation

@Suite("Damage to clean documents")
struct DamageTests {
  private let content = """
    # id: x
    # published: 2024-02-19
    # genre: test
    ⟦2月18日|date|2024-02-18⟧，⟦⟦甘泉县|place|610627⟧公安局|organization|-⟧学习纪律，查处案件⟦90起|count|90 起⟧。
    --- figures
    查处\t案件\t90起\tplain\t2024-02-18\t甘泉县公安局\t-
    --- findings
    sum.mismatch\t90起\t-\tnone

    """

  private var clean: GoldDocument { InlineFormat.read(content, file: "x.gold").document }

  @Test("moves the annotation along", arguments: Damage.Kind.allCases)
  func annotationMoves(_ kind: Damage.Kind) {
    let damaged = Damage(kinds: [kind], rate: 0.9, seed: 3).applied(to: clean)
    #expect(damaged.text != clean.text)
    let scalars = ScalarText(damaged.text)
    #expect(damaged.mentions.map(\.value) == clean.mentions.map(\.value))
    #expect(damaged.mentions.allSatisfy { $0.text == scalars[$0.span] })
    let file = AnnotationFile(name: "x.gold", content: InlineFormat.write(damaged))
    #expect(CorpusCheck.check([file]).faults.isEmpty)
  }

  @Test("puts glosses inside a mention into its span and those behind it outside")
  func glosses() {
    let damaged = Damage(kinds: [.pinyinGloss], rate: 1).applied(to: clean)
    #expect(damaged.mentions[0].text == "2月(yuè)18日")
    #expect(damaged.text.hasPrefix("2月(yuè)18日(rì)，"))
    #expect(damaged.figures[0].object == "案(àn)件")
  }

  @Test("is the same for the same seed, and none at rate zero")
  func repeatable() {
    let damage = Damage(rate: 0.3, seed: 9)
    #expect(damage.applied(to: clean) == damage.applied(to: clean))
    #expect(damage.applied(to: clean) != Damage(rate: 0.3, seed: 10).applied(to: clean))
    #expect(Damage(kinds: [.entity, .width], rate: 0).applied(to: clean) == clean)
  }

  @Test("keeps any document sound")
  func anyDocument() {
    var generator = SeededGenerator(seed: 4)
    for round in 0..<100 {
      let document = AnnotatedDocument.random("\(round)", &generator)
      let damaged = Damage(rate: 0.5, seed: UInt64(round)).applied(to: document)
      #expect(damaged.mentions.count == document.mentions.count)
      #expect(damaged.mentions.allSatisfy { ScalarText(damaged.text).holds($0.span) })
      let pairs = zip(document.mentions, damaged.mentions)
      #expect(pairs.allSatisfy { $0.span.count <= $1.span.count && $0.type == $1.type })
    }
  }
}
