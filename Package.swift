// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "lenduong",
  products: [.executable(name: "lenduong", targets: ["App"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Model"),
    .executableTarget(
      name: "App",
      dependencies: [
        "Model", "CNcurses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // Screens and commands wait for people; the model does the work.
      swiftSettings: [.unsafeFlags(["-Osize"], .when(configuration: .release))]),
    .testTarget(name: "ModelTests", dependencies: ["Model"]),
    .testTarget(name: "AppTests", dependencies: ["App"], exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
