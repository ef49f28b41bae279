internal import JSONBytes
internal import ParleyModel

/// Writes a reading as stand-off annotations for brat: spans of the text, events over them,
/// attributes from closed sets, and a note with what is neither.
///
/// - Source: https://brat.nlplab.org/standoff.html
struct BratWriter {
  private let reading: ArticleReading
  private let index: ScalarIndex
  private var lines: [String] = []
  private var counts = (spans: 0, events: 0, attributes: 0, notes: 0)

  private init(_ reading: ArticleReading) {
    self.reading = reading
    index = ScalarIndex(reading.article.text)
  }

  /// The annotations of a reading.
  static func annotations(_ reading: ArticleReading) -> [UInt8] {
    var writer = BratWriter(reading)
    for span in reading.article.boilerplate { _ = writer.span("Boilerplate", [span]) }
    for attribution in reading.attributions { writer.write(attribution) }
    for position in reading.positions { writer.write(position) }
    for figure in reading.figures { writer.write(figure) }
    for change in reading.changes { writer.write(change) }
    return Array((writer.lines.map { $0 + "\n" }).joined().utf8)
  }

  // Events are numbered in the order in which they are written: attributions, positions, figures,
  // changes.
  private func attributionName(_ number: Int) -> String { "E\(number + 1)" }
  private func positionName(_ number: Int) -> String {
    "E\(reading.attributions.count + number + 1)"
  }

  private mutating func write(_ attribution: Attribution) {
    let trigger = span("Attribution", attribution.content)
    var roles: [(String, String?)] = [
      ("Source", span("Source", attribution.source)), ("Cue", span("Cue", attribution.cue)),
      ("Count", span("Count", attribution.unnamed?.count)),
      ("Closeness", span("Closeness", attribution.unnamed?.closeness)),
      ("Why", span("Why", attribution.unnamed?.why)),
      ("Within", attribution.parent.map(attributionName)),
    ]
    let links = attribution.chain.map { link in
      let place = span("Link", link.words)
      if let place { roles.append(("Link", place)) }
      return JSONTree.members([
        "name": .text(link.name), "type": .string(link.kind.rawValue), "words": .text(place),
      ])
    }
    let event = event("Attribution", trigger, roles)
    attribute("Kind", event, attribution.kind.rawValue)
    attribute("SourceType", event, attribution.sourceType.rawValue)
    var speaker: JSONTree?
    var reason: JSONTree?
    switch attribution.speaker {
    case .known(let name): speaker = .string(name)
    case .unresolved(let why): reason = .string(why)
    case .narrator: break
    }
    note(
      event,
      .members([
        "speaker": speaker, "unresolved": reason, "chain": links.isEmpty ? nil : .list(links),
        "unnamed": attribution.unnamed == nil ? nil : .boolean(true),
      ]))
  }

  private mutating func write(_ position: Position) {
    let trigger = span("Position", [position.evidence])
    let event = event(
      "Position", trigger,
      position.places.map { ("Place", span("Place", [$0])) } + [
        ("Condition", span("Condition", position.condition)),
        ("By", position.attribution.map(attributionName)),
      ])
    attribute("Act", event, position.act.rawValue)
    attribute("Issue", event, position.issue.rawValue)
    attribute("Status", event, position.status.rawValue)
    note(
      event,
      .members([
        "holder": .string(position.holder), "addressee": .text(position.addressee),
        "asOf": .text(position.asOf), "confidence": .number(position.confidence),
      ]))
  }

  private mutating func write(_ figure: Figure) {
    let trigger = span("Figure", [figure.evidence])
    let event = event(
      "Figure", trigger,
      figure.of.map { ("Of", span("Of", [$0])) } + [
        ("Hedge", span("Hedge", figure.hedge)), ("By", figure.attribution.map(attributionName)),
      ])
    let value: JSONTree =
      switch figure.value {
      case .exact(let value): .number(value)
      case .range(let low, let high): [.number(low), .number(high)]
      }
    note(
      event,
      .members([
        "value": value, "unit": .string(figure.unit), "quantity": .text(figure.quantity),
        "holder": .text(figure.holder), "asOf": .text(figure.asOf),
      ]))
  }

  private mutating func write(_ change: Change) {
    let trigger = span("Change", [change.evidence])
    let event = event(
      "Change", trigger,
      [("From", change.from.map(positionName)), ("To", change.to.map(positionName))])
    attribute("Direction", event, change.direction.rawValue)
    attribute("Issue", event, change.issue.rawValue)
    note(event, .members(["holder": .string(change.holder)]))
  }

  private mutating func span(_ type: String, _ range: ByteRange?) -> String? {
    range.flatMap { span(type, [$0]) }
  }

  /// Writes a span of one or more places; brat wants it cut at line ends.
  ///
  /// - Returns: its name; `nil` if there is no place.
  private mutating func span(_ type: String, _ ranges: [ByteRange]) -> String? {
    let fragments = ranges.flatMap(fragments)
    guard !fragments.isEmpty else { return nil }
    counts.spans += 1
    let places = fragments.map { range in
      let scalars = index.scalars(range)
      return "\(scalars.lowerBound) \(scalars.upperBound)"
    }
    lines.append(
      "T\(counts.spans)\t\(type) \(places.joined(separator: ";"))\t"
        + fragments.map(reading.article.words).joined(separator: " "))
    return "T\(counts.spans)"
  }

  private func fragments(_ range: ByteRange) -> [ByteRange] {
    reading.article.text[range.indices].split { $0 == 0x0A || $0 == 0x0D }.map {
      ByteRange($0.startIndex, $0.endIndex)
    }
  }

  private mutating func event(
    _ type: String, _ trigger: String?, _ roles: [(String, String?)]
  ) -> String {
    counts.events += 1
    var seen: [String: Int] = [:]
    var parts = ["\(type):\(trigger ?? "")"]
    for (role, target) in roles {
      guard let target else { continue }
      seen[role, default: 0] += 1
      let number = seen[role] ?? 1
      parts.append("\(role)\(number == 1 ? "" : String(number)):\(target)")
    }
    lines.append("E\(counts.events)\t" + parts.joined(separator: " "))
    return "E\(counts.events)"
  }

  private mutating func attribute(_ name: String, _ event: String, _ value: String) {
    counts.attributes += 1
    lines.append("A\(counts.attributes)\t\(name) \(event) \(value)")
  }

  private mutating func note(_ event: String, _ value: JSONTree) {
    counts.notes += 1
    var output = JSONOutput()
    value.write(to: &output)
    lines.append(
      "#\(counts.notes)\tAnnotatorNotes \(event)\t" + String(decoding: output.bytes, as: UTF8.self))
  }
}
