package import DataFiles
package import Language

/// The words and phrases that names are told by: given names, nouns for those who speak, outlets.
package struct NameLexicon: Sendable {
  private var kinds: [UInt64: WordKinds] = [:]
  private var singulars: [UInt64: UInt64] = [:]
  private var fullWords: [UInt64: UInt64] = [:]
  /// The outlets that the lists know.
  package let outlets: OutletNames

  /// Loads the lists.
  package init(_ data: DataFolder) throws(DataError) {
    outlets = try OutletNames(data)
    for line in try data.lines("language/speaker-nouns.txt") { try add(noun: line) }
    for line in try data.lines("language/no-names.txt") {
      kinds[WordHash.of(line.text), default: []].insert(.noName)
    }
    addGivenNames(try data.bytes("language/given-names.txt"))
  }

  private mutating func add(noun line: DataLine) throws(DataError) {
    let fields = line.fields
    guard fields.count >= 2, fields.count <= 3, let found = Self.kindsByName[fields[1]] else {
      throw DataError(line, found: "not a noun, a tab and one of the kinds that the head lists")
    }
    var kind = found
    let word = WordHash.of(fields[0])
    if fields.count == 3 {
      if fields[2].hasPrefix("=") {
        fullWords[word] = WordHash.of(fields[2].dropFirst())
      } else if fields[2] == "p" {
        kind.insert(.plural)
      } else {
        kind.insert(fields[2] == "f" ? .woman : .man)
      }
    }
    kinds[word, default: []].formUnion(kind)
    let plural = WordHash.of(
      fields[0].hasSuffix("man")
        ? fields[0].dropLast(2) + "en" : Inflections.plural(fields[0]))
    // "Ministers" stands before no name.
    var several = kind.union(.plural)
    if several.remove(.title) != nil { several.insert(.person) }
    kinds[plural, default: []].formUnion(several)
    singulars[plural] = word
  }

  private static let kindsByName: [String: WordKinds] = [
    "title": .title, "person": .person, "organization": .organization, "document": .document,
    "outlet": .outlet, "suffix": .suffix, "time": .time,
  ]

  /// Reads the given names from bytes: the file is long, and a program that reads one article waits
  /// for it.
  private mutating func addGivenNames(_ bytes: [UInt8]) {
    kinds.reserveCapacity(kinds.count + bytes.count / 9)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start] != 0x23, let tab = bytes[start..<end].firstIndex(of: 0x09), tab + 1 < end {
        var kind: WordKinds = .givenName
        switch bytes[tab + 1] {
        case 0x6D: kind.insert(.man)
        case 0x66: kind.insert(.woman)
        default: break
        }
        let word = WordHash.of(bytes, start..<tab)
        if let other = kinds[word] {
          // A word that is also a noun tells the gender of its bearer as a noun.
          kinds[word] = other.union(.givenName)
        } else {
          kinds[word] = kind
        }
      }
      start = end + 1
    }
  }

  /// What the lists know of the word.
  @inline(__always)
  package func kinds(_ word: UInt64) -> WordKinds { kinds[word] ?? [] }

  /// The token of a person's name that holds the surname: the last one, but for a suffix ("Jr").
  package func surname(of name: Range<Int>, in text: AnnotatedText) -> Int {
    var last = name.upperBound - 1
    while last > name.lowerBound + 1, kinds(text.tokens.words[last]).contains(.suffix) { last -= 1 }
    return last
  }

  /// The singular of a noun in the lists; the word itself where it is none.
  package func singular(_ word: UInt64) -> UInt64 { singulars[word] ?? word }

  /// The word that an abbreviated title is short for ("Gen."); the word itself for others.
  package func full(_ word: UInt64) -> UInt64 { fullWords[word] ?? word }
}
