/// The answers of a batch by the name of the request that they are for.
public struct AnswerBook: Sendable {
  private var lines: [String: [[UInt8]]] = [:]
  /// The number of lines that name no request.
  public private(set) var nameless = 0

  private let model: String?

  /// Starts without answers.
  ///
  /// - Parameter model: takes only the records of what this model was asked; `nil` takes all answers.
  public init(model: String? = nil) { self.model = model }

  /// Adds one line of answers.
  public mutating func add(_ line: [UInt8]) {
    if let model, Completion.askedModel(ofLine: line) != model { return }
    guard let name = Completion.customID(ofLine: line) else {
      nameless += 1
      return
    }
    lines[name, default: []].append(line)
  }

  /// The names of the requests that have an answer.
  public var names: Set<String> { Set(lines.keys) }

  /// Returns the answer to the request named `name`: the last that can be used, else the last; `nil`
  /// where there is none.
  public func answer(to name: String) -> [UInt8]? {
    guard let answers = lines[name] else { return nil }
    return answers.last(where: Self.isUsable) ?? answers.last
  }

  /// Whether the request named `name` has an answer that can be used.
  public func isAnswered(_ name: String) -> Bool {
    lines[name]?.contains(where: Self.isUsable) ?? false
  }

  /// Whether an answer, or a line with one, can be used.
  public static func isUsable(_ line: [UInt8]) -> Bool {
    do throws(AnswerFault) {
      _ = try AssistAnswer(try Completion(line).content)
      return true
    } catch {
      return false
    }
  }
}
