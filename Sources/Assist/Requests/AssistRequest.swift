internal import DataFiles
internal import JSONBytes
public import Language
public import ParleyModel

/// One request: the prompt and a window of an article. It stands alone: whoever reads it knows all
/// that is needed for the answer.
public struct AssistRequest: Sendable {
  /// A name that depends on the article and everything the model is told: an answer with the same name
  /// answers this request.
  public let customID: String
  /// The article.
  public let article: ArticleID
  /// The part of it.
  public let window: ArticleWindow
  /// The prompt.
  public let prompt: Prompt
  /// The second message: what is known of the article, and the window.
  public let message: String

  /// Makes the requests that read `text` whole, in the order of the text.
  public static func requests(
    for text: AnnotatedText, prompt: Prompt, window limit: Int
  ) -> [AssistRequest] {
    ArticleWindow.windows(of: text, limit: limit).map { window in
      AssistRequest(text.article, window, prompt)
    }
  }

  private init(_ article: Article, _ window: ArticleWindow, _ prompt: Prompt) {
    self.article = article.id
    self.window = window
    self.prompt = prompt
    message = Self.message(article, window)
    let sum = Checksum.of(Array((prompt.name + "\n" + article.id.rawValue + "\n" + message).utf8))
    customID = "parley-\(sum.prefix(24))-\(window.number)"
  }

  private static func message(_ article: Article, _ window: ArticleWindow) -> String {
    let text = window.pieces.map(article.words).joined(separator: "\n\n")
    // A text cannot hold its own checksum, so that no text can end its part early.
    let mark = Checksum.of(Array(text.utf8)).prefix(12)
    var lines: [String] = []
    if let title = article.title { lines.append("Title: " + oneLine(title)) }
    if let outlet = article.outlet { lines.append("Outlet: " + oneLine(outlet)) }
    if let published = article.published { lines.append("Published: \(published)") }
    if window.count > 1 {
      lines.append(
        "This is part \(window.number) of \(window.count) of the article; the parts overlap. "
          + "Read this part alone.")
    }
    lines.append("----- article \(mark) begins -----")
    lines.append(text)
    lines.append("----- article \(mark) ends -----")
    lines.append("Answer with the JSON object for the text between the two marked lines.")
    return lines.joined(separator: "\n")
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// The estimated tokens of the request, the form of the answer included.
  public var tokens: Int {
    TokenEstimate.count(prompt.text.utf8) + TokenEstimate.count(prompt.schema)
      + TokenEstimate.count(message.utf8)
  }

  /// The body of the request, as the OpenAI protocol for chat completions has it.
  ///
  /// - Source: OpenAI API reference, "Create chat completion".
  public func body(_ settings: AssistSettings) -> [UInt8] {
    var output = JSONOutput()
    output.raw("{\"model\":")
    output.string(settings.model)
    output.raw(",\"messages\":[{\"role\":\"system\",\"content\":")
    output.string(prompt.text)
    output.raw("},{\"role\":\"user\",\"content\":")
    output.string(message)
    output.raw("}],\"temperature\":0,\"max_tokens\":")
    output.integer(settings.answerTokens)
    switch settings.format {
    case .jsonSchema:
      output.raw(",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":")
      output.raw("{\"name\":\"parley_answer\",\"strict\":true,\"schema\":")
      output.json(prompt.schema)
      output.raw("}}")
    case .jsonObject: output.raw(",\"response_format\":{\"type\":\"json_object\"}")
    case .text: break
    }
    output.raw("}")
    return output.bytes
  }

  /// The request as a line of a batch, without a line end.
  ///
  /// - Source: OpenAI API reference, "The request input object" of batches; vLLM and others read it.
  public func line(_ settings: AssistSettings) -> [UInt8] {
    var output = JSONOutput()
    output.raw("{\"custom_id\":")
    output.string(customID)
    output.raw(",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":")
    output.json(body(settings))
    output.raw("}")
    return output.bytes
  }
}
