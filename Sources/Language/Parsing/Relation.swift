/// A universal dependency relation (Universal Dependencies, version 2), with the few English
/// subtypes that a reader of attributions needs.
public enum Relation: UInt8, Sendable, CaseIterable {
  case root, acl, aclRelcl, advcl, advmod, amod, appos, aux, auxPass, `case`, cc, ccomp, compound
  case compoundPrt, conj, cop, csubj, dep, det, discourse, expl, fixed, flat, iobj, mark, nmod
  case nmodPoss, nsubj, nsubjPass, nummod, obj, obl, orphan, parataxis, punct, vocative, xcomp

  /// The relation as Universal Dependencies writes it.
  public var name: String {
    switch self {
    case .aclRelcl: "acl:relcl"
    case .auxPass: "aux:pass"
    case .compoundPrt: "compound:prt"
    case .nmodPoss: "nmod:poss"
    case .nsubjPass: "nsubj:pass"
    default: String(describing: self)
    }
  }

  /// Reads a relation as treebanks write it; subtypes that have no case of their own fall back to
  /// the relation before the colon, and rare relations to `.dep`.
  public init(treebank text: some StringProtocol) {
    if let exact = Self.byName[String(text)] {
      self = exact
    } else {
      let plain = String(text.prefix { $0 != ":" })
      self = Self.byName[plain] ?? .dep
    }
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: Relation.allCases.map { ($0.name, $0) })
}
