public import ParleyModel

/// A feed: what a site says is new.
public struct Feed: Sendable, Hashable {
  /// The forms of feeds.
  public enum Form: String, Sendable, Hashable, Codable {
    case rss, atom, json
  }

  /// The form.
  public var form: Form
  /// The title; `nil` where none is given.
  public var title: String?
  /// The address of the site; `nil` where none is given.
  public var site: String?
  /// The items in the order of the feed.
  public var items: [FeedItem] = []
  /// What was mended, as sentences for people.
  public var warnings: [String] = []
}

/// One item of a feed.
public struct FeedItem: Sendable, Hashable, Codable {
  /// The name that the feed gives the item, or else its address or title.
  public var id: String
  /// The address of the page; `nil` where none is given.
  public var address: String?
  /// The title; `nil` where none is given.
  public var title: String?
  /// The summary or content, as HTML; `nil` where none is given.
  public var summary: String?
  /// The day of publication; `nil` where none is given.
  public var published: CalendarDate?
  /// When the item was changed, as the feed writes it; `nil` where it does not.
  public var updated: String?
  /// The authors.
  public var authors: [String] = []

  /// A number that changes when what the item says changes.
  public var fingerprint: UInt64 {
    var hash = ByteHash.empty
    for part in [title ?? "", updated ?? "", summary ?? "", published?.description ?? ""] {
      for byte in part.utf8 { hash = ByteHash.adding(hash, byte) }
      hash = ByteHash.adding(hash, 0)
    }
    return hash
  }
}

/// Why bytes are no feed.
public struct FeedError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where the bytes came from.
  public let address: String
  /// What they are.
  public let found: String

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    """
    reading the feed '\(address)': it is no RSS, Atom or JSON feed (\(found))
      give the address of the feed itself; pages name it in a link element
    """
  }
}
