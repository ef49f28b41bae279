public import DataFiles
public import Dossier
public import Fetching

/// Answers requests: pages, their JSON and tables, reviews, new articles.
///
/// It knows nothing of sockets, so that a test can ask it whatever a network can.
public final class Service: Sendable {
  /// How the workbench is served.
  public struct Settings: Sendable {
    /// Who may read and review.
    public var access: Access
    /// The name under which reviews are kept where nobody said another; `nil` for none.
    public var reviewer: String?
    /// The way to the web for those who add articles by address; `nil` where nothing is fetched.
    public var web: WebAccess?
    /// Is told, in a line or several, why a request could not be answered; people who ask are not.
    public var report: @Sendable (String) -> Void = { _ in }
    /// Reads what is added a second time, with a model's help; `nil` where no model is asked.
    public var helper: DossierReader?
    /// The longest body of an upload, in bytes.
    public var longestUpload = 16 << 20
    /// The longest body of any other form, in bytes.
    public var longestForm = 64 << 10

    /// Serves everybody on this machine.
    public init(access: Access, reviewer: String? = nil) {
      self.access = access
      self.reviewer = reviewer
    }
  }

  let site: Site
  let settings: Settings
  let adder: ArticleAdder
  /// Where articles wait for a model; `nil` where none is asked.
  let queue: ReadingQueue?
  let adding: AddingDesk
  /// What forms must carry: made new for each service.
  let formToken: String
  let now: @Sendable () -> Timestamp
  private let cache = PageCache(limit: 24 << 20)

  /// Serves a dossier.
  ///
  /// - Parameters:
  ///   - secret: what forms must carry; nobody else may know it.
  ///   - now: the clock by which reviews and articles are dated.
  public init(
    _ site: Site, data: DataFolder, settings: Settings, secret: String,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.site = site
    self.settings = settings
    adder = ArticleAdder(site.desk.dossier, data: data)
    queue = settings.helper.map {
      ReadingQueue(site.desk.dossier, reader: $0, report: settings.report)
    }
    adding = AddingDesk(
      adder, queue: queue, web: settings.web, data: data, now: now, report: settings.report)
    formToken = secret
    self.now = now
  }

  /// The longest body that a request may bring.
  public func longestBody(_ request: Incoming) -> Int {
    Self.isUpload(request) ? settings.longestUpload : settings.longestForm
  }

  static func isUpload(_ request: Incoming) -> Bool {
    request.path == "/add" || request.path == "/api/articles"
  }

  /// Answers a request.
  public func answer(_ request: Incoming) -> Answer {
    var answer: Answer
    do {
      answer = try respond(request)
    } catch {
      let known = PageError(error)
      if known.status == 500 {
        settings.report("answering \(request.method) \(request.path): \(error)")
      }
      answer = failure(known, request)
    }
    secure(&answer)
    if request.method == "HEAD" {
      if answer.stream == nil { answer.add("Content-Length", String(answer.body.count)) }
      answer.body = []
      answer.stream = nil
    }
    return answer
  }

  /// Answers a request that failed before its body was read.
  func failed(_ kind: PageError.Kind, _ request: Incoming) -> Answer {
    var answer = failure(PageError(kind), request)
    secure(&answer)
    answer.add("Connection", "close")
    return answer
  }

  /// An error as a page or, under `/api`, as JSON.
  ///
  /// - Source: RFC 9457.
  func failure(_ error: PageError, _ request: Incoming) -> Answer {
    var fields = Fields([
      "type": .text("about:blank"), "title": .text(error.title),
      "status": .integer(error.status), "detail": .text(error.description),
      "instance": .text(request.path),
    ])
    var answer: Answer
    if request.parts.first == "api" {
      answer = Answer(error.status, type: "application/problem+json", fields.json)
    } else {
      fields["_status"] = .integer(error.status)
      var page = Page("", place: nil, template: "error", title: error.title, fields: fields)
      page.hasView = false
      let frame = Frame(
        root: "/", ending: "", home: "", dossier: (try? site.desk.dossier.title()) ?? "",
        isPublished: false)
      let html = try? site.templates.html(page, in: frame)
      answer = Answer(
        error.status, type: "text/html; charset=utf-8", html ?? Array(error.description.utf8))
    }
    if case .wrongMethod(let allowed) = error.kind { answer.add("Allow", allowed) }
    if case .noToken = error.kind { answer.add("WWW-Authenticate", "Bearer realm=\"parley\"") }
    return answer
  }

