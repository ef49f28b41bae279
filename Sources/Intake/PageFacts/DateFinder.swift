internal import ParleyModel

/// Finds when an article was published and when it was changed.
///
/// A date that readers see beside the headline goes before what the markup says: markup often keeps
/// the day on which a page was first made.
struct DateFinder {
  /// How many blocks before and after the headline are looked at.
  private static let reach = (before: 8, after: 16)
  /// The most words of a block that is a line of dates.
  private static let mostWords = 24

  /// How far after the headline a marked date may stand where there is no other.
  private static let farthest = 120
  /// How far from the headline a date may stand that nothing marks as one.
  private static let nearEnough = 4

  /// What class names of dates hold.
  private static let marks = ["date", "publish", "byline", "meta", "time"]

  private let page: PageText
  private let head: PageHead
  private let reader: DateReader
  private let dayFirst: Bool
  /// The days that time elements carry.
  private let carried: Set<CalendarDate>

  /// The days found.
  struct Found: Sendable, Hashable {
    var published: CalendarDate?
    var modified: CalendarDate?
  }

  private enum Label { case published, modified, none }

  private struct Seen {
    let date: CalendarDate
    let label: Label
    let block: Int
    let isMarked: Bool
  }

  static func find(
    _ page: PageText, _ head: PageHead, around center: Int, addresses: [String],
    _ reader: DateReader
  ) -> Found {
    let language = (head.language ?? head.meta(.language) ?? "").lowercased()
    let dayFirst = !(language.hasSuffix("us") || language == "en" || language.isEmpty)
    let tree = page.tree
    let carried = tree.nodes.indices.lazy.filter { tree.nodes[$0].tag == .time }
      .compactMap { tree.range(of: .datetime, at: $0) }
      .compactMap { reader.dates(in: tree.source, $0).first?.date }
    let finder = DateFinder(
      page: page, head: head, reader: reader, dayFirst: dayFirst, carried: Set(carried))
    return finder.find(around: center, addresses: addresses)
  }

  private func find(around center: Int, addresses: [String]) -> Found {
    let article = head.article
    let declared =
      read(article?.published) ?? read(head.meta(.published))
      ?? head.items.lazy.compactMap { $0.isPage ? read($0.published) : nil }.first
    let changed =
      read(article?.modified) ?? read(head.meta(.modified))
      ?? head.items.lazy.compactMap { $0.isPage ? read($0.modified) : nil }.first
    let seen = seenDates(around: center)
    let published = seen.first { $0.label == .published } ?? seen.first { $0.label == .none }
    let modified = seen.first { $0.label == .modified }
    var found = Found(published: declared, modified: modified?.date ?? changed)
    if let declared, seen.contains(where: { isSame($0.date, declared) }) { return found }
    if let published {
      found.published = published.date
    } else if declared == nil {
      found.published =
        modified?.date ?? addresses.lazy.compactMap(dateInAddress).first
        ?? markedDate(around: center)
    }
    return found
  }

  /// Whether a day that is shown is the one that is declared: time zones may move it by a day, and
  /// the order of day and month may be taken wrongly.
  private func isSame(_ shown: CalendarDate, _ declared: CalendarDate) -> Bool {
    abs(shown.dayNumber - declared.dayNumber) <= 1
      || CalendarDate(year: shown.year, month: shown.day, day: shown.month) == declared
  }

  /// Returns the nearest day that is marked as such, first before the headline and then after it.
  private func markedDate(around center: Int) -> CalendarDate? {
    guard !page.blocks.isEmpty else { return nil }
    let before = stride(from: min(center, page.blocks.count - 1), through: 0, by: -1)
    let after = center..<min(page.blocks.count, center + Self.farthest)
    for index in Array(before) + Array(after) {
      let block = page.blocks[index]
      guard block.words <= Self.mostWords, let date = dates(of: index).first?.date else {
        continue
      }
      if isMarked(block) { return date }
    }
    return nil
  }

  /// Returns the day with day and month exchanged if that is what a time element carries: the order
  /// in 4/5/2025 was taken wrongly then.
  private func inOrder(_ found: DateReader.Found) -> DateReader.Found {
    let date = found.date
    guard !carried.contains(date),
      let other = CalendarDate(year: date.year, month: date.day, day: date.month),
      carried.contains(other)
    else { return found }
    return DateReader.Found(date: other, range: found.range)
  }

