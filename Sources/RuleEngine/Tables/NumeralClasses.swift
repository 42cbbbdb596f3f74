import Lexicon
import Numerals

/// Sorts numeral readings into classes that no rule of the program tells apart: the letters that
/// numerals are in the recognizer's alphabet.
struct NumeralClasses: Sendable {
  /// What the tests ask of a reading. One of each class passes the tests that all of it pass.
  struct Representative: BitwiseCopyable {
    fileprivate var integer: Int
    fileprivate var hasInteger: Bool
    fileprivate var isBareScale: Bool
    /// -1 for a count that no test asks for.
    fileprivate var digitCount: Int32

    func satisfies(kind: Int32, _ low: Int32, _ high: Int32) -> Bool {
      NumeralReading.satisfies(
        kind: kind, low, high, integer: hasInteger ? integer : nil, digitCount: Int(digitCount),
        isBareScale: isBareScale)
    }
  }

  private struct Test: Hashable {
    var kind: Int32
    var low: Int32
    var high: Int32
  }

  /// By number of class.
  private(set) var representatives: [Representative] = []
  /// Where the answer of some test changes as whole numbers grow, in ascending order.
  private let cuts: [Int]
  /// Number of each count of digits that some test asks for; 0 for all others.
  private let digitNumbers: [Int32]
  /// The classes by interval between cuts, count of digits, and whether it is a bare scale.
  private var slots: [Int32] = []
  private let digitKinds: Int

  init(of program: ProgramCode) {
    var tests: Set<Test> = []
    for state in program.states where state.operation == ProgramState.Operation.numeral.rawValue {
      tests.insert(Test(kind: state.a, low: state.b, high: state.c))
    }
    let whole = tests.filter { $0.kind == 2 }
    cuts = Set(whole.flatMap { [Int($0.low), Int($0.high) + 1] }).sorted()
    let digits = Set(tests.filter { $0.kind == 3 && $0.low >= 0 }.map(\.low)).sorted()
    var digitNumbers = [Int32](repeating: 0, count: Int(digits.last ?? 0) + 1)
    for (number, count) in digits.enumerated() { digitNumbers[Int(count)] = Int32(number + 1) }
    self.digitNumbers = digitNumbers
    digitKinds = digits.count + 1
    sort(by: tests.sorted { ($0.kind, $0.low, $0.high) < ($1.kind, $1.low, $1.high) }, digits)
  }

  /// Finds the class of each slot.
  private mutating func sort(by tests: [Test], _ digits: [Int32]) {
    var numbers: [[Bool]: Int32] = [:]
    for interval in 0..<cuts.count + 2 {
      for count in [-1] + digits {
        for isBareScale in [false, true] {
          // Of the numbers before the first cut any will do.
          let integer = interval < 2 ? (cuts.first ?? 0) - 1 : cuts[interval - 2]
          let reading = Representative(
            integer: integer, hasInteger: interval > 0, isBareScale: isBareScale,
            digitCount: count)
          let passed = tests.map { reading.satisfies(kind: $0.kind, $0.low, $0.high) }
          let number = numbers[passed] ?? Int32(numbers.count)
          if numbers.updateValue(number, forKey: passed) == nil { representatives.append(reading) }
          slots.append(number)
        }
      }
    }
  }

  /// The class of a reading: which tests of the program it passes.
  func index(of reading: NumeralReading) -> Int32 {
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
    if let count = reading.digitCount, count < digitNumbers.count {
      digits = Int(digitNumbers[count])
    }
    return slots[(interval * digitKinds + digits) * 2 + (reading.isBareScale ? 1 : 0)]
  }
}

// MARK: Image

extension NumeralClasses {
  /// `nil` where the image holds none.
  init?(image: Image) {
    representatives = Array(image.array("numeral.classes"))
    cuts = Array(image.array("numeral.cuts"))
    digitNumbers = Array(image.array("numeral.digits"))
    slots = Array(image.array("numeral.slots"))
    digitKinds = Int(digitNumbers.max() ?? 0) + 1
    guard slots.count == (cuts.count + 2) * digitKinds * 2 else { return nil }
  }

  func write(to image: inout ImageWriter) {
    image.add("numeral.classes", representatives)
    image.add("numeral.cuts", cuts)
    image.add("numeral.digits", digitNumbers)
    image.add("numeral.slots", slots)
  }
}

extension NumeralReading {
  /// Whether a numeral element of the program takes this reading.
  @inline(__always)
  func satisfies(kind: Int32, _ low: Int32, _ high: Int32) -> Bool {
    Self.satisfies(
      kind: kind, low, high, integer: integer, digitCount: digitCount, isBareScale: isBareScale)
  }

  @inline(__always)
  fileprivate static func satisfies(
    kind: Int32, _ low: Int32, _ high: Int32, integer: @autoclosure () -> Int?,
    digitCount: @autoclosure () -> Int?, isBareScale: Bool
  ) -> Bool {
    switch kind {
    case 0: !isBareScale
    case 1: isBareScale
    case 2: !isBareScale && integer().map { $0 >= Int(low) && $0 <= Int(high) } == true
    default: digitCount() == Int(low)
    }
  }
}
