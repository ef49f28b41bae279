public import DataFiles
public import Intake

/// Gives the articles of many inputs one after the other, in the order of the inputs: files of all
/// kinds, web archives, feeds and addresses.
///
///     var inputs = ArticleInputs(["report.txt", "https://example.org/feed"], web: web, data: data)
///     while let raw = try await inputs.next() { ... }
///
/// A feed gives the pages of its items, or where there is no way to the web, what it holds of them.
/// Not to be shared between tasks.
public struct ArticleInputs {
  private var inputs: ArraySlice<String>
  private var files: ArticleSource?
  private var items: ArraySlice<FeedItem> = []
  /// The feed that the items are of.
  private var feed = WebOrigin(requested: "")
  private let isAllFiles: Bool
  /// How many inputs there are; one may hold many articles.
  public let count: Int
  private let web: WebAccess?
  private let data: DataFolder
  private var reader: FeedReader?
  /// Whether what came last is one of several articles of one input.
  public private(set) var isInSeries = false
  /// How many pages have not changed since what was known of them, and were passed over.
  public private(set) var unchanged = 0

  /// Takes the articles of `inputs`: paths, addresses, or `-` for standard input.
  ///
  /// - Parameters:
  ///   - web: the way to the web; without it addresses give failures.
  ///   - data: the folder of data files.
  public init(_ inputs: [String], web: WebAccess?, data: DataFolder) {
    self.inputs = inputs[...]
    count = inputs.count
    self.web = web
    self.data = data
    isAllFiles = !inputs.contains(where: Self.isAddress)
  }

  /// Whether `input` is an address rather than a path.
  public static func isAddress(_ input: String) -> Bool {
    input.hasPrefix("http://") || input.hasPrefix("https://")
  }

  /// The share of the input that was taken, 0 to 1; `nil` where its size is not known.
  public var fraction: Double? { isAllFiles ? files?.fraction : nil }

  /// Returns the next article, or why it could not be had; `nil` after the last.
  ///
  /// - Throws: ``WebArchiveError``, `CancellationError`; other failures are articles that failed.
  public mutating func next() async throws -> RawArticle? {
    while true {
      if let item = items.popFirst() {
        isInSeries = true
        if let raw = try await take(item) { return raw }
      } else if let raw = files?.next() {
        isInSeries = files?.isInFileOfMany ?? false
        guard case .text(let bytes, let input, _) = raw, FeedSignature.isFeed(bytes) else {
          return raw
        }
        if let failure = open(bytes, WebOrigin(requested: input)) { return failure }
      } else if let input = inputs.first {
        files = nil
        isInSeries = false
        if Self.isAddress(input) {
          inputs.removeFirst()
          if let raw = try await fetch(input, announced: nil) { return raw }
        } else {
          let run = inputs.prefix { !Self.isAddress($0) }
          inputs = inputs.dropFirst(run.count)
          files = ArticleSource(Array(run))
        }
      } else {
        return nil
      }
    }
  }

  /// Returns the article that an item of a feed leads to, or what the feed holds of it.
  private mutating func take(_ item: FeedItem) async throws -> RawArticle? {
    if web != nil, let address = item.address(in: feed.address) {
      return try await fetch(address, announced: item)
    }
    return item.held(by: feed)
  }

  /// Fetches `address`; `nil` if it has not changed, or is a feed whose items come next.
  private mutating func fetch(_ address: String, announced item: FeedItem?) async throws
    -> RawArticle?
  {
    guard let web else {
      return .failure(
        .notFetched(
          address,
          message: "fetching '\(address)': there is no way to the web here\n  give a saved page"))
    }
    do {
      switch try await web.get(address, since: web.known(address)) {
      case .article(let bytes, var origin):
        if let item { origin.announced = item.metadata }
        return .page(bytes: bytes, web: origin)
      case .feed(let bytes, let origin, _):
        // A feed that an item leads to is not gone into: two could lead to each other.
        if item == nil { return open(bytes, origin) }
        return .failure(
          .notFetched(
            address,
            message: "fetching '\(address)': it is a feed, not an article\n  read that feed itself")
        )
      case .unchanged:
        unchanged += 1
        return nil
      }
    } catch let error as FetchError {
      return .failure(.notFetched(address, message: error.description))
    } catch let error as IntakeError {
      return .failure(error)
    }
  }

  /// Takes up the items of a feed; returns a failure if it is none.
  private mutating func open(_ bytes: [UInt8], _ origin: WebOrigin) -> RawArticle? {
    do {
      let reader = try reader ?? FeedReader(data)
      self.reader = reader
      var found = try reader.read(
        bytes, contentType: origin.contentType, address: origin.address)
      feed = origin
      feed.announced.outlet = found.title
      feed.warnings = found.warnings
      // Feeds list the newest first.
      found.items.reverse()
      items = found.items[...]
      return nil
    } catch let error as FeedError {
      return .failure(.badFeed(error))
    } catch {
      return .failure(.notFetched(origin.address, message: "\(error)"))
    }
  }
}

extension FeedItem {
  /// The address of the item's page, taken relative to that of the feed; `nil` where there is none.
  public func address(in feed: String) -> String? {
    guard let address else { return nil }
    if let absolute = WebAddress(address) { return absolute.description }
    return WebAddress(feed)?.resolving(address)?.description
  }

  /// What the feed says of the article.
  public var metadata: ArticleMetadata { ArticleMetadata(title: title, published: published) }

  /// The article as far as `feed` holds it.
  public func held(by feed: WebOrigin) -> RawArticle {
    var web = WebOrigin(requested: address(in: feed.address) ?? feed.address + "/" + id)
    web.announced = metadata
    web.announced.outlet = feed.announced.outlet
    web.warnings = feed.warnings + ["only what the feed holds was read, not the page"]
    let text = summary ?? title ?? ""
    let hasMarkup = text.contains("</") || text.contains("<p") || text.contains("<br")
    if hasMarkup { web.contentType = "text/html; charset=utf-8" }
    return .page(bytes: Array(text.utf8), web: web)
  }
}
