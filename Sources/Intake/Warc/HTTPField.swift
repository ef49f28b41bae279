/// One header of a request or an answer.
public struct HTTPField: Sendable, Hashable {
  /// The name as it came.
  public let name: String
  /// The value.
  public let value: String

  /// Makes a header.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
