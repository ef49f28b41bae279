public import JSONBytes
internal import ParleyModel

extension Scenario {
  /// Writes the numbers as `parley/territory/scenario/1`, with at most `placeLimit` places a side.
  public func write(placeLimit: Int, to json: inout JSONOutput) {
    json.raw(#"{"schema":"parley/territory/scenario/1","title":"#)
    json.string(terms.title)
    json.raw(#","map":"#)
    json.string(mapDate.description)
    json.raw(#","source":"#)
    json.source(source)
    json.raw(#","terms":"#)
    json.strings(terms.terms.map(\.description))
    json.raw(#","rows":"#)
    json.array(rows) { Self.write($1, to: &$0) }
    json.raw(#","total":"#)
    Self.write(total, to: &json)
    json.raw(#","places_given":"#)
    Self.write(placesGiven, limit: placeLimit, to: &json)
    json.raw(#","places_returned":"#)
    Self.write(placesReturned, limit: placeLimit, to: &json)
    json.raw("}")
  }

  private static func write(_ row: Row, to json: inout JSONOutput) {
    json.raw(#"{"id":"#)
    json.string(row.before.id)
    json.raw(#","name":"#)
    json.string(row.before.name)
    json.raw(#","gained_km2":"#)
    json.squareKilometres(row.gained)
    json.raw(#","lost_km2":"#)
    json.squareKilometres(row.lost)
    json.raw(#","neutral_km2":"#)
    json.squareKilometres(row.neutral)
    json.raw(#","before":"#)
    json.holding(row.before)
    json.raw(#","after":"#)
    json.holding(row.after)
    json.raw("}")
  }

  private static func write(_ places: [Place], limit: Int, to json: inout JSONOutput) {
    json.raw(#"{"count":"#)
    json.integer(places.count)
    json.raw(#","population_sum":"#)
    json.integer(places.reduce(0) { $0 + ($1.population ?? 0) })
    json.raw(#","biggest":"#)
    json.array(places.prefix(limit)) { json, place in
      json.raw(#"{"name":"#)
      json.string(place.name)
      json.raw(#","population":"#)
      json.integer(place.population)
      json.raw(#","lon":"#)
      json.number(place.point.longitude)
      json.raw(#","lat":"#)
      json.number(place.point.latitude)
      json.raw("}")
    }
    json.raw("}")
  }

  /// Writes the ground before and after, given, returned and held by neither as GeoJSON.
  public func writeGeoJSON(to json: inout JSONOutput) {
    json.raw(#"{"type":"FeatureCollection","features":"#)
    let grounds = [
      ("before", before), ("after", after), ("given", given), ("returned", returned),
      ("neutral", neutral),
    ].filter { !$0.1.isEmpty }
    json.array(grounds) { json, ground in
      GeoJSONWriter.feature(ground.1, to: &json) { json in
        json.raw(#""ground":"#)
        json.string(ground.0)
        json.raw(#","map":"#)
        json.string(mapDate.description)
        json.raw(#","km2":"#)
        json.squareKilometres(ground.1.area)
      }
    }
    json.raw("}")
  }
}

extension TermsChange {
  /// Writes the parts of the difference as `parley/territory/explain-change/1`.
  public func write(to json: inout JSONOutput) {
    func ask(_ json: inout JSONOutput, _ ask: Ask) {
      json.raw(#"{"title":"#)
      json.string(ask.title)
      json.raw(#","map":"#)
      json.string(ask.mapDate.description)
      json.raw(#","given_km2":"#)
      json.squareKilometres(ask.given)
      json.raw(#","returned_km2":"#)
      json.squareKilometres(ask.returned)
      json.raw("}")
    }
    json.raw(#"{"schema":"parley/territory/explain-change/1","earlier":"#)
    ask(&json, earlier)
    json.raw(#","earlier_terms_on_later_map":"#)
    ask(&json, earlierTermsOnLaterMap)
    json.raw(#","later_terms_on_earlier_map":"#)
    ask(&json, laterTermsOnEarlierMap)
    json.raw(#","later":"#)
    ask(&json, later)
    json.raw(#","difference_km2":"#)
    json.squareKilometres(difference)
    json.raw(#","by_terms_km2":"#)
    json.squareKilometres(byTerms)
    json.raw(#","by_ground_km2":"#)
    json.squareKilometres(byGround)
    json.raw(#","terms_part":"#)
    if let termsPart { json.number((termsPart * 1e6).rounded() / 1e6) } else { json.raw("null") }
    json.raw("}")
  }
}
