internal import Dossier
internal import Fetching
internal import ParleyModel

extension Service {
  /// Takes a form: a review, an undo, articles, a name, a token.
  func write(_ request: Incoming) throws -> Answer {
    let parts = request.parts
    let isData = parts.first == "api"
    try checkOrigin(request, isData: isData)
    if parts == ["sign-in"] { return try signIn(request) }
    guard let person = settings.access.person(request), person.role == .review else {
      throw PageError(.noToken(role: "reviewing"))
    }
    let path = isData ? Array(parts.dropFirst()) : parts
    if path == ["add"] || (isData && path == ["articles"]) {
      return try add(request, isData: isData)
    }
    if path == ["reviewer"], !isData { return try name(request) }
    if path.count == 3, path[0] == "articles", path[2] == "reviews" {
      return try review(request, article: path[1], person, isData: isData)
    }
    if path.count == 3, path[0] == "reviews", path[2] == "undo" {
      return try undo(request, number: path[1], person, isData: isData)
    }
    if path.count == 3, path[0] == "reviews", path[2] == "settle" {
      return try settle(request, number: path[1], person, isData: isData)
    }
    let isPage = (try? site.page(path, Query(""))) != nil
    throw PageError(isPage ? .wrongMethod(allowed: "GET, HEAD") : .noPage(path: request.path))
  }

