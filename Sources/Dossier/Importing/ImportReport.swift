/// What became of things that were imported.
public struct ImportReport: Sendable, Hashable {
  /// Something that could not be attached, and why.
  public struct Orphan: Sendable, Hashable {
    /// What it is: the name of an annotation, the file and line of a reading.
    public let name: String
    /// Why it was left out.
    public let reason: String
  }

  /// What came into the record.
  public var added = 0
  /// What was there already.
  public var known = 0
  /// What was left out rather than attached to something that only looks alike.
  public var orphans: [Orphan] = []

  /// Nothing yet.
  public init() {}

  /// Adds up two reports.
  public static func += (a: inout ImportReport, b: ImportReport) {
    a.added += b.added
    a.known += b.known
    a.orphans += b.orphans
  }

  mutating func orphan(_ name: String, _ reason: String) {
    orphans.append(Orphan(name: name, reason: reason))
  }
}
