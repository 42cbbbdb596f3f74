import Testing
import TongbaoText

@testable import Evaluation

@Suite("Damage to clean documents")
struct DamageTests {
  private let content = """
    # id: x
    # published: 2024-02-19
    # genre: test
    ⟦2月18日|date|2024-02-18⟧，⟦⟦甘泉县|place|610627⟧公安局|organization|-⟧学习纪律，查处案件⟦90起|count|90 起⟧、货车违法载人⟦两起|count|2 起⟧，经审讯。
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

  @Test("reads GBK on after a lost byte, with the annotation where its characters went")
  func misalignedGBK() throws {
    let damaged = Damage(kinds: [.misalignedGBK], rate: 1).applied(to: clean)
    #expect(damaged.text.hasSuffix("90起?⒒醭滴シㄔ厝肆狡穑?经审讯。"))
    #expect(damaged.mentions.last?.text == "肆狡")
    #expect(damaged.mentions.last?.value == "2 起")
    // Nothing of it may hang on what is lost for good, the first and the last character.
    #expect(damaged.mentions.dropLast().map(\.text) == clean.mentions.dropLast().map(\.text))
  }

  /// 乾 stands in simplified text too, in 乾县, so the damage of 干部 as 乾部 is lasting.
  @Test("writes any traditional form of a character; all but one fold back")
  func traditionalForms() throws {
    let folding = try FoldingTable.makeFromICU()
    let lost = DamageTables.traditional.flatMap { simplified, forms in
      forms.filter { folding.fold(Array(String($0).utf16)) != Array(String(simplified).utf16) }
    }
    #expect(lost == ["乾"])
    let document = AnnotatedDocument(id: "t", text: String(repeating: "里发", count: 40))
    let damaged = Damage(kinds: [.traditional], seed: 2).applied(to: document)
    #expect(Set(damaged.text) == ["里", "裡", "裏", "發", "髮"])
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
