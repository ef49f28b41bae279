internal import Foundation
internal import GRDB

/// The record of one negotiation: a folder with one SQLite file and the original articles, byte for
/// byte.
///
///     let dossier = try Dossier(opening: "talks")
///     let state = try dossier.state(View(on: date))
///
/// Any number of programs may read it at the same time; writers take turns. Every change is one
/// transaction: after a crash the record is as before or as after.
public final class Dossier: Sendable {
  /// The folder.
  public let path: String
  let store: DatabasePool

  /// The name of the record in the folder.
  static let recordName = "dossier.sqlite"

  /// Opens the dossier in the folder `path`, and brings one made by an older version up to date.
  ///
  /// - Throws: `.noDossier`, `.newerSchema`, `.damaged`, `.cannotWrite`.
  public convenience init(opening path: String) throws(DossierError) {
    guard FileManager.default.fileExists(atPath: path + "/" + Self.recordName) else {
      throw DossierError(.noDossier, path: path)
    }
    try self.init(path: path)
  }

  /// Makes a dossier named `title` in the folder `path`, which must be new or empty.
  ///
  /// - Throws: `.occupied`, `.cannotWrite`.
  public static func create(_ path: String, title: String, at time: Timestamp)
    throws(DossierError) -> Dossier
  {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw DossierError(.occupied(found: "a file of this name is there"), path: path)
      }
      let found = (try? files.contentsOfDirectory(atPath: path)) ?? []
      if found.contains(recordName) {
        throw DossierError(.occupied(found: "there is a dossier already"), path: path)
      }
      guard found.isEmpty else {
        throw DossierError(.occupied(found: "the folder is not empty"), path: path)
      }
    }
    do {
      try files.createDirectory(
        atPath: path + "/" + OriginalStore.folder, withIntermediateDirectories: true)
    } catch {
      throw DossierError(.cannotWrite(reason: "the folder cannot be made"), path: path)
    }
    let dossier = try Dossier(path: path)
    try dossier.write { database in
      try database.execute(
        sql: "INSERT INTO setting VALUES ('title', ?), ('created', ?)",
        arguments: [title, time.description])
    }
    return dossier
  }

  private init(path: String) throws(DossierError) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(60)
    configuration.prepareDatabase { database in
      // Pages that many additions change are written into the record once, after 64 MB of them.
      try database.execute(
        sql: """
          PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;
          PRAGMA wal_autocheckpoint = 16384; PRAGMA journal_size_limit = 67108864
          """)
    }
    do {
      store = try DatabasePool(path: path + "/" + Self.recordName, configuration: configuration)
      let migrator = DossierSchema.migrator
      let known = Set(migrator.migrations)
      let applied = try store.read { try migrator.appliedIdentifiers($0) }
      if let unknown = applied.subtracting(known).sorted().first {
        throw DossierError(.newerSchema(found: unknown), path: path)
      }
      if applied != known { try migrator.migrate(store) }
    } catch {
      throw Self.wrapped(error, path: path)
    }
  }

  /// The dossier's title.
  public func title() throws(DossierError) -> String {
    try read { database in
      try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'title'") ?? ""
    }
  }

  /// Reads from one state of the record.
  func read<Value>(_ body: (Database) throws -> Value) throws(DossierError) -> Value {
    do { return try store.read(body) } catch { throw Self.wrapped(error, path: path) }
  }

  /// Changes the record in one transaction.
  @discardableResult
  func write<Value>(_ body: (Database) throws -> Value) throws(DossierError) -> Value {
    do { return try store.write(body) } catch { throw Self.wrapped(error, path: path) }
  }

  /// Says what a failure of SQLite or of the file system means for the dossier.
  static func wrapped(_ error: any Error, path: String) -> DossierError {
    if let error = error as? DossierError { return error }
    guard let error = error as? DatabaseError else {
      return DossierError(.cannotWrite(reason: "\(error)"), path: path)
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return DossierError(.busy, path: path)
    case .SQLITE_FULL: return DossierError(.cannotWrite(reason: "the disk is full"), path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_IOERR:
      return DossierError(
        .cannotWrite(reason: error.message ?? "the file cannot be written"), path: path)
    default: return DossierError(.damaged(found: "\(error)"), path: path)
    }
  }
}
