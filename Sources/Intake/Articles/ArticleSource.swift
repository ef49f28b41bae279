internal import ByteStreams

/// Gives the articles of many inputs one after the other, in the order of the inputs.
///
/// Only one input is open at a time, and of a file of lines only the part around the current line
/// is in memory. Not to be shared between threads.
public struct ArticleSource {
  private var inputs: ArraySlice<String>
  private var lines: LineStream?
  private var archive: WarcReader?
  private var archivePath = ""
  /// The length of each input; `nil` where one is not known.
  private let lengths: ArraySlice<Int>?
  private let totalLength: Int

  /// Takes the articles of `inputs`: paths of files, or `-` for standard input.
  public init(_ inputs: [String]) {
    self.inputs = inputs[...]
    let known = inputs.compactMap(ByteSource.length)
    lengths = known.count == inputs.count ? known[...] : nil
    totalLength = known.reduce(0, +)
  }

  /// The share of the input that was taken, 0 to 1; `nil` where its size is not known.
  public var fraction: Double? {
    guard let lengths, totalLength > 0 else { return nil }
    let isOpen = lines != nil || archive != nil
    let left = lengths.suffix(inputs.count + (isOpen ? 1 : 0)).reduce(0, +)
    let taken = lines?.offset ?? archive?.offset ?? 0
    return Double(totalLength - left + taken) / Double(totalLength)
  }

  /// Whether the articles come from a file that may hold several.
  public var isInFileOfMany: Bool { lines != nil || archive != nil }

  /// Returns the next article, or `nil` after the last.
  public mutating func next() -> RawArticle? {
    while true {
      if lines != nil {
        if let article = lines?.next() { return article }
        lines = nil
      }
      if archive != nil {
        if let article = nextInArchive() { return article }
        archive = nil
      }
      guard let path = inputs.popFirst() else { return nil }
      do throws(IntakeError) {
        if let article = try open(path) { return article }
      } catch {
        return .failure(error)
      }
    }
  }

  /// Returns the next article of the archive; `nil` after its last.
  private mutating func nextInArchive() -> RawArticle? {
    do throws(IntakeError) {
      while let record = try archive?.next() {
        if let article = record.article(of: archivePath) { return article }
      }
      return nil
    } catch {
      archive = nil
      return .failure(error)
    }
  }

  /// Opens an input: returns the article of a text, or sets up `lines` or `archive`.
  private mutating func open(_ path: String) throws(IntakeError) -> RawArticle? {
    let name = InputName(path)
    let source = try IntakeError.reading(path) { () throws(ByteSourceError) in
      try ByteSource(path: path)
    }
    var bytes: [UInt8] = []
    func fill(_ count: Int) throws(IntakeError) -> Int {
      try IntakeError.reading(path) { () throws(ByteSourceError) in
        try source.read(count, into: &bytes)
      }
    }
    _ = try fill(1 << 16)
    if WarcRecord.isArchive(bytes) {
      archive = WarcReader(source, start: bytes, path: path)
      archivePath = path
      return nil
    }
    if name.form ?? InputName.form(of: bytes) == .lines {
      lines = LineStream(source, start: bytes, input: path, stem: name.stem)
      return nil
    }
    if let found = FileSignature.name(of: bytes) {
      throw IntakeError(.notText(found: found), input: path, id: name.stem)
    }
    while try fill(1 << 20) > 0 {
      guard bytes.count <= RawArticle.longest else {
        throw IntakeError(.tooLong, input: path, id: name.stem)
      }
    }
    return .text(bytes: bytes, input: path, sidecar: name.sidecar.flatMap(Self.sidecar))
  }

  /// Returns the first megabyte of the file at `path`; `nil` if it cannot be read, since a sidecar
  /// is never required.
  private static func sidecar(_ path: String) -> [UInt8]? {
    guard let source = try? ByteSource(path: path) else { return nil }
    var bytes: [UInt8] = []
    guard (try? source.read(1 << 20, into: &bytes)) != nil else { return nil }
    return bytes
  }
}
