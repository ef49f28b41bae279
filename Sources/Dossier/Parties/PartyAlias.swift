internal import GRDB

/// A name, a person or another party that the dossier lets stand for a party.
public struct PartyAlias: Sendable, Hashable {
  /// What kind of thing stands for the party.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Another name of it, a metonym or a spelling.
    case name
    /// A person or body that speaks for it.
    case speaker
    /// A party that is the same.
    case merged
  }

  /// The number by which it can be taken back.
  public let number: Int64
  /// The name.
  public let name: String
  /// The party.
  public let party: String
  /// What kind of thing the name is of.
  public let kind: Kind
  /// From when on (EDTF); `nil` for always.
  public let since: String?
  /// Until when (EDTF); `nil` for always.
  public let until: String?
  /// Who said so.
  public let by: String
  /// When.
  public let at: Timestamp

  /// Those that were not taken back, by name.
  static func standing(_ database: Database) throws -> [PartyAlias] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, name, party, kind, since, until, by, at FROM party_name
        WHERE lifted IS NULL
          AND id NOT IN (SELECT lifted FROM party_name WHERE lifted IS NOT NULL)
        ORDER BY name, id
        """
    ).compactMap { row in
      guard let kind = Kind(rawValue: row[3]), let at = Timestamp(row[7] as String) else {
        return nil
      }
      return PartyAlias(
        number: row[0], name: row[1], party: row[2], kind: kind, since: row[4], until: row[5],
        by: row[6], at: at)
    }
  }
}
