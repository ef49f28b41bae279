public import DataFiles

/// A model that cannot be used, and why.
public struct ModelFileError: Error, Sendable {
  /// What was found, for the message.
  public let found: String
  /// Makes an error.
  public init(_ found: String) { self.found = found }
}

/// A file of named sections, mapped into memory.
///
/// Layout, little-endian: the magic number, the version, the number of sections (32 bits each, then
/// 32 bits of zero); for each section its name (24 bytes, padded with zeros), offset and length (64
/// bits each); then the sections, each beginning at a multiple of 64.
public struct ModelFile: Sendable {
  private let file: MappedFile
  private let sections: [String: Range<Int>]

  static let magic: UInt32 = 0x4C59_4C50
  static let version: UInt32 = 1

  /// Maps the model at `path`.
  ///
  /// - Throws: `DataError` if the file is missing, of another version or cut off.
  public init(path: String) throws(DataError) {
    let file = try MappedFile(path: path)
    let bytes = file.bytes
    func fail(_ found: String) -> DataError { DataError(.unusableModel(found: found), path: path) }
    func word(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    guard bytes.count >= 16, word(0) == Self.magic else { throw fail("it is not a Parley model") }
    guard word(4) == Self.version else { throw fail("it is of version \(word(4)), not 1") }
    let count = Int(word(8))
    guard count <= 64, bytes.count >= 16 + count * 40 else { throw fail("it is cut off") }
    var sections: [String: Range<Int>] = [:]
    for index in 0..<count {
      let entry = 16 + index * 40
      let name = String(
        decoding: bytes[entry..<entry + 24].prefix { $0 != 0 }, as: UTF8.self)
      let offset = Int(word(entry + 24)) | Int(word(entry + 28)) << 32
      let length = Int(word(entry + 32)) | Int(word(entry + 36)) << 32
      guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
        throw fail("its section '\(name)' is cut off")
      }
      sections[name] = offset..<offset + length
    }
    self.file = file
    self.sections = sections
  }

  /// Whether there is a section `name`.
  public func has(_ name: String) -> Bool { sections[name] != nil }

  /// The bytes of the section `name`; `nil` if there is none.
  package func bytes(_ name: String) -> [UInt8]? {
    sections[name].map { [UInt8](file.bytes[$0]) }
  }

  /// Builds something from the section `name`.
  ///
  /// - Throws: `DataError` if there is no such section or `make` finds it unusable.
  public func load<Value>(
    _ name: String, _ make: (ModelSection) throws(ModelFileError) -> Value
  ) throws(DataError) -> Value {
    guard let range = sections[name] else {
      throw DataError(.unusableModel(found: "it has no section '\(name)'"), path: file.path)
    }
    do {
      return try make(ModelSection(file: file, range: range))
    } catch {
      throw DataError(
        .unusableModel(found: "section '\(name)' holds \(error.found)"), path: file.path)
    }
  }
}

/// A part of a mapped model file. Keeps the mapping alive.
///
/// `@unchecked Sendable` holds because the pointer leads into a read-only mapping that `file` owns.
public struct ModelSection: @unchecked Sendable {
  private let file: MappedFile
  /// The first byte.
  public let base: UnsafeRawPointer
  /// The length in bytes.
  public let count: Int

  init(file: MappedFile, range: Range<Int>) {
    self.file = file
    base = UnsafeRawPointer(file.bytes.baseAddress.unsafelyUnwrapped + range.lowerBound)
    count = range.count
  }

  fileprivate init(_ other: ModelSection, from offset: Int, count: Int) {
    file = other.file
    base = other.base + offset
    self.count = count
  }

  /// Returns `count` bytes from `offset` on as a section of their own.
  ///
  /// - Throws: if the section is shorter.
  public func part(from offset: Int, count: Int) throws(ModelFileError) -> ModelSection {
    guard offset >= 0, count >= 0, offset + count <= self.count else {
      throw ModelFileError("\(self.count) bytes where \(offset + count) are needed")
    }
    return ModelSection(self, from: offset, count: count)
  }
}

/// Reads numbers from the front of a section.
public struct SectionReader {
  private let section: ModelSection
  private var offset = 0

  /// Starts at the front of `section`.
  public init(_ section: ModelSection) { self.section = section }

  /// Reads the next 32-bit number.
  ///
  /// - Throws: if the section ends before it.
  public mutating func integer() throws(ModelFileError) -> UInt32 {
    guard offset + 4 <= section.count else { throw ModelFileError("too few numbers") }
    defer { offset += 4 }
    return UInt32(littleEndian: section.base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Takes the next `count` bytes, which begin at the next multiple of 64.
  ///
  /// - Throws: if the section ends before them.
  public mutating func rest(count: Int) throws(ModelFileError) -> ModelSection {
    let start = (offset + 63) / 64 * 64
    offset = start + count
    return try section.part(from: start, count: count)
  }
}
