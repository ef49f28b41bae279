import ArgumentParser
internal import DataFiles
internal import Intake
internal import Language
internal import ParleyModel
internal import Reading

/// `parley explain`: how a sentence was taken apart, for people who improve the reader.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows how a sentence was taken apart, and what was read in it.",
    discussion: """
      For people who improve the reader: tokens with tags, heads, relations and the part of an \
      attribution that each was taken for; the cues with the candidates for content and source, the \
      largest weight first; then the attributions that were read. Without --sentence the sentences are listed with their numbers.

      Example: parley explain report.txt --sentence 3
      """)

  @Argument(help: "The article, as plain text; - is standard input.")
  var file: String

  @Option(help: "The number of the sentence, from 1.")
  var sentence: Int?

  func run() throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let data = try DataFolder.locate()
      var source = ArticleSource([file])
      guard let raw = source.next() else { return }
      let article = try TextIntake(data).article(raw)
      let reader = try Reader(data)
      let text = reader.annotate(article)
      var sheet = Sheet(Terminal.current())
      if let sentence {
        guard text.sentences.indices.contains(sentence - 1) else {
          throw ValidationError(
            "--sentence must be 1 to \(text.sentences.count), the sentences of '\(file)'")
        }
        let trace = reader.trace(article)
        Self.write(sentence - 1, of: text, trace, to: &sheet)
        let span = text.span(text.sentences[sentence - 1])
        for event in trace.events where event.cue.overlaps(span) {
          Self.write(event, of: article, to: &sheet)
        }
        Self.writeAttributions(in: span, of: reader.read(article), to: &sheet)
      } else {
        for (index, range) in text.sentences.enumerated() {
          let number = Columns.pad(String(index + 1), to: 4, isRight: true)
          let words = Columns.plain(article.words(text.span(range)))
          sheet.line(
            StyledText(number + " ", .faint),
            StyledText(Columns.cut(words, to: sheet.terminal.width - 5)))
        }
      }
      try StandardStreams.write(sheet.bytes)
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }

  /// Writes a table of the tokens of a sentence; heads are numbers of tokens in it, 0 for the root.
  private static func write(
    _ index: Int, of text: AnnotatedText, _ trace: AttributionTrace, to sheet: inout Sheet
  ) {
    let tokens = text.sentences[index]
    sheet.paragraph(Columns.plain(text.article.words(text.span(tokens))))
    sheet.gap()
    sheet.line(
      StyledText(
        "   #  token                 tag    head  relation    part      content  cue", .heading))
    for token in tokens {
      let head = Int(text.heads[token])
      sheet.line(
        StyledText(Columns.pad(String(token - tokens.lowerBound + 1), to: 4, isRight: true) + "  "),
        StyledText(Columns.pad(Columns.cut(Columns.plain(text.word(token)), to: 21), to: 22)),
        StyledText(Columns.pad(text.tags[token].name, to: 7)),
        StyledText(
          Columns.pad(head < 0 ? "0" : String(head - tokens.lowerBound + 1), to: 4, isRight: true)),
        StyledText("  " + Columns.pad(text.relations[token].name, to: 12)),
        StyledText(Columns.pad(trace.tokens[token].label, to: 9)),
        StyledText(
          Columns.pad(decimal(trace.tokens[token].contentMargin), to: 8, isRight: true)),
        StyledText("  " + (trace.tokens[token].cue ?? "")))
    }
  }

  /// Writes a cue with the best candidates for its content and source.
  private static func write(
    _ event: AttributionTrace.Event, of article: Article, to sheet: inout Sheet
  ) {
    sheet.gap()
    sheet.line(
      StyledText("cue '\(Columns.plain(article.words(event.cue)))'", .heading),
      StyledText(", odds \(decimal(event.odds)): \(event.isTold ? "told" : "not told")"))
    for (label, candidates) in [("content", event.contents), ("source", event.sources)] {
      for (rank, candidate) in candidates.prefix(4).enumerated() {
        let words = candidate.words.map(article.words).joined(separator: " … ")
        let lead =
          "  " + Columns.pad(rank == 0 ? label : "", to: 9)
          + Columns.pad(decimal(candidate.weight), to: 7, isRight: true) + "  "
          + Columns.pad(candidate.origin, to: 14)
        sheet.line(
          StyledText(lead, .faint),
          StyledText(
            Columns.cut(
              words.isEmpty ? "none" : Columns.plain(words), to: sheet.terminal.width - lead.count))
        )
      }
    }
  }

  /// A number with one decimal.
  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// Writes the attributions that have a part in the sentence: their parts, and who speaks.
  private static func writeAttributions(
    in sentence: ByteRange, of reading: ArticleReading, to sheet: inout Sheet
  ) {
    let view = ReadingView(reading)
    for (index, attribution) in reading.attributions.enumerated() {
      let parts = attribution.source + attribution.cue + attribution.content
      guard parts.contains(where: sentence.overlaps) else { continue }
      sheet.gap()
      let nesting = attribution.parent.map { ", within attribution \($0 + 1)" } ?? ""
      sheet.line(
        StyledText("attribution \(index + 1): \(attribution.kind.rawValue)\(nesting)", .heading))
      view.write(chain: attribution, indent: 2, to: &sheet)
      for (label, ranges) in [
        ("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content),
      ] {
        let lines = Columns.wrap(
          ranges.isEmpty ? "none" : view.words(ranges), columns: sheet.terminal.width - 11)
        for (number, line) in lines.enumerated() {
          sheet.line(
            StyledText("  " + Columns.pad(number == 0 ? label : "", to: 9), .faint),
            StyledText(line))
        }
      }
    }
  }
}
