import ArgumentParser
internal import Assist

/// How a model is asked.
struct AskingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The name by which the tool that answers knows the model.", valueName: "name"))
  var model = "default"

  @Option(
    help: ArgumentHelp(
      "The longest part of an article in one request, in estimated tokens.", valueName: "tokens"))
  var assistWindow = 3000

  @Option(
    help: ArgumentHelp("The longest answer that is asked for, in tokens.", valueName: "tokens"))
  var assistAnswerTokens = 4096

  @Option(
    help: ArgumentHelp(
      "How the form of the answer is asked for: json_schema, json_object or text, for tools that take "
        + "no schema.", valueName: "form"),
    transform: { name in
      guard let format = AnswerFormat(rawValue: name) else {
        throw ValidationError("the forms are json_schema, json_object and text")
      }
      return format
    })
  var assistFormat = AnswerFormat.jsonSchema

  func validate() throws {
    guard (100...1_000_000).contains(assistWindow) else {
      throw ValidationError("--assist-window must be 100 to 1000000")
    }
    guard (16...1_000_000).contains(assistAnswerTokens) else {
      throw ValidationError("--assist-answer-tokens must be 16 to 1000000")
    }
  }

  /// The settings that the options make.
  var settings: AssistSettings {
    var settings = AssistSettings(model: model)
    settings.window = assistWindow
    settings.answerTokens = assistAnswerTokens
    settings.format = assistFormat
    return settings
  }
}

/// What a model's tokens cost.
struct PriceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The price of a million tokens of requests, in any currency.", valueName: "price"))
  var assistPriceIn = 0.0

  @Option(
    help: ArgumentHelp(
      "The price of a million tokens of answers, in the same currency.", valueName: "price"))
  var assistPriceOut = 0.0

  @Flag(help: "Tell only how many requests and tokens it would take, and at most what they cost.")
  var dryRun = false

  func validate() throws {
    guard assistPriceIn >= 0, assistPriceOut >= 0 else {
      throw ValidationError("--assist-price-in and --assist-price-out must not be below 0")
    }
  }

  /// The prices.
  var prices: Prices { Prices(requests: assistPriceIn, answers: assistPriceOut) }
}
