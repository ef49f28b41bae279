// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "parley",
  products: [
    .library(name: "Parley", targets: ["ParleyModel", "Intake", "Language", "Reading"]),
    .executable(name: "parley", targets: ["parley"]),
    .executable(name: "parley-train", targets: ["parley-train"]),
  ],
  dependencies: [
    // The command line's grammar, help and usage errors.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "ParleyModel", swiftSettings: settings),
    // zlib: gzip is how bulk text and open data are shipped.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Intake", dependencies: ["ParleyModel", "CZlib"], swiftSettings: settings),
    .target(name: "Language", dependencies: ["ParleyModel"], swiftSettings: settings),
    .target(name: "Reading", dependencies: ["ParleyModel", "Language"], swiftSettings: settings),
    .executableTarget(
      name: "parley",
      dependencies: [
        "ParleyModel", "Intake", "Language", "Reading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "parley-train",
      dependencies: [
        "ParleyModel", "Intake", "Language", "Reading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(name: "ParleyModelTests", dependencies: ["ParleyModel"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
