import Assist
import DataFiles
import Fetching
import ParleyModel
import Reading
import Synchronization
import TestSupport
import Testing

@testable import Asking

/// Articles about a border, and what reads them with a scripted model's help.
enum Border {
  static let text = """
    Peru demands that Ecuador withdraw from the upper Cenepa valley by June.
    Brazil proposed a ceasefire of 30 days along the whole border.
    """
  static let demand = ScriptedModel.Stance(
    "Peru", "demand", "territory.withdrawal", "Peru demands that Ecuador withdraw")
  static let proposal = ScriptedModel.Stance(
    "Brazil", "propose", "ceasefire", "Brazil proposed a ceasefire of 30 days")

  private static let loaded = Result {
    let data = try DataFolder.locate()
    let reader = try Reader(data)
    return (
      data, reader, try Assistant(data, reader: reader, settings: AssistSettings(model: "tiny"))
    )
  }

  static var assistant: Assistant { get throws { try loaded.get().2 } }

  static func assistant(_ settings: AssistSettings) throws -> Assistant {
    let (data, reader, _) = try loaded.get()
    return try Assistant(data, reader: reader, settings: settings)
  }

  static func article(_ text: String = Border.text, id: String = "border") -> Article {
    let bytes = Array(text.utf8)
    return Article(
      id: ArticleID(id), title: "Two neighbours", outlet: "The Daily",
      published: CalendarDate(year: 2024, month: 5, day: 3), text: bytes,
      paragraphs: Article.paragraphs(of: bytes))
  }

  /// A clock that does not wait, and remembers how long it was asked to.
  final class Waits: Sendable {
    private let list = Mutex<[Duration]>([])
    var all: [Duration] { list.withLock { $0 } }
    var clock: FetchClock {
      FetchClock(
        now: { self.all.reduce(.zero, +) },
        sleep: { wait in self.list.withLock { $0.append(wait) } })
    }
  }

  /// A reader that asks `model`.
  static func reader(
    _ model: ScriptedModel, _ spending: Spending = Spending(AskingLimits()),
    waits: Waits = Waits(), assistant: Assistant? = nil,
    _ change: (inout EndpointSettings) -> Void = { _ in }
  ) throws -> AssistedReader {
    var settings = EndpointSettings()
    change(&settings)
    let address = try #require(ModelAddress(model.address))
    let assistant = try assistant ?? Self.assistant
    return AssistedReader(
      assistant,
      endpoint: ModelEndpoint(
        address, asking: assistant.settings, settings: settings, spending: spending,
        clock: waits.clock))
  }

  /// The positions of a reading that the model saw, alone or too.
  static func assisted(_ reading: ArticleReading) -> [Position] {
    reading.positions.filter { $0.readers.contains(.assisted) }
  }
}
