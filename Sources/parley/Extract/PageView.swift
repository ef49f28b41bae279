internal import Intake
internal import ParleyModel

/// A page as a person reads it: title, who and when, text.
enum PageView {
  /// Returns the page set for `terminal`.
  static func sheet(_ page: ExtractedPage, _ terminal: Terminal) -> [UInt8] {
    var sheet = Sheet(terminal)
    if let title = page.title { sheet.paragraph(title, style: .strong) }
    var facts: [String] = []
    if !page.authors.isEmpty { facts.append(page.authors.joined(separator: ", ")) }
    if let outlet = page.outlet { facts.append(outlet) }
    if let published = page.published { facts.append(published.description) }
    if let modified = page.modified, modified != page.published {
      facts.append("changed \(modified)")
    }
    if !page.agencies.isEmpty { facts.append("with " + page.agencies.joined(separator: ", ")) }
    if !facts.isEmpty { sheet.paragraph(facts.joined(separator: " · "), style: .source) }
    if let address = page.canonicalAddress { sheet.paragraph(address, style: .faint) }
    if let note = note(page.kind) { sheet.paragraph(note, style: .flag) }
    for warning in page.warnings { sheet.paragraph(warning, style: .faint) }
    for paragraph in page.paragraphs {
      switch paragraph.kind {
      case .listItem:
        sheet.paragraph("- " + paragraph.text, indent: 2)
      case .heading:
        sheet.gap()
        sheet.paragraph(paragraph.text, style: .heading)
      case .quotation:
        sheet.gap()
        sheet.paragraph(paragraph.text, indent: 4)
      case .preformatted:
        sheet.gap()
        for line in paragraph.text.split(separator: "\n", omittingEmptySubsequences: false) {
          sheet.line(StyledText("    " + line))
        }
      case .tableRow: sheet.paragraph(paragraph.text, indent: 2)
      case .paragraph:
        sheet.gap()
        sheet.paragraph(paragraph.text)
      }
    }
    return sheet.bytes
  }

  private static func note(_ kind: ExtractedPage.Kind) -> String? {
    switch kind {
    case .article: nil
    case .paywalled: "only the beginning is shown to those who have not paid"
    case .empty: "the page has no article"
    case .scriptOnly: "the page's text is made by its scripts, which are not run"
    }
  }
}
