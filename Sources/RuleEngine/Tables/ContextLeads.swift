import Lexicon

/// What the tests of context are to be asked first: the literals by the unit next to the place of
/// the test, and the alternatives that do not begin with a literal.
struct ContextLeads: Sendable {
  private let table: LiteralTable
  /// The alternatives that do not begin with a literal, test by test, and where each test's begin.
  private var others: [Int32] = []
  private var otherStarts: [Int32] = [0]

  /// `nil` is impossible but for a lack of memory.
  init?(of program: ProgramCode) {
    var table = LiteralTable.Builder(testCount: program.contexts.count)
    for (test, context) in program.contexts.enumerated() {
      for offset in 0..<context.alternativeCount {
        let number = context.firstAlternative + offset
        if !Self.note(number, of: test, in: program, &table) { others.append(number) }
      }
      otherStarts.append(Int32(others.count))
    }
    guard let finished = table.finish() else { return nil }
    self.table = finished
  }

  /// Notes the literal that an alternative begins with, if it does.
  private static func note(
    _ number: Int32, of test: Int, in program: ProgramCode, _ table: inout LiteralTable.Builder
  ) -> Bool {
    let alternative = program.alternatives[Int(number)]
    let token = program.tokens[Int(alternative.firstToken)]
    guard token.kind == ProgramToken.Kind.literal.rawValue, token.b > 0 else { return false }
    let next = program.contexts[test].isAhead == 1 ? token.a : token.a + token.b - 1
    table.insert(
      program.literals[Int(next)],
      ofWhole: token.b == 1 && alternative.tokenCount == 1, test: test)
    return true
  }

  init?(image: Image, testCount: Int) {
    guard let table = LiteralTable(image: image, testCount: testCount) else { return nil }
    self.table = table
    others = Array(image.array("test-others"))
    otherStarts = Array(image.array("test-other-starts"))
    guard otherStarts.count == testCount + 1 else { return nil }
  }

  func write(to image: inout ImageWriter) {
    table.write(to: &image)
    image.add("test-others", others)
    image.add("test-other-starts", otherStarts)
  }

  @inline(__always)
  func answer(_ unit: UInt16, test: Int) -> LiteralTable.Answer { table.answer(unit, test: test) }

  /// The alternatives of a test that do not begin with a literal.
  @inline(__always)
  func others(of test: Int) -> ArraySlice<Int32> {
    others[Int(otherStarts[test])..<Int(otherStarts[test + 1])]
  }
}
