public import Intake

/// How pages are fetched.
public struct FetchSettings: Sendable {
  /// The name of the program in requests and for robots.txt.
  public var product = "parley"
  /// The version of the program.
  public var version = "0.1"
  /// Where site owners can reach who runs it: an address of a page or of mail.
  public var contact: String
  /// How many redirects are followed.
  public var mostRedirects = 8
  /// The most bytes of a body, as sent and decompressed.
  public var mostBytes = 32 << 20
  /// How long connecting may take.
  public var connectTimeout = Duration.seconds(10)
  /// How long a site may be silent.
  public var silenceTimeout = Duration.seconds(20)
  /// How long one request may take in all.
  public var timeout = Duration.seconds(60)
  /// How often a request is tried again after a failure that may pass.
  public var retries = 3
  /// How long is waited before the first new try; twice as long before each one after it.
  public var backoff = Duration.seconds(1)
  /// The longest wait that a site may ask for (`Retry-After`, `Crawl-delay`).
  public var longestWait = Duration.seconds(60)
  /// The time between two requests to one host.
  public var delay = Duration.seconds(1)
  /// Whether this machine and its network may be fetched from.
  public var allowsPrivateAddresses = false
  /// Whether robots.txt is asked for and kept to.
  public var keepsToRobots = true

  /// Makes the usual settings.
  public init(contact: String) { self.contact = contact }

  /// How requests name the program: "parley/0.1 (+https://...)".
  public var userAgent: String { "\(product)/\(version) (+\(contact))" }
}

/// Time as the fetcher uses it, so that tests need not wait.
public struct FetchClock: Sendable {
  /// Returns the time since some moment.
  public var now: @Sendable () -> Duration
  /// Waits.
  public var sleep: @Sendable (Duration) async throws -> Void

  /// Makes a clock.
  public init(
    now: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  /// The machine's own clock.
  public static let machine: FetchClock = {
    let start = ContinuousClock.now
    return FetchClock(
      now: { ContinuousClock.now - start }, sleep: { try await Task.sleep(for: $0) })
  }()
}

/// What a site gave for a page before, by which it can tell whether the page has changed.
public struct PageVersion: Sendable, Hashable, Codable {
  /// The `ETag`; `nil` where none was given.
  public var tag: String?
  /// The `Last-Modified`; `nil` where none was given.
  public var modified: String?

  /// Makes a version.
  public init(tag: String? = nil, modified: String? = nil) {
    self.tag = tag
    self.modified = modified
  }
}

/// One redirect.
public struct Redirect: Sendable, Hashable {
  /// The address that was asked for.
  public let from: WebAddress
  /// The status, 301 to 308.
  public let status: Int
  /// The address that it led to.
  public let to: WebAddress
}

/// What came back for an address.
public struct FetchedPage: Sendable {
  /// The address that was asked for.
  public let requested: WebAddress
  /// The address that gave the answer.
  public let address: WebAddress
  /// The redirects on the way.
  public let redirects: [Redirect]
  /// The status; 304 where the page has not changed.
  public let status: Int
  /// The headers as they came.
  public let headers: [HTTPField]
  /// The body as it came, perhaps compressed.
  public let rawBody: [UInt8]
  /// The body, decompressed.
  public let body: [UInt8]
  /// What was mended, as sentences for people.
  public let warnings: [String]

  /// Returns the first header named `name`.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The content type; `nil` where none was given.
  public var contentType: String? { header("content-type") }

  /// By what the page can be asked for again, if it has changed.
  public var version: PageVersion {
    PageVersion(tag: header("etag"), modified: header("last-modified"))
  }

  /// Where the page has moved for good: all redirects say so; `nil` where it has not.
  public var movedTo: WebAddress? {
    guard !redirects.isEmpty, redirects.allSatisfy({ $0.status == 301 || $0.status == 308 }) else {
      return nil
    }
    return address
  }
}
