import ArgumentParser
internal import Asking
internal import DataFiles
internal import Dossier
internal import Fetching
internal import Following
internal import Intake
internal import Reading

/// `parley watch`: follows feeds, and adds what is new to a dossier.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Follows the feeds of a dossier, and adds what is new.",
    discussion: """
      A query is a list of parties, issues and words with commas between them; an article is taken \
      if it speaks of one. What was noted and not yet taken waits in the dossier, so that a run that \
      was cut off is finished by the next. The contact is kept with the dossier.

      Example: parley watch talks --contact me@example.org --add-feed https://example.org/feed \\
                 --query "ceasefire, Aland, territory"
               parley watch talks --every 30
      """)

  @OptionGroup var dossier: DossierOptions

  @Flag(help: "Look through the feeds once, and end (this is what is done unless told otherwise).")
  var once = false

  @Option(help: ArgumentHelp("Look again after so many minutes, 1 to 10080.", valueName: "minutes"))
  var every: Int?

  @Option(help: ArgumentHelp("Follow this feed from now on.", valueName: "address"))
  var addFeed: String?

  @Option(help: "With --add-feed: what its articles must speak of.")
  var query: String?

  @Flag(help: "List the feeds that are followed.")
  var list = false

  @Option(help: ArgumentHelp("Follow this feed no longer.", valueName: "address"))
  var remove: String?

  @OptionGroup var web: WebOptions
  @OptionGroup var endpoint: EndpointOptions

  func validate() throws {
    if endpoint.prices.dryRun {
      throw ValidationError("--dry-run is no option here: what will come is not known")
    }
    if once, every != nil { throw ValidationError("--once and --every exclude each other") }
    if let every, !(1...10080).contains(every) {
      throw ValidationError("--every must be 1 to 10080 minutes")
    }
    if query != nil, addFeed == nil { throw ValidationError("--query goes with --add-feed") }
    if let addFeed, WebAddress(addFeed) == nil {
      throw ValidationError("--add-feed must be an address that begins with http:// or https://")
    }
  }

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let dossier = try Dossier(opening: dossier.path)
      if let contact = web.contact { try dossier.keep(contact: contact) }
      if let remove, try !dossier.changeFollowed({ $0.unfollow(remove) }) {
        throw ValidationError("the feed '\(remove)' is not followed; see --list")
      }
      if let addFeed { try dossier.changeFollowed { $0.follow(addFeed, query: query) } }
      if list { try StandardStreams.write(Self.sheet(try dossier.followed())) }
      let isOnlyChange = list || remove != nil || addFeed != nil
      if isOnlyChange, !once, every == nil { return }
      try await follow(dossier)
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }

  private func follow(_ dossier: Dossier) async throws {
    guard try !dossier.followed().feeds.isEmpty else {
      throw ValidationError("no feed is followed; add one with --add-feed")
    }
    guard let access = web.access(contact: try dossier.contact()) else {
      throw ValidationError("give --contact, so that site owners know who asks")
    }
    let data = try DataFolder.locate()
    let helper = try endpoint.helper(data, rest: .seconds(60))
    let follower = try FeedFollower(
      dossier, web: access, data: data, helper: helper?.reader.reader(own: Reader.identity(data)),
      now: { Clock.now })
    defer { helper?.report() }
    guard let every else {
      if try await look(follower) > 0 { throw ExitStatus.noInput }
      return
    }
    while true {
      do {
        _ = try await look(follower)
      } catch let error as DossierError {
        // What could not be written now waits for the next time.
        StandardStreams.report("parley: \(error)")
      }
      try await Task.sleep(for: .seconds(60 * every))
    }
  }

  /// Looks through the feeds once; returns how many could not be read.
  private func look(_ follower: FeedFollower) async throws -> Int {
    let round = try await follower.round { StandardStreams.report("parley: \($0)") }
    StandardStreams.report("parley: \(round.summary)")
    return round.feedsFailed
  }

  private static func sheet(_ followed: FollowedFeeds) -> [UInt8] {
    var table = Table([.words("feed"), .words("query"), .number("failures"), .number("waiting")])
    for feed in followed.feeds {
      table.row([
        feed.address, feed.query ?? "everything", "\(feed.failures)",
        "\(followed.waiting.count { $0.feed == feed.address })",
      ])
    }
    var sheet = Sheet(Terminal.current())
    table.write(to: &sheet)
    return sheet.bytes
  }
}
