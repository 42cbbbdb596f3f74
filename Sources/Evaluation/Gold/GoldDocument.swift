import TongbaoText

/// An annotated bulletin: the text and what a careful reader marks in it.
public struct GoldDocument: Sendable, Hashable {
  public struct Mention: Sendable, Hashable {
    public var type: MentionType
    public var span: Span
    public var text: String
    /// Canonical value; a lunar day follows as `;lunar=YYYY-MM-DD`.
    public var value: String
  }

  public struct Figure: Sendable, Hashable {
    public var action: String
    public var object: String
    /// The text of the mention that gives the amount.
    public var amount: String
    /// Which of the mentions with that text, from 1, where it is not the next unused one.
    public var occurrence: Int?
    public var aggregation: String
    public var period: String
    public var scope: String
    public var comparison: String
  }

  public struct Finding: Sendable, Hashable {
    public var code: String
    public var first: String
    /// Empty where one place alone shows the fault.
    public var second: String
    public var note: String
  }

  public var id: String
  /// Reference date, or `nil` where the text must give it.
  public var published: String?
  public var genre: String
  public var text: String
  /// In text order, an enclosing mention before what it encloses.
  public var mentions: [Mention]
  public var figures: [Figure]
  public var findings: [Finding]
}

/// A fault in an annotated file.
public struct GoldFault: Error, Sendable, Hashable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  public var message: String

  public var description: String { "\(file):\(line): \(message)" }
}
