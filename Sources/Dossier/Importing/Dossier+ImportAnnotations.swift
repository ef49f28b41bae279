internal import JSONBytes
internal import ParleyModel

extension Dossier {
  /// Imports W3C Web Annotations that carry stances: decisions of people become reviews.
  ///
  /// An annotation is attached only where its quotation, its context, its position and the checksum
  /// of the text agree; otherwise it is an orphan.
  ///
  /// - Parameter by: who is taken for the annotator where an annotation does not name one.
  /// - Returns: what became of them.
  /// - Throws: `.badRequest` if the document is no JSON.
  public func importAnnotations(
    _ document: [UInt8], from name: String, by: String, at time: Timestamp
  ) throws(DossierError) -> ImportReport {
    let tree: JSONTree
    do {
      tree = try JSONTree.parse(document)
    } catch {
      throw DossierError(
        .badRequest(
          found: "'\(name)' is no JSON: \(error)", advice: "give one document of Web Annotations"),
        path: path)
    }
    var report = ImportReport()
    let articles = try articles()
    let stances = Dictionary(grouping: try stances(View(), rejected: true), by: \.article)
    for annotation in Self.annotations(tree) {
      let id = annotation["id"]?.text ?? "annotation without a name"
      guard let target = AnnotationTarget(annotation) else {
        report.orphan(id, "it has no target")
        continue
      }
      let entry = articles.first {
        target.article == $0.name || (target.address != nil && target.address == $0.address)
      }
      guard let entry else {
        report.orphan(id, "the dossier has no article '\(target.article ?? target.address ?? "")'")
        continue
      }
      switch target.place(in: try reading(of: entry.name, version: entry.version).article.text) {
      case .orphan(let reason): report.orphan(id, reason)
      case .place(let place):
        let body = (annotation["body"]?.elements ?? []).first {
          $0["type"]?.text == "parley:Stance"
        }
        guard let body, let stance = AnnotatedStance(body, annotation, by: by) else {
          report.orphan(id, "it carries no stance")
          continue
        }
        try take(
          stance, id, at: place, in: entry, among: stances[entry.name] ?? [], time, &report)
      }
    }
    return report
  }

  /// The annotations of a document: one, a list, a page or a collection of them.
  private static func annotations(_ tree: JSONTree) -> [JSONTree] {
    if case .list(let elements) = tree { return elements.flatMap(annotations) }
    if let first = tree["first"] { return annotations(first) }
    if let items = tree["items"] { return items.elements.flatMap(annotations) }
    return tree["target"] == nil ? [] : [tree]
  }

  private func take(
    _ stance: AnnotatedStance, _ id: String, at place: ByteRange, in entry: ArticleEntry,
    among stances: [Stance], _ time: Timestamp, _ report: inout ImportReport
  ) throws(DossierError) {
    let read = stances.first { known in
      known.range == place
        && (known.id == stance.id
          || (known.holder == stance.holder && known.act == stance.act
            && known.issue == stance.issue))
    }
    guard let verdict = stance.verdict else {
      if read == nil {
        report.orphan(id, "a program read it elsewhere, and this dossier does not have it")
      } else {
        report.known += 1
      }
      return
    }
    if let review = read?.review, review.verdict == verdict, review.by == stance.by {
      report.known += 1
      return
    }
    if let read, verdict != .add {
      let correction = verdict == .correct ? stance.correction(of: read) : Correction()
      try review(
        read.id, verdict == .correct && correction.isEmpty ? .accept : verdict,
        correction: correction, reason: stance.reason, by: stance.by, at: time)
    } else if verdict == .reject {
      report.known += 1
      return
    } else {
      var details = Correction()
      details.addressee = stance.addressee
      details.asOf = stance.asOf
      details.status = stance.status
      try addStance(
        to: entry.name, range: place, holder: stance.holder, act: stance.act, issue: stance.issue,
        correction: details, reason: stance.reason, by: stance.by, at: time)
    }
    report.added += 1
  }
}

/// The stance that an annotation carries.
private struct AnnotatedStance {
  let id: String?
  let holder: String
  let act: Act
  let issue: IssueCode
  let addressee: String?
  let asOf: String?
  let status: Position.Status
  /// What a person decided; `nil` if a program made the annotation.
  let verdict: Verdict?
  let reason: String?
  let by: String

  init?(_ body: JSONTree, _ annotation: JSONTree, by: String) {
    guard let holder = body["parley:holder"]?.text,
      let act = body["parley:act"]?.text.flatMap(Act.init),
      let issue = body["parley:issue"]?.text
    else { return nil }
    id = body["parley:stance"]?.text
    self.holder = holder
    self.act = act
    self.issue = IssueCode(issue)
    addressee = body["parley:addressee"]?.text
    asOf = body["parley:asOf"]?.text
    status = body["parley:status"]?.text.flatMap(Position.Status.init) ?? .current
    reason = body["parley:reason"]?.text
    let creator = annotation["creator"]?.elements.first
    let isProgram = creator?["type"]?.text == "Software"
    verdict = isProgram ? nil : body["parley:verdict"]?.text.flatMap(Verdict.init) ?? .add
    self.by = creator?["name"]?.text ?? creator?.text ?? by
  }

  /// What the annotation says otherwise than the stance that was read.
  func correction(of stance: Stance) -> Correction {
    var correction = Correction()
    if stance.holder != holder { correction.holder = holder }
    if stance.act != act { correction.act = act }
    if stance.issue != issue { correction.issue = issue }
    if let addressee, stance.addressee != addressee { correction.addressee = addressee }
    if let asOf, stance.asOf != asOf { correction.asOf = asOf }
    if stance.status != status { correction.status = status }
    return correction
  }
}
