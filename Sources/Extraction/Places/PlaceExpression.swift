/// A place as the text names it: a chain of divisions from the outside in, perhaps with a road,
/// river or building after it.
public struct PlaceExpression: Sendable, Hashable {
  public enum Form: String, Sendable {
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

  /// One name of the chain, with everything it can mean, best first.
  public struct Link: Sendable, Hashable {
    public var range: Range<Int>
    public var form: Form
    public var candidates: [PlaceReference]

    public init(range: Range<Int>, form: Form, candidates: [PlaceReference]) {
      self.range = range
      self.form = form
      self.candidates = candidates
    }
  }

  /// From the outside in; empty for a spot that names no division.
  public var links: [Link]
  /// A name before 派出所 that may or may not be that of a town in the document's county.
  public var stem: String?
  /// Whether a road, river, village, station or the like ends the name.
  public var isSpot: Bool

  public init(links: [Link], stem: String? = nil, isSpot: Bool = false) {
    self.links = links
    self.stem = stem
    self.isSpot = isSpot
  }
}
