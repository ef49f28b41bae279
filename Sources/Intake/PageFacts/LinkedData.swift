internal import JSONBytes

/// One item of a page's linked data (schema.org in JSON-LD), as far as it is read.
struct LinkedItem: Sendable {
  var types: [String] = []
  var identifier: String?
  var name: String?
  var headline: String?
  var published: String?
  var modified: String?
  var language: String?
  var body: String?
  var section: String?
  var isFree: Bool?
  var authors: [String] = []
  /// The authors that are given by the identifier of another item.
  var authorReferences: [String] = []
  var publisher: String?

  /// Whether the item is an article, report, posting or page with an author.
  var isArticle: Bool {
    types.contains { type in
      type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "HowTo"
        || type == "Review" || type == "CreativeWork"
    }
  }

  /// Whether the item is a page.
  var isPage: Bool { types.contains { $0.hasSuffix("WebPage") || $0.hasSuffix("Page") } }

  /// Returns the item with the character references in its texts replaced, which many writers of
  /// linked data leave in.
  func decoded(_ references: CharacterReferences) -> LinkedItem {
    func decode(_ text: String?) -> String? {
      text.map { references.decoded(Array($0.utf8), 0..<$0.utf8.count).squeezed }
    }
    var item = self
    item.name = decode(name)
    item.headline = decode(headline)
    item.publisher = decode(publisher)
    item.authors = authors.compactMap(decode)
    return item
  }
}

/// Reads JSON-LD with forgiveness: what stood before an error is kept.
struct LinkedData {
  private static let deepest = 40

  private var scanner: JSONScanner
  private var items: [LinkedItem] = []

  /// Returns the items that the script `source` describes, each before those inside it; authors
  /// given by identifier are replaced by their names.
  static func items(_ source: ArraySlice<UInt8>) -> [LinkedItem] {
    // Writers put comments around it, and line ends into strings.
    let start = source.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
    let bytes = source[(start ?? source.endIndex)...].map { $0 < 0x20 ? 0x20 : $0 }
    var data = LinkedData(scanner: JSONScanner(bytes))
    // An error ends the reading, not the page.
    try? data.readValue(depth: 0)
    return data.resolved()
  }

  private func resolved() -> [LinkedItem] {
    var names: [String: String] = [:]
    for item in items {
      if let identifier = item.identifier, let name = item.name { names[identifier] = name }
    }
    return items.map { item in
      var item = item
      item.authors += item.authorReferences.compactMap { names[$0] }
      if let publisher = item.publisher, let name = names[publisher] { item.publisher = name }
      return item
    }
  }

  private mutating func readValue(depth: Int) throws(JSONError) {
    guard depth < Self.deepest else { return try scanner.skipValue() }
    switch try scanner.peek() {
    case .object: _ = try readObject(depth: depth)
    case .array:
      try scanner.beginArray()
      while try scanner.nextElement() { try readValue(depth: depth + 1) }
    default: try scanner.skipValue()
    }
  }

  /// Reads an object, adds it to the items, and returns it.
  private mutating func readObject(depth: Int) throws(JSONError) -> LinkedItem {
    let place = items.count
    items.append(LinkedItem())
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      switch key {
      case "@type": items[place].types += try strings(depth: depth + 1)
      case "@id": items[place].identifier = try strings(depth: depth + 1).first
      case "name": items[place].name = try strings(depth: depth + 1).first
      case "headline": items[place].headline = try strings(depth: depth + 1).first
      case "datePublished": items[place].published = try strings(depth: depth + 1).first
      case "dateModified": items[place].modified = try strings(depth: depth + 1).first
      case "inLanguage": items[place].language = try strings(depth: depth + 1).first
      case "articleBody": items[place].body = try strings(depth: depth + 1).first
      case "isAccessibleForFree":
        items[place].isFree =
          try scanner.peek() == .boolean
          ? scanner.boolean() : strings(depth: depth + 1).first.map { $0.lowercased() != "false" }
      case "author", "creator":
        let found = try agents(depth: depth + 1)
        if items[place].authors.isEmpty { items[place].authors = found.names }
        if items[place].authorReferences.isEmpty {
          items[place].authorReferences = found.references
        }
      case "publisher":
        let found = try agents(depth: depth + 1)
        items[place].publisher = found.names.first ?? found.references.first
      default: try readValue(depth: depth + 1)
      }
    }
    return items[place]
  }

  /// Reads a string or an array of strings; other values are read for the items in them.
  private mutating func strings(depth: Int) throws(JSONError) -> [String] {
    guard depth < Self.deepest else {
      try scanner.skipValue()
      return []
    }
    switch try scanner.peek() {
    case .string: return [try scanner.string()]
    case .array:
      var all: [String] = []
      try scanner.beginArray()
      while try scanner.nextElement() { all += try strings(depth: depth + 1) }
      return all
    default:
      try readValue(depth: depth)
      return []
    }
  }

  /// Reads persons and organizations, given as names or items.
  private mutating func agents(
    depth: Int
  ) throws(JSONError) -> (names: [String], references: [String]) {
    guard depth < Self.deepest else {
      try scanner.skipValue()
      return ([], [])
    }
    switch try scanner.peek() {
    case .string: return ([try scanner.string()], [])
    case .array:
      var names: [String] = []
      var references: [String] = []
      try scanner.beginArray()
      while try scanner.nextElement() {
        let found = try agents(depth: depth + 1)
        names += found.names
        references += found.references
      }
      return (names, references)
    case .object:
      let item = try readObject(depth: depth)
      if let name = item.name { return ([name], []) }
      return ([], item.identifier.map { [$0] } ?? [])
    default:
      try scanner.skipValue()
      return ([], [])
    }
  }
}
