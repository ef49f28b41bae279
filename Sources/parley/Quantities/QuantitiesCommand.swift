import ArgumentParser
internal import DataFiles
internal import JSONBytes
internal import ParleyModel
internal import Quantities

/// `parley quantities`: the numbers of a text with units and hedges.
struct QuantitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantities",
    abstract: "Lists the numbers of a text with their units and hedges.",
    discussion: """
      Shares, amounts, areas, distances, counts, durations and ranges, in digits and words. Years, \
      dates and numbers that name things ("Article 5") are left out.

      Example: parley quantities --text "They hold about 88% of it, some 5,000 sq km."
      """)

  @OptionGroup var input: NumberInput

  func run() throws {
    try NumberInput.reporting {
      let data = try DataFolder.locate()
      let reader = try QuantityReader(data)
      try input.run(data) { article in
        Self.document(reader.quantities(of: article.text), of: article)
      } view: { article, sheet in
        for quantity in reader.quantities(of: article.text) {
          sheet.line(
            StyledText(Columns.pad(Self.number(quantity), to: 20, isRight: true)),
            StyledText("  " + Columns.pad(Columns.plain(quantity.unit ?? "-"), to: 16)),
            StyledText("  " + Columns.pad(quantity.hedge?.rawValue ?? "", to: 9)),
            StyledText("  " + Columns.plain(article.words(quantity.range)), .faint))
        }
      }
    }
  }

  private static func number(_ quantity: Quantity) -> String {
    switch quantity.value {
    case .exact(let value): plain(value)
    case .range(let low, let high): plain(low) + " to " + plain(high)
    }
  }

  private static func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? value.description
  }

  private static func document(_ quantities: [Quantity], of article: Article) -> [UInt8] {
    let index = ScalarIndex(article.text)
    var output = JSONOutput()
    output.raw("{\"schema\":\"parley/quantities/1\",\"id\":")
    output.string(article.id.rawValue)
    output.raw(",\"quantities\":")
    output.array(quantities) { output, quantity in
      let range = index.scalars(quantity.range)
      output.raw("{\"start\":")
      output.integer(range.lowerBound)
      output.raw(",\"end\":")
      output.integer(range.upperBound)
      output.raw(",\"text\":")
      output.string(article.words(quantity.range))
      output.raw(",\"kind\":")
      output.string(quantity.kind.rawValue)
      switch quantity.value {
      case .exact(let value):
        output.raw(",\"value\":")
        output.number(value)
        output.raw(",\"from\":null,\"to\":null")
      case .range(let low, let high):
        output.raw(",\"value\":null,\"from\":")
        output.number(low)
        output.raw(",\"to\":")
        output.number(high)
      }
      output.raw(",\"unit\":")
      output.string(quantity.unit)
      output.raw(",\"unitName\":")
      output.string(quantity.unitName)
      output.raw(",\"per\":")
      output.string(quantity.per)
      output.raw(",\"hedge\":")
      output.string(quantity.hedge?.rawValue)
      output.raw(",\"comparedWith\":")
      output.string(quantity.comparedWith.map(article.words))
      output.raw("}")
    }
    output.raw("}")
    return output.bytes
  }
}
