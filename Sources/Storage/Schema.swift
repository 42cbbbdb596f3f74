import GRDB

/// The tables of the database, made once in an empty file.
///
/// Spans are code points of `documents.text`. Amounts stand as exact decimals in text columns;
/// `figures_wide` gives them as floating-point numbers as well, for sums and plots.
enum Schema {
  /// “TONG”: tells the file from other programs' databases.
  static let applicationID = 0x544F_4E47
  static let version = 1

  /// - Throws: `StorageError` for a database that is not ours, `DatabaseError`.
  static func prepare(_ database: Database, path: String) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    if application == applicationID {
      try requireOwn(database, path: path)
    } else {
      guard application == 0, version == 0, objects == 0 else {
        throw StorageError.foreign(path: path)
      }
      try database.execute(sql: tables + indexes + views)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(Self.version)")
    }
  }

  /// - Throws: `StorageError` for a database that is not ours, `DatabaseError`.
  static func requireOwn(_ database: Database, path: String) throws {
    guard try Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
      throw StorageError.foreign(path: path)
    }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version == Self.version else {
      throw StorageError.otherVersion(path: path, version: version)
    }
  }

  private static let tables = """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY,
      version TEXT NOT NULL,
      rule_digest TEXT NOT NULL,
      options TEXT NOT NULL,
      started TEXT NOT NULL,
      ended TEXT,
      written INTEGER NOT NULL DEFAULT 0,
      unchanged INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE documents (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      source TEXT,
      content_hash TEXT NOT NULL,
      rule_digest TEXT NOT NULL,
      run INTEGER NOT NULL REFERENCES runs(id),
      reference_date TEXT,
      reference_basis TEXT NOT NULL,
      text TEXT NOT NULL,
      extra TEXT
    ) STRICT;
    CREATE TABLE mentions (
      document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
      id INTEGER NOT NULL,
      type TEXT NOT NULL,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL,
      text TEXT NOT NULL,
      value TEXT NOT NULL,
      min TEXT,
      max TEXT,
      approximation TEXT,
      unit TEXT,
      dimension TEXT,
      name TEXT,
      lunar TEXT,
      interval_start TEXT,
      interval_end TEXT,
      clock_start TEXT,
      clock_end TEXT,
      duration TEXT,
      candidates TEXT,
      rule TEXT NOT NULL,
      repaired INTEGER NOT NULL,
      PRIMARY KEY (document, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figures (
      document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      action TEXT NOT NULL,
      object TEXT NOT NULL,
      mention INTEGER NOT NULL,
      aggregation TEXT NOT NULL,
      period TEXT,
      period_mention INTEGER,
      scope TEXT,
      scope_mention INTEGER,
      scope_code TEXT,
      comparison TEXT,
      direction TEXT,
      percent TEXT,
      base TEXT,
      comparison_mention INTEGER,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE findings (
      document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      code TEXT NOT NULL,
      severity TEXT NOT NULL,
      message TEXT NOT NULL,
      expected TEXT,
      found TEXT,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE finding_spans (
      document INTEGER NOT NULL,
      finding INTEGER NOT NULL,
      position INTEGER NOT NULL,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL,
      PRIMARY KEY (document, finding, position),
      FOREIGN KEY (document, finding) REFERENCES findings(document, position) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    """

  private static let indexes = """
    CREATE INDEX documents_by_content ON documents(content_hash);
    CREATE INDEX mentions_by_type ON mentions(type, value);
    CREATE INDEX figures_by_object ON figures(object, action);
    CREATE INDEX figures_by_period ON figures(period);
    CREATE INDEX findings_by_code ON findings(code);

    """

  private static let views = """
    CREATE VIEW figures_wide AS
      SELECT d.id AS document, d.source, d.reference_date, f.position, f.span_start, f.span_end,
        f.action, f.object, m.text AS amount, m.value, m.min, m.max,
        CAST(m.min AS REAL) AS min_number, CAST(m.max AS REAL) AS max_number,
        m.approximation, m.unit, m.dimension, f.aggregation, f.period, f.scope, f.scope_code,
        f.comparison, f.direction, f.percent, f.base, m.rule
      FROM figures f
        JOIN documents d ON d.key = f.document
        LEFT JOIN mentions m ON m.document = f.document AND m.id = f.mention;

    """
}
