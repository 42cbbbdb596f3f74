import Foundation

/// The folder of dictionaries and rules that ships with the package.
public enum Dictionaries {
  public static var folder: URL? { Bundle.module.resourceURL }
}
