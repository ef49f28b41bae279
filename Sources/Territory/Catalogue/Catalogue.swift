public import DataFiles
internal import Yams

/// The public data sets that the territory commands read: where they are, under what licence.
public struct Catalogue: Sendable {
  /// What a data set is for.
  public enum Role: String, Sendable, Codable {
    /// Control maps by date.
    case control
    /// Boundaries of regions.
    case regions
    /// Populated places.
    case places
  }

  /// One data set.
  public struct Entry: Sendable, Codable, Hashable {
    /// The identifier.
    public let id: String
    /// What the data set is for.
    public let role: Role
    /// What it holds, in a line.
    public let title: String
    /// Where it lies below the data folder or the mirror.
    public let file: String
    /// The folder that single downloads go to; `nil` where there are none.
    public let folder: String?
    /// Where it comes from.
    public let address: String
    /// The address of single files, with `{YYYYMMDD}` for a day; `nil` where there is none.
    public let download: String?
    /// The licence.
    public let licence: String
    /// The words to print with everything made from it.
    public let attribution: String
    /// The fields.
    public let fields: String
    /// The SHA-256 checksum of the file as 64 hexadecimal digits; `nil` where it is not known.
    public let sha256: String?
    /// The size in bytes; `nil` where it is not known.
    public let bytes: Int?
    /// The country as an ISO 3166-1 code; `nil` for several.
    public let country: String?
    /// The level of regions; `nil` for other data.
    public let level: Int?
    /// Who holds the ground of control maps; `nil` for other data.
    public let holder: String?
    /// Who holds the rest; `nil` for other data.
    public let other: String?
    /// What the classes or numbers mean and leave out; `nil` where there is nothing to say.
    public let meaning: String?

    /// The source of control maps that the entry describes.
    public var mapSource: MapSource {
      MapSource(
        id: id, name: title, attribution: attribution, holder: holder ?? "holder",
        other: other ?? "others", country: country, meaning: meaning ?? "")
    }
  }

  /// The data sets, in the order of the file.
  public let entries: [Entry]

  /// Takes data sets.
  public init(entries: [Entry]) { self.entries = entries }

  /// Reads a catalogue from a YAML file.
  ///
  /// - Throws: `.cannotRead`, `.badForm`.
  public init(path: String) throws(TerritoryError) {
    entries = try YAMLForm.read([Entry].self, path: path, doing: "reading the catalogue of sources")
  }

  /// Reads the catalogue of the data folder.
  public init(_ folder: DataFolder) throws(TerritoryError) {
    try self.init(path: folder.path + "/territory/sources.yaml")
  }

  /// Returns the data set with this identifier.
  public func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }
}
