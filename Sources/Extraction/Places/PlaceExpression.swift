/// A place as the text names it: a chain of divisions from the outside in, perhaps with a road,
/// river or building after it.
public struct PlaceExpression: Sendable {
  public enum Form: UInt8, BitwiseCopyable, Sendable {
    /// Official name with its suffix, of county level or above.
    case full
    /// Short form of county level or above.
    case short
    /// A name that was official once.
    case former
    /// A town or street with its suffix.
    case town
    /// A town without its suffix, as police stations bear it.
    case townStem
    case country
  }

  /// From the outside in; empty for a spot that names no division.
  public var links: PlaceChain
  /// A name before 派出所 that may or may not be that of a town in the document's county.
  public var stem: String?
  /// Whether a road, river, village, station or the like ends the name.
  public var isSpot: Bool

  public init(links: PlaceChain, stem: String? = nil, isSpot: Bool = false) {
    self.links = links
    self.stem = stem
    self.isSpot = isSpot
  }
}

extension PlaceExpression.Form {
  /// The form of the names of a dictionary class; `nil` where it holds no names of places.
  init?(className: String) {
    switch className {
    case "place-full", "place-generic": self = .full
    case "place-short", "place-short-common", "province-letter", "province-letter-any":
      self = .short
    case "place-former": self = .former
    case "town-full": self = .town
    case "town-short": self = .townStem
    case "country": self = .country
    default: return nil
    }
  }

  /// Whether a class holds short names of divisions of county level and above.
  static func isShortDivision(className: String) -> Bool { className.hasPrefix("place-short") }
}
