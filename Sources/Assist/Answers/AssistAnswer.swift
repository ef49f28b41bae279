/// What a model says it read, not verified yet.
public struct AssistAnswer: Sendable, Hashable {
  /// A stance, as the model gives it.
  public struct Stance: Sendable, Hashable {
    var holder = ""
    var act = ""
    var issue = ""
    var addressee: String?
    var places: [String] = []
    var condition: String?
    var asOf: String?
    var status = ""
    var evidence = ""
    var source: String?
  }

  /// A figure, as the model gives it.
  public struct Number: Sendable, Hashable {
    var values: [Double] = []
    var unit = ""
    var hedge: String?
    var quantity: String?
    var holder: String?
    var of: [String] = []
    var evidence = ""
    var source: String?
  }

  /// The stances in the form asked for.
  public internal(set) var stances: [Stance] = []
  /// The figures in the form asked for.
  public internal(set) var numbers: [Number] = []
  /// The number of stances that are not in the form.
  public internal(set) var malformedStances = 0
  /// The number of figures that are not in the form.
  public internal(set) var malformedNumbers = 0
}
