// swift-tools-version: 6.2
import PackageDescription

var settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]
// The checks of a change (.ci/run) take warnings as errors.
if Context.environment["PARLEY_STRICT"] != nil { settings.append(.treatAllWarnings(as: .error)) }

let package = Package(
  name: "parley",
  products: [
    .library(
      name: "Parley", targets: ["ParleyModel", "ReadingFormat", "Intake", "Language", "Reading"]),
    .library(name: "Territory", targets: ["Territory"]),
    .executable(name: "parley", targets: ["parley"]),
    .executable(name: "parley-train", targets: ["parley-train"]),
    .executable(name: "parley-fuzz", targets: ["parley-fuzz"]),
  ],
  dependencies: [
    // The command line's grammar, help and usage errors.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Terms of a scenario and the catalogue of sources are YAML, which people write by hand.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // The record of a dossier: SQLite with migrations, transactions, full-text search.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Pages and feeds from the web, over HTTP/1 and 2, with TLS.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    // Event loops and bytes of the client's interface.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    // The workbench's server: routes, streams of bytes, a test client without sockets.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    // Pages from templates that a designer can edit, escaped by default.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "ParleyModel", swiftSettings: settings),
    // zlib: gzip is how bulk text and open data are shipped.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // GEOS: overlay, buffers and repair of polygons.
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .target(name: "ByteStreams", dependencies: ["CZlib"], swiftSettings: settings),
    .target(name: "DataFiles", swiftSettings: settings),
    .target(name: "JSONBytes", swiftSettings: settings),
    .target(
      name: "ReadingFormat", dependencies: ["ParleyModel", "JSONBytes"], swiftSettings: settings),
    .target(
      name: "Intake", dependencies: ["ParleyModel", "DataFiles", "JSONBytes", "ByteStreams"],
      swiftSettings: settings),
    .target(
      name: "Quantities", dependencies: ["ParleyModel", "DataFiles"], swiftSettings: settings),
    .target(
      name: "Times", dependencies: ["ParleyModel", "DataFiles", "Quantities"],
      swiftSettings: settings),
    .target(
      name: "Fetching",
      dependencies: [
        "ParleyModel", "DataFiles", "Intake", "ByteStreams",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .target(
      name: "Following",
      dependencies: [
        "ParleyModel", "DataFiles", "Intake", "Fetching", "Parties", "Reading", "Dossier",
      ],
      swiftSettings: settings),
    .target(name: "Language", dependencies: ["ParleyModel", "DataFiles"], swiftSettings: settings),
    .target(
      name: "Parties", dependencies: ["ParleyModel", "DataFiles", "Language"],
      swiftSettings: settings),
    .target(
      name: "Territory",
      dependencies: [
        "ParleyModel", "DataFiles", "JSONBytes", "ByteStreams", "CGEOS",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "Dossier",
      dependencies: [
        "ParleyModel", "DataFiles", "JSONBytes", "ReadingFormat", "Territory", "Intake", "Parties",
        "Times", "ByteStreams",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "Workbench",
      dependencies: [
        "ParleyModel", "DataFiles", "JSONBytes", "ReadingFormat", "Territory", "Intake", "Dossier",
        "Reading", "ByteStreams", "Fetching",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    .target(
      name: "Reading",
      dependencies: [
        "ParleyModel", "DataFiles", "Language", "Parties", "Quantities", "Times",
      ],
      swiftSettings: settings),
    .target(
      name: "Assist",
      dependencies: [
        "ParleyModel", "DataFiles", "JSONBytes", "ReadingFormat", "Language", "Parties",
        "Quantities", "Reading",
      ],
      swiftSettings: settings),
    .target(
      name: "Asking",
      dependencies: ["ParleyModel", "JSONBytes", "Fetching", "Assist", "Dossier"],
      swiftSettings: settings),
    .target(
      name: "Training",
      dependencies: [
        "ParleyModel", "DataFiles", "JSONBytes", "ByteStreams", "Intake", "Language", "Parties",
        "Quantities", "Reading",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "parley",
      dependencies: [
        "ParleyModel", "DataFiles", "JSONBytes", "ReadingFormat", "Intake", "Fetching", "Language",
        "Reading", "Parties", "Quantities", "Times", "Territory", "Dossier", "Following",
        "Workbench", "Assist", "Asking",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "parley-train",
      dependencies: [
        "ParleyModel", "DataFiles", "Intake", "Language", "Reading", "Training",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "Fuzzing",
      dependencies: [
        "ParleyModel", "DataFiles", "JSONBytes", "ReadingFormat", "Intake", "Reading",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "parley-fuzz",
      dependencies: [
        "DataFiles", "Fuzzing", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(name: "ParleyModelTests", dependencies: ["ParleyModel"], swiftSettings: settings),
    .testTarget(
      name: "JSONBytesTests", dependencies: ["JSONBytes"], swiftSettings: settings),
    .testTarget(
      name: "ByteStreamsTests", dependencies: ["ByteStreams", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "DataFiles", "ParleyModel"],
      swiftSettings: settings),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "ByteStreams", "ParleyModel", "DataFiles"],
      swiftSettings: settings),
    .testTarget(
      name: "ReadingFormatTests",
      dependencies: ["ReadingFormat", "ParleyModel", "JSONBytes", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "FetchingTests",
      dependencies: [
        "Fetching", "Intake", "ByteStreams", "ParleyModel", "DataFiles", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "FollowingTests",
      dependencies: [
        "Following", "Fetching", "Intake", "Dossier", "ParleyModel", "DataFiles", "TestSupport",
      ],
      swiftSettings: settings),
    // Starts the built program.
    .testTarget(
      name: "ParleyTests", dependencies: ["parley", "ParleyModel", "TestSupport"],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["ParleyModel"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "FuzzingTests", dependencies: ["Fuzzing", "DataFiles", "parley-fuzz", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PartiesTests", dependencies: ["Parties", "Language", "DataFiles", "ParleyModel"],
      swiftSettings: settings),
    .testTarget(
      name: "TerritoryTests",
      dependencies: ["Territory", "DataFiles", "ParleyModel", "JSONBytes", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["Reading", "Parties", "Language", "DataFiles", "ParleyModel"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "QuantitiesTests", dependencies: ["Quantities", "ParleyModel", "DataFiles"],
      swiftSettings: settings),
    .testTarget(
      name: "TimesTests", dependencies: ["Times", "ParleyModel", "DataFiles"],
      swiftSettings: settings),
    .testTarget(
      name: "DossierTests",
      dependencies: [
        "Dossier", "ParleyModel", "ReadingFormat", "DataFiles", "Parties", "JSONBytes",
        "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Workbench", "Dossier", "ParleyModel", "DataFiles", "Fetching", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "AssistTests",
      dependencies: [
        "Assist", "Reading", "Language", "DataFiles", "JSONBytes", "ParleyModel",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AskingTests",
      dependencies: [
        "Asking", "Assist", "Dossier", "Fetching", "Reading", "DataFiles", "ParleyModel",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(name: "DataFilesTests", dependencies: ["DataFiles"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
