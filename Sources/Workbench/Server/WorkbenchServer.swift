internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// Serves the workbench over HTTP/1.
public struct WorkbenchServer: Sendable {
  /// How long a request may take to arrive, and how long a connection may lie idle, in seconds.
  private static let patience = 20

  private let service: Service
  private let host: String
  private let port: Int

  /// Serves at an address of this machine.
  public init(_ service: Service, host: String, port: Int) {
    self.service = service
    self.host = host
    self.port = port
  }

  /// Serves until the program is told to end.
  ///
  /// - Parameter ready: is called with the port once requests are taken; another one than was asked
  ///   for if that was 0.
  /// - Throws: that the address cannot be used.
  public func run(_ ready: @escaping @Sendable (Int) -> Void) async throws {
    var logger = Logger(label: "parley")
    logger.logLevel = .error
    let service = service
    let application = Application(
      responder: CallbackResponder<BasicRequestContext> { request, _ in
        await Self.answer(request, service)
      },
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          idleTimeout: .seconds(Int64(Self.patience)),
          httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in ready(channel.localAddress?.port ?? 0) }, logger: logger)
    try await application.runService()
  }

  private static func answer(_ request: Request, _ service: Service) async -> Response {
    var headers: [String: String] = [:]
    for field in request.headers {
      let name = field.name.canonicalName
      headers[name] =
        headers[name].map { $0 + (name == "cookie" ? "; " : ", ") + field.value }
        ?? field.value
    }
    if let authority = request.head.authority { headers["host"] = authority }
    var incoming = Incoming(
      request.method.rawValue, request.head.path ?? "/", headers: headers)
    if request.method == .post {
      let limit = service.longestBody(incoming)
      if let stated = headers["content-length"].flatMap(Int.init), stated > limit {
        return response(service.failed(.tooLarge(limit: limit), incoming))
      }
      do {
        incoming.body = try await body(request, limit: limit)
      } catch {
        return response(service.failed(.tooLarge(limit: limit), incoming))
      }
    }
    return response(service.answer(incoming))
  }

  /// The body, unless it is too long or takes too long.
  private static func body(_ request: Request, limit: Int) async throws -> [UInt8] {
    try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      group.addTask {
        var request = request
        let buffer = try await request.collectBody(upTo: limit)
        return Array(buffer.readableBytesView)
      }
      group.addTask {
        try await Task.sleep(for: .seconds(patience))
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let body = first else {
        throw PageError(.tooLarge(limit: limit))
      }
      return body
    }
  }

  private static func response(_ answer: Answer) -> Response {
    var headers = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
    }
    let body =
      if let stream = answer.stream {
        ResponseBody(asyncSequence: stream.map { ByteBuffer(bytes: $0) })
      } else if answer.body.isEmpty {
        ResponseBody()
      } else {
        ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
      }
    return Response(
      status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
  }
}
