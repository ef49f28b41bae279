internal import JSONBytes
internal import ParleyModel

/// The lines of a brat file, taken apart.
struct BratLines {
  /// An event.
  struct Event {
    let name: String
    let type: String
    let trigger: String
    let roles: [(role: String, target: String)]

    /// The targets of a role, in order; brat numbers further ones ("Place2").
    func targets(_ role: String) -> [String] {
      roles.filter { entry in
        entry.role.hasPrefix(role) && entry.role.dropFirst(role.count).allSatisfy(\.isNumber)
      }.map(\.target)
    }
  }

  /// The spans, by name.
  private(set) var spans: [String: (type: String, ranges: [ByteRange])] = [:]
  /// The names of the spans, in the order of the file.
  private(set) var spanNames: [String] = []
  /// The events, in the order of the file.
  private(set) var events: [Event] = []
  /// The values of the attributes of an event, by "E1 Act".
  private var attributes: [String: String] = [:]
  private var notes: [String: JSONTree] = [:]

  /// Takes apart the annotations of a text.
  ///
  /// - Throws: ``BratError`` with the number of the line that is malformed.
  init(_ bytes: [UInt8], text: [UInt8]) throws(BratError) {
    let index = ScalarIndex(text)
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let fields = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard let name = fields.first, let sign = name.first, fields.count > 1 else { continue }
      switch sign {
      case "T":
        let words = fields.count > 2 ? fields[2] : ""
        try addSpan(name, fields[1], words, text, index, number)
      case "E": try addEvent(name, fields[1], number)
      case "A", "M":
        let parts = fields[1].split(separator: " ").map(String.init)
        if parts.count == 3 { attributes["\(parts[1]) \(parts[0])"] = parts[2] }
      case "#":
        let parts = fields[1].split(separator: " ").map(String.init)
        // A note in other words than Parley's is a person's own, and says nothing of fields.
        if fields.count > 2, let last = parts.last,
          let value = try? JSONTree.parse(Array(fields[2].utf8))
        {
          notes[last] = value
        }
      default: continue
      }
    }
  }

  /// The value of an attribute of an event; `nil` if it has none.
  func attribute(_ name: String, of event: Event) -> String? {
    attributes["\(event.name) \(name)"]
  }

  /// What the note of an event says; `nil` if it has none.
  func note(_ event: Event) -> JSONTree? { notes[event.name] }

  /// The places of a span; empty for none.
  func ranges(_ name: String?) -> [ByteRange] { name.flatMap { spans[$0]?.ranges } ?? [] }

  private mutating func addSpan(
    _ name: String, _ field: String, _ words: String, _ text: [UInt8], _ index: ScalarIndex,
    _ line: Int
  ) throws(BratError) {
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { throw BratError(line: line, found: "a span without a place") }
    var ranges: [ByteRange] = []
    var found: [String] = []
    for place in parts[1].split(separator: ";") {
      let ends = place.split(separator: " ").compactMap { Int($0) }
      guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1],
        let range = index.bytes(ScalarRange(ends[0], ends[1]))
      else {
        throw BratError(line: line, found: "the place '\(place)' does not lie in the text")
      }
      found.append(String(decoding: text[range.indices], as: UTF8.self))
      if let last = ranges.last, last.upperBound < range.lowerBound,
        text[last.upperBound..<range.lowerBound].allSatisfy({ $0 == 0x0A || $0 == 0x0D })
      {
        ranges[ranges.count - 1] = ByteRange(last.lowerBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    guard Array(found.joined(separator: " ").utf8) == Array(words.utf8) else {
      throw BratError(
        line: line,
        found: "the words '\(words)' do not stand there, but '\(found.joined(separator: " "))'")
    }
    spans[name] = (String(parts[0]), ranges)
    spanNames.append(name)
  }

  private mutating func addEvent(_ name: String, _ field: String, _ line: Int) throws(BratError) {
    let pairs = field.split(separator: " ").map { pair in
      pair.split(separator: ":", maxSplits: 1).map(String.init)
    }
    guard let first = pairs.first, pairs.allSatisfy({ $0.count == 2 }) else {
      throw BratError(line: line, found: "an event without its span")
    }
    events.append(
      Event(
        name: name, type: first[0], trigger: first[1],
        roles: pairs.dropFirst().map { (role: $0[0], target: $0[1]) }))
  }
}

/// What is wrong with a brat file.
struct BratError: Error, Hashable {
  /// The number of the line, from 1.
  let line: Int
  /// What is wrong there.
  let found: String
}
