internal import ParleyModel

extension FieldParser {
  /// Takes the object `article`; its name is set by the caller.
  mutating func article() throws(ReadingFormatError) -> Article {
    var article = Article(id: ArticleID(""), text: [], paragraphs: [])
    var pairs: [[Int]] = []
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "title": article.title = try fields.optionalString()
      case "outlet": article.outlet = try fields.optionalString()
      case "published": article.published = try fields.optionalDate()
      case "language": article.language = try fields.string()
      case "text": article.text = try fields.text()
      case "boilerplate":
        pairs = try fields.list { fields throws(ReadingFormatError) in
          try fields.list { fields throws(ReadingFormatError) in try fields.integer() }
        }
      default: try fields.skip()
      }
    }
    let index = ScalarIndex(article.text)
    for pair in pairs {
      guard pair.count == 2, 0 <= pair[0], pair[0] <= pair[1],
        let range = index.bytes(ScalarRange(pair[0], pair[1]))
      else { throw ReadingFormatError(.badSpan(key: "boilerplate")) }
      article.boilerplate.append(range)
    }
    article.paragraphs = Article.paragraphs(of: article.text)
    return article
  }

  private mutating func optionalDate() throws(ReadingFormatError) -> CalendarDate? {
    guard let text = try optionalString() else { return nil }
    guard let date = CalendarDate(iso: text) else {
      throw ReadingFormatError(.unknownValue(key: "published", found: text))
    }
    return date
  }

  /// Takes an element of `positions`.
  mutating func position() throws(ReadingFormatError) -> Position {
    var holder: String?
    var act: Act?
    var issue: String?
    var evidence: ByteRange?
    var position = Position(
      holder: "", act: .demand, issue: IssueCode(""), evidence: ByteRange(0, 0), confidence: 0)
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "holder": holder = try fields.string()
      case "act": act = try fields.choice(Act.self)
      case "issue": issue = try fields.string()
      case "addressee": position.addressee = try fields.optionalString()
      case "places": position.places = try fields.spans()
      case "condition": position.condition = try fields.optionalSpan()
      case "asOf": position.asOf = try fields.optionalString()
      case "status": position.status = try fields.choice(Position.Status.self)
      case "evidence": evidence = try fields.span()
      case "attribution": position.attribution = try fields.optionalInteger()
      case "confidence": position.confidence = try fields.number()
      case "readers": position.readers = try fields.readers()
      default: try fields.skip()
      }
    }
    position.holder = try required(holder, "holder")
    position.act = try required(act, "act")
    position.issue = IssueCode(try required(issue, "issue"))
    position.evidence = try required(evidence, "evidence")
    return position
  }

  /// Takes an element of `figures`.
  mutating func figure() throws(ReadingFormatError) -> Figure {
    var value: Figure.Value?
    var unit: String?
    var evidence: ByteRange?
    var figure = Figure(value: .exact(0), unit: "", evidence: ByteRange(0, 0))
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "value": value = try fields.value()
      case "unit": unit = try fields.string()
      case "hedge": figure.hedge = try fields.optionalSpan()
      case "quantity": figure.quantity = try fields.optionalString()
      case "holder": figure.holder = try fields.optionalString()
      case "of": figure.of = try fields.spans()
      case "asOf": figure.asOf = try fields.optionalString()
      case "evidence": evidence = try fields.span()
      case "attribution": figure.attribution = try fields.optionalInteger()
      case "readers": figure.readers = try fields.readers()
      default: try fields.skip()
      }
    }
    figure.value = try required(value, "value")
    figure.unit = try required(unit, "unit")
    figure.evidence = try required(evidence, "evidence")
    return figure
  }

  private mutating func value() throws(ReadingFormatError) -> Figure.Value {
    guard try isList() else { return .exact(try number()) }
    let ends = try list { fields throws(ReadingFormatError) in try fields.number() }
    guard ends.count == 2 else {
      throw ReadingFormatError(.unknownValue(key: "value", found: "\(ends.count) numbers"))
    }
    return .range(ends[0], ends[1])
  }

  /// Takes an element of `changes`.
  mutating func change() throws(ReadingFormatError) -> Change {
    var holder: String?
    var issue: String?
    var direction: Change.Direction?
    var evidence: ByteRange?
    var from: Int?
    var to: Int?
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "holder": holder = try fields.string()
      case "issue": issue = try fields.string()
      case "direction": direction = try fields.choice(Change.Direction.self)
      case "from": from = try fields.optionalInteger()
      case "to": to = try fields.optionalInteger()
      case "evidence": evidence = try fields.span()
      default: try fields.skip()
      }
    }
    return Change(
      holder: try required(holder, "holder"), issue: IssueCode(try required(issue, "issue")),
      direction: try required(direction, "direction"), from: from, to: to,
      evidence: try required(evidence, "evidence"))
  }

  func required<Value>(_ value: Value?, _ key: String) throws(ReadingFormatError) -> Value {
    guard let value else { throw ReadingFormatError(.missing(key: key)) }
    return value
  }
}
