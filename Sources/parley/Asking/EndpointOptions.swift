import ArgumentParser
internal import Asking
internal import Assist
internal import DataFiles
internal import Dossier
internal import Foundation
internal import Reading

/// Which model helps to read, over the network; nobody is asked unless `--assist` names a service.
struct EndpointOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Have a language model help to read: the address of a service that speaks OpenAI's protocol for "
        + "chat completions. Its answers are verified against the article.", valueName: "address"))
  var assist: String?

  @OptionGroup var asking: AskingOptions
  @OptionGroup var prices: PriceOptions

  @Option(
    help: ArgumentHelp(
      "The file with the service's key (default: the environment variable PARLEY_ASSIST_KEY).",
      valueName: "file"))
  var assistKeyFile: String?

  @Option(
    help: ArgumentHelp("How long an answer may take, in seconds.", valueName: "seconds"))
  var assistTimeout = 300

  @Option(
    help: ArgumentHelp(
      "How often a request is sent again after a failure that may pass.", valueName: "number"))
  var assistRetries = 4

  @Option(
    help: ArgumentHelp(
      "Send no more requests than this, new tries included.", valueName: "number"))
  var assistMaxRequests: Int?

  @Option(
    help: ArgumentHelp(
      "Take no more tokens than this, of requests and answers together.", valueName: "tokens"))
  var assistMaxTokens: Int?

  @Option(
    help: ArgumentHelp(
      "Spend no more than this, in the currency of --assist-price-in and --assist-price-out.",
      valueName: "amount"))
  var assistMaxCost: Double?

  func validate() throws {
    if let assist, ModelAddress(assist) == nil {
      throw ValidationError(
        "--assist must be an address that begins with http:// or https://, without a password")
    }
    guard (1...86_400).contains(assistTimeout) else {
      throw ValidationError("--assist-timeout must be 1 to 86400 seconds")
    }
    guard (0...20).contains(assistRetries) else {
      throw ValidationError("--assist-retries must be 0 to 20")
    }
    for limit in [assistMaxRequests, assistMaxTokens] where (limit ?? 0) < 0 {
      throw ValidationError("--assist-max-requests and --assist-max-tokens must not be below 0")
    }
    if let assistMaxCost {
      guard assistMaxCost >= 0 else {
        throw ValidationError("--assist-max-cost must not be below 0")
      }
      guard !prices.prices.isEmpty else {
        throw ValidationError(
          "--assist-max-cost needs --assist-price-in or --assist-price-out to reckon with")
      }
    }
    guard assist == nil else { return }
    if prices.dryRun { throw ValidationError("--dry-run goes with --assist") }
    if assistKeyFile != nil || assistMaxRequests != nil || assistMaxTokens != nil {
      throw ValidationError("--assist-key-file and the limits go with --assist")
    }
  }

  /// Returns what reads with the model's help; `nil` where no service is named.
  ///
  /// - Parameters:
  ///   - reader: Parley's own reader, if it is loaded already.
  ///   - rest: after how long a service that failed again and again is asked again; `nil` for never.
  /// - Throws: `KeyFileError`, `DataError`.
  func helper(_ data: DataFolder, reader: Reader? = nil, rest: Duration? = nil) throws -> Helper? {
    guard let assist, let address = ModelAddress(assist) else { return nil }
    let reader = try reader ?? Reader(data)
    var settings = EndpointSettings()
    settings.key = try key()
    settings.timeout = .seconds(assistTimeout)
    settings.retries = assistRetries
    settings.rest = rest
    let spending = Spending(
      AskingLimits(
        requests: assistMaxRequests, tokens: assistMaxTokens, cost: assistMaxCost,
        prices: prices.prices))
    let endpoint = ModelEndpoint(
      address, asking: asking.settings, settings: settings, spending: spending)
    return Helper(
      reader: AssistedReader(
        try Assistant(data, reader: reader, settings: asking.settings), endpoint: endpoint),
      spending: spending)
  }

  /// What reads with a model's help, and what that took.
  struct Helper: Sendable {
    let reader: AssistedReader
    let spending: Spending

    /// Whether a request has an answer in `dossier` that can be used; `false` too where the record
    /// cannot be read.
    func isAnswered(_ request: AssistRequest, in dossier: Dossier) -> Bool {
      let model = reader.assistant.settings.model
      guard let line = try? dossier.answer(to: request.customID, of: model) else { return false }
      return AnswerBook.isUsable(line)
    }

    /// Tells on standard error what was sent.
    func report() {
      if let summary = spending.summary { StandardStreams.report("parley: \(summary)") }
    }
  }

  private func key() throws(KeyFileError) -> ModelKey? {
    if let assistKeyFile {
      guard let bytes = FileManager.default.contents(atPath: assistKeyFile) else {
        throw KeyFileError(
          path: assistKeyFile, reason: "there is no such file, or it cannot be read")
      }
      guard let key = ModelKey(String(decoding: bytes, as: UTF8.self)) else {
        throw KeyFileError(path: assistKeyFile, reason: "its first line is no key")
      }
      return key
    }
    guard let text = ProcessInfo.processInfo.environment["PARLEY_ASSIST_KEY"], !text.isEmpty else {
      return nil
    }
    guard let key = ModelKey(text) else {
      throw KeyFileError(path: "PARLEY_ASSIST_KEY", reason: "it holds no key")
    }
    return key
  }
}

/// Why the key of a service cannot be had.
struct KeyFileError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  /// The message: what was being done, what was wrong, what to do next.
  var description: String {
    """
    taking the service's key from '\(path)': \(reason)
      put the key alone on the first line, without spaces
    """
  }
}
