/// An administrative area with its boundary.
public struct Region: Sendable, Hashable {
  /// The identifier: an ISO 3166-2 code, else the code of the source.
  public let id: String
  /// The name.
  public let name: String
  /// Other names and spellings.
  public let otherNames: [String]
  /// The country as an ISO 3166-1 code; `nil` where the source does not say.
  public let country: String?
  /// The identifier of the first-level region that the region belongs to; `nil` for a first-level
  /// region.
  public let parent: String?
  /// The boundary.
  public let shape: Shape
  /// The area inside the boundary.
  public let area: Area
  /// The area in the land register; `nil` where the source does not give one.
  public let officialArea: Area?
  /// What had to be mended in the boundary.
  public let repairs: Repairs

  /// Makes a region from its parts.
  public init(
    id: String, name: String, otherNames: [String] = [], country: String? = nil,
    parent: String? = nil, shape: Shape, officialArea: Area? = nil, repairs: Repairs = Repairs()
  ) {
    self.id = id
    self.name = name
    self.otherNames = otherNames
    self.country = country
    self.parent = parent
    self.shape = shape
    area = shape.area
    self.officialArea = officialArea
    self.repairs = repairs
  }
}
