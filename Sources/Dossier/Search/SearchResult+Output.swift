public import JSONBytes
internal import ParleyModel

extension SearchResult {
  /// Appends the result as one JSON object. Offsets are bytes of the text that an excerpt is of: the
  /// words of a stance, the text of an article.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"schema\":\"parley/search/1\",\"query\":")
    output.string(query)
    output.raw(",\"stances\":")
    output.array(stances) { output, hit in
      output.raw("{\"stance\":")
      hit.stance.write(to: &output)
      output.raw(",\"excerpt\":")
      hit.excerpt.write(to: &output)
      output.raw("}")
    }
    output.raw(",\"articles\":")
    output.array(articles) { output, hit in
      output.raw("{\"article\":")
      output.string(hit.article)
      output.raw(",\"title\":")
      output.string(hit.title)
      output.raw(",\"outlet\":")
      output.string(hit.outlet)
      output.raw(",\"published\":")
      output.string(hit.published?.description)
      output.raw(",\"excerpt\":")
      hit.excerpt.write(to: &output)
      output.raw("}")
    }
    output.raw("}")
  }
}

extension Excerpt {
  /// Appends the excerpt as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"text\":")
    output.string(text)
    output.raw(",\"start\":")
    output.integer(range.lowerBound)
    output.raw(",\"end\":")
    output.integer(range.upperBound)
    output.raw(",\"matches\":")
    output.array(matches) { output, match in
      output.array([match.lowerBound, match.upperBound]) { $0.integer($1) }
    }
    output.raw("}")
  }
}
