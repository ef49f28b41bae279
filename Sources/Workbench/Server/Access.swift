internal import Foundation

/// Who may read and review.
public struct Access: Sendable {
  /// What a person may do.
  public enum Role: String, Sendable, Hashable, Comparable {
    /// Read all pages.
    case read
    /// Review stances and add articles, too.
    case review

    /// Whether `a` may do less than `b`.
    public static func < (a: Role, b: Role) -> Bool { a == .read && b == .review }
  }

  /// Somebody who is let in.
  struct Person: Sendable, Hashable {
    let role: Role
    /// The name under which reviews are kept; `nil` where the person says it.
    let name: String?
  }

  private struct Token: Sendable {
    let role: Role
    let name: String
    let secret: [UInt8]
  }

  /// `nil` where everybody on this machine may do everything.
  private let tokens: [Token]?
  /// The hosts that requests may name; empty for any.
  private let hosts: Set<String>

  /// Lets everybody on this machine in; requests must name it by a loopback address, so that a page
  /// from elsewhere cannot reach it under a name of its own.
  public static func loopback() -> Access {
    Access(tokens: nil, hosts: ["localhost", "127.0.0.1", "[::1]"])
  }

  /// Lets those in who have a token.
  ///
  /// A line is a role, a name and a token between spaces: "review anna k3F9...". Empty lines and
  /// those that begin with `#` say nothing.
  ///
  /// - Throws: `.malformed` naming the line.
  public static func tokens(_ text: String) throws(PageError) -> Access {
    var tokens: [Token] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      guard words.count == 3, let role = Role(rawValue: words[0]), words[2].utf8.count >= 16 else {
        throw PageError(
          .malformed(
            name: "line \(index + 1) of the token file",
            found: words.prefix(2).joined(separator: " "),
            expected: "a role (read or review), a name and a token of 16 characters or more"))
      }
      tokens.append(Token(role: role, name: words[1], secret: Array(words[2].utf8)))
    }
    guard !tokens.isEmpty else {
      throw PageError(
        .malformed(name: "the token file", found: "no token", expected: "one token a line"))
    }
    return Access(tokens: tokens, hosts: [])
  }

  /// Whether people must show a token.
  var needsToken: Bool { tokens != nil }

  /// Whether a request may name this host.
  func accepts(host: String?) -> Bool {
    guard !hosts.isEmpty else { return true }
    guard var host = host?.lowercased() else { return false }
    if let colon = host.lastIndex(of: ":"), host[host.index(after: colon)...].allSatisfy(\.isNumber)
    {
      host = String(host[..<colon])
    }
    return hosts.contains(host)
  }

  /// The person whose token a request carries; `nil` if it carries none that is known.
  func person(_ request: Incoming) -> Person? {
    guard tokens != nil else { return Person(role: .review, name: nil) }
    let bearer = request.headers["authorization"].flatMap { value in
      value.lowercased().hasPrefix("bearer ") ? String(value.dropFirst(7)) : nil
    }
    guard let shown = bearer ?? request.cookie("parley-token") else { return nil }
    return person(token: shown)
  }

  /// The person with this token; `nil` if it is not known.
  func person(token: String) -> Person? {
    let shown = Array(token.utf8)
    var found: Person?
    // All tokens are looked at in full, so that the time tells nothing about them.
    for token in tokens ?? [] where Self.isSame(token.secret, shown) {
      found = Person(role: token.role, name: token.name)
    }
    return found
  }

  private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    var difference = UInt8(a.count == b.count ? 0 : 1)
    for index in a.indices { difference |= a[index] ^ (index < b.count ? b[index] : 0) }
    return difference == 0
  }
}
