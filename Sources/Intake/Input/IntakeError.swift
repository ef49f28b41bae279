/// Why an article could not be taken in.
public struct IntakeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// There is no such file.
    case missing
    /// The file cannot be read; `reason` as the system tells it.
    case unreadable(reason: String)
    /// The path names a folder.
    case folder
    /// The file is of another kind ("a PDF file").
    case notText(found: String)
    /// The file is compressed, and damaged.
    case brokenCompression(reason: String)
    /// The line is not a JSON object with a text.
    case badLine(found: String)
    /// The web archive is damaged.
    case badArchive(found: String)
    /// The article is longer than ``ArticleSource/longestArticle``.
    case tooLong
  }

  /// What went wrong.
  public let kind: Kind
  /// The path of the file, or `-`.
  public let input: String
  /// The number of the line, from 1; `nil` where the whole file is meant.
  public let line: Int?
  /// The name that the article would have had.
  public let id: String

  init(_ kind: Kind, input: String, line: Int? = nil, id: String) {
    self.kind = kind
    self.input = input
    self.line = line
    self.id = id
  }

  /// A name for the kind, as error rows carry it.
  public var code: String {
    switch kind {
    case .missing: "missing"
    case .unreadable: "unreadable"
    case .folder: "folder"
    case .notText: "notText"
    case .brokenCompression: "brokenCompression"
    case .badLine: "badLine"
    case .badArchive: "badArchive"
    case .tooLong: "tooLong"
    }
  }

  /// Whether there was no input at all, rather than a bad one.
  public var isMissingInput: Bool {
    switch kind {
    case .missing, .unreadable, .folder: true
    case .notText, .brokenCompression, .badLine, .badArchive, .tooLong: false
    }
  }

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    let place = line.map { "'\(input)', line \($0)" } ?? "'\(input)'"
    let (found, advice): (String, String) =
      switch kind {
      case .missing: ("there is no such file", "check the path")
      case .unreadable(let reason): ("it cannot be read (\(reason))", "check its permissions")
      case .folder: ("it is a folder", "name the files in it, for example with '\(input)/*.txt'")
      case .notText(let found):
        ("it is \(found), not text", "extract its text first, as UTF-8")
      case .brokenCompression(let reason):
        ("the compressed file is damaged (\(reason))", "fetch or compress it again")
      case .badLine(let found):
        (found, "write one object a line, with a string 'text'; the other lines are read")
      case .badArchive(let found):
        (found, "the records before it were read; write the archive again for the rest")
      case .tooLong:
        ("it is longer than \(ArticleSource.longestArticle >> 20) MB", "cut it into articles")
      }
    return "reading \(place): \(found)\n  \(advice)"
  }
}
