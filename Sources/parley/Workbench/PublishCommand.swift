import ArgumentParser
internal import DataFiles
internal import Dossier
internal import Workbench

/// `parley publish`: a dossier as a static site.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Writes the pages of a dossier as a static site.",
    discussion: """
      The pages have relative links and nothing from outside: they open from a disk as from a \
      server. Beside each lie its JSON and CSV; changes.atom is a feed of what moved. Files that \
      have not changed are not touched.

      Example: parley publish talks site --no-full-text
      """)

  @OptionGroup var dossier: DossierOptions
  @OptionGroup var view: ViewOptions

  @Argument(help: ArgumentHelp("The folder to write into.", valueName: "folder"))
  var folder: String

  @Flag(help: "Show only stances that a person confirmed.")
  var onlyReviewed = false

  @Flag(
    inversion: .prefixedNo,
    help: "Show articles in full; else only the words that something rests on.")
  var fullText = true

  @Option(help: "The number of pages made at the same time (default: all cores).")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256") }
  }

  func run() async throws {
    do {
      let site = try Site(try Dossier(opening: dossier.path), data: try DataFolder.locate())
      var options = Publication.Options()
      options.view = view.view
      options.words = view.words
      options.isOnlyReviewed = onlyReviewed
      options.hasFullText = fullText
      let outcome = try await Publication(site, options: options).write(
        to: folder, jobs: jobs ?? Machine.cores)
      StandardStreams.report(
        "parley: \(counted(outcome.pages, "page")) in '\(folder)': "
          + "\(counted(outcome.written, "file")) written, \(outcome.unchanged) unchanged, "
          + "\(outcome.removed) removed")
    } catch {
      throw Failure.reported(error)
    }
  }
}
