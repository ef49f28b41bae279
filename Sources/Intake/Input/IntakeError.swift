internal import ByteStreams

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
    /// The page could not be fetched; the message tells what was being done, what was wrong, what to
    /// do next.
    case notFetched(message: String)
    /// The bytes are called a feed, and are none; the message likewise.
    case badFeed(message: String)
    /// The article is longer than ``RawArticle/longest``.
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

  /// Makes the error of a file that cannot be read, or ends before its end.
  init(_ error: ByteSourceError, input: String, line: Int? = nil, id: String) {
    let kind: Kind =
      switch error.kind {
      case .missing: .missing
      case .folder: .folder
      case .unreadable(let reason): .unreadable(reason: reason)
      case .damaged(let reason): .brokenCompression(reason: reason)
      case .tooLong: .tooLong
      }
    self.init(kind, input: input, line: line, id: id)
  }

  /// Returns what `body` reads of the file at `input`, or throws what it throws as an error of that file.
  static func reading<Value>(
    _ input: String, _ body: () throws(ByteSourceError) -> Value
  ) throws(IntakeError) -> Value {
    do throws(ByteSourceError) {
      return try body()
    } catch {
      throw IntakeError(error, input: input, id: InputName(input).stem)
    }
  }

  /// Makes the error of a page that could not be fetched.
  public static func notFetched(_ input: String, message: String) -> IntakeError {
    IntakeError(.notFetched(message: message), input: input, id: WebOrigin(requested: input).name)
  }

  /// Returns the error of bytes from the web that are no text; `nil` if they may be text.
  public static func notText(_ bytes: [UInt8], of web: WebOrigin) -> IntakeError? {
    FileSignature.name(of: bytes).map {
      IntakeError(.notText(found: $0), input: web.address, id: web.name)
    }
  }

  /// Makes the error of bytes that are no feed.
  public static func badFeed(_ error: FeedError) -> IntakeError {
    IntakeError(
      .badFeed(message: error.description), input: error.address,
      id: WebOrigin(requested: error.address).name)
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
    case .notFetched: "notFetched"
    case .badFeed: "badFeed"
    case .tooLong: "tooLong"
    }
  }

  /// Whether there was no input at all, rather than a bad one.
  public var isMissingInput: Bool {
    switch kind {
    case .missing, .unreadable, .folder, .notFetched: true
    case .notText, .brokenCompression, .badLine, .badArchive, .badFeed, .tooLong: false
    }
  }

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    switch kind {
    case .missing: said("there is no such file", "check the path")
    case .unreadable(let reason): said("it cannot be read (\(reason))", "check its permissions")
    case .folder: said("it is a folder", "name the files in it, for example with '\(input)/*.txt'")
    case .notText(let found): said("it is \(found), not text", "extract its text first, as UTF-8")
    case .brokenCompression(let reason):
      said("the compressed file is damaged (\(reason))", "fetch or compress it again")
    case .badLine(let found):
      said(found, "write one object a line, with a string 'text'; the other lines are read")
    case .badArchive(let found):
      said(found, "the records before it were read; write the archive again for the rest")
    case .notFetched(let message), .badFeed(let message): message
    case .tooLong:
      said("it is longer than \(RawArticle.longest >> 20) MB", "cut it into articles")
    }
  }

  private func said(_ found: String, _ advice: String) -> String {
    let place = line.map { "'\(input)', line \($0)" } ?? "'\(input)'"
    return "reading \(place): \(found)\n  \(advice)"
  }
}
