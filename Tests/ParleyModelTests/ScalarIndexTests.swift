import ParleyModel
import Testing

@Suite("The scalar index")
struct ScalarIndexTests {
  @Test(
    "agrees with counting scalars, in both directions",
    arguments: [
      "", "plain words", "\u{FEFF}Café “quoted” — 😀 and more\r\n",
      String(repeating: "éa😀", count: 100), String(repeating: "x", count: 64) + "é",
    ])
  func agrees(text: String) {
    let bytes = Array(text.utf8)
    let index = ScalarIndex(bytes)
    #expect(index.count == text.unicodeScalars.count)
    var byte = 0
    var scalars = 0
    for scalar in text.unicodeScalars {
      #expect(index.scalarOffset(ofByte: byte) == scalars)
      #expect(index.byteOffset(ofScalar: scalars) == byte)
      byte += UTF8.width(scalar)
      scalars += 1
    }
    #expect(index.scalarOffset(ofByte: byte) == scalars)
    #expect(index.byteOffset(ofScalar: scalars) == byte)
    #expect(index.byteOffset(ofScalar: scalars + 1) == nil)
  }
}
