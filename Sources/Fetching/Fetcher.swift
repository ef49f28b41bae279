internal import AsyncHTTPClient
internal import ByteStreams
internal import Intake
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Fetches pages: politely, within limits, and never from this machine's own network unless that is
/// allowed.
///
/// The address of a host is looked up and checked before each request, redirects included, and the
/// connection is made to the address that was checked.
public struct Fetcher: Sendable {
  /// Looks up a host; empty where it is not known.
  public typealias Resolver = @Sendable (String) async -> [NetworkAddress]

  private let settings: FetchSettings
  private let clock: FetchClock
  private let resolve: Resolver
  private let hosts: HostBook

  /// Makes a fetcher.
  ///
  /// - Parameters:
  ///   - clock: the clock for delays and new tries; not for timeouts.
  ///   - resolver: looks up hosts; the system's resolver if `nil`.
  public init(
    _ settings: FetchSettings, clock: FetchClock = .machine, resolver: Resolver? = nil
  ) {
    self.settings = settings
    self.clock = clock
    hosts = HostBook(clock)
    resolve =
      resolver ?? { host in
        // The system's resolver blocks, which the shared threads must not.
        let found = try? await NIOThreadPool.singleton.runIfActive { NetworkAddress.lookUp(host) }
        return found ?? []
      }
  }

  /// Fetches the page at `address`.
  ///
  /// - Parameter version: what is known of the page; the status is 304 where it has not changed.
  /// - Throws: ``FetchError``, or `CancellationError`.
  public func fetch(_ address: String, since version: PageVersion? = nil) async throws
    -> FetchedPage
  {
    guard let first = WebAddress(address) else {
      throw FetchError(.notAnAddress, address: address)
    }
    var current = first
    var redirects: [Redirect] = []
    while true {
      if settings.keepsToRobots { try await askRobots(current) }
      let answer = try await request(current, .page(settings, since: version))
      if answer.status != 304, (300..<400).contains(answer.status) {
        let location = answer.header("location")
        guard let target = location.flatMap(current.resolving) else {
          throw FetchError(.badRedirect(location), address: address)
        }
        guard !redirects.contains(where: { $0.from == target }), target != current else {
          throw FetchError(.redirectLoop, address: address)
        }
        redirects.append(Redirect(from: current, status: answer.status, to: target))
        guard redirects.count <= settings.mostRedirects else {
          throw FetchError(.tooManyRedirects(settings.mostRedirects), address: address)
        }
        current = target
        continue
      }
      guard answer.status < 400 else { throw FetchError(.status(answer.status), address: address) }
      let (body, warnings) = try decompressed(answer, address)
      return FetchedPage(
        requested: first, address: current, redirects: redirects, status: answer.status,
        headers: answer.headers, rawBody: answer.body, body: body, warnings: warnings)
    }
  }

  /// Throws if the site's robots.txt forbids `address`.
  private func askRobots(_ address: WebAddress) async throws {
    let rules: RobotsRules
    if let known = await hosts.rules(of: address.origin) {
      rules = known
    } else {
      rules = try await fetchRobots(of: address)
      await hosts.remember(rules, of: address.origin)
    }
    guard rules.allows(address.target) else {
      throw FetchError(.forbiddenByRobots, address: address.description)
    }
  }

  /// - Source: RFC 9309, section 2.3.1: no file allows all; a broken site allows nothing.
  private func fetchRobots(of address: WebAddress) async throws -> RobotsRules {
    var current = address.resolving("/robots.txt") ?? address
    for _ in 0...5 {
      let answer: Answer
      do {
        answer = try await request(current, .page(settings))
      } catch let error as FetchError {
        switch error.kind {
        case .unknownHost, .privateHost: throw error
        default: throw FetchError(.noRobots(status: nil), address: address.description)
        }
      }
      switch answer.status {
      case 200..<300:
        let (body, _) = try decompressed(answer, current.description)
        return RobotsRules(body, for: settings.product)
      case 300..<400:
        guard let target = answer.header("location").flatMap(current.resolving) else {
          return RobotsRules()
        }
        current = target
      case 500...: throw FetchError(.noRobots(status: answer.status), address: address.description)
      default: return RobotsRules()
      }
    }
    return RobotsRules()
  }

  /// One answer of a site.
  struct Answer {
    let status: Int
    let headers: [HTTPField]
    let body: [UInt8]

