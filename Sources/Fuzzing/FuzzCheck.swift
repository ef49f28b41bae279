public import DataFiles
internal import Intake
internal import JSONBytes
internal import ParleyModel
internal import Reading
internal import ReadingFormat

/// Reads damaged texts and looks whether the readings are sound.
public final class FuzzCheck: Sendable {
  private let intake: TextIntake
  private let reader: Reader

  /// Loads the models.
  ///
  /// - Throws: which data file is missing or malformed.
  public init(_ data: DataFolder) throws {
    intake = try TextIntake(data)
    reader = try Reader(data)
  }

  /// Reads `input`; returns what is wrong with the reading, as a sentence, or `nil` if nothing is.
  ///
  /// A reading is sound if all its spans lie in the text and begin and end between characters, its
  /// indices point at something, and it reads back from JSON as the same.
  public func problem(with input: FuzzInput) -> String? {
    let article: Article
    if input.isLine {
      // A line that is refused is a sound answer to a damaged line.
      guard let read = try? intake.article(.line(bytes: input.bytes, input: "fuzz", number: 1))
      else { return nil }
      article = read
    } else {
      article = intake.article(input.bytes, id: ArticleID("fuzz"))
    }
    guard UTF8Check.isValid(article.text) else { return "the text is not UTF-8" }
    let furniture = article.boilerplate
    if zip(furniture, furniture.dropFirst()).contains(where: { $0.upperBound > $1.lowerBound }) {
      return "the boilerplate overlaps or is out of order"
    }
    let reading = reader.read(article)
    guard reading.article == article else { return "the article was altered" }
    var output = JSONOutput()
    ReadingWriter.write(reading, to: &output)
    do {
      let back = try ReadingParser.parse(output.bytes)
      return Self.comparable(back) == Self.comparable(reading)
        ? nil : "the reading does not read back as the same"
    } catch {
      return "the reading does not read back: \(error)"
    }
  }

  /// The reading without what the form does not carry: dateline, warnings, and where the words
  /// about unnamed sources stand.
  private static func comparable(_ reading: ArticleReading) -> ArticleReading {
    var reading = reading
    reading.article.dateline = nil
    reading.article.warnings = []
    for index in reading.attributions.indices { reading.attributions[index].unnamed = nil }
    return reading
  }
}
