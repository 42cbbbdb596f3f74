import CICU

/// A failure that ICU reported, with what was asked of it.
public struct ICUError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was attempted, for instance `open the converter “GBK”`.
  public var operation: String
  /// ICU's own name of the failure, `U_FILE_ACCESS_ERROR`.
  public var name: String

  public init(operation: String, name: String) {
    self.operation = operation
    self.name = name
  }

  init(operation: String, status: Int32) {
    self.init(operation: operation, name: String(cString: cicu_error_name(status)))
  }

  public var description: String {
    "ICU cannot \(operation): \(name) (is libicu with its data installed?)"
  }

  /// Runs one ICU call and turns its status into a thrown error.
  static func check<Result>(
    _ operation: @autoclosure () -> String, _ call: (inout Int32) -> Result
  ) throws(ICUError) -> Result {
    var status: Int32 = 0
    let result = call(&status)
    guard status == 0 else { throw ICUError(operation: operation(), status: status) }
    return result
  }

  /// ICU counts in 32 bits.
  static func length(_ count: Int, of operation: @autoclosure () -> String) throws(ICUError)
    -> Int32
  {
    guard let length = Int32(exactly: count) else {
      throw ICUError(operation: operation(), name: "more than 2 GiB in one piece")
    }
    return length
  }
}

/// The version of ICU that the program was built against, `72.1`.
public var icuVersion: String { String(cString: cicu_version()) }
