import ParleyModel
import Testing

/// A sentence, and the stance that a careful reader takes from it.
struct StanceRow: Sendable, CustomTestStringConvertible {
  let text: String
  let holder: String
  let act: Act
  let issue: String
  var testDescription: String { text }

  init(_ text: String, _ holder: String, _ act: Act, _ issue: String) {
    self.text = text
    self.holder = holder
    self.act = act
    self.issue = issue
  }
}

enum StanceTables {
  /// Each act in several constructions.
  static let acts = [
    StanceRow(
      "Russia demanded that Ukraine withdraw its troops from Donetsk.", "Russia", .demand,
      "territory.withdrawal"),
    StanceRow(
      "Iran called on the United States to lift the sanctions.", "Iran", .demand, "sanctions"),
    StanceRow(
      "Armenia must withdraw its soldiers from the villages, Azerbaijan said.", "Azerbaijan",
      .demand,
      "territory.withdrawal"),
    StanceRow(
      "France proposed a ceasefire of thirty days.", "France", .propose, "ceasefire"),
    StanceRow(
      "Turkey suggested that the two sides hold talks in Istanbul.", "Turkey", .propose,
      "process.talks"),
    StanceRow(
      "Iran is ready to resume talks with the European Union, its foreign minister said.", "Iran",
      .offer, "process.talks"),
    StanceRow(
      "Ukraine offered to release the captured soldiers.", "Ukraine", .offer, "prisoners"),
    StanceRow(
      "Israel agreed to a ceasefire with Hamas.", "Israel", .accept, "ceasefire"),
    StanceRow(
      "Sudan has accepted the mediation of the African Union.", "Sudan", .accept,
      "process.mediation"),
    StanceRow("Ukraine rejected a ceasefire on Monday.", "Ukraine", .reject, "ceasefire"),
    StanceRow(
      "Serbia refuses to recognise the independence of Kosovo.", "Serbia", .reject,
      "status.sovereignty"),
    StanceRow(
      "Hamas will not release the hostages, the group said.", "Hamas", .reject, "prisoners"),
    StanceRow(
      "The United States threatened to impose new sanctions on Iran.", "United States", .threaten,
      "sanctions"),
    StanceRow(
      "China warned that it would impose tariffs on American cars.", "China", .threaten,
      "economy.trade"),
  ]

  /// Issues of every group, in plain words.
  static let issues = [
    StanceRow(
      "Ukraine refused to cede territory to Russia.", "Ukraine", .reject, "territory.cession"),
    StanceRow(
      "Russia demanded that Ukraine renounce its plan to join NATO.", "Russia", .demand,
      "alliance.membership"),
    StanceRow(
      "Ukraine demanded security guarantees from the United States.", "Ukraine", .demand,
      "security.guarantees"),
    StanceRow(
      "Russia rejected the deployment of foreign troops in Ukraine.", "Russia", .reject,
      "security.foreign-troops"),
    StanceRow(
      "Russia called for an end to the sanctions against Moscow.", "Russia", .demand, "sanctions"),
    StanceRow(
      "The European Union proposed to use the frozen assets of Russia.", "European Union", .propose,
      "assets"),
    StanceRow(
      "Israel demanded that Hamas release the hostages.", "Israel", .demand, "prisoners"),
    StanceRow(
      "Turkey demanded that the refugees return to Syria.", "Turkey", .demand, "refugees.return"),
    StanceRow(
      "The United Nations urged Israel to allow humanitarian aid into Gaza.", "United Nations",
      .demand, "humanitarian.access"),
    StanceRow(
      "France called on Venezuela to hold new elections.", "France", .demand,
      "governance.elections"),
    StanceRow(
      "Japan offered to cut the tariffs on American rice.", "Japan", .offer, "economy.trade"),
    StanceRow(
      "Ukraine rejected an amnesty for the separatists.", "Ukraine", .reject, "justice.amnesty"),
    StanceRow(
      "Iran refused to halt the enrichment of uranium.", "Iran", .reject, "nuclear"),
    StanceRow(
      "Iran agreed to admit the inspectors of the International Atomic Energy Agency.", "Iran",
      .accept, "nuclear.inspections"),
    StanceRow(
      "Egypt offered to mediate between Israel and Hamas.", "Egypt", .offer, "process.mediation"),
  ]

  /// How the holder is written, and whose stance it then is.
  static let parties = [
    StanceRow("The Kremlin rejected a ceasefire.", "Russia", .reject, "ceasefire"),
    StanceRow("Kyiv demanded the release of all prisoners.", "Ukraine", .demand, "prisoners"),
    StanceRow(
      "The Iranian foreign minister rejected direct talks with Washington.", "Iran", .reject,
      "process.talks"),
    StanceRow(
      "State Department spokesman Alan Moor said the talks must resume at once.", "United States",
      .demand, "process.talks"),
    StanceRow(
      "Israel stopped the convoy. It demanded that Hamas release the hostages.", "Israel", .demand,
      "prisoners"),
    StanceRow(
      "\"We will never accept a ceasefire,\" the spokesman of the Taliban said.", "Taliban",
      .reject,
      "ceasefire"),
    StanceRow(
      "The Harbour Pilots Union rejected the offer of the port company.", "Harbour Pilots Union",
      .reject, "economy.trade"),
  ]

  /// Sentences that hold no stance of anybody.
  static let background = [
    "The river rises in the hills and reaches the sea after nine hundred kilometres.",
    "The two countries share a border of 300 kilometres.",
    "At least twelve people were killed in the shelling on Tuesday night, the police said.",
    "The minister arrived in Geneva on Monday evening.",
    "Analysts expect a long winter.",
    "The war began in 2014 after the president fled the capital.",
  ]
}
