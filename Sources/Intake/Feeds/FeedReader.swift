public import DataFiles
internal import JSONBytes

/// Reads RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom and JSON feeds, with forgiveness for what feeds get
/// wrong.
public struct FeedReader: Sendable {
  private let references: CharacterReferences
  private let dates: DateReader

  /// Loads the names of months and character references from the data folder.
  public init(_ folder: DataFolder) throws(DataError) {
    references = try CharacterReferences(folder)
    dates = try DateReader(folder)
  }

  /// Returns the feed `bytes`, which came from `address`.
  public func read(
    _ bytes: [UInt8], contentType: String? = nil, address: String
  ) throws(FeedError) -> Feed {
    let decoded = FeedEncoding.decode(bytes, contentType: contentType)
    let start = decoded.first { !isSpace($0) }
    if start == UInt8(ascii: "{") { return try readJSON(decoded, address) }
    guard start == UInt8(ascii: "<") else {
      throw FeedError(address: address, found: start == nil ? "it is empty" : "it is plain text")
    }
    return try readXML(decoded, address)
  }

  private func readXML(_ bytes: [UInt8], _ address: String) throws(FeedError) -> Feed {
    var scanner = XMLScanner(bytes, references)
    var path: [String] = []
    var feed: Feed?
    var item: FeedItem?
    var text = ""
    while let event = scanner.next() {
      switch event {
      case .start(let name, let attributes):
        if path.isEmpty {
          guard let form = Self.form(name) else {
            throw FeedError(address: address, found: "it begins with '\(name.prefix(40))'")
          }
          feed = Feed(form: form)
        }
        path.append(name)
        text = ""
        if name == "item" || name == "entry" { item = FeedItem(id: "") }
        if name == "link", let target = attributes["href"] {
          let relation = attributes["rel"] ?? "alternate"
          if relation == "alternate" {
            if item == nil {
              if feed?.site == nil { feed?.site = target }
            } else if item?.address == nil {
              item?.address = target
            }
          }
        }
        if let identifier = attributes["rdf:about"], name == "item" { item?.id = identifier }
      case .text(let more): text += more
      case .end(let name):
        guard let open = path.lastIndex(of: name) else { continue }
        if name == "item" || name == "entry", let finished = item {
          if let whole = completed(finished) { feed?.items.append(whole) }
          item = nil
        } else if item != nil {
          take(name, text.squeezed, parent: open > 0 ? path[open - 1] : "", into: &item)
        } else if let parent = open > 0 ? path[open - 1] : nil,
          parent == "channel" || parent == "feed"
        {
          if name == "title" { feed?.title = text.squeezed }
          if name == "link", !text.squeezed.isEmpty, feed?.site == nil {
            feed?.site = text.squeezed
          }
        }
        path.removeSubrange(open...)
        text = ""
      }
    }
    guard var feed else { throw FeedError(address: address, found: "it holds no element") }
    if let finished = item.flatMap(completed) { feed.items.append(finished) }
    if !path.isEmpty { feed.warnings.append("the feed is cut off") }
    return feed
  }

  private static func form(_ root: String) -> Feed.Form? {
    switch root {
    case "rss", "rdf:RDF", "RDF", "channel": .rss
    case "feed", "atom:feed": .atom
    default: nil
    }
  }

  private func take(_ name: String, _ text: String, parent: String, into item: inout FeedItem?) {
    guard !text.isEmpty else { return }
    switch name {
    case "guid", "id": item?.id = text
    case "title" where parent == "item" || parent == "entry": item?.title = text
    case "link" where item?.address == nil: item?.address = text
    case "description", "summary": if item?.summary == nil { item?.summary = text }
    case "content", "content:encoded": item?.summary = text
    case "pubDate", "published", "dc:date", "issued", "created":
      item?.published = dates.date(in: text)
    case "updated", "modified", "atom:updated": item?.updated = text
    case "author" where parent != "author", "dc:creator", "name": item?.authors.append(text)
    default: break
    }
  }

  /// Fills in what follows from the rest; `nil` for an item that says nothing.
  private func completed(_ item: FeedItem) -> FeedItem? {
    var item = item
    if item.address == nil, item.id.hasPrefix("http") { item.address = item.id }
    if item.published == nil { item.published = item.updated.flatMap { dates.date(in: $0) } }
    if item.id.isEmpty { item.id = item.address ?? item.title ?? "" }
    return item.id.isEmpty ? nil : item
  }

  private func readJSON(_ bytes: [UInt8], _ address: String) throws(FeedError) -> Feed {
    var feed = Feed(form: .json)
    var isFeed = false
    var scanner = JSONScanner(bytes)
    do throws(JSONError) {
      try scanner.beginObject()
      while let key = try scanner.nextKey() {
        switch key {
        case "version": isFeed = try scanner.text()?.contains("jsonfeed.org") == true
        case "title": feed.title = try scanner.text()
        case "home_page_url": feed.site = try scanner.text()
        case "items" where try scanner.peek() == .array:
          try scanner.beginArray()
          while try scanner.nextElement() {
            if let item = completed(try readItem(&scanner)) { feed.items.append(item) }
          }
        default: try scanner.skipValue()
        }
      }
    } catch {
      guard isFeed else { throw FeedError(address: address, found: "it is JSON of another kind") }
      feed.warnings.append("the feed is damaged at byte \(error.offset)")
    }
    guard isFeed else { throw FeedError(address: address, found: "it is JSON of another kind") }
    return feed
  }

  private func readItem(_ scanner: inout JSONScanner) throws(JSONError) -> FeedItem {
    var item = FeedItem(id: "")
    guard try scanner.peek() == .object else {
      try scanner.skipValue()
      return item
    }
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      switch key {
      case "id": item.id = try scanner.text() ?? ""
      case "url": item.address = try scanner.text()
      case "title": item.title = try scanner.text()
      case "content_html", "content_text": item.summary = try scanner.text()
      case "summary":
        let summary = try scanner.text()
        item.summary = item.summary ?? summary
      case "date_published":
        let text = try scanner.text()
        item.published = text.flatMap { dates.date(in: $0) }
      case "date_modified": item.updated = try scanner.text()
      default: try scanner.skipValue()
      }
    }
    return item
  }
}

extension JSONScanner {
  /// Takes a string, or a number as it is written; steps over any other value and returns `nil`.
  fileprivate mutating func text() throws(JSONError) -> String? {
    switch try peek() {
    case .string: return try string()
    case .number: return String(Int(exactly: try number()) ?? 0)
    default:
      try skipValue()
      return nil
    }
  }
}
