/// The forms in which a dossier can be written.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// One JSON document, `parley/dossier/1`.
  case json
  /// One JSON object a line, each named by its kind.
  case ndjson
  /// The readings, `parley/reading/1`, one a line.
  case readings
  /// A folder of tables with a dictionary of their columns.
  case csv
  /// The record itself.
  case sqlite
  /// W3C Web Annotation as JSON-LD.
  case webAnnotation = "web-annotation"
  /// W3C PROV-O as JSON-LD.
  case prov
  /// FollowTheMoney statements, one a line.
  case ftm
  /// schema.org Claim and ClaimReview as JSON-LD.
  case claimreview
  /// Places as GeoJSON.
  case geojson
  /// A folder of texts with stand-off annotations for brat.
  case brat
  /// Deadlines as iCalendar.
  case ical
  /// The state of the talks as Markdown.
  case markdown
  /// The state of the talks as a page.
  case html

  /// Whether it takes a folder of several files.
  public var isFolder: Bool { self == .csv || self == .brat }
}

/// A piece of what is written.
public struct ExportPiece: Sendable {
  /// The file in the folder; `nil` where the form is one file. The pieces of a file follow each other.
  public let file: String?
  /// The bytes.
  public let bytes: [UInt8]
}
