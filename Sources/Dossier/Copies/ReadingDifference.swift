public import ParleyModel

/// Where two copies of one report, each read by itself, are read differently.
public struct ReadingDifference: Sendable, Hashable {
  /// What is read differently.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One names who speaks, the other does not.
    case speakerUnknown = "speaker unknown"
    /// They name different speakers.
    case speakerDiffers = "speaker differs"
    /// What is accepted or rejected follows other terms.
    case otherTerms = "other terms"
    /// A number is another one.
    case figureDiffers = "figure differs"
    /// One makes a stance conditional, the other does not.
    case conditionMissing = "condition missing"
  }

  /// One copy's part in it.
  public struct Side: Sendable, Hashable {
    /// The words that are read differently.
    public let range: ByteRange
    /// What decides the reading: the terms before, the condition; `nil` where nothing does.
    public let context: ByteRange?
    /// What is read: a name, a number; `nil` where nothing is.
    public let reading: String?
  }

  /// What is read differently.
  public let kind: Kind
  /// The copy that tells more, by itself.
  public let fuller: Side
  /// The copy whose reading is in doubt.
  public let doubted: Side
  /// Whether the fuller one is the first of the two that were compared.
  public let isFirstFuller: Bool
}
