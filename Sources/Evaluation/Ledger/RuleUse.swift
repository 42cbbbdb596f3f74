/// What a rule did in the annotated documents, before anyone asks whether it was right.
public struct RuleUse: Sendable, Hashable {
  public var rule: String
  /// The type of mention that it gives; of a guard, which gives none, `none`.
  public var type: String
  /// Matches that it won, that another rule outdid at the same place, and that were refused.
  public var won: Int
  public var lost: Int
  public var refused: Int
  /// Places, in the list of annotated documents, of those in which it won.
  public var documents: [Int]
  /// Share of the matching work, 0...1.
  public var share: Double

  public init(
    rule: String, type: String, won: Int = 0, lost: Int = 0, refused: Int = 0,
    documents: [Int] = [], share: Double = 0
  ) {
    self.rule = rule
    self.type = type
    self.won = won
    self.lost = lost
    self.refused = refused
    self.documents = documents
    self.share = share
  }
}
