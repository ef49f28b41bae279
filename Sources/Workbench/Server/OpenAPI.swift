/// The description of the interface, made from the routes themselves.
///
/// - Source: OpenAPI 3.1.
enum OpenAPI {
  /// The description.
  static var document: Fields {
    var paths = Fields()
    for route in Site.routes {
      paths["/api/" + route.path] = .fields(Fields(["get": reading(route)]))
    }
    paths["/api/additions/{number}"] = .fields(Fields(["get": addition]))
    paths["/api/additions/{number}/events"] = .fields(Fields(["get": additionEvents]))
    let write: [(path: String, summary: String, body: Value, answers: [(String, Value)])] = [
      (
        "/api/articles", "Add an article: a text, a web page, or what is at an address",
        content(["text/plain", "text/html"], string, isRequired: false),
        [
          ("200", answer("It was there already")), ("201", answer("It was added and read")),
          ("202", answer("The address is being fetched; what becomes of it is at Location")),
        ]
      ),
      (
        "/api/articles/{article}/reviews", "Record what a person decided about a stance",
        content(["application/x-www-form-urlencoded"], reviewForm),
        [("201", answer("It was recorded"))]
      ),
      (
        "/api/reviews/{number}/settle",
        "Take a decision as the last word about a stance on which people differ", .none,
        [("201", answer("It was recorded"))]
      ),
      (
        "/api/reviews/{number}/undo", "Take a review back", .none,
        [("204", plain("It was taken back"))]
      ),
    ]
    for entry in write {
      var path: Fields
      if case .fields(let known) = paths[entry.path] { path = known } else { path = Fields() }
      var parameters: [Value] = []
      if let name = variable(entry.path) { parameters.append(pathParameter(name)) }
      if entry.path == "/api/articles" {
        for (name, meaning, isNeeded) in [
          ("name", "the article's name; needed for a text", false),
          ("address", "an address to fetch instead of a body", false),
          ("title", "its title", false),
          ("outlet", "who published it", false), ("published", "the day of publication", false),
        ] {
          parameters.append(queryParameter(name, meaning, isNeeded: isNeeded))
        }
      }
      var post = Fields([
        "summary": .text(entry.summary), "parameters": .list(parameters),
        "security": .list([
          Fields(["client": .list([Fields]())]), Fields(["bearer": .list([Fields]())]),
        ]),
        "responses": .fields(responses(entry.answers)),
      ])
      if case .fields = entry.body { post["requestBody"] = entry.body }
      path["post"] = .fields(post)
      paths[entry.path] = .fields(path)
    }
    return Fields([
      "openapi": .text("3.1.0"),
      "info": .fields(
        Fields([
          "title": .text("Parley workbench"), "version": .text("1"),
          "description": .text(
            "Every page of the workbench is JSON under /api, from the same query. Offsets are bytes "
              + "of the article's UTF-8 text; dates are ISO 8601; confidences lie in 0 to 1."),
        ])),
      "paths": .fields(paths),
      "components": .fields(
        Fields([
          "securitySchemes": .fields(
            Fields([
              "bearer": .fields(Fields(["type": .text("http"), "scheme": .text("bearer")])),
              "client": .fields(
                Fields([
                  "type": .text("apiKey"), "in": .text("header"), "name": .text("Parley-Client"),
                ])),
            ])),
          "schemas": .fields(
            Fields([
              "Problem": .fields(
                Fields([
                  "type": .text("object"),
                  "required": .list(["type", "title", "status", "detail"]),
                  "properties": .fields(
                    Fields([
                      "type": string, "title": string,
                      "status": .fields(Fields(["type": .text("integer")])), "detail": string,
                      "instance": string,
                    ])),
                ])),
              "Page": .fields(
                Fields([
                  "type": .text("object"), "required": .list(["schema"]),
                  "properties": .fields(Fields(["schema": string])),
                ])),
            ])),
        ])),
    ])
  }

  private static let string = Value.fields(Fields(["type": .text("string")]))

