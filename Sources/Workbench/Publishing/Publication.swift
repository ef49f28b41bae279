public import Dossier
internal import Foundation
internal import ParleyModel

/// The pages of a dossier as files: with relative links, without a server, readable from a disk.
public struct Publication: Sendable {
  /// What is published.
  public struct Options: Sendable {
    /// What is looked at.
    public var view = View()
    /// The view in words.
    public var words = "latest"
    /// Whether only stances are shown that a person confirmed.
    public var isOnlyReviewed = false
    /// Whether articles are shown in full; else only the words that something rests on.
    public var hasFullText = true

    /// Publishes everything, in full.
    public init() {}
  }

  /// What was done.
  public struct Outcome: Sendable, Hashable {
    /// Pages of the site.
    public var pages = 0
    /// Files that were written.
    public var written = 0
    /// Files that were there already with the same content.
    public var unchanged = 0
    /// Files of an earlier publication that are no longer part of it.
    public var removed = 0
  }

  /// The list of files of a publication, in its folder.
  static let listName = ".parley-published"

  private let site: Site
  private let snapshot: Snapshot
  private let options: Options

  /// Looks at the record.
  ///
  /// - Throws: `DossierError` if it cannot be read.
  public init(_ site: Site, options: Options) throws {
    self.site = site
    self.options = options
    var view = options.view
    // Nothing a machine reads is as sure as this: what people confirmed is left.
    if options.isOnlyReviewed { view.leastConfidence = 2 }
    snapshot = try site.desk.snapshot(view)
  }

  /// Writes the files into `folder`, with `jobs` threads.
  ///
  /// Files that are there with the same content are not touched; those of an earlier publication
  /// that are no longer part of it are removed.
  ///
  /// - Throws: ``PublicationError`` if the folder holds something else or cannot be written; what the
  ///   pages throw.
  public func write(to folder: String, jobs: Int) async throws -> Outcome {
    let target = try FileTarget(folder, listName: Self.listName)
    let makers = try pages()
    var outcome = Outcome()
    var files: Set<String> = []
    func note(_ written: FileTarget.Written) {
      files.insert(written.name)
      if written.isNew { outcome.written += 1 } else { outcome.unchanged += 1 }
    }
    for (name, file) in site.templates.files.sorted(by: { $0.key < $1.key }) {
      note(try target.write("static/" + name, file.bytes))
    }
    note(try target.write("changes.atom", AtomFeed(snapshot).bytes))
    outcome.pages = makers.count
    let chunk = max(1, min(64, makers.count / max(1, jobs * 4)))
    try await withThrowingTaskGroup(of: [FileTarget.Written].self) { group in
      var next = 0
      func start() {
        guard next < makers.count else { return }
        let part = makers[next..<min(next + chunk, makers.count)]
        next += chunk
        group.addTask { try part.flatMap { try write($0(), to: target) } }
      }
      for _ in 0..<max(1, jobs) { start() }
      while let written = try await group.next() {
        written.forEach(note)
        start()
      }
    }
    outcome.removed = try target.finish(files)
    return outcome
  }

  /// The pages, each made when it is asked for.
  private func pages() throws -> [@Sendable () throws -> Page] {
    let maker = PageMaker(snapshot, issues: site.desk.issues)
    let shown: TextShown = options.hasFullText ? .full : .quotations
    var makers: [@Sendable () throws -> Page] = []
    for route in Site.routes where route.isPublished && route.variable == nil {
      if route.path == "articles" {
        makers.append { try maker.articleList(all: true) }
      } else if route.path == "origins" {
        makers.append { [options] in try maker.originList(hasDetails: options.hasFullText) }
      } else {
        makers.append { [site] in try route.make(maker, site, "", Query("")) }
      }
    }
    makers.append { [site] in
      Self.embedded(
        maker.state(findings: try site.findings(maker)), "embed/state", "embed-state")
    }
    makers.append { [site] in
      Self.embedded(
        try maker.territory(site.ground, on: nil, since: nil, chosen: []), "embed/territory",
        "embed-territory")
    }
    for entry in snapshot.articles where entry.retracted == nil {
      makers.append { try maker.article(slug: Slug.of(entry.name), shown: shown) }
    }
    for issue in Set(snapshot.standing.map(\.issue)) {
      makers.append { try maker.issue(slug: Slug.of(issue.rawValue)) }
    }
    for report in try snapshot.originSurvey().reports where options.hasFullText {
      makers.append { try maker.origin(slug: Slug.of(report.first.article)) }
    }
    for party in snapshot.parties {
      makers.append { try maker.party(slug: Slug.of(party)) }
    }
    return makers
  }

  /// A page as it stands in pages of others: without what surrounds it.
  private static func embedded(_ page: Page, _ path: String, _ template: String) -> Page {
    var page = page
    page.path = path
    page.template = template
    return page
  }

  private func write(_ page: Page, to target: FileTarget) throws -> [FileTarget.Written] {
    let path = page.path.isEmpty ? "index" : page.path
    let depth = path.split(separator: "/").count - 1
    var frame = Frame(
      root: String(repeating: "../", count: depth), ending: ".html", home: "index.html",
      dossier: snapshot.title, isPublished: true)
    frame.view = options.words + (options.isOnlyReviewed ? ", confirmed by a person" : "")
    var written = [
      try target.write(path + ".html", try site.templates.html(page, in: frame)),
      try target.write(path + ".json", page.fields.json),
    ]
    if let table = page.table { written.append(try target.write(path + ".csv", table.bytes)) }
    return written
  }
}
