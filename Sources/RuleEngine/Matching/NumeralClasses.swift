import Numerals

/// Sorts numeral readings into classes that no rule of the program tells apart: the letters that
/// numerals are in the recognizer's alphabet.
struct NumeralClasses {
  private struct Test {
    var kind: Int32
    var low: Int32
    var high: Int32
  }

  private var tests: [Test] = []
  private var classes: [[UInt64]: Int32] = [:]
  /// One reading of each class; every other one passes the same tests.
  private(set) var representatives: [NumeralReading] = []
  /// The classes of small whole numbers by value and number of digits, -1 where not yet known.
  private var smallClasses = [Int32](repeating: -1, count: smallLimit * digitLimit)
  private static let smallLimit = 128
  private static let digitLimit = 8

  init(program: RuleProgram) {
    var seen: Set<[Int32]> = []
    for state in program.states
    where state.operation == ProgramState.Operation.numeral.rawValue
      && seen.insert([state.a, state.b, state.c]).inserted
    {
      tests.append(Test(kind: state.a, low: state.b, high: state.c))
    }
  }

  /// The class of a reading: which tests of the program it passes.
  mutating func index(of reading: NumeralReading) -> Int32 {
    guard let integer = reading.integer, integer >= 0, integer < Self.smallLimit,
      !reading.isBareScale, let digits = reading.digitCount, digits < Self.digitLimit
    else { return testedIndex(of: reading) }
    let slot = integer * Self.digitLimit + digits
    if smallClasses[slot] < 0 { smallClasses[slot] = testedIndex(of: reading) }
    return smallClasses[slot]
  }

  private mutating func testedIndex(of reading: NumeralReading) -> Int32 {
    var passed = [UInt64](repeating: 0, count: tests.count / 64 + 1)
    for (index, test) in tests.enumerated()
    where reading.satisfies(kind: test.kind, test.low, test.high) {
      passed[index / 64] |= 1 << UInt64(index % 64)
    }
    if let known = classes[passed] { return known }
    let new = Int32(classes.count)
    classes[passed] = new
    representatives.append(reading)
    return new
  }
}
