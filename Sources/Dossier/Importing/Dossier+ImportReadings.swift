internal import DataFiles
internal import GRDB
internal import JSONBytes
internal import ParleyModel
internal import ReadingFormat

extension Dossier {
  /// Imports readings, `parley/reading/1`, one a line: those of articles that the dossier has, with
  /// the same text, become their latest reading; others bring their article along.
  ///
  /// - Parameters:
  ///   - name: what the lines came from, for messages.
  ///   - by: who made the readings.
  /// - Returns: what became of them; a line that is no reading is an orphan.
  public func importReadings(
    _ lines: [UInt8], from name: String, by: String, at time: Timestamp
  ) throws(DossierError) -> ImportReport {
    var report = ImportReport()
    var number = 0
    for line in lines.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let reading: ArticleReading
      do {
        reading = try ReadingParser.parse(Array(line))
      } catch {
        report.orphan("\(name), line \(number)", "it is no reading: \(Self.firstLine(error))")
        continue
      }
      let isNew = try importReading(reading, input: name, line: number, by: by, at: time)
      if isNew { report.added += 1 } else { report.known += 1 }
    }
    return report
  }

  /// Adds a reading that was made elsewhere.
  ///
  /// - Returns: whether it was not there already.
  func importReading(
    _ reading: ArticleReading, input: String, line: Int?, by: String, at time: Timestamp
  ) throws(DossierError) -> Bool {
    let name = reading.article.id.rawValue
    var original = Original(reading.article.text)
    for version in try versionsNamed(name) {
      let text = try self.reading(of: name, version: version.number).article.text
      guard text == reading.article.text,
        let bytes = OriginalStore(dossier: path).bytes(version.original)
      else { continue }
      original = Original(bytes)
    }
    var output = JSONOutput()
    ReadingWriter.write(reading, to: &output)
    let reader = "import \(Checksum.of(output.bytes).prefix(12)) by \(by)"
    let addition = try add(
      [
        Entry(
          original: original, origin: Entry.Origin(input: input, line: line), reading: reading)
      ],
      reader: reader, at: time)
    return addition.known == 0
  }

  private func versionsNamed(_ name: String) throws(DossierError) -> [(
    number: Int64, original: String
  )] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT v.id, v.original FROM version AS v JOIN article AS a ON a.id = v.article
          WHERE a.name = ? ORDER BY v.id
          """, arguments: [name]
      ).map { ($0[0], $0[1]) }
    }
  }

  private static func firstLine(_ error: ReadingFormatError) -> String {
    String(error.description.prefix { $0 != "\n" })
  }
}
