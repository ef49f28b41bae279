extension Person {
  /// Reads one item of `people.tsv` ("Volodymyr Zelensky*/Zelenskyy 2019-05..").
  ///
  /// Returns `nil` if the months in office cannot be read.
  init?(_ item: String, party: Int) {
    var words = item.split(separator: " ")[...]
    var terms: [Range<Int>] = []
    while let last = words.last, last.contains("..") {
      guard let term = Self.term(last) else { return nil }
      terms.append(term)
      words.removeLast()
    }
    let spellings = words.joined(separator: " ").split(separator: "/")
    guard let full = spellings.first else { return nil }
    let name = String(full.filter { $0 != "*" })
    let given = spellings.dropFirst().map { String($0.filter { $0 != "*" }) }
    let last = name.split(separator: " ").last.map(String.init) ?? name
    self.name = name
    self.party = party
    let isSurnameFirst = given.contains { name.hasPrefix($0 + " ") }
    surnames = (isSurnameFirst ? given : [last] + given).map(Self.folded)
    isKnownBySurname = item.contains("*")
    self.terms = terms
  }

  /// Whether the person holds the office in `month` (year * 12 + month); always if `nil`.
  func holdsOffice(in month: Int?) -> Bool {
    guard let month, !terms.isEmpty else { return true }
    return terms.contains { $0.contains(month) }
  }

  /// Returns `surname` in lower case, without diacritics and a leading "al-".
  static func folded(_ surname: String) -> String {
    var bytes: [UInt8] = []
    let utf8 = Array(surname.utf8)
    var index = 0
    while index < utf8.count {
      var byte = utf8[index]
      if byte >= 0xC3, byte <= 0xC5, index + 1 < utf8.count {
        index += 1
        byte = Diacritics.letter(byte, utf8[index])
      }
      bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      index += 1
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix("al-") ? String(text.dropFirst(3)) : text
  }

  private static func term(_ text: Substring) -> Range<Int>? {
    let plain = text.last == "," ? text.dropLast() : text
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let start = month(parts[0]) else { return nil }
    if parts[2].isEmpty { return start..<Int.max }
    guard let end = month(parts[2]), end > start else { return nil }
    return start..<end
  }

  private static func month(_ text: Substring) -> Int? {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]) else { return nil }
    return year * 12 + month
  }
}
