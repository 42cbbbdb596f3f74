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

extension DocumentReader {
  /// How many bytes the inputs have on the disk; `nil` if one of them is no file or folder.
  ///
  /// - Complexity: one question to the file system for each file.
  public static func size(of inputs: [String]) -> Int? {
    var bytes = 0
    for input in inputs {
      switch FileKind(path: input) {
      case .file: bytes += FileKind.size(of: input)
      case .folder:
        var walk = FolderWalk(folder: input)
        while let step = walk.next() {
          guard case .file(let path) = step, InputFormat(path: path) != nil else { continue }
          bytes += FileKind.size(of: path)
        }
      case .link, .device, nil: return nil
      }
    }
    return bytes
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

  /// In bytes, zero if it cannot be asked.
  fileprivate static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// Tells whether two paths lead to one file.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64

  /// `nil` if nothing is there.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
  }
}
