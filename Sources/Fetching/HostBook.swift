/// What is remembered about hosts while fetching: when each may be asked again, and what its
/// robots.txt says.
actor HostBook {
  private var nextTurn: [String: Duration] = [:]
  private var rules: [String: RobotsRules] = [:]
  private let clock: FetchClock

  init(_ clock: FetchClock) { self.clock = clock }

  /// Waits until `host` may be asked, and keeps the turn: requests that wait are let through one by
  /// one, `delay` apart.
  func turn(at host: String, delay: Duration) async throws {
    let now = clock.now()
    let turn = max(now, nextTurn[host] ?? now)
    nextTurn[host] = turn + delay
    if turn > now { try await clock.sleep(turn - now) }
  }

  /// The rules of a site, `nil` where they are not known yet.
  func rules(of origin: String) -> RobotsRules? { rules[origin] }

  /// Remembers the rules of a site.
  func remember(_ found: RobotsRules, of origin: String) { rules[origin] = found }
}
