internal import ParleyModel
internal import Territory

/// The small print under every answer: which map, whose, what it lacks.
enum SourceNotes {
  /// Writes the notes to `sheet`.
  static func write(
    _ source: MapSource, mapDate: CalendarDate, regions: String, repairs: Repairs? = nil,
    to sheet: inout Sheet
  ) {
    sheet.paragraph(
      "Map of \(mapDate). \(source.attribution). Outlines: \(regions). \(source.meaning)",
      style: .faint)
    for note in repairs?.notes ?? [] { sheet.paragraph("Map: \(note).", style: .faint) }
  }
}
