internal import Foundation

/// A service on this machine that plays a language model by a script, well or badly.
public final class ScriptedModel: Sendable {
  /// A request, as the service sees it.
  public struct Question: Sendable {
    /// The model that is asked for.
    public let model: String
    /// The second message: the article or a part of it.
    public let message: String
    /// How the form of the answer is asked for; `nil` where it is not.
    public let format: String?
    /// What authorizes the request; `nil` for nothing.
    public let authorization: String?
    /// How many requests came before.
    public let before: Int
  }

  /// What takes the requests.
  public let site: TestSite

  /// Opens a service that answers by `script`.
  public init(_ script: @escaping @Sendable (Question) -> TestSite.Reply) throws {
    site = try TestSite { request, before in
      let body = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
      let messages = body?["messages"] as? [[String: String]]
      return script(
        Question(
          model: body?["model"] as? String ?? "", message: messages?.last?["content"] ?? "",
          format: (body?["response_format"] as? [String: Any])?["type"] as? String,
          authorization: request.headers["authorization"], before: before))
    }
  }

  /// Opens a service that gives `content` as its answer to everything.
  public convenience init(content: String) throws {
    try self.init { _ in Self.content(content) }
  }

  /// The address to give.
  public var address: String { site.address("") }

  /// How many requests came.
  public var count: Int { site.all.count }

  /// An answer with `content` as the model's text.
  public static func content(_ content: String, finish: String = "stop") -> TestSite.Reply {
    .answer(200, ["Content-Type: application/json"], body(content, finish: finish))
  }

  /// The bytes of such an answer.
  public static func body(_ content: String, finish: String = "stop") -> [UInt8] {
    let object: [String: Any] = [
      "model": "scripted-1", "usage": ["prompt_tokens": 900, "completion_tokens": 40],
      "choices": [
        ["finish_reason": finish, "message": ["role": "assistant", "content": content]]
      ],
    ]
    let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return data.map { Array($0) } ?? []
  }

  /// A stance as a model writes it.
  public struct Stance: Sendable {
    /// Whose stance it is.
    public var holder: String
    /// The act.
    public var act: String
    /// The code.
    public var issue: String
    /// The words.
    public var evidence: String

    /// Makes a stance.
    public init(_ holder: String, _ act: String, _ issue: String, _ evidence: String) {
      self.holder = holder
      self.act = act
      self.issue = issue
      self.evidence = evidence
    }
  }

  /// The text of an answer with these stances and no figures.
  public static func answer(_ stances: [Stance]) -> String {
    let rows = stances.map { stance -> [String: Any] in
      [
        "holder": stance.holder, "act": stance.act, "issue": stance.issue,
        "addressee": NSNull(), "places": [String](), "condition": NSNull(), "asOf": NSNull(),
        "status": "current", "evidence": stance.evidence, "source": NSNull(),
      ]
    }
    let object: [String: Any] = ["positions": rows, "figures": [Any]()]
    let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
