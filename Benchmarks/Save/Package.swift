// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "Save",
  targets: [
    .target(name: "Model"),
    .executableTarget(name: "Save", dependencies: ["Model"]),
  ],
  swiftLanguageModes: [.v6]
)
