/// Finds the news agencies that a report is credited to ("Reuters", "With agency inputs").
enum AgencyCredits {
  /// The length of the longest line that is a credit, in bytes.
  private static let longest = 240
  /// The length of the longest name of an agency, in bytes.
  private static let longestName = 40
  /// The most words of a line that is a credit.
  private static let mostWords = 30

  /// What stands for agencies that a credit does not name.
  private static let unnamed = "agencies"

  /// Returns the agencies as the page names them, in order; "agencies" where a credit names none.
  static func find(_ page: ExtractedPage, _ words: BylineWords) -> [String] {
    var found: [String] = []
    var isUnnamed = false
    func add(_ name: String) {
      let name = name.squeezed
      if !name.isEmpty, !found.contains(name) { found.append(name) }
    }
    for author in page.authors where words.agencies.contains(author.lowercased()) { add(author) }
    let ends = page.paragraphs.prefix(2) + page.paragraphs.suffix(4)
    let agencies = words.agencies.sorted()
    let openings = Set(words.credits.compactMap(\.utf8.first) + [UInt8(ascii: "(")])
    let aside = page.setAside.flatMap { $0.text.split(separator: "\n").map(String.init) }
    for line in ends.map(\.text) + aside where line.utf8.count <= longest {
      guard let first = line.utf8.first.map(asciiLowercased) else { continue }
      let isShort = line.utf8.count <= longestName
      guard isShort || openings.contains(first) else { continue }
      let lower = line.lowercased()
      if isShort, words.agencies.contains(lower) { add(line) }
      let isCredit = words.credits.contains { lower.hasPrefix($0) || lower.hasPrefix("(" + $0) }
      guard isCredit, line.utf8.count(where: { $0 == 0x20 }) < mostWords else { continue }
      for agency in agencies where isWord(agency, in: lower) {
        add(original(agency, line, lower))
      }
      if isWord("agency", in: lower) || isWord(unnamed, in: lower) { isUnnamed = true }
    }
    return found.isEmpty && isUnnamed ? [unnamed] : found
  }

  private static func isWord(_ word: String, in line: String) -> Bool {
    guard Array(line.utf8)[...].contains(subsequence: word) else { return false }
    let padded = " " + TitleFinder.words(line).joined(separator: " ") + " "
    let plain = TitleFinder.words(word).joined(separator: " ")
    return !plain.isEmpty && padded.contains(" " + plain + " ")
  }

  /// Returns the agency's name with the capitals that the line gives it.
  private static func original(_ agency: String, _ line: String, _ lower: String) -> String {
    let count = agency.utf8.count
    let bytes = Array(line.utf8)
    let folded = Array(lower.utf8)
    guard bytes.count == folded.count else { return agency }
    let target = Array(agency.utf8)
    var start = 0
    while start + count <= folded.count {
      if folded[start..<start + count].elementsEqual(target) {
        return String(decoding: bytes[start..<start + count], as: UTF8.self)
      }
      start += 1
    }
    return agency
  }
}
