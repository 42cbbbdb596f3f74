import GRDB

/// Why a database could not be opened or written.
public enum StorageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It is no database, or another program's.
  case foreign(path: String)
  /// It was made by a version of the program with other tables.
  case otherVersion(path: String, version: Int)
  /// Another process writes to it.
  case busy(path: String)
  case failed(path: String, problem: String)

  public var description: String {
    switch self {
    case .foreign(let path):
      "\(path): it is no database of this program; name another file"
    case .otherVersion(let path, let version):
      "\(path): its tables have version \(version), not \(Schema.version); "
        + "make a new file with this version"
    case .busy(let path):
      "\(path): another program is writing to it; try again when it has finished"
    case .failed(let path, let problem):
      "\(path): cannot be used (\(problem)); check the folder, permissions and space"
    }
  }

  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? StorageError ?? .failed(path: path, problem: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .foreign(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    default: self = .failed(path: path, problem: error.message ?? "\(error.resultCode)")
    }
  }
}
