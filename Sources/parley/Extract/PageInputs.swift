internal import Fetching
internal import Foundation
internal import Intake

/// Gives the pages of files, archives and addresses one after the other.
struct PageInputs {
  /// One page, or why there is none.
  struct Item {
    let id: String
    let bytes: [UInt8]
    let contentType: String?
    let address: String?
  }

  private let fetcher: Fetcher
  /// Where what was fetched is kept; `nil` where it is not.
  private let archive: FileHandle?
  private let writer: WarcWriter

  /// - Parameter archive: the path of a web archive that what is fetched is added to.
  init(_ settings: FetchSettings, archive path: String?) throws {
    fetcher = Fetcher(settings)
    writer = WarcWriter(isCompressed: path?.hasSuffix(".gz") ?? false)
    guard let path else {
      archive = nil
      return
    }
    if !FileManager.default.fileExists(atPath: path) {
      let opening = writer.opening(software: settings.userAgent, date: Self.now)
      try Data(opening).write(to: URL(filePath: path))
    }
    archive = try FileHandle(forUpdating: URL(filePath: path))
    try archive?.seekToEnd()
  }

  /// Whether `input` is an address rather than a path.
  static func isAddress(_ input: String) -> Bool {
    input.hasPrefix("http://") || input.hasPrefix("https://")
  }

  /// Calls `take` with each page of `input`.
  ///
  /// - Throws: ``IntakeError``, ``FetchError``, or what `take` throws.
  func each(_ input: String, _ take: (Item) throws -> Void) async throws {
    if Self.isAddress(input) {
      try take(try await fetch(input))
    } else if input.hasSuffix(".warc") || input.hasSuffix(".warc.gz") {
      var reader = try WarcReader(path: input)
      while let record = try reader.next() {
        guard let page = record.page() else { continue }
        let address = record.address
        try take(
          Item(
            id: address ?? input, bytes: page.bytes, contentType: page.contentType,
            address: address))
      }
    } else {
      let file = try PageFile.read(input)
      try take(Item(id: file.id, bytes: file.bytes, contentType: nil, address: nil))
    }
  }

  private func fetch(_ input: String) async throws -> Item {
    let page = try await fetcher.fetch(input)
    try archive?.write(
      contentsOf: Data(
        writer.answer(
          address: page.address.description, date: Self.now, status: page.status,
          headers: page.headers, body: page.rawBody)))
    return Item(
      id: page.address.description, bytes: page.body, contentType: page.contentType,
      address: page.address.description)
  }

  private static var now: String { Date().formatted(.iso8601) }
}
