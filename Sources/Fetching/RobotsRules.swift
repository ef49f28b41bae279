/// What a site's robots.txt allows one program to fetch.
///
/// - Source: RFC 9309, "Robots Exclusion Protocol".
public struct RobotsRules: Sendable, Hashable {
  /// The most bytes of a robots.txt that are read.
  public static let mostBytes = 500 * 1024

  private struct Rule: Sendable, Hashable {
    let pattern: [UInt8]
    let isAllowed: Bool
  }

  private var rules: [Rule] = []
  /// The seconds between two requests that the site asks for; `nil` where it does not.
  public private(set) var delay: Double?

  /// Allows everything.
  public init() {}

  /// Reads the rules for the program named `product`: those of the groups that name it, or else of
  /// those for all programs.
  public init(_ bytes: [UInt8], for product: String) {
    let text = String(decoding: bytes.prefix(Self.mostBytes), as: UTF8.self)
    var own = RobotsRules()
    var common = RobotsRules()
    var isNamed = false
    var groupIsOwn = false
    var groupIsCommon = false
    var isInNames = false
    for line in text.split(whereSeparator: \.isNewline) {
      let content = line.prefix { $0 != "#" }
      guard let colon = content.firstIndex(of: ":") else { continue }
      let key = Self.trimmed(content[..<colon]).lowercased()
      let value = Self.trimmed(content[content.index(after: colon)...])
      if key == "user-agent" {
        if !isInNames {
          groupIsOwn = false
          groupIsCommon = false
        }
        isInNames = true
        if value == "*" { groupIsCommon = true }
        if Self.product(value) == product.lowercased() {
          groupIsOwn = true
          isNamed = true
        }
        continue
      }
      guard ["allow", "disallow", "crawl-delay"].contains(key) else { continue }
      isInNames = false
      if groupIsOwn { own.add(key, value) }
      if groupIsCommon { common.add(key, value) }
    }
    self = isNamed ? own : common
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private static func product(_ value: String) -> String {
    value.prefix { $0.isLetter || $0 == "-" || $0 == "_" }.lowercased()
  }

  private mutating func add(_ key: String, _ value: String) {
    if key == "crawl-delay" {
      if let seconds = Double(value), seconds >= 0 { delay = seconds }
    } else if !value.isEmpty {
      rules.append(Rule(pattern: Array(value.utf8), isAllowed: key == "allow"))
    }
  }

  /// Whether the target (path and query) may be fetched: the longest rule that matches decides, and
  /// "allow" between equals.
  public func allows(_ target: String) -> Bool {
    let path = Array(target.utf8)
    var best: (length: Int, isAllowed: Bool) = (-1, true)
    for rule in rules where Self.matches(rule.pattern, path) {
      let length = rule.pattern.count
      if length > best.length || (length == best.length && rule.isAllowed) {
        best = (length, rule.isAllowed)
      }
    }
    return best.isAllowed
  }

  /// Whether `path` begins like `pattern`, in which `*` stands for anything and `$` for the end.
  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = isAnchored ? Array(pattern.dropLast()) : pattern
    var at = 0
    var inPattern = 0
    var star: (pattern: Int, path: Int)?
    while true {
      if inPattern == pattern.count {
        if !isAnchored || at == path.count { return true }
      } else if pattern[inPattern] == UInt8(ascii: "*") {
        star = (inPattern + 1, at)
        inPattern += 1
        continue
      } else if at < path.count, pattern[inPattern] == path[at] {
        inPattern += 1
        at += 1
        continue
      }
      guard let back = star, back.path < path.count else { return false }
      star = (back.pattern, back.path + 1)
      inPattern = back.pattern
      at = back.path + 1
    }
  }
}
