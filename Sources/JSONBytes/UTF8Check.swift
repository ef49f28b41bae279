/// Checks whether bytes are UTF-8.
public enum UTF8Check {
  /// Returns the offset of the first byte that is not part of a well-formed scalar, or `nil` if all
  /// are.
  public static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Returns whether `bytes` are UTF-8 from the first to the last.
  public static func isValid(_ bytes: [UInt8]) -> Bool { firstInvalidOffset(bytes) == nil }
}
