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
  /// Where the answer of some test changes as whole numbers grow, in ascending order.
  private var cuts: [Int] = []
  /// Number of each count of digits that some test asks for; 0 for all others.
  private var digitNumbers: [Int]
  /// The classes by interval between cuts, count of digits, and whether it is a bare scale; -1
  /// where not yet known. Readings of one slot pass the same tests.
  private var slots: [Int32]
  private let digitKinds: Int

  init(program: RuleProgram) {
    var seen: Set<UInt64> = []
    var digits: Set<Int> = []
    var cuts: Set<Int> = []
    for state in program.states
    where state.operation == ProgramState.Operation.numeral.rawValue
      && seen.insert(Self.key(state)).inserted
    {
      tests.append(Test(kind: state.a, low: state.b, high: state.c))
      switch state.a {
      case 0, 1: continue
      case 2: cuts.formUnion([Int(state.b), Int(state.c) + 1])
      default: digits.insert(Int(state.b))
      }
    }
    self.cuts = cuts.sorted()
    digitNumbers = [Int](repeating: 0, count: (digits.max() ?? 0) + 1)
    for (number, digit) in digits.sorted().enumerated() where digit >= 0 {
      digitNumbers[digit] = number + 1
    }
    digitKinds = digits.count + 1
    slots = [Int32](repeating: -1, count: (cuts.count + 2) * digitKinds * 2)
  }

  /// The test that a state makes, in one number.
  private static func key(_ state: ProgramState) -> UInt64 {
    UInt64(state.a) << 62 | UInt64(UInt32(bitPattern: state.b) & 0x7FFF_FFFF) << 31
      | UInt64(UInt32(bitPattern: state.c) & 0x7FFF_FFFF)
  }

  /// The class of a reading: which tests of the program it passes.
  mutating func index(of reading: NumeralReading) -> Int32 {
    let slot = slot(of: reading)
    if slots[slot] < 0 { slots[slot] = testedIndex(of: reading) }
    return slots[slot]
  }

  private func slot(of reading: NumeralReading) -> Int {
    var interval = 0
    if let integer = reading.integer {
      var (low, high) = (0, cuts.count)
      while low < high {
        let middle = (low + high) / 2
        if cuts[middle] <= integer { low = middle + 1 } else { high = middle }
      }
      interval = low + 1
    }
    var digits = 0
    if let count = reading.digitCount, count < digitNumbers.count { digits = digitNumbers[count] }
    return (interval * digitKinds + digits) * 2 + (reading.isBareScale ? 1 : 0)
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
