import ArgumentParser
internal import DataFiles
internal import JSONBytes
internal import ParleyModel
internal import Times

/// `parley times`: when, since when and how long, as a text tells it.
struct TimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "times",
    abstract: "Lists the dates, deadlines and durations of a text.",
    discussion: """
      Dates come as EDTF (2024-06, 2025-08-21, ../2026-12-31), durations as ISO 8601 (P3W). Words \
      like "on Friday" are taken as news means them on the day of the article: that of the file \
      where it gives one, else --on.

      Example: parley times --on 2025-08-23 --text "He said on Friday they must leave by 2027."
      """)

  @OptionGroup var input: NumberInput

  @Option(
    help: ArgumentHelp(
      "The day of an article that does not give its own, as YYYY-MM-DD.", valueName: "date"),
    transform: day)
  var on: CalendarDate

  func run() throws {
    try NumberInput.reporting {
      let data = try DataFolder.locate()
      let reader = try TimeReader(data)
      try input.run(data) { article in
        Self.document(reader.times(of: article.text, on: article.published ?? on), of: article)
      } view: { article, sheet in
        for time in reader.times(of: article.text, on: article.published ?? on) {
          sheet.line(
            StyledText(Columns.pad(time.value, to: 24)),
            StyledText("  " + Columns.pad(time.bound?.rawValue ?? "", to: 9)),
            StyledText("  " + Columns.plain(article.words(time.range)), .faint))
        }
      }
    }
  }

  private static func day(_ argument: String) throws -> CalendarDate {
    guard argument.utf8.count == 10, let date = CalendarDate(iso: argument) else {
      throw ValidationError("'\(argument)' is no day; write YYYY-MM-DD")
    }
    return date
  }

  private static func document(_ times: [TimeExpression], of article: Article) -> [UInt8] {
    let index = ScalarIndex(article.text)
    var output = JSONOutput()
    output.raw("{\"schema\":\"parley/times/1\",\"id\":")
    output.string(article.id.rawValue)
    output.raw(",\"times\":")
    output.array(times) { output, time in
      let range = index.scalars(time.range)
      output.raw("{\"start\":")
      output.integer(range.lowerBound)
      output.raw(",\"end\":")
      output.integer(range.upperBound)
      output.raw(",\"text\":")
      output.string(article.words(time.range))
      output.raw(",\"value\":")
      output.string(time.value)
      output.raw(",\"bound\":")
      output.string(time.bound?.rawValue)
      var span: TimeSpan?
      if case .span(let days) = time.meaning { span = days }
      output.raw(",\"from\":")
      output.string(span?.start?.description)
      output.raw(",\"before\":")
      output.string(span?.end?.description)
      output.raw(",\"seconds\":")
      if let seconds = time.seconds { output.number(seconds) } else { output.raw("null") }
      output.raw("}")
    }
    output.raw("}")
    return output.bytes
  }
}
