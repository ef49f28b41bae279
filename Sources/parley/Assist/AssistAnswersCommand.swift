import ArgumentParser
internal import Dossier

/// `parley assist answers`: what models were asked and answered for the articles of a dossier.
struct AssistAnswersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answers",
    abstract: "Writes what models were asked and answered for a dossier, and what became of it.",
    discussion: """
      One line for each request, with the request, the answer as it came, and what verification made \
      of each of its items. `parley assist apply` takes the lines as answers, so that a reading can be \
      repeated without the model.

      Example: parley assist answers talks > answers.jsonl
               parley assist apply answers.jsonl reports/*.txt
      """)

  @OptionGroup var dossier: DossierOptions

  @Argument(help: ArgumentHelp("Only these articles.", valueName: "article"))
  var articles: [String] = []

  func run() async throws {
    StandardStreams.ignoreClosedPipes()
    do {
      let dossier = try Dossier(opening: dossier.path)
      let names = articles.isEmpty ? try dossier.articles().map(\.name) : articles
      for name in names {
        for line in try dossier.answers(for: name) { try StandardStreams.write(line + [0x0A]) }
      }
    } catch is ClosedPipe {
      return
    } catch {
      throw Failure.reported(error)
    }
  }
}
