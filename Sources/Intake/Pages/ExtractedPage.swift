public import ParleyModel

/// What was read from a web page: the article in it, and what was set aside.
public struct ExtractedPage: Sendable, Hashable {
  /// What a page turned out to be.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// A page with an article.
    case article
    /// A page that shows the beginning of an article to those who have not paid.
    case paywalled
    /// A page without any text to speak of.
    case empty
    /// A page whose text is made by its scripts, which are not run.
    case scriptOnly
  }

  /// What kind of page it is.
  public var kind: Kind = .empty
  /// The headline; `nil` where none was found.
  public var title: String?
  /// The authors in order; empty where none is named.
  public var authors: [String] = []
  /// The outlet ("Reuters"); `nil` where the page names none.
  public var outlet: String?
  /// The day of publication; `nil` where the page shows none.
  public var published: CalendarDate?
  /// The day of the last change; `nil` where the page tells of none.
  public var modified: CalendarDate?
  /// The language as a BCP 47 tag; `nil` where the page does not say.
  public var language: String?
  /// The address that the page gives as its own; `nil` where it gives none.
  public var canonicalAddress: String?
  /// The news agencies that the report is credited to.
  public var agencies: [String] = []
  /// The paragraphs of the article in order.
  public var paragraphs: [PageParagraph] = []
  /// What was left out of the article: menus, promotion, captions and so on, in order.
  public var setAside: [SetAside] = []
  /// The page as UTF-8; spans of the source are ranges of it.
  public var source: [UInt8] = []
  /// The character set that the page was written in, in lower case; `nil` where it was guessed.
  public var encoding: String?
  /// What had to be mended or guessed, as sentences for people.
  public var warnings: [String] = []

  /// The paragraphs of the article with an empty line between them.
  public var text: String { paragraphs.map(\.text).joined(separator: "\n\n") }
}

/// One paragraph of an article on a page.
public struct PageParagraph: Sendable, Hashable {
  /// What a paragraph is.
  public enum Kind: String, Sendable, Hashable, Codable {
    case paragraph, heading, listItem, quotation, tableRow, preformatted
  }

  /// What the paragraph is.
  public var kind: Kind
  /// Its words, white space squeezed.
  public var text: String
  /// Where it stands in the page.
  public var source: ByteRange
}

/// A stretch of a page that is not part of its article.
public struct SetAside: Sendable, Hashable {
  /// Why it was set aside.
  public enum Reason: String, Sendable, Hashable, Codable {
    case menu, related, promotion, consent, caption, comments, author, social, hidden, other
  }

  /// Why it was set aside.
  public var reason: Reason
  /// Its words, white space squeezed.
  public var text: String
  /// Where it stands in the page.
  public var source: ByteRange
}
