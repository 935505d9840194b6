/// Which screen a route names.
struct Router: Sendable {
  /// Makes the screen of a route; `below` is the keymap of the screen it is opened from.
  let screen: @Sendable (_ route: Route, _ context: Context, _ below: Keymap) -> (any Screen)?

  func callAsFunction(_ route: Route, _ context: Context, below: Keymap) -> (any Screen)? {
    switch route {
    case .help: HelpScreen(keymap: below)
    case .palette: screen(route, context, below) ?? PaletteScreen(below: below)
    default: screen(route, context, below)
    }
  }
}
