import TongbaoText

/// Plants known errors in annotated documents, to measure whether a checker finds them.
///
/// Each of the guideline's fifteen codes has an injector. It changes an annotated mention where the
/// document has the constellation (a day with its weekday, a total with its parts), and else adds a
/// sentence made of the document's own dates and figures. Sentences with an annotated finding are
/// left alone. The same seed gives the same errors on every machine.
public struct ErrorInjector: Sendable {
  public var seed: UInt64
  /// The most errors of one code that a document gives.
  public var perDocument: Int

  public init(seed: UInt64 = 1, perDocument: Int = 2) {
    self.seed = seed
    self.perDocument = perDocument
  }

  private static let injectors: [any FaultInjector] = [
    ImpossibleDay(), WrongLunarDay(), WrongWeekday(), ReversedRange(), FutureDay(),
    WrongSum(), LargePart(), WrongChange(), WrongDirection(), ConflictingFigure(),
    FallingTotal(), WrongLength(), LargeShare(), ForeignPlace(), ForeignUnit(),
  ]

  /// The codes, in the order of the guideline.
  public static var codes: [String] { injectors.map { type(of: $0).code } }

  /// Documents with one error each, by code.
  ///
  /// - Complexity: linear in the document, times the number of injectors.
  public func injections(into document: AnnotatedDocument) -> [Injection] {
    let passages = Passages(document)
    return Self.injectors.flatMap { injector in
      let code = type(of: injector).code
      var generator = SeededGenerator(seed: seed ^ Self.digest("\(document.id)/\(code)"))
      var faults = injector.changes(in: passages, &generator)
      if faults.isEmpty { faults = injector.additions(to: passages, &generator) }
      faults.shuffle(using: &generator)
      return faults.prefix(perDocument).enumerated().map { number, fault in
        Injection(fault, code: code, in: passages, number: number + 1)
      }
    }
  }

  /// FNV-1a: the same on every machine, unlike `Hasher`.
  private static func digest(_ words: String) -> UInt64 {
    words.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
