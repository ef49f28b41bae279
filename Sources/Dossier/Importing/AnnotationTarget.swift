internal import JSONBytes
internal import ParleyModel

/// What an annotation points at: a text and a place in it.
struct AnnotationTarget {
  /// The address of the text; `nil` if it is not said.
  let address: String?
  /// The name of the article in a dossier; `nil` if it is not said.
  let article: String?
  /// The checksum of the text ("sha256:..."); `nil` if it is not said.
  let hash: String?
  private let position: ScalarRange?
  private let exact: String?
  private let prefix: String
  private let suffix: String

  /// Reads the target of an annotation; `nil` if it has none.
  init?(_ annotation: JSONTree) {
    guard let target = annotation["target"]?.elements.first else { return nil }
    let source = target["source"]
    address = source?.text ?? source?["id"]?.text
    article =
      source?["parley:article"]?.text
      ?? address.flatMap { address in
        let head = "urn:parley:article:"
        return address.hasPrefix(head)
          ? FileName.decoded(String(address.dropFirst(head.count))) : nil
      }
    hash = (source?["textHash"] ?? target["textHash"])?.text
    let selectors = target["selector"]?.elements ?? []
    let place = selectors.first { $0["type"]?.text == "TextPositionSelector" }
    if let start = place?["start"]?.integer, let end = place?["end"]?.integer, 0 <= start,
      start <= end
    {
      position = ScalarRange(start, end)
    } else {
      position = nil
    }
    let quote = selectors.first { $0["type"]?.text == "TextQuoteSelector" }
    exact = quote?["exact"]?.text
    prefix = quote?["prefix"]?.text ?? ""
    suffix = quote?["suffix"]?.text ?? ""
  }

  /// Where a place was found, or why it was not.
  enum Outcome {
    case place(ByteRange)
    case orphan(String)
  }

  /// Returns the place in `text`: only where quotation, context, position and checksum agree, as far
  /// as the annotation gives them.
  func place(in text: [UInt8]) -> Outcome {
    if let hash, hash != AnnotationVocabulary.hash(text) {
      return .orphan("the text is another one: its checksum differs")
    }
    guard let exact, !exact.isEmpty else { return .orphan("it has no quotation") }
    let finder = QuoteFinder(text)
    let places = finder.places(
      of: Array(exact.utf8), after: Array(prefix.utf8), before: Array(suffix.utf8))
    if let position {
      guard let place = ScalarIndex(text).bytes(position), places.contains(place) else {
        return .orphan("the quotation does not stand at its position with its context")
      }
      return .place(place)
    }
    guard let place = places.first else {
      return .orphan("the quotation with its context is not in the text")
    }
    guard places.count == 1 else {
      return .orphan("the quotation with its context is at \(places.count) places")
    }
    return .place(place)
  }
}