  private static let reviewForm = Value.fields(
    Fields([
      "type": .text("object"), "required": .list(["stance", "verdict"]),
      "properties": .fields(
        Fields([
          "stance": string,
          "verdict": .fields(
            Fields(["type": .text("string"), "enum": .list(["accept", "correct", "reject"])])),
          "holder": string, "act": string, "issue": string, "addressee": string, "asOf": string,
          "words": string, "reason": string, "why": string, "seen": string,
        ])),
    ]))

  private static let addition = Value.fields(
    Fields([
      "summary": .text("Articles that are being added, and what became of each so far"),
      "parameters": .list([pathParameter("number")]),
      "responses": .fields(responses([("200", answer("The run"))])),
    ]))

  private static let additionEvents = Value.fields(
    Fields([
      "summary": .text("The same as server-sent events: 'article' for each, 'done' at the end"),
      "parameters": .list([pathParameter("number")]),
      "responses": .fields(
        responses([
          (
            "200",
            .fields(
              Fields([
                "description": .text("The events"),
                "content": .fields(
                  Fields(["text/event-stream": .fields(Fields(["schema": string]))])),
              ]))
          )
        ])),
    ]))

  private static func reading(_ route: Route) -> Value {
    var parameters: [Value] = route.variable.map { [pathParameter($0)] } ?? []
    for parameter in route.parameters {
      parameters.append(queryParameter(parameter.name, parameter.meaning))
    }
    if route.hasView {
      for (name, meaning) in [
        ("on", "what was so on this day"), ("known", "what the public knew on this day"),
        ("received", "what the dossier knew at this moment"),
        ("least", "leave out stances of lower confidence that nobody confirmed, 0 to 1"),
      ] {
        parameters.append(queryParameter(name, meaning))
      }
    }
    parameters.append(queryParameter("format", "json or csv"))
    let page = Fields([
      "description": .text("The page"),
      "content": .fields(
        Fields([
          "application/json": .fields(
            Fields(["schema": .fields(Fields(["$ref": .text("#/components/schemas/Page")]))])),
          "text/csv": .fields(Fields(["schema": string])),
        ])),
    ])
    return .fields(
      Fields([
        "summary": .text(route.summary), "parameters": .list(parameters),
        "responses": .fields(
          responses([("200", .fields(page)), ("304", plain("Nothing has changed"))])),
      ]))
  }

  /// What may be answered, with errors as problems.
  private static func responses(_ answers: [(String, Value)]) -> Fields {
    var responses = Fields()
    for (status, answer) in answers { responses[status] = answer }
    responses["default"] = .fields(
      Fields([
        "description": .text("What is wrong (RFC 9457)"),
        "content": .fields(
          Fields([
            "application/problem+json": .fields(
              Fields(["schema": .fields(Fields(["$ref": .text("#/components/schemas/Problem")]))]))
          ])),
      ]))
    return responses
  }

  private static func answer(_ description: String) -> Value {
    .fields(
      Fields([
        "description": .text(description),
        "content": .fields(
          Fields([
            "application/json": .fields(
              Fields(["schema": .fields(Fields(["$ref": .text("#/components/schemas/Page")]))]))
          ])),
      ]))
  }

  private static func plain(_ description: String) -> Value {
    .fields(Fields(["description": .text(description)]))
  }

  private static func content(_ types: [String], _ schema: Value, isRequired: Bool = true) -> Value
  {
    var content = Fields()
    for type in types { content[type] = .fields(Fields(["schema": schema])) }
    return .fields(Fields(["required": .flag(isRequired), "content": .fields(content)]))
  }

  private static func variable(_ path: String) -> String? {
    path.split(separator: "/").first { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  private static func pathParameter(_ name: String) -> Value {
    .fields(
      Fields([
        "name": .text(name), "in": .text("path"), "required": .flag(true), "schema": string,
      ]))
  }

  private static func queryParameter(_ name: String, _ meaning: String, isNeeded: Bool = false)
    -> Value
  {
    .fields(
      Fields([
        "name": .text(name), "in": .text("query"), "required": .flag(isNeeded),
        "description": .text(meaning), "schema": string,
      ]))
  }
}
