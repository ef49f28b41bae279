internal import JSONBytes
internal import ParleyModel

/// Writes figures as schema.org claims.
///
/// - Source: https://schema.org/Claim
struct ClaimWriter {
  let contents: DossierContents

  /// The document.
  var document: [UInt8] {
    let entries = Dictionary(
      contents.articles.map { ($0.version, $0) }, uniquingKeysWith: { first, _ in first })
    let claims = contents.figures.compactMap { figure in
      entries[figure.version].map { claim(figure, $0) }
    }
    var output = JSONOutput()
    output.raw("{\"@context\":\"https://schema.org\",\"@graph\":")
    output.array(claims) { output, claim in
      output.raw("\n")
      claim.write(to: &output)
    }
    output.raw("}\n")
    return output.bytes
  }

  private func claim(_ figure: FigureEntry, _ entry: ArticleEntry) -> JSONTree {
    .members([
      "@type": "Claim",
      "@id": .string(
        "urn:parley:figure:\(entry.checksum.prefix(16)):\(figure.range.lowerBound)"),
      "text": .string(figure.words), "about": .text(about(figure)),
      "author": figure.speaker.map { .members(["@type": "Thing", "name": .string($0)]) },
      "datePublished": .text(entry.published?.description),
      "temporalCoverage": .text(figure.asOf),
      "appearance": .members([
        "@type": "NewsArticle", "headline": .text(entry.title), "url": .text(entry.address),
        "identifier": .string(entry.name), "datePublished": .text(entry.published?.description),
        "publisher": entry.outlet.map {
          .members(["@type": "Organization", "name": .string($0)])
        },
      ]),
    ])
  }

  private func about(_ figure: FigureEntry) -> String? {
    let parts = [figure.quantity, figure.holder] + figure.of.map { $0 }
    let known = parts.compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: "; ")
  }
}
