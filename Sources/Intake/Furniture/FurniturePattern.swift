internal import DataFiles

/// One pattern of site furniture, as `Data/intake/boilerplate.txt` describes it.
struct FurniturePattern {
  /// How the pattern lies in the paragraph, and what is set aside.
  enum Place: String {
    /// The paragraph is the pattern.
    case whole
    /// The paragraph begins with the pattern.
    case opens
    /// The pattern stands anywhere in the paragraph.
    case holds
    /// As `holds`, but only the words of the pattern are set aside.
    case part
  }

  /// One element of a pattern.
  enum Element: Equatable {
    /// One of these words, by hash.
    case word([UInt64])
    /// Any words, or none.
    case gap
    /// One word that begins with a capital.
    case capitalized
    /// One word that begins with a digit.
    case number
  }

  let place: Place
  let elements: [Element]
  /// The greatest number of words of a paragraph that is set aside.
  let longest: Int

  /// Reads a line of the data file.
  init(_ line: DataLine) throws(DataError) {
    let fields = line.fields
    guard fields.count == 2 || fields.count == 3, let place = Place(rawValue: fields[0]) else {
      throw DataError(line, found: "expected whole, opens, holds or part, a tab, and a pattern")
    }
    var longest = Self.defaultLongest
    if fields.count == 3 {
      guard let count = Int(fields[2]), count > 0, count <= Self.limit else {
        throw DataError(line, found: "'\(fields[2])' is not a number of words, 1 to \(Self.limit)")
      }
      longest = count
    }
    self.place = place
    self.longest = longest
    elements = fields[1].split(separator: " ").map { word in
      switch word {
      case "*": .gap
      case "^": .capitalized
      case "#": .number
      default: .word(word.split(separator: "/").map { FurnitureWords.hash(of: $0) })
      }
    }
    guard elements.contains(where: { if case .word = $0 { true } else { false } }) else {
      throw DataError(line, found: "the pattern has no word of its own")
    }
    if place != .whole, elements.first == .gap || elements.last == .gap && place == .part {
      throw DataError(line, found: "a gap at this end of the pattern has no limit")
    }
  }

  /// The number of words of a paragraph that is set aside, unless the line says otherwise.
  private static let defaultLongest = 40
  /// The greatest number that a line may give.
  static let limit = 120

  /// Returns the index past the last word of the pattern where it begins at word `start`, or `nil`
  /// if it does not. Where `toEnd` holds, the pattern has to end with the words.
  func match(_ words: FurnitureWords, from start: Int, toEnd: Bool) -> Int? {
    match(words, at: start, element: 0, toEnd: toEnd)
  }

  private func match(_ words: FurnitureWords, at index: Int, element: Int, toEnd: Bool) -> Int? {
    var index = index
    var element = element
    while element < elements.count {
      if elements[element] == .gap {
        if element + 1 == elements.count { return words.hashes.count }
        let last = min(words.hashes.count, index + Self.limit)
        var next = index
        while next < last {
          if let end = match(words, at: next, element: element + 1, toEnd: toEnd) { return end }
          next += 1
        }
        return nil
      }
      guard index < words.hashes.count else { return nil }
      let fits =
        switch elements[element] {
        case .word(let hashes): hashes.contains(words.hashes[index])
        case .capitalized: words.capitalized[index]
        case .number: words.numeric[index]
        case .gap: false
        }
      guard fits else { return nil }
      index += 1
      element += 1
    }
    return toEnd && index < words.hashes.count ? nil : index
  }
}
