internal import ParleyModel
internal import Parties

/// Who speaks in one attribution, and through whom.
struct Voice: Sendable {
  /// What kind of source it is.
  var type: Attribution.SourceType
  /// Who it is.
  var speaker: Speaker
  /// The last link of the chain; `nil` where the speaker is not known.
  var link: ChainLink?
  /// The links between the article's outlet and the speaker.
  var relays: [ChainLink] = []
  /// The entity that speaks, if it has a name.
  var entity: Int?
  /// The noun that describes an unnamed source or a body, in the singular.
  var noun: UInt64?
  /// The other words of that description.
  var words: Set<UInt64> = []
  /// The sides that the description names.
  var sides: Set<PartyName> = []
  /// Whether several speak.
  var isPlural = false
  /// Whether they are some of those told of before ("three of the sources").
  var isPart = false
  /// What the text says about an unnamed source.
  var unnamed: UnnamedSource?

  /// The article itself.
  static let narrator = Voice(type: .narrator, speaker: .narrator)

  /// A speaker whom the text does not let one resolve.
  static func unresolved(_ type: Attribution.SourceType, _ reason: String) -> Voice {
    Voice(type: type, speaker: .unresolved(reason: reason))
  }
}
