import Foundation

/// The files below a folder, sorted by path, found one folder at a time as they are asked for.
///
/// Hidden entries and links to folders are left out: the former are no documents, the latter can
/// lead in circles.
struct FolderWalk {
  enum Step {
    case file(path: String)
    case failure(InputFailure)
  }

  /// Entries still to visit, the next one last. Folders end in a slash, which also makes plain
  /// byte order the order of whole paths: `a-b.txt` comes before `a/x.txt`.
  private var pending: [String]

  init(folder: String) {
    pending = [folder.hasSuffix("/") ? folder : folder + "/"]
  }

  mutating func next() -> Step? {
    while let path = pending.popLast() {
      guard path.hasSuffix("/") else { return .file(path: path) }
      do {
        pending.append(contentsOf: try Self.entries(of: path).reversed())
      } catch {
        return .failure(error)
      }
    }
    return nil
  }

  private static func entries(of folder: String) throws(InputFailure) -> [String] {
    guard let stream = opendir(folder) else {
      throw InputFailure(path: String(folder.dropLast()), systemError: errno)
    }
    defer { closedir(stream) }
    var entries: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      switch FileKind(path: folder + name, followsLinks: false) {
      case .folder: entries.append(folder + name + "/")
      case .link where FileKind(path: folder + name) == .folder: continue
      default: entries.append(folder + name)
      }
    }
    return entries.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// What stands at a path.
enum FileKind {
  case folder, link, file
  /// A pipe, terminal or other device.
  case device

  /// `nil` if nothing is there or it cannot be asked.
  init?(path: String, followsLinks: Bool = true) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFREG: self = .file
    default: self = .device
    }
  }
}
