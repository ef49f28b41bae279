internal import JSONBytes
internal import ParleyModel

/// Writes stances as W3C Web Annotations.
///
/// A target has both selectors, in Unicode scalars of the article's text, and the checksum of that
/// text, so that an annotation is never attached to words that only look alike.
///
/// - Source: https://www.w3.org/TR/annotation-model/
struct AnnotationWriter {
  let contents: DossierContents

  /// The opening of the document, before its annotations.
  func opening(count: Int) -> [UInt8] {
    var output = JSONOutput()
    output.raw("{\"@context\":")
    AnnotationVocabulary.context.write(to: &output)
    output.raw(",\"type\":\"AnnotationCollection\",\"label\":")
    output.string(contents.title)
    output.raw(",\"total\":")
    output.integer(count)
    output.raw(",\"first\":{\"type\":\"AnnotationPage\",\"items\":[")
    return output.bytes
  }

  static let closing = Array("]}}\n".utf8)

  /// The annotations of the stances of one article, parted by commas.
  func annotations(_ stances: [Stance], of entry: ArticleEntry, text: [UInt8]) -> [UInt8] {
    let quoter = Quoter(text)
    let hash = AnnotationVocabulary.hash(text)
    var output = JSONOutput()
    for (index, stance) in stances.enumerated() {
      if index > 0 { output.raw(",") }
      output.raw("\n")
      JSONTree.members([
        "id": .string("urn:parley:stance:" + stance.id), "type": "Annotation",
        "motivation": "classifying", "creator": creator(stance),
        "created": .string((stance.review?.at ?? stance.received).description),
        "body": [
          .members([
            "type": "TextualBody", "purpose": "describing", "format": "text/plain",
            "value": .string(stance.sentence),
          ]), Self.body(stance),
        ],
        "target": .members([
          "source": .members([
            "id": .string(
              AnnotationVocabulary.source(address: entry.address, name: entry.name)),
            "type": "Text", "parley:article": .string(entry.name), "textHash": .string(hash),
          ]),
          "selector": .list(quoter.selectors(stance.range)),
        ]),
      ]).write(to: &output)
    }
    return output.bytes
  }

  private func creator(_ stance: Stance) -> JSONTree {
    if let review = stance.review {
      return .members(["type": "Person", "name": .string(review.by)])
    }
    return .members([
      "type": "Software", "name": .string(contents.readers[stance.version] ?? "unknown"),
    ])
  }

  private static func body(_ stance: Stance) -> JSONTree {
    .members([
      "type": "parley:Stance", "parley:stance": .string(stance.id),
      "parley:holder": .string(stance.holder), "parley:act": .string(stance.act.rawValue),
      "parley:issue": .string(stance.issue.rawValue), "parley:addressee": .text(stance.addressee),
      "parley:asOf": .text(stance.asOf), "parley:status": .string(stance.status.rawValue),
      "parley:confidence": .number(stance.confidence),
      "parley:verdict": .text(stance.review?.verdict.rawValue),
      "parley:reason": .text(stance.review?.reason),
    ])
  }
}

/// Describes places of a text by selectors.
struct Quoter {
  private let text: [UInt8]
  private let index: ScalarIndex

  init(_ text: [UInt8]) {
    self.text = text
    index = ScalarIndex(text)
  }

  /// The position and the quotation of a place.
  func selectors(_ range: ByteRange) -> [JSONTree] {
    let place = index.scalars(range)
    let before = index.byteOffset(
      ofScalar: max(0, place.lowerBound - AnnotationVocabulary.contextLength))
    let after = index.byteOffset(
      ofScalar: min(index.count, place.upperBound + AnnotationVocabulary.contextLength))
    return [
      .members([
        "type": "TextPositionSelector", "start": .number(Double(place.lowerBound)),
        "end": .number(Double(place.upperBound)),
      ]),
      .members([
        "type": "TextQuoteSelector", "exact": words(range.lowerBound, range.upperBound),
        "prefix": words(before ?? 0, range.lowerBound),
        "suffix": words(range.upperBound, after ?? text.count),
      ]),
    ]
  }

  private func words(_ start: Int, _ end: Int) -> JSONTree {
    .string(String(decoding: text[start..<end], as: UTF8.self))
  }
}
