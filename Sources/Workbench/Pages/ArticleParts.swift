internal import Dossier
internal import ParleyModel

/// What an article's page is made from: the reading, and its stances as people left them.
struct ArticleParts {
  let reading: ArticleReading
  let stances: [Stance]

  init(_ reading: ArticleReading, stances: [Stance]) {
    self.reading = reading
    self.stances = stances
  }

  /// The marks in the text.
  var marks: [MarkedText.Mark] {
    var marks: [MarkedText.Mark] = []
    for (number, attribution) in reading.attributions.enumerated() {
      marks += attribution.content.map { MarkedText.Mark(kind: .content, range: $0) }
      marks += attribution.cue.map { MarkedText.Mark(kind: .cue, range: $0) }
      if case .unresolved = attribution.speaker {
        marks += attribution.source.map {
          MarkedText.Mark(kind: .open, range: $0, card: "a-\(number)")
        }
      } else {
        marks += attribution.source.map { MarkedText.Mark(kind: .source, range: $0) }
      }
    }
    for stance in stances where stance.review?.verdict != .reject {
      marks.append(
        MarkedText.Mark(
          kind: .stance, range: stance.range, act: stance.act, card: "s-" + stance.id))
    }
    for (number, figure) in reading.figures.enumerated() {
      marks.append(MarkedText.Mark(kind: .figure, range: figure.evidence, card: "f-\(number)"))
    }
    return marks
  }

  /// Who saw a stance; `nil` where no model took part, or a person added or moved the stance.
  func readers(of stance: Stance) -> [ReaderKind]? {
    let position = reading.positions.first {
      $0.evidence == stance.range && $0.act == stance.act && $0.issue == stance.issue
        && $0.holder == stance.holder
    }
    guard let position, !position.readers.isEmpty else { return nil }
    return position.readers
  }

  /// The chain of an attribution, outlet first; of the article itself where there is none.
  func chain(_ attribution: Int?) -> [Fields] {
    guard let attribution, reading.attributions.indices.contains(attribution) else {
      return reading.article.outlet.map { [Self.link($0, .outlet)] } ?? []
    }
    return reading.attributions[attribution].chain.map { Self.link($0.name, $0.kind) }
  }

  private static func link(_ name: String?, _ kind: ChainLink.Kind) -> Fields {
    Fields([
      "name": .text(name), "type": .text(kind.rawValue), "_label": .text(name ?? "unknown"),
    ])
  }
}
