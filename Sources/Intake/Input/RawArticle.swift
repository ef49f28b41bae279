/// One article as it came from its input, not yet looked at.
public enum RawArticle: Sendable {
  /// A whole file: its bytes, the path, and the bytes of the sidecar where there is one.
  case text(bytes: [UInt8], input: String, sidecar: [UInt8]?)
  /// A line of NDJSON: its bytes without the line end, the path, and the line's number from 1.
  case line(bytes: [UInt8], input: String, number: Int)
  /// An input that could not be read.
  case failure(IntakeError)

  /// The number of bytes to be read.
  public var count: Int {
    switch self {
    case .text(let bytes, _, _), .line(let bytes, _, _): bytes.count
    case .failure: 0
    }
  }
}
