/// Puts a model file together; the counterpart of ``ModelFile``.
public struct ModelFileWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []

  /// Starts an empty file.
  public init() {}

  /// Adds a section; its name has at most 23 bytes.
  public mutating func add(_ name: String, _ section: SectionWriter) {
    precondition(name.utf8.count < 24, "a section's name has at most 23 bytes")
    sections.append((name, section.bytes))
  }

  /// Returns the bytes of the whole file.
  public func finished() -> [UInt8] {
    var head = SectionWriter()
    head.append(ModelFile.magic)
    head.append(ModelFile.version)
    head.append(UInt32(sections.count))
    head.append(0)
    var offset = (16 + sections.count * 40 + 63) / 64 * 64
    for section in sections {
      let name = Array(section.name.utf8)
      head.append(bytes: name + [UInt8](repeating: 0, count: 24 - name.count))
      head.append(UInt32(truncatingIfNeeded: offset))
      head.append(UInt32(truncatingIfNeeded: offset >> 32))
      head.append(UInt32(truncatingIfNeeded: section.bytes.count))
      head.append(UInt32(truncatingIfNeeded: section.bytes.count >> 32))
      offset = (offset + section.bytes.count + 63) / 64 * 64
    }
    for section in sections {
      head.align()
      head.append(bytes: section.bytes)
    }
    return head.bytes
  }
}

/// Puts one section of a model file together; the counterpart of ``SectionReader``.
public struct SectionWriter {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts an empty section.
  public init() {}

  /// Takes a section as it was read from a model file.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Appends a 32-bit number.
  public mutating func append(_ number: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
    }
  }

  /// Appends bytes as they are.
  public mutating func append(bytes more: [UInt8]) { bytes += more }

  /// Fills up with zeros to the next multiple of 64.
  public mutating func align() {
    bytes += [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64)
  }
}
