internal import DataFiles
internal import Dossier
internal import Fetching
internal import Intake
internal import Synchronization

/// Adds what people give in the background, each lot as a run that can be watched.
final class AddingDesk: Sendable {
  /// What somebody gave at once.
  enum Lot: Sendable {
    /// Texts and pages.
    case articles([ArticleAdder.Given])
    /// An address of the web: a page, or a feed whose pages are meant.
    case address(String)

    /// What was given, in words.
    var words: String {
      switch self {
      case .articles(let given): PageMaker.counted(given.count, "article")
      case .address(let address): address
      }
    }
  }

  /// How many runs may be at work.
  private static let most = 4
  /// How many runs are remembered.
  private static let kept = 100
  /// How many pages of a feed are taken.
  private static let longest = 200

  private let adder: ArticleAdder
  private let queue: ReadingQueue?
  private let web: WebAccess?
  private let data: DataFolder
  private let now: @Sendable () -> Timestamp
  private let report: @Sendable (String) -> Void

  private struct State {
    var runs: [AddingRun] = []
    var last = 0
  }
  private let state = Mutex(State())

  init(
    _ adder: ArticleAdder, queue: ReadingQueue?, web: WebAccess?, data: DataFolder,
    now: @escaping @Sendable () -> Timestamp, report: @escaping @Sendable (String) -> Void
  ) {
    self.adder = adder
    self.queue = queue
    self.web = web
    self.data = data
    self.now = now
    self.report = report
  }

  /// Whether addresses of the web can be given.
  var hasWeb: Bool { web != nil }

  /// The run of this number; `nil` if it is not remembered.
  func run(_ number: String) -> AddingRun? {
    state.withLock { state in state.runs.first { "\($0.number)" == number } }
  }

  /// Begins to add a lot.
  ///
  /// - Throws: `.impossible` if too much is being added already, or nothing may be fetched.
  func begin(_ lot: Lot) throws(PageError) -> AddingRun {
    if case .address = lot, web == nil {
      throw PageError(
        .impossible(
          found: "this server fetches nothing",
          advice: "start it with --contact, or save the page and choose the file"))
    }
    let begun = state.withLock { state -> AddingRun? in
      guard state.runs.count(where: { !$0.progress.isDone }) < Self.most else { return nil }
      state.last += 1
      let run = AddingRun(number: state.last, given: lot.words)
      state.runs = (state.runs + [run]).suffix(Self.kept)
      return run
    }
    guard let run = begun else {
      throw PageError(
        .impossible(
          found: "other articles are being added", advice: "wait until they are done"))
    }
    Task { await work(lot, run) }
    return run
  }

  private func work(_ lot: Lot, _ run: AddingRun) async {
    switch lot {
    case .articles(let given):
      for one in given {
        add(one.raw, called: one.title ?? one.name, to: run)
        await Task.yield()
      }
    case .address(let address): await take(address, run)
    }
    run.finish()
  }

  private func take(_ address: String, _ run: AddingRun) async {
    var inputs = ArticleInputs([address], web: web, data: data)
    var count = 0
    do {
      while count < Self.longest, let raw = try await inputs.next() {
        count += 1
        add(raw, called: address, to: run)
      }
      if count == 0 {
        run.note(
          AddingRun.Step(
            outcome: .known, name: nil, title: address,
            message: "it has not changed since it was fetched last"))
      }
    } catch {
      report("fetching '\(address)': \(error)")
      run.note(
        AddingRun.Step(
          outcome: .failed, name: nil, title: address, message: "something failed here"))
    }
  }

  private func add(_ raw: RawArticle, called title: String, to run: AddingRun) {
    do {
      let added = try adder.add(raw, at: now())
      let isAsked = try queue?.add(added.name, at: now()) == true
      run.note(
        AddingRun.Step(
          outcome: added.isKnown ? .known : .added, name: added.name,
          title: added.title ?? added.name,
          message: added.isKnown
            ? "it is there already"
            : PageMaker.counted(added.stances, "stance") + " read"
              + (isAsked ? "; a language model is asked now" : "")))
    } catch {
      let known = PageError(error)
      if known.status == 500 { report("adding '\(title)': \(error)") }
      run.note(
        AddingRun.Step(
          outcome: .failed, name: nil, title: title, message: known.description))
    }
  }
}
