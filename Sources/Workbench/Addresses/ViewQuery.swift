public import Dossier
internal import ParleyModel

/// The view that an address asks for.
///
/// | name | meaning |
/// | --- | --- |
/// | `on` | what was so on this day |
/// | `known` | what the public knew on this day |
/// | `received` | what the dossier knew at this moment |
/// | `least` | leave out stances of lower confidence that nobody confirmed |
public struct ViewQuery: Sendable, Hashable {
  /// The view.
  public let view: View
  /// The names and values, as links to other pages carry them on; empty for the latest.
  public let carried: String

  /// Reads the view.
  ///
  /// - Throws: `.malformed` naming the value that cannot be read.
  public init(_ query: Query) throws(PageError) {
    var view = View()
    var carried: [(String, String)] = []
    func date(_ name: String) throws(PageError) -> CalendarDate? {
      guard let text = query[name] else { return nil }
      guard text.utf8.count == 10, let date = CalendarDate(iso: text) else {
        throw PageError(.malformed(name: name, found: text, expected: "a date like 2025-08-22"))
      }
      carried.append((name, text))
      return date
    }
    view.on = try date("on")
    view.known = try date("known")
    if let text = query["received"] {
      guard let time = Timestamp(text) else {
        throw PageError(
          .malformed(
            name: "received", found: text, expected: "a date, or a moment like 2025-08-22T07:30:00Z"
          ))
      }
      carried.append(("received", text))
      view.received = time
    }
    if let text = query["least"] {
      guard let least = Double(text), (0...1).contains(least) else {
        throw PageError(.malformed(name: "least", found: text, expected: "a number from 0 to 1"))
      }
      carried.append(("least", text))
      view.leastConfidence = least
    }
    self.view = view
    self.carried = carried.isEmpty ? "" : "?" + Query.encoded(carried)
  }

  /// The view in words: "on 2025-08-22, as known on 2025-08-21".
  public var words: String {
    var parts: [String] = []
    if let on = view.on { parts.append("on \(on)") }
    if let known = view.known { parts.append("as known on \(known)") }
    if let received = view.received { parts.append("as received by \(received)") }
    if view.leastConfidence > 0 { parts.append("confidence \(view.leastConfidence) or more") }
    return parts.isEmpty ? "latest" : parts.joined(separator: ", ")
  }
}
