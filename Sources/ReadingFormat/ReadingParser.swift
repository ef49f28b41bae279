internal import JSONBytes
public import ParleyModel

/// Reads `parley/reading/1` back into readings.
///
/// The article's paragraphs are the lines of its text; the dateline and the warnings are not part of
/// the form and stay absent. Keys that the form does not know are passed over.
public enum ReadingParser {
  /// Reads one reading from `bytes`, a whole JSON object.
  ///
  /// - Throws: what is wrong with the first value that does not follow the form.
  public static func parse(_ bytes: [UInt8]) throws(ReadingFormatError) -> ArticleReading {
    // The spans cannot be understood before the text, and the text may stand after them.
    let article = try article(bytes)
    var fields = FieldParser(JSONScanner(bytes), index: ScalarIndex(article.text))
    var reading = ArticleReading(article: article, attributions: [])
    try fields.object { key, fields throws(ReadingFormatError) in
      switch key {
      case "attributions":
        reading.attributions = try fields.list { fields throws(ReadingFormatError) in
          try fields.attribution(in: article)
        }
      case "positions":
        reading.positions = try fields.list { fields throws(ReadingFormatError) in
          try fields.position()
        }
      case "figures":
        reading.figures = try fields.list { fields throws(ReadingFormatError) in
          try fields.figure()
        }
      case "changes":
        reading.changes = try fields.list { fields throws(ReadingFormatError) in
          try fields.change()
        }
      case "assist": reading.assistance = try fields.assistance()
      default: try fields.skip()
      }
    }
    try checkIndices(reading)
    return reading
  }

  /// Reads the article alone of a reading.
  ///
  /// - Throws: what is wrong where.
  public static func article(_ bytes: [UInt8]) throws(ReadingFormatError) -> Article {
    var fields = FieldParser(JSONScanner(bytes), index: ScalarIndex([]))
    var schema: String?
    var id: String?
    var article: Article?
    try fields.object { key, fields throws(ReadingFormatError) in
      switch key {
      case "schema": schema = try fields.string()
      case "id": id = try fields.string()
      case "article": article = try fields.article()
      default: try fields.skip()
      }
    }
    guard let schema else { throw ReadingFormatError(.missing(key: "schema")) }
    guard schema == ReadingWriter.schema else { throw ReadingFormatError(.otherSchema(schema)) }
    guard let id else { throw ReadingFormatError(.missing(key: "id")) }
    guard var article else { throw ReadingFormatError(.missing(key: "article")) }
    article.id = ArticleID(id)
    return article
  }

  private static func checkIndices(_ reading: ArticleReading) throws(ReadingFormatError) {
    func check(_ index: Int?, below count: Int, _ key: String) throws(ReadingFormatError) {
      if let index, !(0..<count).contains(index) { throw ReadingFormatError(.badIndex(key: key)) }
    }
    let attributions = reading.attributions.count
    for attribution in reading.attributions {
      try check(attribution.parent, below: attributions, "parent")
    }
    for position in reading.positions {
      try check(position.attribution, below: attributions, "attribution")
    }
    for figure in reading.figures {
      try check(figure.attribution, below: attributions, "attribution")
    }
    for change in reading.changes {
      try check(change.from, below: reading.positions.count, "from")
      try check(change.to, below: reading.positions.count, "to")
    }
  }
}
