public import JSONBytes
internal import ParleyModel

extension OriginSurvey {
  /// Appends the survey as one JSON object, `parley/origins/1`. `wasQuotedFrom` and `hadPrimarySource`
  /// mean what PROV-O means by them. Offsets are bytes of the articles' UTF-8 texts.
  public func write(to output: inout JSONOutput, view: View) {
    output.raw("{\"schema\":\"parley/origins/1\",\"view\":")
    view.write(to: &output)
    output.raw(",\"articles\":")
    output.integer(articles)
    output.raw(",\"origins\":")
    output.integer(origins)
    output.raw(",\"reports\":")
    output.array(reports) { $1.write(to: &$0) }
    output.raw(",\"relayed\":")
    output.array(relayed) { output, relayed in
      output.raw("{\"outlet\":")
      output.string(relayed.outlet)
      output.raw(",\"articles\":")
      output.array(relayed.articles) { $0.string($1.article) }
      output.raw("}")
    }
    output.raw(",\"pairs\":")
    output.array(pairs) { output, pair in
      output.raw("{\"a\":")
      output.string(names[pair.a])
      output.raw(",\"b\":")
      output.string(names[pair.b])
      output.raw(",\"share\":")
      output.number(rounded(pair.share))
      output.raw("}")
    }
    output.raw("}")
  }
}

extension OriginReport {
  func write(to output: inout JSONOutput) {
    output.raw("{\"first\":")
    write(first, quotedFrom: nil, to: &output)
    output.raw("},\"ground\":")
    output.string(ground.rawValue)
    output.raw(",\"source\":")
    output.string(source)
    output.raw(",\"outlets\":")
    output.integer(outlets)
    output.raw(",\"copies\":")
    output.array(copies) { output, copy in
      write(copy.member, quotedFrom: first.article, to: &output)
      let comparison = copy.comparison
      output.raw(",\"kept\":")
      output.number(rounded(comparison.shared.shareOfA))
      output.raw(",\"own\":")
      output.number(rounded(1 - comparison.shared.shareOfB))
      output.raw(",\"dropped\":")
      output.array(comparison.dropped) { write($1, to: &$0) }
      output.raw(",\"added\":")
      output.array(comparison.added) { write($1, to: &$0) }
      output.raw(",\"changed\":")
      write(comparison.pairs.filter(\.isChanged), to: &output)
      output.raw(",\"moved\":")
      write(comparison.pairs.filter(\.isMoved), to: &output)
      output.raw(",\"shared\":")
      output.array(comparison.shared.runs) { output, run in
        output.raw("{\"first\":")
        write(run.a, to: &output)
        output.raw(",\"copy\":")
        write(run.b, to: &output)
        output.raw("}")
      }
      output.raw("}")
    }
    output.raw("}")
  }

  /// Writes a member's object, left open.
  private func write(_ member: Member, quotedFrom: String?, to output: inout JSONOutput) {
    output.raw("{\"article\":")
    output.string(member.article)
    output.raw(",\"outlet\":")
    output.string(member.outlet)
    output.raw(",\"published\":")
    output.string(member.published?.description)
    output.raw(",\"words\":")
    output.integer(member.words)
    output.raw(",\"wasQuotedFrom\":")
    output.string(quotedFrom)
    output.raw(",\"hadPrimarySource\":")
    output.array(member.relays) { $0.string($1) }
  }

  private func write(_ pairs: [CopyComparison.Pair], to output: inout JSONOutput) {
    output.array(pairs) { output, pair in
      output.raw("{\"first\":")
      write(pair.a, to: &output)
      output.raw(",\"copy\":")
      write(pair.b, to: &output)
      output.raw("}")
    }
  }

  private func write(_ range: ByteRange, to output: inout JSONOutput) {
    output.raw("[")
    output.integer(range.lowerBound)
    output.raw(",")
    output.integer(range.upperBound)
    output.raw("]")
  }
}

/// Returns a share to the thousandth.
private func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
