internal import DataFiles
internal import Language
internal import ParleyModel
internal import Parties

/// Reads where an article says that a stance moved.
struct ChangeReader: Sendable {
  private var directions: [UInt64: (Change.Direction, [UInt64])] = [:]

  /// Loads the verbs of change.
  init(_ data: DataFolder, inflections: Inflections) throws(DataError) {
    for line in try data.lines("language/changes.tsv") {
      let fields = line.fields
      guard fields.count == 2, let direction = Change.Direction(rawValue: fields[0]) else {
        throw DataError(line, found: "not 'softened' or 'hardened', a tab and verbs")
      }
      for verb in fields[1].split(separator: ";") {
        let words = verb.split(separator: " ").map(String.init)
        guard let first = words.first else { continue }
        let tail = words.dropFirst().map { WordHash.of($0) }
        for form in inflections.forms(of: first) {
          directions[WordHash.of(form)] = (direction, Array(tail))
        }
      }
    }
  }

  /// Returns the changes that `context` tells, linked with `positions` of the same holder.
  func changes(_ context: ArticleContext, positions: [Position]) -> [Change] {
    let text = context.text
    return context.clauses.compactMap { clause -> Change? in
      guard clause.kind != .nominal,
        let (direction, tail) = directions[text.tokens.words[clause.head]],
        zip(tail, clause.head + 1..<clause.head + 1 + tail.count).allSatisfy({ word, token in
          token < text.tokens.count && text.tokens.words[token] == word
        }), namesStance(clause, context),
        let subject = clause.subject,
        let holder = context.parties.resolve(
          subject, in: context.speech.speech(at: clause.head))?.parties.first
      else { return nil }
      let span = text.span(clause.tokens)
      let own = positions.enumerated().filter { $0.element.holder == holder.name }
      guard
        let near = own.min(by: {
          distance($0.element.evidence, span) < distance($1.element.evidence, span)
        })
      else { return nil }
      let past = own.first { $0.element.status == .past && $0.element.issue == near.element.issue }
      let now = own.first {
        $0.element.status == .current && $0.element.issue == near.element.issue
      }
      return Change(
        holder: holder.name, issue: near.element.issue, direction: direction,
        from: past?.offset, to: now?.offset, evidence: span)
    }
  }

  /// Whether the object of the verb is a stance ("eased its demands"), or there is none.
  private func namesStance(_ clause: Clause, _ context: ArticleContext) -> Bool {
    let objects = context.parties.dependents.of(clause.head).map(Int.init).filter {
      context.text.relations[$0] == .obj
    }
    return objects.isEmpty
      || objects.contains { object in
        context.lexicon.frames(at: object, in: context.text).contains {
          $0.frame.word == .noun && $0.frame.force.act != nil
        } || Self.stances.contains(context.text.tokens.words[object])
      }
  }

  private static let stances = Set(
    ["stance", "position", "tone", "line", "rhetoric", "terms", "conditions", "policy"].map {
      WordHash.of($0)
    })

  private func distance(_ a: ByteRange, _ b: ByteRange) -> Int {
    a.overlaps(b) ? 0 : max(a.lowerBound, b.lowerBound) - min(a.upperBound, b.upperBound)
  }
}