  private func respond(_ request: Incoming) throws -> Answer {
    guard settings.access.accepts(host: request.headers["host"]) else {
      throw PageError(.wrongHost)
    }
    guard request.body.count <= longestBody(request) else {
      throw PageError(.tooLarge(limit: longestBody(request)))
    }
    switch request.method {
    case "GET", "HEAD": return try read(request)
    case "POST": return try write(request)
    default: throw PageError(.wrongMethod(allowed: "GET, HEAD, POST"))
    }
  }

  private func read(_ request: Incoming) throws -> Answer {
    let parts = request.parts
    if parts.first == "static" {
      guard parts.count == 2, let file = site.templates.files[parts[1]] else {
        throw PageError(.noPage(path: request.path))
      }
      return plain(file.bytes, type: file.type, tag: file.tag, request)
    }
    if parts == ["sign-in"] { return try form("sign-in", "Sign in", request, person: nil) }
    guard let person = settings.access.person(request) else {
      throw PageError(.noToken(role: "reading"))
    }
    let isData = parts.first == "api"
    let path = isData ? Array(parts.dropFirst()) : parts
    if path.first == "additions" {
      return try addition(Array(path.dropFirst()), request, person, isData: isData)
    }
    if isData { return try data(request, path) }
    return try page(request, parts, person)
  }

  /// The JSON or the table of a page.
  private func data(_ request: Incoming, _ parts: [String]) throws -> Answer {
    if parts == ["openapi.json"] {
      return plain(
        OpenAPI.document.json, type: "application/json", tag: site.templates.identity, request)
    }
    guard !parts.isEmpty else { throw PageError(.noPage(path: request.path)) }
    let isTable: Bool
    switch request.query["format"] {
    case nil, "json": isTable = false
    case "csv": isTable = true
    case .some(let other):
      throw PageError(.malformed(name: "format", found: other, expected: "'json' or 'csv'"))
    }
    let revision = try site.desk.dossier.revision()
    let key = "\(revision) \(request.path)?\(request.queryText)"
    var next: String?
    let body = try cache.body(key) {
      let page = try site.page(parts, request.query)
      if case .text(let more) = page.fields["next"] { next = more }
      if isTable {
        guard let table = page.table else {
          throw PageError(
            .malformed(name: "format", found: "csv", expected: "'json': the page is no table"))
        }
        return PageCache.Body(table.bytes, type: "text/csv; charset=utf-8")
      }
      return PageCache.Body(page.fields.json, type: "application/json")
    }
    var answer = packed(body, tag: Self.tag(key), request)
    if let next { answer.add("Link", "<\(request.path)?\(next)>; rel=\"next\"") }
    return answer
  }

  private func page(_ request: Incoming, _ parts: [String], _ person: Access.Person) throws
    -> Answer
  {
    let revision = try site.desk.dossier.revision()
    let reviewer = reviewer(request, person)
    let notice = Notice(request.query["done"])?.words
    let key =
      "\(revision) \(request.path)?\(request.queryText) \(reviewer ?? "") \(person.role.rawValue)"
    let body = try cache.body(key) {
      let page = try site.page(parts, request.query)
      let view = try ViewQuery(request.query)
      var frame = Frame(
        root: "/", ending: "", home: "", dossier: try site.desk.dossier.title(),
        isPublished: false)
      frame.carried = view.carried
      frame.view = view.words
      frame.formToken = person.role == .review ? formToken : nil
      frame.reviewer = reviewer
      frame.notice = notice
      frame.canFetch = adding.hasWeb
      frame.hasSignIn = settings.access.needsToken
      return PageCache.Body(
        try site.templates.html(page, in: frame), type: "text/html; charset=utf-8")
    }
    return packed(body, tag: Self.tag(key + site.templates.identity + formToken), request)
  }

  /// A page that asks for something and is not part of the record.
  func form(
    _ template: String, _ title: String, _ request: Incoming, person: Access.Person?,
    fields: Fields = Fields(), status: Int = 200
  ) throws -> Answer {
    var page = Page(template, place: nil, template: template, title: title, fields: fields)
    page.hasView = false
    var frame = Frame(
      root: "/", ending: "", home: "",
      dossier: person == nil ? "sign in" : try site.desk.dossier.title(), isPublished: false)
    frame.formToken = formToken
    frame.reviewer = person.flatMap { reviewer(request, $0) }
    frame.hasSignIn = settings.access.needsToken
    return Answer(
      status, type: "text/html; charset=utf-8", try site.templates.html(page, in: frame))
  }

  /// The name under which the reviews of a request are kept; `nil` if nobody said one.
  func reviewer(_ request: Incoming, _ person: Access.Person) -> String? {
    person.name ?? request.cookie("parley-reviewer").flatMap(ReviewerName.init)?.text
      ?? settings.reviewer
  }
}
