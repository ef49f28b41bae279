public import JSONBytes
internal import ParleyModel

/// The versions of an article and what was changed from each to the next.
public struct ArticleHistory: Sendable, Hashable {
  /// The article.
  public let article: String
  /// Its versions, the first to come in first.
  public let versions: [VersionEntry]
  /// The differences, one fewer than versions; empty if they were not asked for.
  public let differences: [TextDifference]
}

extension Dossier {
  /// Returns the versions of an article.
  ///
  /// - Throws: `.noSuch` if there is no such article.
  public func history(of article: String, withDifferences: Bool) throws(DossierError)
    -> ArticleHistory
  {
    let versions = try versions(of: article)
    var differences: [TextDifference] = []
    if withDifferences {
      for (old, new) in zip(versions, versions.dropFirst()) {
        differences.append(
          try difference(of: article, from: old.version, to: new.version))
      }
    }
    return ArticleHistory(article: article, versions: versions, differences: differences)
  }
}

extension ArticleHistory {
  /// Appends the history as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"schema\":\"parley/versions/1\",\"article\":")
    output.string(article)
    output.raw(",\"versions\":")
    output.array(versions) { output, version in
      output.raw("{\"title\":")
      output.string(version.title)
      output.raw(",\"published\":")
      output.string(version.published?.description)
      output.raw(",\"received\":")
      output.string(version.received.description)
      output.raw(",\"words\":")
      output.integer(version.words)
      output.raw(",\"sha256\":")
      output.string(version.checksum)
      output.raw(",\"readers\":")
      output.array(version.readers) { $0.string($1) }
      output.raw(",\"retracted\":")
      output.string(version.retracted)
      output.raw("}")
    }
    output.raw(",\"differences\":")
    output.array(differences) { output, difference in
      output.array(difference.paragraphs.filter { !$0.isKept }) { output, paragraph in
        output.array(paragraph.pieces) { output, piece in
          switch piece {
          case .kept(let words): Self.write("kept", words, to: &output)
          case .removed(let words): Self.write("removed", words, to: &output)
          case .added(let words): Self.write("added", words, to: &output)
          }
        }
      }
    }
    output.raw("}")
  }

  private static func write(_ kind: String, _ words: String, to output: inout JSONOutput) {
    output.raw("{\"kind\":")
    output.string(kind)
    output.raw(",\"words\":")
    output.string(words)
    output.raw("}")
  }
}

extension ArticleEntry {
  /// Appends the article as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"name\":")
    output.string(name)
    output.raw(",\"address\":")
    output.string(address)
    output.raw(",\"title\":")
    output.string(title)
    output.raw(",\"outlet\":")
    output.string(outlet)
    output.raw(",\"published\":")
    output.string(published?.description)
    output.raw(",\"received\":")
    output.string(received.description)
    output.raw(",\"words\":")
    output.integer(words)
    output.raw(",\"sha256\":")
    output.string(checksum)
    output.raw(",\"input\":")
    output.string(input)
    output.raw(",\"versions\":")
    output.integer(versions)
    output.raw(",\"retracted\":")
    output.string(retracted)
    output.raw("}")
  }
}
