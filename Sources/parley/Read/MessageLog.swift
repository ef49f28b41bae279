/// Messages about single articles, on standard error: the first of them, and how many more there were.
struct MessageLog {
  private static let most = 100
  private var count = 0

  /// Shows messages as long as there were not too many.
  mutating func report(_ messages: [String]) {
    for message in messages {
      count += 1
      if count <= Self.most { StandardStreams.report(message) }
    }
  }

  /// Tells how many messages were not shown.
  func close() {
    guard count > Self.most else { return }
    StandardStreams.report("parley: \(count - Self.most) more messages about articles")
  }
}
