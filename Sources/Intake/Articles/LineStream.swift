internal import ByteStreams

/// The lines of an NDJSON input, one article each; empty lines are passed over.
struct LineStream {
  private let input: String
  private let stem: String
  private var lines: ByteLines

  /// Continues after `start`, the first bytes of `source`.
  init(_ source: ByteSource, start: [UInt8], input: String, stem: String) {
    self.input = input
    self.stem = stem
    lines = ByteLines(source, start: start, longest: RawArticle.longest)
  }

  /// The number of bytes of the file that were taken.
  var offset: Int { lines.offset }

  /// Returns the next line, or `nil` after the last.
  mutating func next() -> RawArticle? {
    do throws(ByteSourceError) {
      guard let line = try lines.next() else { return nil }
      return .line(bytes: line, input: input, number: lines.number)
    } catch {
      return .failure(
        IntakeError(error, input: input, line: lines.number, id: "\(stem):\(lines.number)"))
    }
  }
}
