import ArgumentParser
internal import Asking
internal import DataFiles
internal import Dossier
internal import Foundation
internal import Reading
internal import Workbench

/// `parley serve`: the workbench in a browser.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Opens a dossier in a browser: look, review, add.",
    discussion: """
      Listens on this machine alone unless --bind names another address; there, everybody must show \
      a token. A token file has a line for each person: a role (read or review), a name and a token \
      of 16 characters or more, between spaces.

      Articles are fetched from addresses only when somebody asks for one on the page Add, and only \
      if --contact says who asks, or the dossier knows it.

      Example: parley serve talks
      """)

  @OptionGroup var dossier: DossierOptions

  @Option(
    help: ArgumentHelp(
      "The address and port to listen on; port 0 takes a free one.", valueName: "host:port"))
  var bind = "127.0.0.1:8080"

  @Option(
    help: ArgumentHelp("Let those in who have a token of this file.", valueName: "file"))
  var tokenFile: String?

  @Option(
    help: ArgumentHelp(
      "The name under which reviews are kept unless the browser says another.", valueName: "name"))
  var reviewer: String?

  @OptionGroup var endpoint: EndpointOptions
  @OptionGroup var web: WebOptions

  func validate() throws {
    if endpoint.prices.dryRun {
      throw ValidationError("--dry-run is no option here: what will be added is not known")
    }
    guard let address = Address(bind) else {
      throw ValidationError("--bind must be an address and a port, like 127.0.0.1:8080")
    }
    if !address.isLoopback, tokenFile == nil {
      throw ValidationError(
        "--bind \(bind) can be reached from other machines: name a token file by --token-file")
    }
  }

  func run() async throws {
    guard let address = Address(bind) else { return }
    do {
      let data = try DataFolder.locate()
      let record = try Dossier(opening: dossier.path)
      let site = try Site(record, data: data)
      var settings = Service.Settings(access: try access(), reviewer: reviewer)
      settings.web = web.access(contact: try record.contact()) { record.pageVersion($0) }
      settings.report = { StandardStreams.report("parley: \($0)") }
      let helper = try endpoint.helper(data, rest: .seconds(60))
      settings.helper = try helper?.reader.reader(own: Reader.identity(data))
      let service = Service(
        site, data: data, settings: settings, secret: Self.secret(), now: { Clock.now })
      do {
        try await WorkbenchServer(service, host: address.host, port: address.port).run { port in
          StandardStreams.report(
            "parley: '\(dossier.path)' is open at http://\(address.shown):\(port)/ (end with ^C)")
          // What fails here fails again, and is told, when somebody asks.
          Task.detached { try? site.warm() }
        }
      } catch {
        StandardStreams.report(
          """
          parley: listening on '\(bind)': \(error)
            name another address and port by --bind
          """)
        throw ExitStatus.badInput
      }
    } catch {
      throw Failure.reported(error)
    }
  }

  private func access() throws -> Access {
    guard let tokenFile else { return .loopback() }
    guard let bytes = FileManager.default.contents(atPath: tokenFile) else {
      StandardStreams.report(
        """
        parley: reading the tokens of '\(tokenFile)': there is no such file
          name a file with a role, a name and a token a line
        """)
      throw ExitStatus.noInput
    }
    do {
      return try .tokens(String(decoding: bytes, as: UTF8.self))
    } catch {
      StandardStreams.report("parley: \(error)")
      throw ExitStatus.badInput
    }
  }

  private static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in String(generator.next(), radix: 36) }.joined()
  }

  /// An address of this machine.
  private struct Address {
    let host: String
    let port: Int

    init?(_ text: String) {
      guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
        (0...65535).contains(port)
      else { return nil }
      var host = String(text[..<colon])
      if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
      guard !host.isEmpty else { return nil }
      self.host = host
      self.port = port
    }

    var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    var shown: String { host.contains(":") ? "[\(host)]" : host }
  }
}
