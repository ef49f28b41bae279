/// Estimates how many tokens a model will count, without knowing its tokenizer.
///
/// Meant to be too high rather than too low for text in Latin script: a token for every five letters
/// begun, for every two digits begun, for every sign, and for every byte of other scripts. Usual
/// tokenizers take about 1.3 tokens for an English word, this estimate about 1.6.
public enum TokenEstimate {
  /// Returns the estimate for `text`, UTF-8.
  ///
  /// - Complexity: O(n) in the length of the text.
  public static func count(_ text: some Sequence<UInt8>) -> Int {
    var tokens = 0
    var letters = 0
    var digits = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if letters % 5 == 0 { tokens += 1 }
        letters += 1
        digits = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if digits % 2 == 0 { tokens += 1 }
        digits += 1
        letters = 0
      default:
        if byte != 0x20 { tokens += 1 }
        letters = 0
        digits = 0
      }
    }
    return tokens
  }
}
