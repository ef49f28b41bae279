internal import JSONBytes
internal import ParleyModel

/// Reads stand-off annotations of brat back into a reading.
///
/// Events that people drew by hand need the attributes, and a note that names the holder:
/// `{"holder": "Aland"}`. What is missing is told, and the event left out.
struct BratReader {
  private let article: Article
  private let lines: BratLines
  /// What was left out, and why.
  private(set) var notes: [String] = []
  private var attributions: [String: Int] = [:]
  private var positions: [String: Int] = [:]

  /// Takes the annotations of an article.
  ///
  /// - Throws: ``BratError`` if a line is malformed, or a span's words do not stand in the text.
  init(_ bytes: [UInt8], of article: Article) throws(BratError) {
    self.article = article
    lines = try BratLines(bytes, text: article.text)
  }

  /// The reading.
  mutating func reading() -> ArticleReading {
    var reading = ArticleReading(article: article, attributions: [])
    reading.article.boilerplate = lines.spanNames.filter {
      lines.spans[$0]?.type == "Boilerplate"
    }.flatMap { lines.ranges($0) }
    let drawn = lines.events.filter { event in
      let hasPlace = !lines.ranges(event.trigger).isEmpty
      if !hasPlace { notes.append("\(event.name) has no words, and is left out") }
      return hasPlace
    }
    for event in drawn where event.type == "Attribution" {
      attributions[event.name] = attributions.count
    }
    reading.attributions = drawn.filter { $0.type == "Attribution" }.map(attribution)
    for event in drawn where event.type == "Position" {
      guard let position = position(event) else { continue }
      positions[event.name] = reading.positions.count
      reading.positions.append(position)
    }
    for event in drawn where event.type == "Figure" {
      if let figure = figure(event) { reading.figures.append(figure) }
    }
    for event in drawn where event.type == "Change" {
      if let change = change(event) { reading.changes.append(change) }
    }
    return reading
  }

  private func places(_ event: BratLines.Event, _ role: String) -> [ByteRange] {
    event.targets(role).flatMap { lines.ranges($0) }
  }

  private func attribution(_ event: BratLines.Event) -> Attribution {
    let note = lines.note(event)
    var speaker = Speaker.narrator
    if let name = note?["speaker"]?.text { speaker = .known(name: name) }
    if let reason = note?["unresolved"]?.text { speaker = .unresolved(reason: reason) }
    let unnamed = UnnamedSource(
      count: places(event, "Count").first, closeness: places(event, "Closeness").first,
      why: places(event, "Why").first)
    let chain = (note?["chain"]?.elements ?? []).compactMap { link -> ChainLink? in
      guard let kind = link["type"]?.text.flatMap(ChainLink.Kind.init) else { return nil }
      return ChainLink(
        name: link["name"]?.text, kind: kind, words: lines.ranges(link["words"]?.text).first)
    }
    return Attribution(
      source: places(event, "Source"), cue: places(event, "Cue"),
      content: lines.ranges(event.trigger),
      kind: lines.attribute("Kind", of: event).flatMap(Attribution.Kind.init) ?? .indirect,
      sourceType: lines.attribute("SourceType", of: event).flatMap(Attribution.SourceType.init)
        ?? .named,
      speaker: speaker, chain: chain,
      unnamed: unnamed != UnnamedSource() || note?["unnamed"] != nil ? unnamed : nil,
      parent: event.targets("Within").first.flatMap { attributions[$0] })
  }

  private mutating func position(_ event: BratLines.Event) -> Position? {
    let note = lines.note(event)
    guard let holder = note?["holder"]?.text,
      let act = lines.attribute("Act", of: event).flatMap(Act.init),
      let issue = lines.attribute("Issue", of: event),
      let evidence = lines.ranges(event.trigger).first
    else {
      notes.append(
        "\(event.name) needs an act, an issue and a note {\"holder\": NAME}, and is left out")
      return nil
    }
    return Position(
      holder: holder, act: act, issue: IssueCode(issue), addressee: note?["addressee"]?.text,
      places: places(event, "Place"), condition: places(event, "Condition").first,
      asOf: note?["asOf"]?.text,
      status: lines.attribute("Status", of: event).flatMap(Position.Status.init) ?? .current,
      evidence: evidence, attribution: event.targets("By").first.flatMap { attributions[$0] },
      confidence: note?["confidence"].flatMap(Self.number) ?? 1)
  }

  private mutating func figure(_ event: BratLines.Event) -> Figure? {
    let note = lines.note(event)
    let numbers = (note?["value"]?.elements ?? []).compactMap(Self.number)
    guard let low = numbers.first, let unit = note?["unit"]?.text,
      let evidence = lines.ranges(event.trigger).first
    else {
      notes.append(
        "\(event.name) needs a note {\"value\": NUMBER, \"unit\": UNIT}, and is left out")
      return nil
    }
    return Figure(
      value: numbers.count > 1 ? .range(low, numbers[1]) : .exact(low), unit: unit,
      hedge: places(event, "Hedge").first, quantity: note?["quantity"]?.text,
      holder: note?["holder"]?.text, of: places(event, "Of"), asOf: note?["asOf"]?.text,
      evidence: evidence, attribution: event.targets("By").first.flatMap { attributions[$0] })
  }

  private mutating func change(_ event: BratLines.Event) -> Change? {
    guard let holder = lines.note(event)?["holder"]?.text,
      let direction = lines.attribute("Direction", of: event).flatMap(Change.Direction.init),
      let issue = lines.attribute("Issue", of: event),
      let evidence = lines.ranges(event.trigger).first
    else {
      notes.append(
        "\(event.name) needs a direction, an issue and a note {\"holder\": NAME}, and is left out")
      return nil
    }
    return Change(
      holder: holder, issue: IssueCode(issue), direction: direction,
      from: event.targets("From").first.flatMap { positions[$0] },
      to: event.targets("To").first.flatMap { positions[$0] }, evidence: evidence)
  }

  private static func number(_ tree: JSONTree) -> Double? {
    if case .number(let number) = tree { number } else { nil }
  }
}
