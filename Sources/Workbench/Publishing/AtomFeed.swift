internal import DataFiles
internal import Dossier
internal import ParleyModel

/// What moved, as an Atom feed.
///
/// - Source: RFC 4287.
struct AtomFeed {
  /// How many movements the feed has.
  private static let most = 100

  /// The feed.
  let bytes: [UInt8]

  init(_ snapshot: Snapshot) {
    let movements = snapshot.movements.prefix(Self.most)
    func moment(_ movement: Movement) -> String {
      let day = movement.after?.knownOn ?? movement.told?.knownOn ?? movement.day
      return (day.map { Timestamp($0) } ?? Timestamp(seconds: 0)).description
    }
    func text(_ text: String) -> String { Markup.escaped(text) }
    let last = movements.map(moment).max() ?? Timestamp(seconds: 0).description
    var feed = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <title>\(text(snapshot.title)): what moved</title>
      <id>\(Self.name(["feed", snapshot.title]))</id>
      <updated>\(last)</updated>
      <author><name>Parley</name></author>
      <link rel="alternate" type="text/html" href="changes.html"/>
      <link rel="self" type="application/atom+xml" href="changes.atom"/>

      """
    for movement in movements {
      let words = movement.after?.words ?? movement.told?.words ?? ""
      let id = Self.name([
        movement.party, movement.issue.rawValue, movement.kind.rawValue,
        movement.day?.description ?? "", movement.after?.id ?? movement.told?.article ?? "",
      ])
      feed += """
        <entry>
        <title>\(text("\(movement.party), \(movement.kind.rawValue): \(movement.issue.rawValue)"))</title>
        <id>\(id)</id>
        <updated>\(moment(movement))</updated>
        <link rel="alternate" type="text/html" href="issues/\(Slug.of(movement.issue.rawValue)).html"/>
        <summary>\(text(PageMaker.short(words, words: TextShown.quotedWords) + " (" + movement.why + ")"))</summary>
        </entry>

        """
    }
    bytes = Array((feed + "</feed>\n").utf8)
  }

  /// A name that is the same as long as its parts are.
  private static func name(_ parts: [String]) -> String {
    let digits = Array(Checksum.of(Array(parts.joined(separator: "\u{1F}").utf8)))
    let groups = [8, 4, 4, 4, 12]
    var start = 0
    let uuid = groups.map { length in
      defer { start += length }
      return String(digits[start..<start + length])
    }
    return "urn:uuid:" + uuid.joined(separator: "-")
  }
}
