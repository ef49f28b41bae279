internal import JSONBytes
internal import ParleyModel
internal import Territory

/// Writes figures as schema.org claims, and findings about them as reviews of claims.
///
/// A review carries the finding in words. It has no rating in numbers: no finding says that a claim is
/// true or false.
///
/// - Source: https://schema.org/Claim, https://schema.org/ClaimReview
struct ClaimWriter {
  let contents: DossierContents
  /// What was found about figures of the contents.
  let findings: [CheckFinding]

  /// The document.
  var document: [UInt8] {
    let entries = Dictionary(
      contents.articles.map { ($0.version, $0) }, uniquingKeysWith: { first, _ in first })
    let reviews = Dictionary(
      findings.compactMap { finding in
        finding.evidence.first.flatMap { words in
          words.range.map { (Place(article: words.article, start: $0.lowerBound), finding) }
        }
      }, uniquingKeysWith: { first, _ in first })
    let claims = contents.figures.flatMap { figure -> [JSONTree] in
      guard let entry = entries[figure.version] else { return [] }
      let name = "\(entry.checksum.prefix(16)):\(figure.range.lowerBound)"
      let place = Place(article: entry.name, start: figure.range.lowerBound)
      return [claim(figure, entry, name)]
        + (reviews[place].map { [review($0, figure, name)] } ?? [])
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

  /// Where a figure stands.
  private struct Place: Hashable {
    let article: String
    let start: Int
  }

  private func review(_ finding: CheckFinding, _ figure: FigureEntry, _ name: String) -> JSONTree {
    let ground = finding.ground
    return .members([
      "@type": "ClaimReview",
      "@id": .string("urn:parley:finding:\(finding.id)"),
      "claimReviewed": .string(figure.words),
      "itemReviewed": .members(["@id": .string("urn:parley:figure:" + name)]),
      "author": .members(["@type": "SoftwareApplication", "name": "Parley"]),
      "reviewAspect": .string(finding.summary),
      "reviewBody": .string(([finding.reason] + working(ground)).joined(separator: "\n")),
      "reviewRating": .members([
        "@type": "Rating", "alternateName": .text(ground?.result.rawValue),
        "ratingExplanation": .string(finding.settle),
      ]),
    ])
  }

  /// Each way in which the figure was computed, as a line.
  private func working(_ ground: Finding?) -> [String] {
    guard let ground else { return [] }
    return ground.variants.map { variant in
      "\(Decimals.fixed(variant.value, 2)) \(ground.unit): \(variant.definition); outline "
        + "\(variant.outline), map \(variant.mapSource) of \(variant.mapDate)"
    }
  }

  private func claim(_ figure: FigureEntry, _ entry: ArticleEntry, _ name: String) -> JSONTree {
    .members([
      "@type": "Claim",
      "@id": .string("urn:parley:figure:" + name),
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