  /// Lets only forms of these pages through, and programs that no page of a browser can imitate.
  ///
  /// A browser says from where a form comes (`Origin`, `Sec-Fetch-Site`), and cannot send a header of
  /// its own making elsewhere without asking first.
  ///
  /// - Source: OWASP, "Cross-Site Request Forgery Prevention".
  private func checkOrigin(_ request: Incoming, isData: Bool) throws(PageError) {
    if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" {
      throw PageError(.foreignOrigin)
    }
    if let origin = request.headers["origin"] {
      let host = request.headers["host"] ?? ""
      guard origin == "http://\(host)" || origin == "https://\(host)" else {
        throw PageError(.foreignOrigin)
      }
    }
    if isData {
      let isProgram =
        request.headers["authorization"] != nil || request.headers["parley-client"] != nil
      guard isProgram else { throw PageError(.foreignOrigin) }
      return
    }
    let type = request.headers["content-type"] ?? ""
    let shown: String?
    if type.lowercased().hasPrefix("multipart/form-data") {
      shown = Multipart(request.body, type: type)?.parts.first { $0.name == "token" }
        .map { String(decoding: $0.bytes, as: UTF8.self) }
    } else if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
      shown = request.form["token"]
    } else {
      throw PageError(.wrongType(found: type, expected: "a form"))
    }
    guard shown == formToken else { throw PageError(.foreignOrigin) }
  }

  private func signIn(_ request: Incoming) throws -> Answer {
    guard let secret = request.form["secret"], settings.access.person(token: secret) != nil else {
      return try form(
        "sign-in", "Sign in", request, person: nil, fields: Fields(["isWrong": .flag(true)]),
        status: 401)
    }
    var answer = Answer.seeOther("/")
    answer.add(
      "Set-Cookie", "parley-token=\(secret); Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000")
    return answer
  }

  private func name(_ request: Incoming) throws -> Answer {
    guard let given = request.form["reviewer"], let name = ReviewerName(given) else {
      throw PageError(
        .malformed(
          name: "reviewer", found: request.form["reviewer"] ?? "",
          expected: "a name of plain letters, at most 40"))
    }
    var answer = Answer.seeOther("/review?done=named")
    answer.add(
      "Set-Cookie",
      "parley-reviewer=\(name.text); Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000")
    return answer
  }

  private func undo(
    _ request: Incoming, number: String, _ person: Access.Person, isData: Bool
  ) throws -> Answer {
    guard let number = Int64(number) else {
      throw PageError(.noSuch(what: "review", name: number))
    }
    guard let reviewer = reviewer(request, person) else { throw Self.noName }
    try site.desk.dossier.undoReview(number, by: reviewer, at: now())
    if isData { return Answer(204) }
    let back = Self.articlePath(request.form["back"]) ?? "review"
    let card = request.form["card"].flatMap(Self.card).map { "#" + $0 } ?? ""
    return .seeOther("/\(back)?done=undone\(card)")
  }

  private func add(_ request: Incoming, isData: Bool) throws -> Answer {
    if let address = try givenAddress(request, isData: isData) {
      return begun(try adding.begin(.address(address)), isData: isData)
    }
    let given = try givenArticles(request, isData: isData)
    guard !given.isEmpty else {
      throw PageError(.impossible(found: "there is no text", advice: "paste one, or choose files"))
    }
    guard let one = given.first, given.count == 1 else {
      return begun(try adding.begin(.articles(given)), isData: isData)
    }
    let first = try adder.add(one.raw, at: now())
    let isAsked = try queue?.add(first.name, at: now()) == true
    let address = "articles/" + Slug.of(first.name)
    if isData {
      let fields = Fields([
        "schema": .text("parley/added/1"),
        "articles": .list(
          [added(first, isAsked: isAsked)]),
      ])
      var answer = Answer(first.isKnown ? 200 : 201, type: "application/json", fields.json)
      answer.add("Location", "/api/" + address)
      return answer
    }
    let notice = isAsked ? Notice.asked : first.isKnown ? .known : .added
    return .seeOther("/\(address)?done=\(notice.rawValue)")
  }

  private func added(_ one: ArticleAdder.Added, isAsked: Bool) -> Fields {
    var fields = Fields([
      "name": .text(one.name), "known": .flag(one.isKnown), "warnings": .list(one.warnings),
    ])
    if queue != nil { fields["asked"] = .flag(isAsked) }
    return fields
  }

  /// The address that somebody gives; `nil` if there is none.
  private func givenAddress(_ request: Incoming, isData: Bool) throws(PageError) -> String? {
    let given = isData ? request.query["address"] : request.form["address"]
    guard let address = given?.drop(while: { $0 == " " }).prefix(2048) else { return nil }
    guard ArticleInputs.isAddress(String(address)) else {
      throw PageError(
        .malformed(
          name: "address", found: String(address.prefix(80)),
          expected: "an address of the web that begins with http:// or https://"))
    }
    return String(address)
  }

  private func givenArticles(_ request: Incoming, isData: Bool) throws(PageError)
    -> [ArticleAdder.Given]
  {
    let type = (request.headers["content-type"] ?? "").lowercased()
    if isData {
      guard type.hasPrefix("text/plain") || type.hasPrefix("text/html") else {
        throw PageError(.wrongType(found: type, expected: "text/plain or text/html"))
      }
      guard let name = request.query["name"] else {
        throw PageError(.malformed(name: "name", found: "", expected: "a name for the article"))
      }
      return request.body.isEmpty
        ? []
        : [
          ArticleAdder.Given(
            bytes: request.body, name: name, title: request.query["title"],
            outlet: request.query["outlet"], published: try Self.day(request.query["published"]))
        ]
    }
    if let parts = Multipart(request.body, type: request.headers["content-type"] ?? "")?.parts {
      func field(_ name: String) -> String? {
        parts.first { $0.name == name && $0.file == nil && !$0.bytes.isEmpty }
          .map { String(decoding: $0.bytes, as: UTF8.self) }
      }
      var given = parts.filter { $0.file != nil && !$0.bytes.isEmpty }.map { part in
        ArticleAdder.Given(bytes: part.bytes, name: part.file ?? "upload")
      }
      if let text = field("text") {
        given.append(
          try Self.pasted(
            text, title: field("title"), outlet: field("outlet"), published: field("published")))
      }
      return given
    }
    let form = request.form
    guard let text = form["text"] else { return [] }
    return [
      try Self.pasted(
        text, title: form["title"], outlet: form["outlet"], published: form["published"])
    ]
  }

  private static func pasted(
    _ text: String, title: String?, outlet: String?, published: String?
  ) throws(PageError) -> ArticleAdder.Given {
    let day = try day(published)
    let words = (title ?? text).lowercased().split { !($0.isLetter || $0.isNumber) }.prefix(6)
    let name = ([day].compactMap { $0 } + words.map(String.init)).joined(separator: "-")
    return ArticleAdder.Given(
      bytes: Array(text.utf8), name: name.isEmpty ? "pasted" : name, title: title, outlet: outlet,
      published: day)
  }

  private static func day(_ text: String?) throws(PageError) -> String? {
    guard let text else { return nil }
    guard text.utf8.count == 10, CalendarDate(iso: text) != nil else {
      throw PageError(
        .malformed(name: "published", found: text, expected: "a date like 2025-08-22"))
    }
    return text
  }

  /// That somebody who reviews has to say who it is.
  static let noName = PageError(
    .impossible(found: "nobody said who reviews", advice: "give your name on the page Review"))

  /// `path` if it leads to an article, so that no form leads anywhere else.
  static func articlePath(_ path: String?) -> String? {
    guard let path, path.hasPrefix("articles/"),
      path.utf8.dropFirst(9).allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || [0x2D, 0x2E, 0x5F, 0x7E].contains($0)
      })
    else { return nil }
    return path
  }

  /// `name` if it is the name of a card.
  static func card(_ name: String) -> String? {
    name.hasPrefix("s-") && name.dropFirst(2).allSatisfy(\.isHexDigit) ? name : nil
  }
}
