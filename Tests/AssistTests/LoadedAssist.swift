import DataFiles
import Foundation
import Language
import ParleyModel
import Reading

@testable import Assist

/// The reader and the prompt with the repository's data files, loaded once for all tests.
enum LoadedAssist {
  private static let loaded = Result {
    let data = try DataFolder.locate()
    let reader = try Reader(data)
    return (reader, try Assistant(data, reader: reader, settings: AssistSettings(model: "tiny")))
  }

  /// The reader.
  static var reader: Reader { get throws { try loaded.get().0 } }

  /// An assistant with the usual settings.
  static var assistant: Assistant { get throws { try loaded.get().1 } }

  /// A short article of two neighbours, with curly quotation marks.
  static let text = """
    Peru demands that Ecuador withdraw from the upper Cenepa valley by June.
    “Ecuador will not leave a single post,” the foreign ministry in Quito said in a statement.
    Brazil proposed a ceasefire of 30 days along the whole border.
    About 40 percent of the valley is held by Peru. Peru would free the prisoners if Ecuador signs.
    """

  /// An article of `text`.
  static func article(_ text: String = LoadedAssist.text, id: String = "border") -> Article {
    let bytes = Array(text.utf8)
    return Article(
      id: ArticleID(id), title: "Two neighbours", outlet: "The Daily",
      published: CalendarDate(year: 2024, month: 5, day: 3), text: bytes,
      paragraphs: Article.paragraphs(of: bytes))
  }

  /// The article of `text`, read.
  static let read = Result { try assistant.read(article()) }

  /// The whole of an article as one window.
  static func window(of article: ReadArticle) throws -> ArticleWindow {
    let windows = ArticleWindow.windows(of: try reader.annotate(article.article), limit: 100_000)
    return windows[0]
  }

  /// Verifies one answer against the article of `text`.
  static func verify(_ answer: AssistAnswer) throws -> Verification {
    let article = try read.get()
    return try verify(answer, of: article)
  }

  /// Verifies one answer against an article.
  static func verify(_ answer: AssistAnswer, of article: ReadArticle) throws -> Verification {
    try verify(answer, of: article, window: try window(of: article))
  }

  /// Verifies one answer for a window of an article.
  static func verify(
    _ answer: AssistAnswer, of article: ReadArticle, window: ArticleWindow
  ) throws -> Verification {
    try assistant.verifier.verify(answer, window: window, of: article)
  }

  /// An answer of a server with `content` as the model's text.
  static func completion(_ content: String, finish: String = "stop") throws -> [UInt8] {
    let object: [String: Any] = [
      "model": "tiny-1", "usage": ["prompt_tokens": 900, "completion_tokens": 40],
      "choices": [
        ["finish_reason": finish, "message": ["role": "assistant", "content": content]]
      ],
    ]
    return Array(try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]))
  }
}

extension AssistAnswer.Stance {
  /// What Peru demands in the article of the tests.
  static let demand: AssistAnswer.Stance = {
    var stance = AssistAnswer.Stance()
    stance.holder = "Peru"
    stance.act = "demand"
    stance.issue = "territory.withdrawal"
    stance.addressee = "Ecuador"
    stance.places = ["Cenepa valley"]
    stance.status = "current"
    stance.evidence = "Peru demands that Ecuador withdraw from the upper Cenepa valley"
    return stance
  }()

  /// The same with changes.
  static func changed(_ change: (inout AssistAnswer.Stance) -> Void) -> AssistAnswer.Stance {
    var stance = demand
    change(&stance)
    return stance
  }

  /// The stance as a model writes it.
  var json: [String: Any] {
    [
      "holder": holder, "act": act, "issue": issue, "addressee": addressee ?? NSNull(),
      "places": places, "condition": condition ?? NSNull(), "asOf": asOf ?? NSNull(),
      "status": status, "evidence": evidence, "source": source ?? NSNull(),
    ]
  }
}

/// The text of an answer with these stances.
func answerText(_ stances: [AssistAnswer.Stance]) throws -> String {
  let object: [String: Any] = ["positions": stances.map(\.json), "figures": [Any]()]
  let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
  return String(decoding: data, as: UTF8.self)
}
