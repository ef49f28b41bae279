/// What the name of an input tells about it.
struct InputName {
  /// The forms of input.
  enum Form {
    /// One article as plain text.
    case text
    /// One article a line, as JSON.
    case lines
  }

  /// The name of the article: the file's name without its ending.
  let stem: String
  /// The form; `nil` where only the content can tell.
  let form: Form?
  /// The path of the sidecar that may lie beside a text; `nil` for standard input.
  let sidecar: String?

  /// Looks at `path`; `-` is standard input.
  init(_ path: String) {
    guard path != "-" else {
      stem = "stdin"
      form = nil
      sidecar = nil
      return
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[...$0] } ?? ""
    var name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    var ending = Self.cutEnding(&name)
    if ending == "gz" { ending = Self.cutEnding(&name) }
    stem = String(name)
    sidecar = ending == "json" ? nil : folder + name + ".json"
    form =
      switch ending {
      case "txt", "text": .text
      case "ndjson", "jsonl": .lines
      default: nil
      }
  }

  /// Removes and returns the ending of a file's name, in lower case; empty where there is none.
  private static func cutEnding(_ name: inout Substring) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    let ending = name[name.index(after: dot)...].lowercased()
    name = name[..<dot]
    return ending
  }

  /// Tells the form from the first bytes of the content: lines begin with an object that has a key.
  static func form(of content: [UInt8]) -> Form {
    var rest = content[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    func skipSpace() { rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) } }
    skipSpace()
    guard rest.first == UInt8(ascii: "{"), !FeedSignature.isFeed(content) else { return .text }
    rest = rest.dropFirst()
    skipSpace()
    return rest.first == UInt8(ascii: "\"") ? .lines : .text
  }
}
