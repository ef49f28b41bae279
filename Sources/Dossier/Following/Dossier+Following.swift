internal import Foundation
internal import GRDB
public import Intake

extension Dossier {
  /// The feeds that are followed, and what of them waits.
  public func followed() throws(DossierError) -> FollowedFeeds {
    try read { database in try Self.followed(database) }
  }

  /// Changes what is followed, or what was noted of it, in one transaction.
  ///
  /// - Returns: what `change` returns.
  @discardableResult
  public func changeFollowed<Value>(_ change: (inout FollowedFeeds) -> Value)
    throws(DossierError) -> Value
  {
    try write { database in try Self.changeFollowed(database, change) }
  }

  /// What the site said of the page at `address` when it was fetched last; `nil` if it never was, or
  /// the site says nothing by which it could tell whether the page has changed.
  public func fetched(_ address: String) throws(DossierError) -> (tag: String?, modified: String?)?
  {
    try read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT tag, modified FROM fetched WHERE address = ?", arguments: [address])
      guard let row else { return nil }
      let tag: String? = row[0]
      let modified: String? = row[1]
      return tag == nil && modified == nil ? nil : (tag, modified)
    }
  }

  /// Who is named to sites as the one who asks; `nil` if nobody was named yet.
  public func contact() throws(DossierError) -> String? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'contact'")
    }
  }

  /// Keeps who is to be named to sites.
  public func keep(contact: String) throws(DossierError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO setting VALUES ('contact', ?)", arguments: [contact])
    }
  }

  static func followed(_ database: Database) throws -> FollowedFeeds {
    guard let stored = try Data.fetchOne(database, sql: "SELECT feeds FROM following") else {
      return FollowedFeeds()
    }
    return try JSONDecoder().decode(FollowedFeeds.self, from: stored)
  }

  @discardableResult
  static func changeFollowed<Value>(
    _ database: Database, _ change: (inout FollowedFeeds) -> Value
  ) throws -> Value {
    let before = try followed(database)
    var feeds = before
    let value = change(&feeds)
    if feeds != before {
      try database.execute(
        sql: "INSERT OR REPLACE INTO following VALUES (1, ?)",
        arguments: [try JSONEncoder().encode(feeds)])
    }
    return value
  }
}
