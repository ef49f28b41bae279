public import DataFiles
public import Dossier
internal import Synchronization
internal import Territory

/// A dossier laid open for pages: the record, the words and rules that pages are made with, and the
/// last few views of it.
public final class Desk: Sendable {
  /// The dossier.
  public let dossier: Dossier
  /// What moves mean.
  public let rules: MovementRules
  /// What checks go by.
  public let checks: CheckRules
  /// What issues are called.
  public let issues: IssueNames
  /// Parley's data files.
  public let data: DataFolder
  /// What checks found in texts that are still the same.
  private let checked = CheckMemory()
  /// How many views are kept.
  private static let kept = 4
  private let recent = Mutex<[Snapshot]>([])

  /// Lays a dossier open.
  ///
  /// - Throws: `DataError` if a data file of Parley is missing or malformed.
  public init(_ dossier: Dossier, data: DataFolder) throws(DataError) {
    self.dossier = dossier
    self.data = data
    rules = try MovementRules(data)
    checks = try CheckRules(data)
    issues = try IssueNames(data)
  }

  /// Returns what a check of a view finds; made when it is first asked for.
  ///
  /// - Parameter atlas: the maps that figures are held against.
  func findings(_ snapshot: Snapshot, _ atlas: TerritoryAtlas) throws(DossierError)
    -> [CheckFinding]
  {
    try snapshot.findings.value { () throws(DossierError) in
      try dossier.check(snapshot.overview, rules: checks, atlas: atlas, memory: checked).findings
    }
  }

  /// Returns a view of the record as it is now.
  public func snapshot(_ view: View) throws(DossierError) -> Snapshot {
    let revision = try dossier.revision()
    let found = recent.withLock { list -> Snapshot? in
      guard let place = list.firstIndex(where: { $0.view == view }) else { return nil }
      let snapshot = list.remove(at: place)
      guard snapshot.revision == revision else { return nil }
      list.append(snapshot)
      return snapshot
    }
    if let found { return found }
    let snapshot = try Snapshot(dossier, view: view, rules: rules)
    recent.withLock { list in
      list.removeAll { $0.view == view }
      list.append(snapshot)
      if list.count > Self.kept { list.removeFirst() }
    }
    return snapshot
  }
}
