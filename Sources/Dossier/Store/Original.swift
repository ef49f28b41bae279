internal import DataFiles

/// Bytes as they came, with their checksum.
public struct Original: Sendable, Hashable {
  /// The bytes.
  public let bytes: [UInt8]
  /// Their SHA-256.
  public let checksum: String

  /// Takes the bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    checksum = Checksum.of(bytes)
  }
}
