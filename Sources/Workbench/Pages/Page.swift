public import Dossier

/// One page: what its JSON, its table and its HTML are all made from.
public struct Page: Sendable {
  /// The places that every page leads to.
  public enum Place: String, Sendable, Hashable, CaseIterable {
    case state, articles, issues, parties, changes, figures, territory, origins, compare, review

    /// The path of the place.
    var path: String { self == .state ? "" : rawValue }
    /// What it is called.
    var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    /// The key that leads to it after `g`.
    var key: String {
      switch self {
      case .parties: "p"
      case .changes: "m"
      case .review: "r"
      default: String(rawValue.prefix(1))
      }
    }
    /// Whether it makes sense without a server.
    var isPublished: Bool { self != .review }
  }

  /// The path, without the site's root and without an ending; empty for the first page.
  public var path: String
  /// The place that it belongs to; `nil` for pages beside them.
  public var place: Place?
  /// The template that shows it.
  public var template: String
  /// The title.
  public var title: String
  /// What it says.
  public var fields: Fields
  /// The same as a table; `nil` where the page has none.
  public var table: CSV?
  /// Whether it speaks of a view of the record, so that its address carries dates.
  public var hasView = true

  init(
    _ path: String, place: Place?, template: String, title: String, fields: Fields,
    table: CSV? = nil
  ) {
    self.path = path
    self.place = place
    self.template = template
    self.title = title
    self.fields = fields
    self.table = table
  }
}
