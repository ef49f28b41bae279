public import ParleyModel

/// Why something that a model gave is not taken.
public enum DropReason: String, Sendable, Hashable, CaseIterable {
  case malformedStance = "position is not in the form asked for"
  case malformedNumber = "figure is not in the form asked for"
  case unknownAct = "act does not exist"
  case unknownIssue = "issue code does not exist"
  case unknownStatus = "status does not exist"
  case evidenceNotFound = "evidence not in the article"
  case evidenceSetAside = "evidence in text that was set aside"
  case evidenceAcrossSentences = "evidence over more than one sentence"
  case evidenceTooShort = "evidence of a single word"
  case evidenceTurned = "evidence cut off from its negation"
  case evidenceIsOrder = "evidence in a sentence that speaks to the model"
  case holderUnknown = "holder is no known party and no words of the article"
  case holderContradicted = "holder contradicted by the evidence"
  case conditionNotFound = "condition not in the article"
  case valueNotInEvidence = "figure does not stand in its evidence"
  case unitNotInEvidence = "unit does not stand in the evidence"
  /// From here on only a field is dropped, and what it belongs to is kept.
  case addresseeUnknown = "addressee is no known party and no words of the article, left out"
  case placeNotFound = "place not in the article, left out"
  case dateMalformed = "date is not in the form asked for, left out"
  case hedgeNotFound = "hedge not in the evidence, left out"
  case figureHolderUnknown =
    "holder of a figure is no known party and no words of the article, left out"
  case subjectNotFound = "subject of a figure not in the article, left out"
}

extension DropReason {
  /// The counts for people, in the order of the reasons.
  public static func counts(_ drops: [DropReason: Int]) -> [Assistance.Dropped] {
    allCases.compactMap { reason in
      drops[reason].map { Assistance.Dropped(reason: reason.rawValue, count: $0) }
    }
  }
}
