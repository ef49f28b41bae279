/// Finds who wrote an article.
struct AuthorFinder {
  private static let reach = (before: 8, after: 14)
  private static let mostWords = 16
  private static let mostWordsOfName = 6

  private let page: PageText
  private let head: PageHead
  private let words: BylineWords
  private let outlet: String?

  /// Returns the names of the authors in order; empty where none is given.
  static func find(
    _ page: PageText, _ head: PageHead, around center: Int, outlet: String?,
    _ words: BylineWords
  ) -> [String] {
    AuthorFinder(page: page, head: head, words: words, outlet: outlet).find(around: center)
  }

  private func find(around center: Int) -> [String] {
    let declared = names(head.article?.authors ?? [])
    // What readers see goes before what a publishing system filled in.
    let byline = byline(around: center)
    if !byline.isEmpty { return byline }
    if !declared.isEmpty, !declared.allSatisfy(isOutlet) { return declared }
    let metas = names(head.metas[.author] ?? [])
    if !metas.isEmpty, !metas.allSatisfy(isOutlet) { return metas }
    let marked = marked(around: center)
    if !marked.isEmpty { return marked }
    let signature = signature()
    if !signature.isEmpty { return signature }
    return declared.isEmpty ? metas : declared
  }

  private func isOutlet(_ name: String) -> Bool {
    guard let outlet else { return false }
    return TitleFinder.words(name) == TitleFinder.words(outlet)
  }

  private func names(_ texts: [String]) -> [String] {
    var all: [String] = []
    for text in texts {
      guard let name = name(text), !all.contains(name) else { continue }
      all.append(name)
    }
    return all
  }

  /// Returns the name that `text` gives, `nil` if it is none.
  private func name(_ text: String) -> String? {
    var text = text.squeezed
    let lower = text.lowercased()
    for opening in words.opens where lower.hasPrefix(opening + " ") {
      text = String(text.dropFirst(opening.count + 1)).squeezed
      break
    }
    let lowered = text.lowercased()
    let parts = TitleFinder.words(text)
    guard !parts.isEmpty, parts.count <= 14, !words.never.contains(lowered),
      !lowered.contains("http"), !lowered.contains("@"), text.utf8.count <= 120
    else { return nil }
    return text
  }

  /// Returns the names in elements that are marked as the author's (`rel`, `itemprop`, class).
  private func marked(around center: Int) -> [String] {
    var all: [String] = []
    for index in range(center) {
      let block = page.blocks[index]
      guard block.words <= 40, !block.isHidden else { continue }
      var node = block.firstNode
      while node <= block.lastNode {
        if page.tree.nodes[node].tag == .text, isAuthorElement(around: node),
          let name = person(text(node)), !all.contains(name)
        {
          all.append(name)
        }
        node += 1
      }
      if !all.isEmpty, index > center + 6 { break }
    }
    return Array(all.prefix(3))
  }

  private func text(_ node: Int) -> String {
    let element = page.tree.nodes[node]
    return String(
      decoding: page.tree.source[Int(element.sourceStart)..<Int(element.sourceEnd)], as: UTF8.self
    ).squeezed
  }

  private func isAuthorElement(around node: Int) -> Bool {
    let tree = page.tree
    var element = Int(tree.nodes[node].parent)
    for _ in 0..<3 where element > 0 {
      for attribute in [MarkupAttribute.Name.rel, .itemprop, .class, .href] {
        guard let range = tree.range(of: attribute, at: element) else { continue }
        let value = String(decoding: tree.source[range], as: UTF8.self).lowercased()
        switch attribute {
        case .rel, .itemprop: if value == "author" { return true }
        case .href: if value.contains("/author/") || value.contains("/authors/") { return true }
        default:
          if ["author", "byline", "creator", "writer"].contains(where: value.contains),
            !value.contains("email"),
            !value.contains("bio"), !value.contains("date"), !value.contains("role"),
            !value.contains("position"), !value.contains("job"), !value.contains("titl")
          {
            return true
          }
        }
      }
      element = Int(tree.nodes[element].parent)
    }
    return false
  }

  /// Returns the names in a line like "By Ann Lee and Bo Ray".
  private func byline(around center: Int) -> [String] {
    for index in range(center) {
      let block = page.blocks[index]
      guard block.words <= Self.mostWords, block.words > 0, !block.isHidden else { continue }
      let text = page.words(index).squeezed
      let lower = text.lowercased()
      if words.reviewers.contains(where: lower.hasPrefix) { continue }
      for opening in words.opens where lower.hasPrefix(opening) {
        let rest = text.dropFirst(opening.count)
        if rest.isEmpty, index + 1 < page.blocks.count, opening != "from" {
          if let name = person(page.words(index + 1)) { return [name] }
        } else if let next = rest.first, next == " " || next == ":" || next == "\n" {
          let names = people(String(rest.drop { !$0.isLetter }))
          if !names.isEmpty { return names }
        }
        break
      }
    }
    return []
  }

  /// Returns the names in a line "Written by Ann Lee" anywhere on the page.
  private func signature() -> [String] {
    for (index, block) in page.blocks.enumerated() where block.words <= Self.mostWords {
      guard let first = page.bytes[block.text].first, "wWbBaA".utf8.contains(first) else {
        continue
      }
      let text = page.words(index).squeezed
      let lower = text.lowercased()
      for opening in ["written by", "by:", "author:", "words by"] where lower.hasPrefix(opening) {
        let names = people(String(text.dropFirst(opening.count).drop { !$0.isLetter }))
        if !names.isEmpty { return names }
      }
    }
    return []
  }

  private func range(_ center: Int) -> Range<Int> {
    guard !page.blocks.isEmpty else { return 0..<0 }
    return max(0, center - Self.reach.before)..<min(page.blocks.count, center + Self.reach.after)
  }

  /// Cuts "Ann Lee and Bo Ray, May 4" into names.
  private func people(_ text: String) -> [String] {
    var names: [String] = []
    var current: [Substring] = []
    func flush() {
      let name = current.joined(separator: " ")
      current = []
      if let name = person(name), !names.contains(name) { names.append(name) }
    }
    parts: for part in text.split(whereSeparator: \.isWhitespace) {
      let word = part.lowercased()
      if word == "and" || word == "&" {
        flush()
        continue
      }
      let isName = part.contains(where: \.isLetter) && word.first?.isNumber == false
      if words.ends.contains(word) || !isName { break parts }
      let bare = part.last == "," || part.last == ";" ? part.dropLast() : part
      current.append(bare)
      if bare.count < part.count { flush() }
    }
    flush()
    return names
  }

  /// Returns `text` if it looks like a person's name: two to six words, capitalized.
  private func person(_ text: String) -> String? {
    guard let name = name(text) else { return nil }
    let parts = name.split(separator: " ")
    guard (1...Self.mostWordsOfName).contains(parts.count) else { return nil }
    let capitalized = parts.filter { $0.first?.isUppercase == true }.count
    guard capitalized * 2 > parts.count || parts.count == 1, name.last?.isPunctuation != true,
      !name.contains(where: \.isNumber)
    else { return nil }
    return name
  }
}
