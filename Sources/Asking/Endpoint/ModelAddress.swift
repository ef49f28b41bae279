public import Fetching

/// Where a model is asked: the address of chat completions, made from what a person gives.
public struct ModelAddress: Sendable, Hashable, CustomStringConvertible {
  /// The address that requests are sent to.
  public let completions: WebAddress

  /// Reads an address: of the service ("http://127.0.0.1:8080"), of its version
  /// ("https://models.example/v1") or of the completions themselves; a query is kept. `nil` if it is
  /// no address of the web, or holds a password.
  public init?(_ text: String) {
    guard let given = WebAddress(text) else { return nil }
    let path = given.target.prefix { $0 != "?" }
    let query = given.target.dropFirst(path.count)
    var parts = path.split(separator: "/").map(String.init)
    if parts.isEmpty { parts = ["v1"] }
    if parts.suffix(2) != ["chat", "completions"] { parts += ["chat", "completions"] }
    guard
      let address = WebAddress(given.origin + "/" + parts.joined(separator: "/") + query)
    else { return nil }
    completions = address
  }

  /// Scheme, host and port: what may be told. A path or query can hold a secret.
  public var description: String { completions.origin }
}
