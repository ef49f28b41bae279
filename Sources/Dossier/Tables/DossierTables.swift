public import DataFiles
internal import JSONBytes
internal import ParleyModel

/// Writes a dossier as tables, with a dictionary of their columns.
struct DossierTables {
  let contents: DossierContents
  let changes: [Movement]
  let dictionary: ColumnDictionary

  /// The tables, each with its file.
  var pieces: [ExportPiece] {
    [
      ExportPiece(file: "articles.csv", bytes: articles),
      ExportPiece(file: "stances.csv", bytes: Stance.csv(contents.stances)),
      ExportPiece(file: "figures.csv", bytes: figures),
      ExportPiece(file: "changes.csv", bytes: changeTable),
      ExportPiece(file: "reviews.csv", bytes: reviews),
      ExportPiece(file: "parties.csv", bytes: parties),
      ExportPiece(file: "names.csv", bytes: names),
      ExportPiece(file: "dictionary.csv", bytes: dictionary.csv),
    ]
  }

  private var articles: [UInt8] {
    var table = CSV([
      "article", "address", "title", "outlet", "published", "received", "words", "sha256", "input",
      "versions", "origin", "reader",
    ])
    for article in contents.articles {
      table.row([
        article.name, article.address, article.title, article.outlet,
        article.published?.description, article.received.description, String(article.words),
        article.checksum, article.input, String(article.versions), contents.origin(of: article),
        contents.readers[article.version],
      ])
    }
    return table.bytes
  }

  private var figures: [UInt8] {
    var table = CSV([
      "article", "number", "known", "low", "high", "unit", "hedge", "quantity", "holder", "of",
      "as_of", "words", "start", "end", "speaker", "unresolved", "chain",
    ])
    for figure in contents.figures {
      table.row([
        figure.article, String(figure.number), figure.knownOn.description, String(figure.low),
        String(figure.high), figure.unit, figure.hedge, figure.quantity, figure.holder,
        figure.of.joined(separator: "; "), figure.asOf, figure.words,
        String(figure.range.lowerBound), String(figure.range.upperBound), figure.speaker,
        figure.unresolved, figure.chain.map { $0.name ?? "unknown" }.joined(separator: " > "),
      ])
    }
    return table.bytes
  }

  private var changeTable: [UInt8] {
    var table = CSV([
      "kind", "party", "issue", "day", "ground", "why", "before", "after", "told_article",
      "told_words",
    ])
    for change in changes {
      table.row([
        change.kind.rawValue, change.party, change.issue.rawValue, change.day?.description,
        change.ground.rawValue, change.why, change.before?.id, change.after?.id,
        change.told?.article, change.told?.words,
      ])
    }
    return table.bytes
  }

  private var reviews: [UInt8] {
    var table = CSV([
      "review", "article", "stance", "verdict", "start", "end", "subject", "correction", "undoes",
      "settles", "reason", "by", "at",
    ])
    for review in contents.reviews {
      table.row([
        String(review.number), review.article, review.stance, review.verdict,
        String(review.range.lowerBound), String(review.range.upperBound), review.subject.json,
        review.correction.json, review.undoes.map { String($0) },
        review.settles.map { String($0) }, review.reason, review.by, review.at.description,
      ])
    }
    return table.bytes
  }

  private var parties: [UInt8] {
    var table = CSV(["party", "kind", "wikidata", "note"])
    for party in contents.parties {
      table.row([party.name, party.kind, party.wikidata, party.note])
    }
    return table.bytes
  }

  private var names: [UInt8] {
    var table = CSV(["number", "name", "party", "kind", "since", "until", "by", "at"])
    for name in contents.names {
      table.row([
        String(name.number), name.name, name.party, name.kind.rawValue, name.since, name.until,
        name.by, name.at.description,
      ])
    }
    return table.bytes
  }
}

/// What the columns of the tables mean, as `Data/dossier/columns.tsv` tells.
public struct ColumnDictionary: Sendable {
  private struct Column: Sendable {
    let table: String
    let name: String
    let form: String
    let meaning: String
  }

  private let columns: [Column]

  /// Reads the dictionary.
  ///
  /// - Throws: `.noFile`, `.malformed`.
  public init(_ data: DataFolder) throws(DataError) {
    var columns: [Column] = []
    for line in try data.lines("dossier/columns.tsv") {
      let fields = line.fields
      guard fields.count == 4 else {
        throw DataError(line, found: "\(fields.count) fields instead of 4")
      }
      columns.append(
        Column(table: fields[0], name: fields[1], form: fields[2], meaning: fields[3]))
    }
    self.columns = columns
  }

  /// The dictionary as a table.
  var csv: [UInt8] {
    var table = CSV(["table", "column", "form", "meaning"])
    for column in columns { table.row([column.table, column.name, column.form, column.meaning]) }
    return table.bytes
  }
}
