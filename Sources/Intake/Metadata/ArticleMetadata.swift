public import ParleyModel

/// What is known about an article beside its text.
public struct ArticleMetadata: Sendable, Hashable {
  /// The headline; `nil` where none was given.
  public var title: String?
  /// The outlet that published the article; `nil` where none was given.
  public var outlet: String?
  /// The day of publication; `nil` where none was given.
  public var published: CalendarDate?
  /// What could not be understood, as sentences for people.
  public var warnings: [String]

  /// Makes metadata from their parts.
  public init(
    title: String? = nil, outlet: String? = nil, published: CalendarDate? = nil,
    warnings: [String] = []
  ) {
    self.title = title
    self.outlet = outlet
    self.published = published
    self.warnings = warnings
  }

  /// Takes over the value of `published` as it was given: an ISO 8601 date or date-time.
  mutating func setPublished(_ text: String) {
    published = CalendarDate(iso: text)
    if published == nil, !text.isEmpty {
      warnings.append("the publication date '\(text.prefix(40))' is not of the form YYYY-MM-DD")
    }
  }
}
