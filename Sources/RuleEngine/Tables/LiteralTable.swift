import Lexicon

/// Which tests of context a character can decide: for every test that asks for literals, whether
/// some literal of it ends (looking back) or begins (looking ahead) with that character.
///
/// Most tests fail by the character next to them, and this tells so by two table lookups however
/// many literals a test has.
struct LiteralTable: Sendable {
  /// Row of each UTF-16 unit; row 0 belongs to the units that no literal has there.
  private let rows: ImageArray<UInt16>
  /// Tests of which a longer literal has the unit there, one bit a test, row by row.
  private let longer: ImageArray<UInt64>
  /// Tests of which the unit is a whole literal.
  private let whole: ImageArray<UInt64>
  private let width: Int

  /// `nil` where the image holds no table for so many tests.
  init?(image: Image, testCount: Int) {
    width = Self.width(testCount)
    rows = ImageArray(image: image, name: "test-literals.rows")
    longer = ImageArray(image: image, name: "test-literals.longer")
    whole = ImageArray(image: image, name: "test-literals.whole")
    guard rows.count == 1 << 16, longer.count == whole.count else { return nil }
  }

  func write(to image: inout ImageWriter) {
    image.add("test-literals.rows", Array(rows.elements))
    image.add("test-literals.longer", Array(longer.elements))
    image.add("test-literals.whole", Array(whole.elements))
  }

  private static func width(_ testCount: Int) -> Int { (testCount + 63) / 64 }

  enum Answer { case no, yes, perhaps }

  @inline(__always)
  func answer(_ unit: UInt16, test: Int) -> Answer {
    let word = Int(rows[Int(unit)]) * width + test / 64
    let shift = UInt64(test % 64)
    if whole[word] >> shift & 1 == 1 { return .yes }
    return longer[word] >> shift & 1 == 1 ? .perhaps : .no
  }

  /// Makes a table, which lies in an image of its own then.
  struct Builder {
    private var rows = [UInt16](repeating: 0, count: 1 << 16)
    private var longer: [UInt64]
    private var whole: [UInt64]
    private let width: Int
    private let testCount: Int

    init(testCount: Int) {
      self.testCount = testCount
      width = LiteralTable.width(testCount)
      longer = [UInt64](repeating: 0, count: width)
      whole = longer
    }

    /// - Parameter unit: the unit of the literal that is next to the place of the test.
    mutating func insert(_ unit: UInt16, ofWhole isWhole: Bool, test: Int) {
      if rows[Int(unit)] == 0 {
        rows[Int(unit)] = UInt16(longer.count / width)
        for _ in 0..<width {
          longer.append(0)
          whole.append(0)
        }
      }
      let word = Int(rows[Int(unit)]) * width + test / 64
      let bit: UInt64 = 1 << UInt64(test % 64)
      if isWhole { whole[word] |= bit } else { longer[word] |= bit }
    }

    func finish() -> LiteralTable? {
      var writer = ImageWriter()
      writer.add("test-literals.rows", rows)
      writer.add("test-literals.longer", longer)
      writer.add("test-literals.whole", whole)
      return Image(bytes: writer.finish(digest: 0)).flatMap {
        LiteralTable(image: $0, testCount: testCount)
      }
    }
  }
}
