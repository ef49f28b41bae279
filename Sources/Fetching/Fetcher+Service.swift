internal import Intake

/// What a service answered.
public struct ServiceAnswer: Sendable {
  /// The status, whatever it is.
  public let status: Int
  /// The body as it came.
  public let body: [UInt8]
}

extension Fetcher {
  /// Sends JSON to a service by POST.
  ///
  /// Redirects are not followed: what is sent goes to no other address. Failures that may pass are
  /// tried again as often as the settings say; the answer of the last try is returned, whatever its
  /// status.
  ///
  /// - Parameters:
  ///   - key: sent as a bearer token; `nil` for none.
  ///   - beforeTry: called before each try with what the one before came to; stops it by throwing.
  /// - Throws: ``FetchError``, `CancellationError`, or what `beforeTry` throws.
  public func post(
    _ body: [UInt8], to address: WebAddress, key: String?,
    beforeTry: (FetchError?) throws -> Void = { _ in }
  ) async throws -> ServiceAnswer {
    var headers = [
      HTTPField(name: "Accept", value: "application/json"),
      HTTPField(name: "Content-Type", value: "application/json"),
    ]
    if let key { headers.append(HTTPField(name: "Authorization", value: "Bearer \(key)")) }
    let answer = try await request(
      address, Call(headers: headers, body: body), beforeTry: beforeTry)
    return ServiceAnswer(status: answer.status, body: answer.body)
  }
}
