/// One article as it came from its input, not yet looked at.
public enum RawArticle: Sendable {
  /// A whole file: its bytes, the path, and the bytes of the sidecar where there is one.
  case text(bytes: [UInt8], input: String, sidecar: [UInt8]?)
  /// A line of NDJSON: its bytes without the line end, the path, and the line's number from 1.
  case line(bytes: [UInt8], input: String, number: Int)
  /// A page or a text from the web, from an archive of it or from a feed: its bytes without
  /// compression, and where it was.
  case page(bytes: [UInt8], web: WebOrigin)
  /// An input that could not be read.
  case failure(IntakeError)

  /// The greatest length of one article, in bytes.
  public static let longest = 1 << 29

  /// The name of the article in the file at `path`: the file's name without its ending.
  public static func name(of path: String) -> String { InputName(path).stem }

  /// The number of bytes to be read.
  public var count: Int {
    switch self {
    case .text(let bytes, _, _), .line(let bytes, _, _), .page(let bytes, _): bytes.count
    case .failure: 0
    }
  }
}
