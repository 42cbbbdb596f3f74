/// How the parts of a point are put into one word each.

extension TemporalPoint.Year: Packable {
  public var code: Int32 {
    switch self {
    case .number(let year): KindAndNumber(1, year).code
    case .twoDigits(let digits): KindAndNumber(2, digits).code
    case .relative(let shift): KindAndNumber(3, shift).code
    case .anaphoric(let shift): KindAndNumber(4, shift).code
    case .topic(let shift): KindAndNumber(5, shift).code
    }
  }

  public init?(code: Int32) {
    let packed = KindAndNumber(code: code)
    switch packed.kind {
    case 1: self = .number(packed.number)
    case 2: self = .twoDigits(packed.number)
    case 3: self = .relative(packed.number)
    case 4: self = .anaphoric(packed.number)
    case 5: self = .topic(packed.number)
    default: return nil
    }
  }
}

extension TemporalPoint.MonthOrDay: Packable {
  public var code: Int32 {
    switch self {
    case .number(let number): KindAndNumber(1, number).code
    case .relative(let shift): KindAndNumber(2, shift).code
    case .anaphoric(let shift): KindAndNumber(3, shift).code
    }
  }

  public init?(code: Int32) {
    let packed = KindAndNumber(code: code)
    switch packed.kind {
    case 1: self = .number(packed.number)
    case 2: self = .relative(packed.number)
    case 3: self = .anaphoric(packed.number)
    default: return nil
    }
  }
}

extension TemporalPoint.Week: Packable {
  public var code: Int32 {
    switch self {
    case .relative(let shift): KindAndNumber(1, shift).code
    case .weekend(let shift): KindAndNumber(2, shift).code
    case .anaphoric(let shift): KindAndNumber(3, shift).code
    case .numbered(let number): KindAndNumber(4, number).code
    case .firstHalf(let shift): KindAndNumber(5, shift).code
    case .secondHalf(let shift): KindAndNumber(6, shift).code
    }
  }

  public init?(code: Int32) {
    let packed = KindAndNumber(code: code)
    switch packed.kind {
    case 1: self = .relative(packed.number)
    case 2: self = .weekend(packed.number)
    case 3: self = .anaphoric(packed.number)
    case 4: self = .numbered(packed.number)
    case 5: self = .firstHalf(packed.number)
    case 6: self = .secondHalf(packed.number)
    default: return nil
    }
  }
}

extension TemporalPoint.Section: Packable {
  public var code: Int32 {
    switch self {
    case .quarter(let number): KindAndNumber(1, number).code
    case .relativeQuarter(let shift): KindAndNumber(2, shift).code
    case .half(let number): KindAndNumber(3, number).code
    case .firstQuarters(let count): KindAndNumber(4, count).code
    case .firstMonths(let count): KindAndNumber(5, count).code
    case .third(let number): KindAndNumber(6, number).code
    case .halfMonth(let number): KindAndNumber(7, number).code
    case .dayOfYear(let number): KindAndNumber(8, number).code
    case .nthWeekday(let ordinal): KindAndNumber(9, ordinal).code
    case .season(let month): KindAndNumber(10, month).code
    case .counted(let count, let unit, let fromEnd):
      KindAndNumber(11, count << 3 | unit.place << 1 | (fromEnd ? 1 : 0)).code
    case .relativeHalf(let shift): KindAndNumber(12, shift).code
    }
  }

  public init?(code: Int32) {
    let packed = KindAndNumber(code: code)
    let number = packed.number
    switch packed.kind {
    case 1: self = .quarter(number)
    case 2: self = .relativeQuarter(number)
    case 3: self = .half(number)
    case 4: self = .firstQuarters(number)
    case 5: self = .firstMonths(number)
    case 6: self = .third(number)
    case 7: self = .halfMonth(number)
    case 8: self = .dayOfYear(number)
    case 9: self = .nthWeekday(number)
    case 10: self = .season(firstMonth: number)
    case 11:
      let unit = TemporalPoint.CountedUnit.allCases[number >> 1 & 3]
      self = .counted(number >> 3, unit, fromEnd: number & 1 == 1)
    case 12: self = .relativeHalf(number)
    default: return nil
    }
  }
}

extension TemporalPoint.Lunar: Packable {
  /// Month and day are packed as one more than they are, so that a zero says that there is none.
  public var code: Int32 {
    let (month, day) = ((month ?? -1) + 1, (day ?? -1) + 1)
    return KindAndNumber(isLeap ? 2 : 1, min(month, 127) << 8 | min(day, 127)).code
  }

  public init?(code: Int32) {
    let packed = KindAndNumber(code: code)
    let (month, day) = (packed.number >> 8, packed.number & 0xFF)
    self.init(
      month: month == 0 ? nil : month - 1, day: day == 0 ? nil : day - 1, isLeap: packed.kind == 2)
  }
}

extension TemporalPoint.CountedUnit {
  fileprivate var place: Int {
    switch self {
    case .day: 0
    case .week: 1
    case .month: 2
    case .quarter: 3
    }
  }
}
