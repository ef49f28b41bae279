/// Where control maps come from, and what they say.
public struct MapSource: Sendable, Hashable {
  /// The identifier ("deepstate").
  public let id: String
  /// The name as it is cited.
  public let name: String
  /// The words to print under every map and table.
  public let attribution: String
  /// Who holds the ground that the maps show.
  public let holder: String
  /// Who holds the rest of the country.
  public let other: String
  /// The country as an ISO 3166-1 code; `nil` where maps cover several.
  public let country: String?
  /// What the maps' classes mean, and what they leave out.
  public let meaning: String

  /// Makes a source from its parts.
  public init(
    id: String, name: String, attribution: String, holder: String, other: String,
    country: String? = nil, meaning: String = ""
  ) {
    self.id = id
    self.name = name
    self.attribution = attribution
    self.holder = holder
    self.other = other
    self.country = country
    self.meaning = meaning
  }
}
