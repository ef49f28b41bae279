package import DataFiles
internal import Intake
package import ParleyModel

/// One article with the attributions that a person marked in it.
package struct MarkedArticle: Sendable {
  /// The article.
  package var article: Article
  /// The spans of each attribution by role: source, cue, content.
  package var attributions: [[[ByteRange]]]
}

extension SharedCorpora {
  /// The articles of the PolNeAR corpus, one split of it ("train" or "dev"); of several people's
  /// marks those whose file comes first are taken.
  ///
  /// - Throws: if a file cannot be read.
  package func attributions(_ split: String, data: DataFolder) throws -> [MarkedArticle] {
    let intake = try TextIntake(data)
    let folder = "data/polnear/\(split)"
    var files: [String: String] = [:]
    for name in try names(folder + "/attributions", ending: ".ann") {
      guard let cut = name.lastIndex(of: "_") else { continue }
      let stem = String(name[..<cut])
      if files[stem] == nil { files[stem] = name }
    }
    return try files.sorted { $0.key < $1.key }.map { stem, file in
      let text = try bytes("\(folder)/text/\(stem).txt")
      return MarkedArticle(
        article: intake.article(text, id: ArticleID(stem)),
        attributions: Self.events(try bytes("\(folder)/attributions/\(file)"), text))
    }
  }

  /// Reads brat standoff: text-bound lines (T) and events (E) that join them.
  private static func events(_ marks: [UInt8], _ text: [UInt8]) -> [[[ByteRange]]] {
    var starts: [Int] = text.indices.filter { text[$0] & 0xC0 != 0x80 }
    starts.append(text.count)
    var spans: [String: [ByteRange]] = [:]
    var events: [[[ByteRange]]] = []
    for line in String(decoding: marks, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 1 else { continue }
      if fields[0].hasPrefix("T"), let space = fields[1].firstIndex(of: " ") {
        spans[String(fields[0])] = fields[1][space...].split(separator: ";").compactMap { part in
          let ends = part.split(separator: " ").compactMap { Int($0) }
          guard ends.count == 2, ends[0] < ends[1], ends[1] < starts.count else { return nil }
          return ByteRange(starts[ends[0]], starts[ends[1]])
        }
      } else if fields[0].hasPrefix("E") {
        var roles: [[ByteRange]] = [[], [], []]
        for argument in fields[1].split(separator: " ").dropFirst() {
          let parts = argument.split(separator: ":")
          guard parts.count == 2, let found = spans[String(parts[1])] else { continue }
          if parts[0].hasPrefix("Source") { roles[0] += found }
          if parts[0].hasPrefix("Cue") { roles[1] += found }
          if parts[0].hasPrefix("Content") { roles[2] += found }
        }
        if !roles[2].isEmpty { events.append(roles.map { $0.sorted() }) }
      }
    }
    return events
  }
}
