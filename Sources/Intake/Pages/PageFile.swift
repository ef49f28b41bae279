internal import ByteStreams

/// A saved web page.
public struct PageFile: Sendable {
  /// The name of the page: its file's name without its ending.
  public let id: String
  /// The page, decompressed.
  public let bytes: [UInt8]

  /// Reads the page at `path`, also compressed by gzip; `-` is standard input.
  ///
  /// - Throws: why it cannot be read.
  public static func read(_ path: String) throws(IntakeError) -> PageFile {
    let name = InputName(path)
    let bytes = try IntakeError.reading(path) { () throws(ByteSourceError) in
      let source = try ByteSource(path: path)
      var bytes: [UInt8] = []
      while bytes.count <= RawArticle.longest, try source.read(1 << 20, into: &bytes) > 0 {}
      return bytes
    }
    guard bytes.count <= RawArticle.longest else {
      throw IntakeError(.tooLong, input: path, id: name.stem)
    }
    if let found = FileSignature.name(of: bytes) {
      throw IntakeError(.notText(found: found), input: path, id: name.stem)
    }
    return PageFile(id: name.stem, bytes: bytes)
  }
}
