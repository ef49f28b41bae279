public import DataFiles
internal import ParleyModel
internal import Quantities

/// Verifies what a model gave against the article: nothing is believed that does not stand there.
public struct Verifier: Sendable {
  private let locator: EvidenceLocator
  private let quantities: QuantityReader
  private let issues: Set<String>

  /// Loads the word lists; `prompt` tells the codes that exist.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  public init(_ data: DataFolder, prompt: Prompt) throws(DataError) {
    locator = try EvidenceLocator(data)
    quantities = try QuantityReader(data)
    issues = prompt.issues
  }

  /// Verifies the answer for `window` of `article`.
  public func verify(
    _ answer: AssistAnswer, window: ArticleWindow, of article: ReadArticle
  ) -> Verification {
    var result = Verification()
    result.proposedPositions = answer.stances.count + answer.malformedStances
    result.proposedFigures = answer.numbers.count + answer.malformedNumbers
    result.drop(.malformedStance, answer.malformedStances)
    result.drop(.malformedNumber, answer.malformedNumbers)
    for stance in answer.stances {
      do throws(Rejection) {
        result.positions.append(try position(stance, window, article, &result))
        result.positionVerdicts.append(nil)
      } catch {
        result.drop(error.reason)
        result.positionVerdicts.append(error.reason)
      }
    }
    for number in answer.numbers {
      do throws(Rejection) {
        result.figures.append(try figure(number, window, article, &result))
        result.figureVerdicts.append(nil)
      } catch {
        result.drop(error.reason)
        result.figureVerdicts.append(error.reason)
      }
    }
    return result
  }

  private func position(
    _ stance: AssistAnswer.Stance, _ window: ArticleWindow, _ article: ReadArticle,
    _ result: inout Verification
  ) throws(Rejection) -> Position {
    guard let act = Act(rawValue: stance.act) else { throw Rejection(reason: .unknownAct) }
    guard issues.contains(stance.issue) else { throw Rejection(reason: .unknownIssue) }
    guard let status = Position.Status(rawValue: stance.status) else {
      throw Rejection(reason: .unknownStatus)
    }
    let evidence = try locator.locate(stance.evidence, in: window, of: article).get()
    let parties = PartyCheck(article: article)
    guard let holder = parties.name(stance.holder, near: evidence) else {
      throw Rejection(reason: .holderUnknown)
    }
    let addressee = stance.addressee.flatMap { parties.name($0, near: evidence) }
    let sides = SidesCheck(article: article).verdict(
      holder: holder, addressee: addressee, act: act, in: evidence)
    switch sides {
    case .open: break
    case .disputed(let other), .contradicted(let other):
      result.findings.append(
        Assistance.Finding(kind: .holder, evidence: evidence, assisted: holder, builtIn: other))
    }
    if case .contradicted = sides { throw Rejection(reason: .holderContradicted) }
    var condition: ByteRange?
    if let words = stance.condition {
      // Without its condition the stance would be another one.
      condition = article.range(of: words, near: evidence)
      if condition == nil { throw Rejection(reason: .conditionNotFound) }
    }
    if stance.addressee != nil, addressee == nil { result.drop(.addresseeUnknown) }
    let places = stance.places.compactMap { article.range(of: $0, near: evidence) }
    result.drop(.placeNotFound, stance.places.count - places.count)
    let date = stance.asOf.flatMap(Self.date)
    if stance.asOf != nil, date == nil { result.drop(.dateMalformed) }
    let speakers = SpeakerCheck(article: article)
    let carrier = speakers.carrier(of: evidence)
    if let finding = speakers.finding(stance.source, carrier, evidence: evidence) {
      result.findings.append(finding)
    }
    return Position(
      holder: holder, act: act, issue: IssueCode(stance.issue), addressee: addressee,
      places: places.sorted(), condition: condition, asOf: date, status: status,
      evidence: evidence, attribution: carrier?.index,
      confidence: sides == .open ? AssistedConfidence.usual : AssistedConfidence.disputed,
      readers: [.assisted])
  }

  /// The date, if it has the form of a year, a month or a day; `nil` if not.
  private static func date(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard [4, 7, 10].contains(bytes.count) else { return nil }
    for (index, byte) in bytes.enumerated() {
      guard index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte) else {
        return nil
      }
    }
    let whole = text + String("0000-01-01".dropFirst(text.count))
    return CalendarDate(iso: whole) == nil ? nil : text
  }

  private func figure(
    _ number: AssistAnswer.Number, _ window: ArticleWindow, _ article: ReadArticle,
    _ result: inout Verification
  ) throws(Rejection) -> Figure {
    let value: Figure.Value
    switch number.values.count {
    case 1: value = .exact(number.values[0])
    case 2: value = .range(number.values[0], number.values[1])
    default: throw Rejection(reason: .malformedNumber)
    }
    let evidence = try locator.locate(number.evidence, in: window, of: article).get()
    let inside = quantities.quantities(of: article.article.text, in: evidence)
    let same = inside.filter { Self.isSame($0.value, value) }
    guard !same.isEmpty else { throw Rejection(reason: .valueNotInEvidence) }
    guard same.contains(where: { Self.fits(number.unit, $0) }) else {
      throw Rejection(reason: .unitNotInEvidence)
    }
    let hedge = number.hedge.flatMap { words in
      article.ranges(of: words).first { evidence.contains($0) }
    }
    if number.hedge != nil, hedge == nil { result.drop(.hedgeNotFound) }
    let holder = number.holder.flatMap { PartyCheck(article: article).name($0, near: evidence) }
    if number.holder != nil, holder == nil { result.drop(.figureHolderUnknown) }
    let of = number.of.compactMap { article.range(of: $0, near: evidence) }
    result.drop(.subjectNotFound, number.of.count - of.count)
    let carrier = SpeakerCheck(article: article).carrier(of: evidence)
    return Figure(
      value: value, unit: Self.plain(number.unit), hedge: hedge,
      quantity: number.quantity.map(Self.plain), holder: holder, of: of.sorted(),
      evidence: evidence, attribution: carrier?.index, readers: [.assisted])
  }

  private static func isSame(_ quantity: Quantity.Value, _ value: Figure.Value) -> Bool {
    switch (quantity, value) {
    case (.exact(let a), .exact(let b)): isNear(a, b)
    case (.range(let a, let b), .range(let c, let d)): isNear(a, c) && isNear(b, d)
    default: false
    }
  }

  /// Whether the numbers are the same to four places.
  private static func isNear(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude <= max(0.00005, a.magnitude * 0.00005)
  }

  /// Whether a unit is not of another kind than the quantity: percentages and money have their own.
  private static func fits(_ unit: String, _ quantity: Quantity) -> Bool {
    let isMoney = unit.utf8.count >= 3 && unit.utf8.prefix(3).allSatisfy { (65...90).contains($0) }
    return unit.hasPrefix("percent") == (quantity.kind == .percent)
      && isMoney == (quantity.kind == .money)
  }

  /// The model's own words as one short line.
  private static func plain(_ words: String) -> String { PlainWords.of(words, longest: 80) }
}
