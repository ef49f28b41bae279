public import DataFiles
public import Dossier
public import Fetching
internal import Intake
internal import ParleyModel
internal import Parties
internal import Reading

/// Follows the feeds of a dossier: reads those that have changed, and adds what is new.
///
/// Every step is kept in the dossier: items wait there until they are taken, and an article and the
/// note that its item was taken are added in one transaction. A round that was cut off is finished by
/// the next one, without loss or doubles.
public struct FeedFollower: Sendable {
  /// How often an item is tried before it is given up.
  private static let mostTries = 5

  private let dossier: Dossier
  private let web: WebAccess
  private let feeds: FeedReader
  private let intake: TextIntake
  private let reader: Reader
  private let parties: PartyCatalogue
  private let identity: String
  private let helper: DossierReader?
  private let now: @Sendable () -> Timestamp

  /// Follows the feeds of `dossier`.
  ///
  /// - Parameters:
  ///   - web: the way to the web.
  ///   - helper: reads what is taken, in place of Parley's own reader alone.
  ///   - now: the clock, for when articles came in.
  /// - Throws: which data file is missing or malformed.
  public init(
    _ dossier: Dossier, web: WebAccess, data: DataFolder, helper: DossierReader? = nil,
    now: @escaping @Sendable () -> Timestamp
  ) throws(DataError) {
    self.dossier = dossier
    self.helper = helper
    self.web = web
    self.now = now
    feeds = try FeedReader(data)
    intake = try TextIntake(data)
    reader = try Reader(data)
    parties = try PartyCatalogue(data)
    identity = try Reader.identity(data)
  }

  /// Looks once through all feeds, and takes all that waits.
  ///
  /// - Parameter report: is given a sentence on each feed or item that fails, and on each article
  ///   that is added.
  /// - Throws: `DossierError`, `WebArchiveError`, `CancellationError`; what was taken before is kept.
  public func round(_ report: (String) -> Void) async throws -> FollowingRound {
    var round = FollowingRound()
    for feed in try dossier.followed().feeds { try await look(at: feed, &round, report) }
    let followed = try dossier.followed()
    for waiting in followed.waiting {
      try Task.checkCancellation()
      let query = followed.feeds.first { $0.address == waiting.feed }?.query
      try await take(waiting, FeedQuery(query, canonical: parties.canonical), &round, report)
    }
    return round
  }

  /// Reads a feed if it has changed, and notes its new items as waiting.
  private func look(
    at feed: FollowedFeeds.Followed, _ round: inout FollowingRound, _ report: (String) -> Void
  ) async throws {
    let version = PageVersion(tag: feed.tag, modified: feed.modified)
    do {
      switch try await web.get(feed.address, since: version) {
      case .unchanged:
        try dossier.changeFollowed { $0.noteUnchanged(feed.address) }
        round.feedsUnchanged += 1
      case .feed(let bytes, let origin, let movedTo):
        let found = try feeds.read(
          bytes, contentType: origin.contentType, address: origin.address)
        for warning in origin.warnings + found.warnings { report("'\(feed.address)': \(warning)") }
        if let movedTo { report("'\(feed.address)' has moved to '\(movedTo)'") }
        try dossier.changeFollowed {
          $0.note(
            found, from: feed.address, movedTo: movedTo, tag: origin.tag,
            modified: origin.modified)
        }
        round.feedsRead += 1
      case .article(let bytes, let origin):
        // Says what is wrong with it.
        _ = try feeds.read(bytes, contentType: origin.contentType, address: feed.address)
      }
    } catch  where error is FetchError || error is FeedError || error is IntakeError {
      report("\(error)")
      try dossier.changeFollowed { $0.noteFailure(feed.address) }
      round.feedsFailed += 1
    }
  }

  /// Takes one item: fetches its page, reads it, adds it if it speaks of what is asked for.
  private func take(
    _ waiting: FollowedFeeds.Waiting, _ query: FeedQuery, _ round: inout FollowingRound,
    _ report: (String) -> Void
  ) async throws {
    let item = waiting.item
    do {
      guard let (bytes, origin) = try await article(waiting) else {
        try dossier.changeFollowed { $0.done(item) }
        round.known += 1
        return
      }
      let article = try intake.article(.page(bytes: bytes, web: origin))
      for warning in article.warnings { report("'\(article.id)': \(warning)") }
      let reading = reader.read(article)
      guard query.matches(reading) else {
        try dossier.changeFollowed { $0.done(item) }
        round.passedOver += 1
        return
      }
      let made =
        try await helper?.read(article, for: dossier)
        ?? DossierReader.Reading(reading, reader: identity)
      if let message = made.message { report("'\(article.id)': \(message)") }
      let entry = Entry(original: Original(bytes), origin: Entry.Origin(origin), made: made)
      let addition = try dossier.add([entry], reader: identity, at: now(), taking: item)
      let name = article.id.rawValue
      if addition.new > 0 {
        round.added.append(name)
        report("added '\(name)': \(article.title ?? "without a title")")
      }
      if addition.changed > 0 {
        round.changed.append(name)
        report("changed '\(name)': \(article.title ?? "without a title")")
      }
      round.known += addition.known + addition.readAgain
    } catch  where error is FetchError || error is IntakeError {
      report("\(error)")
      let mayPass = (error as? FetchError)?.isPassing ?? false
      let tries = try dossier.changeFollowed { $0.noteFailure(of: item) }
      if mayPass, tries < Self.mostTries {
        round.postponed += 1
      } else {
        try dossier.changeFollowed { $0.done(item) }
        round.givenUp += 1
      }
    }
  }

  /// The page of an item, or what the feed holds where it names none; `nil` if it has not changed.
  private func article(_ waiting: FollowedFeeds.Waiting) async throws
    -> (bytes: [UInt8], web: WebOrigin)?
  {
    let item = waiting.item
    guard let address = item.address(in: waiting.feed) else {
      guard case .page(let bytes, let origin) = item.held(by: WebOrigin(requested: waiting.feed))
      else { return nil }
      return (bytes, origin)
    }
    let known = try dossier.fetched(address)
    let version = known.map { PageVersion(tag: $0.tag, modified: $0.modified) }
    switch try await web.get(address, since: version) {
    case .unchanged: return nil
    case .article(let bytes, var origin):
      origin.announced = item.metadata
      return (bytes, origin)
    case .feed:
      throw IntakeError.notFetched(
        address,
        message: "fetching '\(address)': it is a feed, not an article\n  follow that feed itself")
    }
  }
}
