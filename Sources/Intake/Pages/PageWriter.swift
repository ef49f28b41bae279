public import JSONBytes
internal import ParleyModel

/// Writes extracted pages as JSON, one object a page, in the shape `parley/page/1`.
///
/// Spans of the source are Unicode-scalar offsets into the page as decoded.
public struct PageWriter: Sendable {
  /// The name and version of the shape.
  public static let schema = "parley/page/1"

  /// Makes a writer.
  public init() {}

  /// Writes `page`, which is named `id`, to `output`.
  public func write(_ page: ExtractedPage, id: String, to output: inout JSONOutput) {
    let index = ScalarIndex(page.source)
    func span(_ range: ByteRange, _ output: inout JSONOutput) {
      output.raw("[")
      output.integer(index.scalarOffset(ofByte: range.lowerBound))
      output.raw(",")
      output.integer(index.scalarOffset(ofByte: range.upperBound))
      output.raw("]")
    }
    output.raw("{\"schema\":")
    output.string(Self.schema)
    output.raw(",\"id\":")
    output.string(id)
    output.raw(",\"kind\":")
    output.string(page.kind.rawValue)
    output.raw(",\"title\":")
    output.string(page.title)
    output.raw(",\"author\":")
    output.array(page.authors) { $0.string($1) }
    output.raw(",\"outlet\":")
    output.string(page.outlet)
    output.raw(",\"published\":")
    output.string(page.published.map(String.init(describing:)))
    output.raw(",\"modified\":")
    output.string(page.modified.map(String.init(describing:)))
    output.raw(",\"language\":")
    output.string(page.language)
    output.raw(",\"address\":")
    output.string(page.canonicalAddress)
    output.raw(",\"agencies\":")
    output.array(page.agencies) { $0.string($1) }
    output.raw(",\"encoding\":")
    output.string(page.encoding)
    output.raw(",\"text\":")
    output.string(page.text)
    output.raw(",\"paragraphs\":")
    output.array(page.paragraphs) { output, paragraph in
      output.raw("{\"kind\":")
      output.string(paragraph.kind.rawValue)
      output.raw(",\"text\":")
      output.string(paragraph.text)
      output.raw(",\"source\":")
      span(paragraph.source, &output)
      output.raw("}")
    }
    output.raw(",\"setAside\":")
    output.array(page.setAside) { output, aside in
      output.raw("{\"reason\":")
      output.string(aside.reason.rawValue)
      output.raw(",\"text\":")
      output.string(aside.text)
      output.raw(",\"source\":")
      span(aside.source, &output)
      output.raw("}")
    }
    output.raw(",\"warnings\":")
    output.array(page.warnings) { $0.string($1) }
    output.raw("}")
  }
}
