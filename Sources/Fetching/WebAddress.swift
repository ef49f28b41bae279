/// An address on the web: `http` or `https`, with a host.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  /// `http` or `https`.
  public let scheme: String
  /// The host in lower case, without the brackets of an IPv6 address.
  public let host: String
  /// The port.
  public let port: Int
  /// The path and query, beginning with a slash; without a fragment.
  public let target: String

  /// Reads an absolute address; `nil` if it is none that can be fetched, or holds a password.
  public init?(_ text: String) {
    let trimmed = text.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
    guard let colon = trimmed.firstIndex(of: ":") else { return nil }
    let scheme = trimmed[..<colon].lowercased()
    let rest = trimmed[trimmed.index(after: colon)...]
    guard scheme == "http" || scheme == "https", rest.hasPrefix("//"),
      !rest.unicodeScalars.contains(where: { $0.value < 0x20 })
    else { return nil }
    let afterSlashes = rest.dropFirst(2)
    let end = afterSlashes.firstIndex { "/?#".contains($0) } ?? afterSlashes.endIndex
    let authority = afterSlashes[..<end]
    guard !authority.contains("@"),
      let (host, port) = Self.parts(authority, standardPort: scheme == "https" ? 443 : 80)
    else { return nil }
    var target = String(afterSlashes[end...].prefix { $0 != "#" })
    while target.last?.isWhitespace == true { target.removeLast() }
    if !target.hasPrefix("/") { target = "/" + target }
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = Self.escaped(target)
  }

  private static func parts(
    _ authority: Substring, standardPort: Int
  ) -> (host: String, port: Int)? {
    var host = authority
    var port = standardPort
    if authority.hasPrefix("[") {
      guard let bracket = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<bracket]
      let rest = authority[authority.index(after: bracket)...]
      if rest.hasPrefix(":") {
        guard let number = Int(rest.dropFirst()) else { return nil }
        port = number
      } else if !rest.isEmpty {
        return nil
      }
    } else if let colon = authority.lastIndex(of: ":") {
      host = authority[..<colon]
      guard let number = Int(authority[authority.index(after: colon)...]) else { return nil }
      port = number
    }
    let name = host.lowercased()
    let isPlain = name.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !"<>\"\\^`{|}%/?#[]@".utf8.contains(byte)
    }
    guard !name.isEmpty, isPlain, (1...65535).contains(port) else { return nil }
    return (name, port)
  }

  /// Escapes what may not stand in the target of a request.
  private static func escaped(_ target: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return target.utf8.reduce(into: "") { output, byte in
      if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) {
        output.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        output += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }

  /// Returns the address that `reference`, as a link or a redirect gives it, means here; `nil` if it
  /// cannot be fetched.
  public func resolving(_ reference: String) -> WebAddress? {
    if let absolute = WebAddress(reference) { return absolute }
    let bare = String(reference.prefix { $0 != "#" })
    if bare.isEmpty { return self }
    if bare.hasPrefix("//") { return WebAddress("\(scheme):\(bare)") }
    let path = String(target.prefix { $0 != "?" })
    if let colon = bare.firstIndex(of: ":"),
      bare[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) }),
      bare.first?.isLetter == true
    {
      return nil
    }
    if bare.hasPrefix("/") { return WebAddress(origin + Self.withoutDots(bare)) }
    if bare.hasPrefix("?") { return WebAddress(origin + path + bare) }
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    return WebAddress(origin + Self.withoutDots(folder + bare))
  }

  private static func withoutDots(_ target: String) -> String {
    let query = target.firstIndex(of: "?") ?? target.endIndex
    var kept: [Substring] = []
    let segments = target[..<query].split(separator: "/", omittingEmptySubsequences: false)
    for segment in segments.dropFirst() {
      if segment == ".." { _ = kept.popLast() } else if segment != "." { kept.append(segment) }
    }
    if let last = segments.last, last == "." || last == ".." { kept.append("") }
    return "/" + kept.joined(separator: "/") + target[query...]
  }

  /// Scheme, host and port: what robots.txt and politeness go by.
  public var origin: String {
    let name = host.contains(":") ? "[\(host)]" : host
    let isStandard = port == (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(name)\(isStandard ? "" : ":\(port)")"
  }

  /// The whole address.
  public var description: String { origin + target }
}
