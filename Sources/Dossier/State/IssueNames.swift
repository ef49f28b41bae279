public import DataFiles
public import ParleyModel
internal import Yams

/// The names of issues, as `Data/taxonomy.yaml` gives them.
public struct IssueNames: Sendable {
  /// The codes in the order of the taxonomy.
  public let codes: [IssueCode]
  private let labels: [String: String]
  private let groupLabels: [String: String]

  private struct Taxonomy: Decodable {
    struct Issue: Decodable {
      let code: String
      let label: String
    }
    let issues: [Issue]
    let groups: [String: String]?
  }

  /// Reads the taxonomy.
  ///
  /// - Throws: `.noFile`, `.malformed`.
  public init(_ data: DataFolder) throws(DataError) {
    let bytes = try data.bytes("taxonomy.yaml")
    let taxonomy: Taxonomy
    do {
      taxonomy = try YAMLDecoder().decode(
        Taxonomy.self, from: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw DataError(.malformed(line: 1, found: "\(error)"), path: data.path + "/taxonomy.yaml")
    }
    codes = taxonomy.issues.map { IssueCode($0.code) }
    labels = Dictionary(
      taxonomy.issues.map { ($0.code, $0.label) }, uniquingKeysWith: { first, _ in first })
    groupLabels = taxonomy.groups ?? [:]
  }

  /// The name of an issue; its code if the taxonomy does not know it.
  public func label(_ issue: IssueCode) -> String { labels[issue.rawValue] ?? issue.rawValue }

  /// The name of a group of issues.
  public func label(group: String) -> String {
    groupLabels[group] ?? (group.prefix(1).uppercased() + group.dropFirst())
  }

  /// The place of an issue in the taxonomy; unknown ones come last.
  public func order(_ issue: IssueCode) -> Int { codes.firstIndex(of: issue) ?? codes.count }
}
