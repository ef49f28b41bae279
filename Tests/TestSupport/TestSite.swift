internal import Foundation
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A small web site on this machine that answers as each test wants, wrongly too.
public final class TestSite: Sendable {
  /// What came in.
  public struct Request: Sendable {
    /// What was asked for: path and query.
    public let target: String
    /// The headers, by name in small letters.
    public let headers: [String: String]
    /// What was sent with it.
    public let body: [UInt8]
  }

  /// What goes out.
  public enum Reply: Sendable {
    /// These bytes, then the connection is closed.
    case raw([UInt8])
    /// These bytes, then nothing until the other side gives up.
    case silence([UInt8])
    /// These bytes, then more and more of them.
    case endless([UInt8])

    /// A whole answer.
    public static func answer(
      _ status: Int = 200, _ headers: [String] = [], _ body: [UInt8] = [], length: Int? = nil
    ) -> Reply {
      var head = "HTTP/1.1 \(status) X\r\nConnection: close\r\n"
      for header in headers { head += header + "\r\n" }
      head += "Content-Length: \(length ?? body.count)\r\n\r\n"
      return .raw(Array(head.utf8) + body)
    }
  }

  /// The port on 127.0.0.1.
  public let port: Int
  private let listener: Int32
  private let requests = Mutex<[Request]>([])
  private let handle: @Sendable (Request, Int) -> Reply

  /// Opens a site; `handle` is given each request and how often its target was asked for before.
  public init(_ handle: @escaping @Sendable (Request, Int) -> Reply) throws {
    self.handle = handle
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(listener, generic, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, generic, &length) == 0
      }
    }
    self.listener = listener
    port = Int(UInt16(bigEndian: address.sin_port))
    guard isBound else { throw CocoaError(.fileReadUnknown) }
    let thread = Thread { [listener, weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        guard let self else {
          close(connection)
          return
        }
        Thread { self.serve(connection) }.start()
      }
    }
    thread.start()
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// The address of `target` on the site.
  public func address(_ target: String, host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(target)"
  }

  /// The targets asked for, in order.
  public var targets: [String] { requests.withLock { $0.map(\.target) } }

  /// All requests, in order.
  public var all: [Request] { requests.withLock { $0 } }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    guard let request = read(connection) else { return }
    let before = requests.withLock { list in
      let count = list.count { $0.target == request.target }
      list.append(request)
      return count
    }
    switch handle(request, before) {
    case .raw(let bytes):
      _ = write(bytes, connection)
      shutdown(connection, Int32(SHUT_WR))
    case .silence(let bytes):
      _ = write(bytes, connection)
      var byte: UInt8 = 0
      while recv(connection, &byte, 1, 0) > 0 {}
    case .endless(let bytes): while write(bytes, connection) {}
    }
  }

  private func read(_ connection: Int32) -> Request? {
    var text: [UInt8] = []
    var byte: UInt8 = 0
    while !text.suffix(4).elementsEqual([13, 10, 13, 10]) {
      guard recv(connection, &byte, 1, 0) == 1 else { return nil }
      text.append(byte)
    }
    let lines = String(decoding: text, as: UTF8.self).components(separatedBy: "\r\n")
    let parts = lines[0].split(separator: " ")
    guard parts.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...]
        .trimmingCharacters(in: .whitespaces)
    }
    var body = [UInt8](repeating: 0, count: headers["content-length"].flatMap { Int($0) } ?? 0)
    var filled = 0
    while filled < body.count {
      let count = body.withUnsafeMutableBytes {
        recv(connection, $0.baseAddress?.advanced(by: filled), $0.count - filled, 0)
      }
      guard count > 0 else { return nil }
      filled += count
    }
    return Request(target: String(parts[1]), headers: headers, body: body)
  }

  private func write(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