  /// Returns the days in block `index`, or the one that a time element in it carries.
  private func dates(of index: Int) -> [DateReader.Found] {
    let block = page.blocks[index]
    let isTime = page.tree.nodes[Int(page.tree.nodes[block.firstNode].parent)].tag == .time
    guard isTime || page.bytes[block.text].contains(where: { $0 &- 0x30 < 10 }) else { return [] }
    let found = reader.dates(in: page.bytes, block.text, dayFirst: dayFirst)
    if !found.isEmpty { return found.map(inOrder) }
    var node = Int(page.tree.nodes[block.firstNode].parent)
    for _ in 0..<2 where node > 0 {
      if page.tree.nodes[node].tag == .time, let range = page.tree.range(of: .datetime, at: node),
        let date = reader.dates(in: page.tree.source, range).first?.date
      {
        return [DateReader.Found(date: date, range: block.text)]
      }
      node = Int(page.tree.nodes[node].parent)
    }
    return []
  }

  private func read(_ text: String?) -> CalendarDate? {
    text.flatMap { reader.date(in: $0, dayFirst: dayFirst) }
  }

  /// Returns the dates that stand near the headline, the nearest first.
  private func seenDates(around center: Int) -> [Seen] {
    guard !page.blocks.isEmpty else { return [] }
    let first = max(0, center - Self.reach.before)
    let last = min(page.blocks.count - 1, center + Self.reach.after)
    var seen: [Seen] = []
    for index in first...last {
      let block = page.blocks[index]
      guard block.words <= Self.mostWords, !block.isHidden else { continue }
      for found in dates(of: index) {
        let label = label(of: index, before: found.range.lowerBound)
        let isMarked = isMarked(block)
        guard isMarked || label != .none || abs(index - center) <= Self.nearEnough else { continue }
        seen.append(Seen(date: found.date, label: label, block: index, isMarked: isMarked))
      }
    }
    return seen.sorted { rank($0, center) < rank($1, center) }
  }

  private func rank(_ seen: Seen, _ center: Int) -> Int {
    let distance = seen.block >= center ? seen.block - center : (center - seen.block) * 2
    return distance + (seen.isMarked || seen.label != .none ? 0 : 6)
  }

  /// Whether the block is a date by its element or its class.
  private func isMarked(_ block: PageBlock) -> Bool {
    let tree = page.tree
    var node = Int(tree.nodes[block.firstNode].parent)
    for _ in 0..<4 where node > 0 {
      if tree.nodes[node].tag == .time { return true }
      if let range = tree.range(of: .class, at: node) {
        let name = tree.source[range].map(asciiLowercased)[...]
        if Self.marks.contains(where: name.contains(subsequence:)) { return true }
      }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// Returns what the words before a date, or the block before it, say of it.
  private func label(of index: Int, before offset: Int) -> Label {
    let block = page.blocks[index]
    let words = String(decoding: page.bytes[block.text.lowerBound..<offset], as: UTF8.self)
    if let label = Self.label(words) { return label }
    if index > 0, page.blocks[index - 1].words <= 4,
      let label = Self.label(page.words(index - 1))
    {
      return label
    }
    return .none
  }

  /// The last label in `words` is the one that counts: "Published by X, updated".
  private static func label(_ words: String) -> Label? {
    let all = TitleFinder.words(words)
    for word in all.reversed() {
      switch word {
      case "published", "posted", "created", "publication", "issued": return .published
      case "updated", "modified", "reviewed", "revised", "update", "edited": return .modified
      default: continue
      }
    }
    return nil
  }

  /// Returns the day in an address like `/2025/08/21/`.
  private func dateInAddress(_ address: String) -> CalendarDate? {
    let parts = address.split(separator: "/")
    guard parts.count >= 3 else { return nil }
    for index in 0..<parts.count - 2 {
      if parts[index].count == 4, let year = Int(parts[index]), let month = Int(parts[index + 1]),
        let day = Int(parts[index + 2]), year >= 1990,
        let date = CalendarDate(year: year, month: month, day: day)
      {
        return date
      }
    }
    return nil
  }
}
