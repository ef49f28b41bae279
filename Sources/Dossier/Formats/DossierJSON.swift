public import JSONBytes
internal import ParleyModel

/// Writes a dossier as `parley/dossier/1`, or each of its parts on a line.
struct DossierJSON {
  let contents: DossierContents
  let changes: [Movement]

  /// One document.
  var document: [UInt8] {
    var output = JSONOutput()
    output.raw("{\"schema\":\"parley/dossier/1\",\"title\":")
    output.string(contents.title)
    output.raw(",\"view\":")
    contents.view.write(to: &output)
    output.raw(",\"articles\":")
    output.array(contents.articles) { write($1, to: &$0) }
    output.raw(",\"stances\":")
    output.array(contents.stances) { $1.write(to: &$0) }
    output.raw(",\"figures\":")
    output.array(contents.figures) { $1.write(to: &$0) }
    output.raw(",\"changes\":")
    output.array(changes) { $1.write(to: &$0) }
    output.raw(",\"reviews\":")
    output.array(contents.reviews) { $1.write(to: &$0) }
    output.raw(",\"parties\":")
    output.array(contents.parties) { $1.write(to: &$0) }
    output.raw(",\"names\":")
    output.array(contents.names) { Self.write($1, to: &$0) }
    output.raw("}\n")
    return output.bytes
  }

  /// One object a line: `{"kind": "stance", "value": {...}}`.
  var lines: [UInt8] {
    var output = JSONOutput()
    func line(_ kind: String, _ write: (inout JSONOutput) -> Void) {
      output.raw("{\"schema\":\"parley/dossier/1\",\"kind\":")
      output.string(kind)
      output.raw(",\"value\":")
      write(&output)
      output.raw("}\n")
    }
    for article in contents.articles { line("article") { write(article, to: &$0) } }
    for stance in contents.stances { line("stance") { stance.write(to: &$0) } }
    for figure in contents.figures { line("figure") { figure.write(to: &$0) } }
    for change in changes { line("change") { change.write(to: &$0) } }
    for review in contents.reviews { line("review") { review.write(to: &$0) } }
    for party in contents.parties { line("party") { party.write(to: &$0) } }
    for name in contents.names { line("name") { Self.write(name, to: &$0) } }
    return output.bytes
  }

  private func write(_ article: ArticleEntry, to output: inout JSONOutput) {
    output.raw("{\"origin\":")
    output.string(contents.origin(of: article))
    output.raw(",\"reader\":")
    output.string(contents.readers[article.version])
    output.raw(",\"article\":")
    article.write(to: &output)
    output.raw("}")
  }

  private static func write(_ name: PartyAlias, to output: inout JSONOutput) {
    output.raw("{\"party\":")
    output.string(name.party)
    output.raw(",\"name\":")
    name.write(to: &output)
    output.raw("}")
  }
}

extension FigureEntry {
  /// Appends the figure as one JSON object. Offsets are bytes of the article's UTF-8 text.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"low\":")
    output.number(low)
    output.raw(",\"high\":")
    output.number(high)
    output.raw(",\"unit\":")
    output.string(unit)
    output.raw(",\"hedge\":")
    output.string(hedge)
    output.raw(",\"quantity\":")
    output.string(quantity)
    output.raw(",\"holder\":")
    output.string(holder)
    output.raw(",\"of\":")
    output.array(of) { $0.string($1) }
    output.raw(",\"asOf\":")
    output.string(asOf)
    output.raw(",\"known\":")
    output.string(knownOn.description)
    output.raw(",\"evidence\":")
    output.evidence(article: article, range, words: words)
    output.raw(",\"chain\":")
    output.chain(chain)
    output.raw(",\"speaker\":")
    output.string(speaker)
    output.raw(",\"unresolved\":")
    output.string(unresolved)
    output.raw("}")
  }
}

extension ReviewLine {
  /// Appends the review as one JSON object.
  func write(to output: inout JSONOutput) {
    output.raw("{\"number\":")
    output.integer(Int(number))
    output.raw(",\"article\":")
    output.string(article)
    output.raw(",\"stance\":")
    output.string(stance)
    output.raw(",\"verdict\":")
    output.string(verdict)
    output.raw(",\"start\":")
    output.integer(range.lowerBound)
    output.raw(",\"end\":")
    output.integer(range.upperBound)
    output.raw(",\"subject\":")
    writeSubject(to: &output)
    output.raw(",\"correction\":")
    writeCorrection(to: &output)
    output.raw(",\"undoes\":")
    output.integer(undoes.map { Int($0) })
    output.raw(",\"settles\":")
    output.integer(settles.map { Int($0) })
    output.raw(",\"reason\":")
    output.string(reason)
    output.raw(",\"by\":")
    output.string(by)
    output.raw(",\"at\":")
    output.string(at.description)
    output.raw("}")
  }
}

extension PartyRecord {
  /// Appends the party as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"name\":")
    output.string(name)
    output.raw(",\"kind\":")
    output.string(kind)
    output.raw(",\"wikidata\":")
    output.string(wikidata)
    output.raw(",\"note\":")
    output.string(note)
    output.raw("}")
  }
}
