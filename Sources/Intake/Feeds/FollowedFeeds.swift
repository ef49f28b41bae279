/// Which feeds are followed, what of them was taken, and what is still to be taken.
///
/// The value is the whole memory of following: store it after every change. An item is first noted
/// as waiting, and forgotten there only when the caller says that it was taken; after a crash what
/// waits is offered again, and what was taken is not.
public struct FollowedFeeds: Sendable, Hashable, Codable {
  /// How many items that a feed no longer lists are remembered.
  private static let mostRemembered = 5000

  /// One feed.
  public struct Followed: Sendable, Hashable, Codable {
    /// Where the feed is.
    public var address: String
    /// What its articles must speak of to be taken; `nil` where all are.
    public var query: String?
    /// The `ETag` of what was read last; `nil` where none was given.
    public var tag: String?
    /// The `Last-Modified` of what was read last; `nil` where none was given.
    public var modified: String?
    /// How often it failed since it was last read.
    public var failures = 0
  }

  /// An item that waits to be taken.
  public struct Waiting: Sendable, Hashable, Codable {
    /// The item.
    public var item: FeedItem
    /// The feed that it was found in.
    public var feed: String
    /// Whether the item was taken before, and says something else now.
    public var isChange: Bool
    /// How often it could not be taken.
    public var failures = 0
  }

  private struct Seen: Sendable, Hashable, Codable {
    var key: String
    var fingerprint: UInt64
  }

  /// The feeds in the order in which they were added.
  public private(set) var feeds: [Followed] = []
  /// The items that wait, oldest first.
  public private(set) var waiting: [Waiting] = []
  private var seen: [Seen] = []

  /// Follows nothing.
  public init() {}

  /// Adds a feed; of one that is followed already only the query is set.
  public mutating func follow(_ address: String, query: String? = nil) {
    if let place = feeds.firstIndex(where: { $0.address == address }) {
      feeds[place].query = query
    } else {
      feeds.append(Followed(address: address, query: query))
    }
  }

  /// Stops following a feed; what waits stays. Returns whether it was followed.
  public mutating func unfollow(_ address: String) -> Bool {
    let before = feeds.count
    feeds.removeAll { $0.address == address }
    return feeds.count < before
  }

  /// Notes what the feed at `address` gives now: new and changed items wait from here on.
  ///
  /// - Parameters:
  ///   - movedTo: where the feed is from now on, `nil` where it stays.
  ///   - tag, modified: by what the site knows this version.
  /// - Returns: how many items wait that did not before.
  @discardableResult
  public mutating func note(
    _ feed: Feed, from address: String, movedTo: String? = nil, tag: String? = nil,
    modified: String? = nil
  ) -> Int {
    guard let place = feeds.firstIndex(where: { $0.address == address }) else { return 0 }
    feeds[place].tag = tag
    feeds[place].modified = modified
    feeds[place].failures = 0
    var fresh = 0
    var listed: Set<String> = []
    var places: [String: Int] = [:]
    for (index, one) in seen.enumerated() { places[one.key] = index }
    var queued = Set(waiting.map { Self.key(of: $0.item) })
    // Feeds list the newest first: of items that are the same the first is how it stands now. The
    // oldest is taken first.
    let items = feed.items.filter { listed.insert(Self.key(of: $0)).inserted }
    for item in items.reversed() {
      let key = Self.key(of: item)
      if queued.contains(key) {
        for index in waiting.indices where Self.key(of: waiting[index].item) == key {
          waiting[index].item = item
        }
      } else if let known = places[key] {
        guard seen[known].fingerprint != item.fingerprint else { continue }
        waiting.append(Waiting(item: item, feed: address, isChange: true))
        queued.insert(key)
        fresh += 1
      } else {
        waiting.append(Waiting(item: item, feed: address, isChange: false))
        queued.insert(key)
        fresh += 1
      }
    }
    if let movedTo, movedTo != address {
      if feeds.contains(where: { $0.address == movedTo }) {
        feeds.remove(at: place)
      } else {
        feeds[place].address = movedTo
      }
    }
    forget(listed)
    return fresh
  }

  /// Notes that the feed at `address` has not changed.
  public mutating func noteUnchanged(_ address: String) {
    for index in feeds.indices where feeds[index].address == address { feeds[index].failures = 0 }
  }

  /// Notes that the feed at `address` could not be read.
  public mutating func noteFailure(_ address: String) {
    for index in feeds.indices where feeds[index].address == address { feeds[index].failures += 1 }
  }

  /// Notes that an item that waits could not be taken; returns how often that was so.
  public mutating func noteFailure(of item: FeedItem) -> Int {
    let key = Self.key(of: item)
    for index in waiting.indices where Self.key(of: waiting[index].item) == key {
      waiting[index].failures += 1
      return waiting[index].failures
    }
    return 0
  }

  /// Notes that an item that waited was taken, or is not wanted.
  public mutating func done(_ item: FeedItem) {
    let key = Self.key(of: item)
    waiting.removeAll { Self.key(of: $0.item) == key }
    if let known = seen.firstIndex(where: { $0.key == key }) {
      seen[known].fingerprint = item.fingerprint
    } else {
      seen.append(Seen(key: key, fingerprint: item.fingerprint))
    }
  }

  private mutating func forget(_ listed: Set<String>) {
    guard seen.count > Self.mostRemembered else { return }
    var surplus = seen.count - Self.mostRemembered
    seen.removeAll { one in
      guard surplus > 0, !listed.contains(one.key) else { return false }
      surplus -= 1
      return true
    }
  }

  /// What makes two items the same, in whichever feed: the address without what only tells where a
  /// reader came from, or else the name.
  static func key(of item: FeedItem) -> String {
    item.address.map(WebOrigin.identity) ?? item.id
  }
}
