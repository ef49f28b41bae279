/// Why a page cannot be given: what was being done, what was wrong, what to do next.
public struct PageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// There is no such page.
    case noPage(path: String)
    /// There is no such thing in the dossier, or not in this view.
    case noSuch(what: String, name: String)
    /// A value of the address or form cannot be read.
    case malformed(name: String, found: String, expected: String)
    /// The request is well formed and cannot be done.
    case impossible(found: String, advice: String)
    /// The page does not take this method.
    case wrongMethod(allowed: String)
    /// The request does not say that it comes from one of the pages.
    case foreignOrigin
    /// Something that was to be reviewed is no longer as it was.
    case changed(what: String)
    /// The body is longer than what is taken.
    case tooLarge(limit: Int)
    /// The body is of a kind that is not taken.
    case wrongType(found: String, expected: String)
    /// A token is needed, or another one.
    case noToken(role: String)
    /// The request names a host that this server does not answer for.
    case wrongHost
    /// Something in the dossier or on the machine failed; what, is not for those who ask.
    case failed
  }

  /// What went wrong.
  public let kind: Kind

  /// Makes an error.
  public init(_ kind: Kind) { self.kind = kind }

  /// The status of the answer.
  public var status: Int {
    switch kind {
    case .noPage, .noSuch: 404
    case .malformed: 400
    case .impossible: 422
    case .wrongMethod: 405
    case .foreignOrigin, .wrongHost: 403
    case .changed: 409
    case .tooLarge: 413
    case .wrongType: 415
    case .noToken: 401
    case .failed: 500
    }
  }

  /// A few words for the kind, the same for all errors of it.
  public var title: String {
    switch kind {
    case .noPage: "no such page"
    case .noSuch: "not in the dossier"
    case .malformed: "a value cannot be read"
    case .impossible: "this cannot be done"
    case .wrongMethod: "the page does not take this method"
    case .foreignOrigin: "the request comes from somewhere else"
    case .changed: "it has changed meanwhile"
    case .tooLarge: "too large"
    case .wrongType: "a kind of body that is not taken"
    case .noToken: "a token is needed"
    case .wrongHost: "another host was named"
    case .failed: "the server failed"
    }
  }

  /// The message: what was being done, what was wrong where, what to do next.
  public var description: String {
    switch kind {
    case .noPage(let path):
      "looking for the page '\(path)': there is none; start from the first page"
    case .noSuch(let what, let name):
      """
      looking for the \(what) '\(name)': the dossier has none in this view; \
      look at the latest view, or at the list
      """
    case .malformed(let name, let found, let expected):
      "reading '\(name)': found '\(found)'; give \(expected)"
    case .impossible(let found, let advice): "doing what the form asks: \(found); \(advice)"
    case .wrongMethod(let allowed):
      "answering the request: the page does not take this method; use \(allowed)"
    case .foreignOrigin:
      """
      changing the record: the request does not come from one of these pages; \
      open the page again and send its form
      """
    case .changed(let what):
      "reviewing: \(what) is no longer as the page showed it; open the page again"
    case .tooLarge(let limit):
      "taking the body: it is longer than \(limit) bytes; send less, or use 'parley add'"
    case .wrongType(let found, let expected):
      "taking the body: its kind is '\(found)'; send \(expected)"
    case .noToken(let role):
      """
      answering the request: it carries no token for \(role); \
      send 'Authorization: Bearer TOKEN', or sign in at /sign-in
      """
    case .wrongHost:
      """
      answering the request: it names a host that this server does not answer for; \
      use the address that 'parley serve' printed
      """
    case .failed:
      """
      making the page: something failed here; \
      try again, or look at what the program wrote on standard error
      """
    }
  }
}