    func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name }?.value
    }
  }

  /// Asks once, and again after failures that may pass.
  ///
  /// - Parameter beforeTry: called before each try with what the one before came to; stops it by
  ///   throwing.
  func request(
    _ address: WebAddress, _ call: Call, beforeTry: (FetchError?) throws -> Void = { _ in }
  ) async throws -> Answer {
    var wait = settings.backoff
    var tries = 0
    var failure: FetchError?
    while true {
      let rules = await hosts.rules(of: address.origin)
      let asked = rules?.delay.map { Duration.milliseconds(Int(min($0, 3600) * 1000)) } ?? .zero
      let delay = max(settings.delay, min(asked, settings.longestWait))
      try await hosts.turn(at: address.host, delay: delay)
      tries += 1
      try beforeTry(failure)
      do {
        let answer = try await ask(address, call)
        guard FetchError.isPassing(answer.status), tries <= settings.retries else { return answer }
        failure = FetchError(.status(answer.status), address: address.description)
        let after = RetryAfter(answer.header("retry-after"), date: answer.header("date")).wait
        try await clock.sleep(min(max(wait, after ?? .zero), settings.longestWait))
      } catch let error as FetchError where error.isPassing && tries <= settings.retries {
        failure = error
        try await clock.sleep(min(wait, settings.longestWait))
      }
      wait *= 2
    }
  }

  private func ask(_ address: WebAddress, _ call: Call) async throws -> Answer {
    let machine = try await machine(of: address)
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(
        connect: TimeAmount(settings.connectTimeout), read: TimeAmount(settings.silenceTimeout)),
      decompression: .disabled)
    if NetworkAddress(address.host) == nil {
      configuration.dnsOverride = [address.host: machine.description]
    }
    configuration.connectionPool.retryConnectionEstablishment = false
    let client = HTTPClient(
      eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton),
      configuration: configuration)
    let result: Result<Answer, any Error>
    do {
      result = .success(try await exchangeInTime(address, call, client))
    } catch {
      result = .failure(error)
    }
    // The answer is complete or given up; how the connection ends changes nothing.
    try? await client.shutdown()
    do {
      return try result.get()
    } catch let error as FetchError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch {
      throw FetchError(Self.kind(of: error), address: address.description)
    }
  }

  /// Looks up the host, and makes sure that none of its addresses is private.
  private func machine(of address: WebAddress) async throws -> NetworkAddress {
    let found = await resolve(address.host)
    guard let first = found.first(where: { $0.bytes.count == 4 }) ?? found.first else {
      throw FetchError(.unknownHost(address.host), address: address.description)
    }
    if !settings.allowsPrivateAddresses, let hidden = found.first(where: { !$0.isPublic }) {
      throw FetchError(.privateHost(address.host, hidden), address: address.description)
    }
    return first
  }

  /// Makes an exchange, unless it takes longer in all than it may: the client's own limit ends with
  /// the head of the answer.
  private func exchangeInTime(
    _ address: WebAddress, _ call: Call, _ client: HTTPClient
  ) async throws -> Answer {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await exchange(address, call, client) }
      group.addTask {
        try await Task.sleep(for: settings.timeout)
        throw FetchError(.timeout, address: address.description)
      }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }

  private func exchange(
    _ address: WebAddress, _ call: Call, _ client: HTTPClient
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: address.description)
    request.headers.add(name: "User-Agent", value: settings.userAgent)
    for field in call.headers { request.headers.add(name: field.name, value: field.value) }
    if let body = call.body {
      request.method = .POST
      request.body = .bytes(body)
    }
    let response = try await client.execute(request, timeout: TimeAmount(settings.timeout))
    var body: [UInt8] = []
    for try await part in response.body {
      guard body.count + part.readableBytes <= settings.mostBytes else {
        throw FetchError(.tooLong(limit: settings.mostBytes), address: address.description)
      }
      body.append(contentsOf: part.readableBytesView)
    }
    return Answer(
      status: Int(response.status.code),
      headers: response.headers.map { HTTPField(name: $0.name, value: $0.value) }, body: body)
  }

  private func decompressed(
    _ answer: Answer, _ address: String
  ) throws -> (body: [UInt8], warnings: [String]) {
    let coding = (answer.header("content-encoding") ?? "").lowercased()
    guard !answer.body.isEmpty, ["gzip", "x-gzip", "deflate"].contains(coding) else {
      return (answer.body, [])
    }
    // Some sites say gzip and send plain text.
    if coding != "deflate", !Gzip.isGzip(answer.body) {
      return (answer.body, ["the site said that the page is compressed, but it is not"])
    }
    do throws(Gzip.Failure) {
      return (try Gzip.decompress(answer.body, limit: settings.mostBytes), [])
    } catch {
      if case .tooLong(let limit) = error.kind {
        throw FetchError(.tooLong(limit: limit), address: address)
      }
      throw FetchError(.brokenCompression(error.description), address: address)
    }
  }

  private static func kind(of error: any Error) -> FetchError.Kind {
    if let error = error as? HTTPClientError {
      switch error {
      case .readTimeout, .connectTimeout, .deadlineExceeded, .tlsHandshakeTimeout,
        .getConnectionFromPoolTimeout:
        return .timeout
      case .remoteConnectionClosed, .uncleanShutdown, .bodyLengthMismatch: return .cutOff
      default: return .connection(error.shortDescription)
      }
    }
    if let error = error as? HTTPParserError, error == .invalidEOFState { return .cutOff }
    return .connection("the connection failed (\(error))")
  }
}
