import ArgumentParser
internal import Dossier
internal import Fetching

/// How articles are taken from the web.
struct WebOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where site owners reach you, an address of mail or of a page: needed to fetch.",
      valueName: "address"))
  var contact: String?

  @Option(help: ArgumentHelp("Add what is fetched to this web archive.", valueName: "file"))
  var warc: String?

  @Flag(help: "Fetch also from this machine and its network.")
  var allowPrivate = false

  /// Returns the way to the web; `nil` where nobody is named as the one who asks.
  ///
  /// - Parameters:
  ///   - contact: who is named if the options name nobody.
  ///   - known: what is known of the page at an address.
  func access(
    contact kept: String? = nil, known: @escaping @Sendable (String) -> PageVersion? = { _ in nil }
  ) -> WebAccess? {
    guard let contact = contact ?? kept else { return nil }
    var settings = FetchSettings(contact: contact)
    settings.allowsPrivateAddresses = allowPrivate
    return WebAccess(
      Fetcher(settings), archive: warc.map { WebArchive(path: $0, software: settings.userAgent) },
      now: { Clock.now.description }, known: known)
  }

  /// Refuses `inputs` that hold addresses if nobody is named as the one who asks.
  func validate(_ inputs: [String], contact kept: String? = nil) throws {
    if contact ?? kept == nil, inputs.contains(where: ArticleInputs.isAddress) {
      throw ValidationError("give --contact, so that site owners know who asks")
    }
  }
}

extension Dossier {
  /// What is known of the page at `address`, for asking whether it has changed.
  func pageVersion(_ address: String) -> PageVersion? {
    // Where the record cannot be read now, the page is fetched as if it were new.
    guard let known = try? fetched(address) else { return nil }
    return PageVersion(tag: known.tag, modified: known.modified)
  }
}
