/// Why an address could not be fetched.
public struct FetchError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// The text is no address of a page.
    case notAnAddress
    /// The name of the host is not known.
    case unknownHost(String)
    /// The host is on this machine or its network.
    case privateHost(String, NetworkAddress)
    /// The site's robots.txt forbids it.
    case forbiddenByRobots
    /// The site's robots.txt cannot be had, so nothing may be fetched.
    case noRobots(status: Int?)
    /// A redirect leads nowhere.
    case badRedirect(String?)
    /// The redirects lead back to where they began.
    case redirectLoop
    /// There are more redirects than are followed.
    case tooManyRedirects(Int)
    /// The site answered with an error.
    case status(Int)
    /// The body is longer than the limit, in bytes.
    case tooLong(limit: Int)
    /// The site was silent for too long, or took too long in all.
    case timeout
    /// The connection was cut before the end.
    case cutOff
    /// The compressed body is damaged.
    case brokenCompression(String)
    /// Anything else, as the system tells it.
    case connection(String)
  }

  /// What went wrong.
  public let kind: Kind
  /// The address.
  public let address: String

  /// Makes an error.
  public init(_ kind: Kind, address: String) {
    self.kind = kind
    self.address = address
  }

  /// Whether trying again may help.
  public var isPassing: Bool {
    switch kind {
    case .timeout, .cutOff, .connection: true
    case .status(let status), .noRobots(.some(let status)): Self.isPassing(status)
    default: false
    }
  }

  /// Whether the status tells of a trouble that may pass.
  static func isPassing(_ status: Int) -> Bool {
    [408, 425, 429, 500, 502, 503, 504].contains(status)
  }

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    let (found, advice): (String, String) =
      switch kind {
      case .notAnAddress:
        ("it is no address of a page", "give an address that begins with http:// or https://")
      case .unknownHost(let host): ("there is no host '\(host)'", "check the address")
      case .privateHost(let host, let address):
        (
          "'\(host)' is \(address), on this machine or its network",
          "allow private addresses if it is meant"
        )
      case .forbiddenByRobots:
        ("the site's robots.txt forbids it", "save the page in a browser and read the file")
      case .noRobots(let status):
        (
          "the site's robots.txt cannot be had" + (status.map { " (status \($0))" } ?? ""),
          "try again later, or save the page in a browser"
        )
      case .badRedirect(let target):
        (
          target.map { "it leads to '\($0)', which cannot be fetched" }
            ?? "it leads on without saying where", "open it in a browser"
        )
      case .redirectLoop: ("its redirects lead back to where they began", "open it in a browser")
      case .tooManyRedirects(let count):
        ("it has more than \(count) redirects", "open it in a browser")
      case .status(let status): ("the site answered with status \(status)", Self.advice(status))
      case .tooLong(let limit):
        ("it is longer than \(limit) bytes", "raise the limit if it is meant")
      case .timeout: ("the site took too long", "try again later")
      case .cutOff: ("the connection was cut before the end", "try again later")
      case .brokenCompression(let reason): (reason, "try again later")
      case .connection(let reason): (reason, "check the network and try again")
      }
    return "fetching '\(address)': \(found)\n  \(advice)"
  }

  private static func advice(_ status: Int) -> String {
    switch status {
    case 401, 402, 403, 451: "save the page in a browser and read the file"
    case 404, 410: "check the address"
    default: isPassing(status) ? "try again later" : "open it in a browser"
    }
  }
}
