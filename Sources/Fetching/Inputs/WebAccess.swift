public import Intake

/// The way to the web for those who take articles from it.
public struct WebAccess: Sendable {
  /// Fetches what is asked for.
  public var fetcher: Fetcher
  /// Where what was fetched is kept; `nil` where it is not.
  public var archive: WebArchive?
  /// Returns the time, `2024-03-05T08:00:00Z`.
  public var now: @Sendable () -> String
  /// Returns what is known of the page at an address, so that it is fetched only if it has changed.
  public var known: @Sendable (String) -> PageVersion?

  /// Makes a way to the web.
  public init(
    _ fetcher: Fetcher, archive: WebArchive? = nil, now: @escaping @Sendable () -> String,
    known: @escaping @Sendable (String) -> PageVersion? = { _ in nil }
  ) {
    self.fetcher = fetcher
    self.archive = archive
    self.now = now
    self.known = known
  }

  /// What came of asking for an address.
  public enum Answer: Sendable {
    /// A page or a text.
    case article(bytes: [UInt8], web: WebOrigin)
    /// A feed, and where it is from now on if it has moved for good.
    case feed(bytes: [UInt8], web: WebOrigin, movedTo: String?)
    /// The page has not changed since what is known of it.
    case unchanged
  }

  /// Fetches `address`, and archives what came.
  ///
  /// - Throws: ``FetchError``, ``WebArchiveError``, `IntakeError` for what is no text, or
  ///   `CancellationError`.
  public func get(_ address: String, since version: PageVersion? = nil) async throws -> Answer {
    let time = now()
    let page = try await fetcher.fetch(address, since: version)
    if page.status == 304 { return .unchanged }
    try await archive?.add(page, at: time)
    var web = WebOrigin(requested: address, address: page.address.description)
    web.contentType = page.contentType
    web.tag = page.version.tag
    web.modified = page.version.modified
    web.fetched = time
    web.warnings = page.warnings
    if FeedSignature.isFeed(page.body) {
      return .feed(bytes: page.body, web: web, movedTo: page.movedTo?.description)
    }
    if let error = IntakeError.notText(page.body, of: web) { throw error }
    return .article(bytes: page.body, web: web)
  }
}
