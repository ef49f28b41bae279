/// What came of looking once through all feeds that are followed.
public struct FollowingRound: Sendable, Hashable {
  /// Feeds that were read.
  public var feedsRead = 0
  /// Feeds that have not changed.
  public var feedsUnchanged = 0
  /// Feeds that could not be read.
  public var feedsFailed = 0
  /// Names of the articles that the dossier did not have.
  public var added: [String] = []
  /// Names of the articles that are there with another text.
  public var changed: [String] = []
  /// Articles that were there already.
  public var known = 0
  /// Articles that do not speak of what the feed's query asks for.
  public var passedOver = 0
  /// Items that could not be taken and are tried again in the next round.
  public var postponed = 0
  /// Items that could not be taken, and are given up.
  public var givenUp = 0

  /// The counts as a sentence.
  public var summary: String {
    let feeds = feedsRead + feedsUnchanged + feedsFailed
    var parts = ["\(feeds) \(feeds == 1 ? "feed" : "feeds")"]
    if feedsUnchanged > 0 { parts.append("\(feedsUnchanged) unchanged") }
    if feedsFailed > 0 { parts.append("\(feedsFailed) failed") }
    parts.append("\(added.count) \(added.count == 1 ? "article" : "articles") added")
    if !changed.isEmpty { parts.append("\(changed.count) changed since") }
    if known > 0 { parts.append("\(known) there already") }
    if passedOver > 0 { parts.append("\(passedOver) on other subjects") }
    if postponed > 0 { parts.append("\(postponed) to be tried again") }
    if givenUp > 0 { parts.append("\(givenUp) given up") }
    return parts.joined(separator: ", ")
  }
}
