import Language
import Parties
import Testing

struct Words: Sendable, CustomTestStringConvertible {
  let text: String
  let word: String
  let parties: [String]
  var published: String?
  var testDescription: String { "\(word) in: \(text)" }
}

@Test(
  "a word stands for the side that the article gives it",
  arguments: [
    Words(text: "The Kremlin rejected the plan.", word: "Kremlin", parties: ["Russia"]),
    Words(text: "Ukraine's Zelenskiy said no.", word: "Zelenskiy", parties: ["Ukraine"]),
    Words(text: "President Zelenskyy said no.", word: "Zelenskyy", parties: ["Ukraine"]),
    Words(
      text: "Russian and Ukrainian negotiators met on Monday.", word: "negotiators",
      parties: ["Russia", "Ukraine"]),
    Words(
      text: "Officials from Iran and Oman met on Monday.", word: "Officials",
      parties: ["Iran", "Oman"]),
    Words(
      text: "State Department spokesman Alan Moor spoke first. Moor said talks would go on.",
      word: "Moor", parties: ["United States"]),
    Words(
      text: "Nora Lind, general secretary of the Harbour Pilots Union, spoke. Lind wants more pay.",
      word: "Lind", parties: ["Harbour Pilots Union"]),
    Words(
      text: "Senator Carl Bruno urged the White House to wait.", word: "Bruno",
      parties: ["Carl Bruno"]),
    Words(
      text: "The Harbour Pilots Union met the port. The union wants more pay.", word: "union",
      parties: ["Harbour Pilots Union"]),
    Words(
      text: "The Union of Builders and Carpenters rejected the plan.", word: "Builders",
      parties: ["Union of Builders and Carpenters"]),
    Words(
      text: "Turkey met the European Union. The bloc offered money.", word: "bloc",
      parties: ["European Union"]),
    Words(
      text: "Chad and Sudan met in Doha. Both sides agreed to stop shooting.", word: "sides",
      parties: ["Chad", "Sudan"]),
    Words(
      text: "Northern dockers demanded more pay.", word: "dockers", parties: ["Northern dockers"]),
    Words(
      text: "Iran's UN ambassador rejected the text.", word: "ambassador", parties: ["Iran"]),
    Words(
      text: "Former prime minister Tony Blair urged caution.", word: "Blair",
      parties: ["Tony Blair"], published: "2018-03-01"),
    Words(
      text: "Prime Minister Tony Blair urged caution.", word: "Blair",
      parties: ["United Kingdom"], published: "2003-03-01"),
    Words(
      text: "Vladimir V. Putin will not come.", word: "Putin", parties: ["Russia"],
      published: "2016-03-01"),
    Words(
      text: "Élysée officials declined.", word: "Élysée", parties: ["France"]),
  ])
func resolves(_ row: Words) throws {
  let parties = try Articles.parties(row.text, published: row.published)
  let token = try #require(
    (0..<parties.text.tokens.count).last { parties.text.word($0) == row.word })
  #expect(parties.resolve(token)?.parties.map(\.name).sorted() == row.parties.sorted())
}

@Test("in a speaker's words 'we' is the speaker's side")
func firstPerson() throws {
  let parties = try Articles.parties("We will not leave.")
  let speech = Speech(speakers: [PartyName(name: "Chad")])
  #expect(parties.resolve(0, in: speech)?.parties.map(\.name) == ["Chad"])
  #expect(parties.resolve(0) == nil)
}

@Test(
  "no text, however cut, makes the finder fail", arguments: [1, 7, 23, 50, 61])
func cutTexts(_ length: Int) throws {
  let text = "\"We,\" said Omar Said, head of the of and the U.N.-backed (AU) (NEU) & of Russia's, "
  let parties = try Articles.parties(String(text.prefix(length)))
  for token in 0..<parties.text.tokens.count { _ = parties.resolve(token) }
  #expect(parties.mentionAt.count == parties.text.tokens.count)
}
