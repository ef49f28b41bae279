internal import ByteStreams

/// Reads the records of a web archive one after the other, plain or compressed.
///
/// Only one record is in memory. Not to be shared between threads.
public struct WarcReader {
  /// The longest block, in bytes.
  public static let longestBlock = 1 << 28

  private let source: ByteSource
  private let path: String
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// Opens the archive at `path`; `-` is standard input.
  public init(path: String) throws(IntakeError) {
    self.path = path
    source = try IntakeError.reading(path) { () throws(ByteSourceError) in
      try ByteSource(path: path)
    }
  }

  /// Continues after `start`, the first bytes of `source`.
  init(_ source: ByteSource, start: [UInt8], path: String) {
    self.source = source
    self.path = path
    buffer = start
  }

  /// The number of bytes of the file that were taken.
  var offset: Int { source.offset }

  /// Returns the next record, `nil` after the last.
  ///
  /// - Throws: where the archive is damaged; what follows is not read.
  public mutating func next() throws(IntakeError) -> WarcRecord? {
    while true {
      let junk = buffer.prefix { $0 == 0x0D || $0 == 0x0A }.count
      buffer.removeFirst(junk)
      if !buffer.isEmpty { break }
      guard try fill() else { return nil }
    }
    var head = HeaderLines.read(buffer, from: 0)
    while head == nil, buffer.count < HeaderLines.longest, try fill() {
      head = HeaderLines.read(buffer, from: 0)
    }
    guard let head, let version = head.lines.first, version.hasPrefix("WARC/") else {
      throw damaged("a record does not begin with its version")
    }
    let fields = HeaderLines.fields(head.lines.dropFirst())
    func field(_ name: String) -> String? {
      fields.first { $0.name.lowercased() == name }?.value
    }
    guard let length = field("content-length").flatMap(Int.init),
      (0...Self.longestBlock).contains(length)
    else { throw damaged("a record does not tell its length, or is too long") }
    while buffer.count < head.end + length, try fill() {}
    guard buffer.count >= head.end + length else { throw damaged("the last record is cut off") }
    let block = Array(buffer[head.end..<head.end + length])
    buffer.removeFirst(head.end + length)
    return WarcRecord(
      type: field("warc-type")?.lowercased() ?? "", address: address(field("warc-target-uri")),
      date: field("warc-date") ?? "", fields: fields, block: block)
  }

  /// Version 1.0 was often written with brackets around addresses.
  private func address(_ text: String?) -> String? {
    guard let text, text.hasPrefix("<"), text.hasSuffix(">") else { return text }
    return String(text.dropFirst().dropLast())
  }

  private func damaged(_ found: String) -> IntakeError {
    IntakeError(.badArchive(found: found), input: path, id: InputName(path).stem)
  }

  private mutating func fill() throws(IntakeError) -> Bool {
    guard !isAtEnd else { return false }
    isAtEnd = try IntakeError.reading(path) { () throws(ByteSourceError) in
      try source.read(1 << 18, into: &buffer) == 0
    }
    return !isAtEnd
  }
}
