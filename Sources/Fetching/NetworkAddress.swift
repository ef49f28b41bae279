#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The address of a machine: four bytes (IPv4) or sixteen (IPv6).
public struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
  /// The bytes in network order.
  public let bytes: [UInt8]

  /// Takes four or sixteen bytes; `nil` for any other number.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads an address in figures; `nil` for a name.
  public init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: six) { Array($0) }
    } else {
      return nil
    }
  }

  /// The address in figures.
  public var description: String {
    var buffer = [CChar](repeating: 0, count: 64)
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "?" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether the address belongs to the open internet: not to this machine, this network, or a range
  /// kept for other uses.
  ///
  /// - Source: RFC 6890 and IANA's registries of special-purpose addresses.
  public var isPublic: Bool {
    if bytes.count == 4 { return Self.isPublic(bytes[...]) }
    // Addresses that carry an IPv4 address: mapped, translated, 6to4.
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return Self.isPublic(bytes[12...])
    }
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)) {
      return Self.isPublic(bytes[12...])
    }
    if bytes.starts(with: [0x20, 0x02]) { return Self.isPublic(bytes[2..<6]) }
    if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) { return false }
    if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] < 0x02 { return false }
    // Global unicast is 2000::/3; all else is loopback, link-local, local or multicast.
    return bytes[0] & 0xE0 == 0x20
  }

  private static func isPublic(_ four: ArraySlice<UInt8>) -> Bool {
    let (a, b, c) = (
      four[four.startIndex], four[four.startIndex + 1], four[four.startIndex + 2]
    )
    switch (a, b, c) {
    case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (172, 16...31, _), (192, 168, _),
      (100, 64...127, _), (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _),
      (198, 51, 100), (203, 0, 113), (224..., _, _):
      return false
    default: return true
    }
  }

  /// Looks up the addresses of `host` with the system's resolver; empty where there is none.
  ///
  /// Blocks the calling thread.
  static func lookUp(_ host: String) -> [NetworkAddress] {
    if let literal = NetworkAddress(host) { return [literal] }
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [NetworkAddress] = []
    var next = list
    while let entry = next?.pointee {
      next = entry.ai_next
      guard let address = entry.ai_addr else { continue }
      let raw = UnsafeRawPointer(address)
      var bytes: [UInt8] = []
      if entry.ai_family == AF_INET {
        let four = raw.loadUnaligned(as: sockaddr_in.self)
        bytes = withUnsafeBytes(of: four.sin_addr) { Array($0) }
      } else if entry.ai_family == AF_INET6 {
        let six = raw.loadUnaligned(as: sockaddr_in6.self)
        bytes = withUnsafeBytes(of: six.sin6_addr) { Array($0) }
      }
      if let one = NetworkAddress(bytes: bytes), !found.contains(one) { found.append(one) }
    }
    return found
  }
}
