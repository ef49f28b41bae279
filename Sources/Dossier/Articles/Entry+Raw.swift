public import Intake
public import ParleyModel

/// The bytes of a raw article as they are kept, and where they came from.
public struct RawSource: Sendable {
  /// The bytes.
  public let original: Original
  /// The bytes of the sidecar; `nil` where there is none.
  public let sidecar: Original?
  /// Where they came from.
  public let origin: Entry.Origin

  /// Takes them from `raw`; `nil` if it is a failure.
  public init?(_ raw: RawArticle) {
    switch raw {
    case .text(let bytes, let input, let sidecar):
      original = Original(bytes)
      self.sidecar = sidecar.map { Original($0) }
      origin = Entry.Origin(input: input)
    case .line(let bytes, let input, let number):
      original = Original(bytes)
      sidecar = nil
      origin = Entry.Origin(input: input, line: number)
    case .page(let bytes, let web):
      original = Original(bytes)
      sidecar = nil
      origin = Entry.Origin(web)
    case .failure: return nil
    }
  }
}

extension Entry {
  /// Takes a raw article and the reading of it.
  public init(_ source: RawSource, reading: ArticleReading) {
    self.init(
      original: source.original, sidecar: source.sidecar, origin: source.origin, reading: reading)
  }
}
