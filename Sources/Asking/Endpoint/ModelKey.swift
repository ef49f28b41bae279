/// The key that a service asks for. It is sent, and neither shown nor stored.
public struct ModelKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  let text: String

  /// Takes the first line of `text`; `nil` if that is no key: empty, with spaces, or not ASCII.
  public init?(_ text: String) {
    let line = text.prefix { !$0.isNewline }.drop { $0 == " " || $0 == "\t" }
    let bytes = Array(line.utf8)
    let key = bytes.prefix { $0 > 0x20 && $0 < 0x7F }
    guard !key.isEmpty, bytes.dropFirst(key.count).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
      return nil
    }
    self.text = String(decoding: key, as: UTF8.self)
  }

  /// Whether the key stands in `bytes`, as a service may give it back.
  func stands(in bytes: [UInt8]) -> Bool {
    let key = Array(text.utf8)
    // Shorter ones would be found in any text.
    guard key.count >= 8, bytes.count >= key.count else { return false }
    return (0...(bytes.count - key.count)).contains {
      bytes[$0] == key[0] && bytes[$0..<($0 + key.count)].elementsEqual(key)
    }
  }

  /// Nothing of the key.
  public var description: String { "(key)" }
  /// Nothing of the key.
  public var debugDescription: String { "(key)" }
}
