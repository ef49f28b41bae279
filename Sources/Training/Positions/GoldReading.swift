package import JSONBytes
package import ParleyModel

/// One labelled position.
package struct GoldPosition: Sendable {
  package let holder: String
  package let act: Act
  package let issue: IssueCode
  /// Where the article states it.
  package let evidence: ByteRange
  package let addressee: String?
  package let condition: String?
  package let isPast: Bool
}

/// A labelled article.
package struct GoldReading: Sendable {
  /// The name of the article.
  package let id: String
  /// The labelled positions that stand in the text as labelled.
  package let positions: [GoldPosition]
  /// The text, where the file carries it (passages); else empty.
  package let text: [UInt8]
  /// The day of publication, where the file carries it.
  package let published: CalendarDate?

  /// Reads one gold reading, its evidence found in `text` (or in the text that the file carries).
  package init(json bytes: [UInt8], text given: [UInt8]?) throws(JSONError) {
    var json = JSONScanner(bytes)
    var id = ""
    var text = given ?? []
    var published: CalendarDate?
    var drafts: [Draft] = []
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "id": id = try json.string()
      case "text": text = try json.utf8()
      case "published": if !json.null() { published = CalendarDate(iso: try json.string()) }
      case "positions":
        try json.beginArray()
        while try json.nextElement() { drafts.append(try Draft(&json)) }
      default: try json.skipValue()
      }
    }
    self.id = id
    self.text = text
    self.published = published
    positions = drafts.compactMap { $0.position(in: text) }
  }

  private struct Draft {
    var holder = ""
    var act = ""
    var issue = ""
    var evidence: [UInt8] = []
    var occurrence = 1
    var addressee: String?
    var condition: String?
    var isPast = false

    init(_ json: inout JSONScanner) throws(JSONError) {
      try json.beginObject()
      while let key = try json.nextKey() {
        switch key {
        case "holder": holder = try json.string()
        case "act": act = try json.string()
        case "issue": issue = try json.string()
        case "evidence": evidence = try json.utf8()
        case "occurrence": occurrence = try json.integer()
        case "addressee": if !json.null() { addressee = try json.string() }
        case "condition": if !json.null() { condition = try json.string() }
        case "status": isPast = try json.string() == "past"
        default: try json.skipValue()
        }
      }
    }

    func position(in text: [UInt8]) -> GoldPosition? {
      guard let act = Act(rawValue: act),
        let range = Evidence.range(of: evidence, occurrence: occurrence, in: text)
      else { return nil }
      return GoldPosition(
        holder: holder, act: act, issue: IssueCode(issue), evidence: range, addressee: addressee,
        condition: condition, isPast: isPast)
    }
  }
}
