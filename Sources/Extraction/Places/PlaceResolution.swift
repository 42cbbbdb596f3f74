import TongbaoText

/// What a place mention means.
public struct PlaceValue: Sendable, Hashable {
  /// Division code, ISO 3166 alpha-2, or `-` where no division is meant.
  public var code: String
  /// Official names from the province down.
  public var name: String?
  /// Everything the name could be, best first; more than one where the document leaves it open.
  public var candidates: [String]
}

/// Decides between the divisions that bear the same name.
///
/// Evidence, strongest first: the chain a name stands in, the unit whose name holds it, the other
/// places of the document (units' names and the first and last line count double).
public enum PlaceResolution {
  /// Resolves every place among the readings. O(n) for names that come again, else
  /// O(n · candidates).
  ///
  /// - Parameter year: of the document's day; a former name has the code of that year.
  /// - Returns: values by index into `readings`.
  public static func resolve(
    _ readings: [Reading], in text: SourceText, gazetteer: Gazetteer, year: Int? = nil
  ) -> [Int: PlaceValue] {
    var resolver = PlaceResolver(
      readings, length: text.units.count, gazetteer: gazetteer, year: year)
    return resolver.resolve()
  }
}
