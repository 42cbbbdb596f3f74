/// What the place check asks about administrative divisions.
public protocol DivisionNames: Sendable {
  /// The official names from the province down to the division itself: 陕西省, 延安市, 宝塔区.
  /// Empty for a code that is not known.
  func chain(of code: String) -> [DivisionName]
}

/// One link of a chain of divisions.
public struct DivisionName: Sendable, Hashable {
  /// Six digits, or nine for a town or street.
  public var code: String
  /// The full official name.
  public var name: String

  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}
