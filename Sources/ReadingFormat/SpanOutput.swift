internal import JSONBytes
internal import ParleyModel

/// Writes byte ranges of one text as pairs of scalar offsets.
struct SpanOutput {
  let index: ScalarIndex

  func write(_ range: ByteRange, to output: inout JSONOutput) {
    let span = index.scalars(range)
    output.raw("[")
    output.integer(span.lowerBound)
    output.raw(",")
    output.integer(span.upperBound)
    output.raw("]")
  }

  func write(_ range: ByteRange?, to output: inout JSONOutput) {
    if let range { write(range, to: &output) } else { output.raw("null") }
  }

  func write(_ ranges: [ByteRange], to output: inout JSONOutput) {
    output.array(ranges) { write($1, to: &$0) }
  }
}
