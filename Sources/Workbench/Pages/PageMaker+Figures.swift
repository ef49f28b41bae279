internal import Dossier
internal import ParleyModel
internal import Territory

extension PageMaker {
  /// The figures of the record, those first that were held against maps, and all else that a check
  /// of the record finds.
  ///
  /// - Parameter findings: what a check of the view found.
  func figures(_ findings: [CheckFinding], hasMaps: Bool) throws -> Page {
    let open = findings.filter { $0.ground == nil }.sorted {
      ($0.severity, $0.kind.rawValue, $0.id) < ($1.severity, $1.kind.rawValue, $1.id)
    }
    let checks = FigureCheck.all(
      try snapshot.dossier.figures(snapshot.view), findings)
    let checked = checks.filter { $0.finding != nil }.sorted {
      (Self.weight($0), $0.entry.knownOn, $0.entry.article, $0.entry.range)
        < (Self.weight($1), $1.entry.knownOn, $1.entry.article, $1.entry.range)
    }
    let others = checks.filter { $0.finding == nil }
    var table = CSV([
      "article", "words", "low", "high", "unit", "quantity", "of", "holder", "known", "chain",
      "result", "computed", "range low", "range high", "reason",
    ])
    for check in checked + others {
      let (entry, finding) = (check.entry, check.finding)
      table.row([
        entry.article, entry.words, String(entry.low), String(entry.high), entry.unit,
        entry.quantity, entry.of.joined(separator: "; "), entry.holder,
        entry.knownOn.description,
        entry.chain.map { $0.name ?? "unknown" }.joined(separator: " > "),
        finding?.result.rawValue, finding?.computed.map { Decimals.fixed($0, 3) },
        finding?.range.map { Decimals.fixed($0.lowerBound, 3) },
        finding?.range.map { Decimals.fixed($0.upperBound, 3) }, finding?.reason,
      ])
    }
    return Page(
      "figures", place: .figures, template: "figures", title: "Figures and checks",
      fields: Fields([
        "schema": .text("parley/page/figures/1"),
        "checked": .list(checked.prefix(Self.listLength).map(fields)),
        "others": .list(others.suffix(Self.listLength).map(fields)),
        "_hasChecked": .flag(!checked.isEmpty),
        "findings": .list(open.prefix(2 * Self.listLength).map(fields)),
        "findingCount": .integer(open.count), "_hasFindings": .flag(!open.isEmpty),
        "_hasOthers": .flag(!others.isEmpty), "_hasMaps": .flag(hasMaps),
      ]), table: table)
  }

  /// The order in which findings are shown: what does not fit comes first.
  private static func weight(_ check: FigureCheck) -> Int {
    switch check.finding?.result {
    case .inconsistent: 0
    case .dependsOnDefinition: 1
    case .consistent: 2
    case .cannotBeChecked, nil: 3
    }
  }

  func fields(_ finding: CheckFinding) -> Fields {
    Fields([
      "id": .text(finding.id), "kind": .text(finding.kind.rawValue),
      "severity": .text(finding.severity.rawValue), "summary": .text(finding.summary),
      "reason": .text(finding.reason), "settle": .text(finding.settle),
      "acknowledged": .text(finding.acknowledgement.map { "\($0.reason) (\($0.by))" }),
      "evidence": .list(
        finding.evidence.prefix(6).map { evidence in
          Fields([
            "article": .text(evidence.article), "outlet": .text(evidence.outlet),
            "published": .text(evidence.published?.description), "words": .text(evidence.words),
            "note": .text(evidence.note),
            "_articleTo": .text("articles/" + Slug.of(evidence.article)),
            "_words": .text(Self.short(evidence.words, words: TextShown.quotedWords)),
            "_by": .text(evidence.outlet ?? evidence.article),
          ])
        }),
      "_word": .text(finding.kind.rawValue.split(separator: "-").joined(separator: " ")),
      "_isOpen": .flag(finding.isOpen),
    ])
  }

  private func fields(_ check: FigureCheck) -> Fields {
    let entry = check.entry
    var fields = Fields([
      "article": .text(entry.article), "words": .text(entry.words), "low": .number(entry.low),
      "high": .number(entry.high), "unit": .text(entry.unit), "hedge": .text(entry.hedge),
      "quantity": .text(entry.quantity), "of": .list(entry.of), "holder": .text(entry.holder),
      "asOf": .text(entry.asOf), "known": .text(entry.knownOn.description),
      "chain": .list(chain(entry.chain)), "speaker": .text(entry.speaker),
      "unresolved": .text(entry.unresolved),
      "_articleTo": .text("articles/" + Slug.of(entry.article)),
      "_anchor": .text("f-\(entry.number)"),
      "_words": .text(Self.short(entry.words, words: TextShown.quotedWords)),
      "_value": .text(Self.value(entry.low, entry.high, entry.unit)),
      "_of": .text(entry.of.joined(separator: ", ")), "finding": .none,
    ])
    guard let finding = check.finding else { return fields }
    let isShare = finding.unit == "percent"
    func number(_ value: Double) -> String {
      isShare ? Decimals.fixed(value, 1) + "%" : Decimals.grouped(value, 0) + " km²"
    }
    fields["finding"] = .fields(
      Fields([
        "result": .text(finding.result.rawValue), "reason": .text(finding.reason),
        "ground": .text(finding.ground), "holder": .text(finding.holder),
        "asked": .text(finding.asked.description),
        "computed": finding.computed.map { .number($0) } ?? .none,
        "rangeLow": finding.range.map { .number($0.lowerBound) } ?? .none,
        "rangeHigh": finding.range.map { .number($0.upperBound) } ?? .none,
        "variants": .list(
          finding.variants.map { variant in
            Fields([
              "definition": .text(variant.definition), "mapSource": .text(variant.mapSource),
              "mapDate": .text(variant.mapDate.description), "outline": .text(variant.outline),
              "held_km2": .number(variant.heldSquareKilometres),
              "whole_km2": variant.wholeSquareKilometres.map { .number($0) } ?? .none,
              "value": .number(variant.value),
              "_held": .text(Decimals.grouped(variant.heldSquareKilometres, 1)),
              "_whole": .text(variant.wholeSquareKilometres.map { Decimals.grouped($0, 1) }),
              "_value": .text(number(variant.value)),
            ])
          }),
        "_computed": .text(finding.computed.map(number)),
        "_drawing": .markup(RangeDrawing(finding).markup),
        "_resultSign": .text(Self.sign(finding.result).sign),
        "_resultClass": .text(Self.sign(finding.result).look),
      ]))
    return fields
  }

  private static func sign(_ result: Finding.Result) -> (sign: String, look: String) {
    switch result {
    case .consistent: ("ok", "ok")
    case .dependsOnDefinition: ("dep", "dep")
    case .inconsistent: ("no", "no")
    case .cannotBeChecked: ("na", "na")
    }
  }
}
