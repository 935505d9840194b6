/// Numbers as bars that lie under each other, drawn with nothing but lines and letters, readable without colour.
struct BarChart {
  private let chart: DocumentChart

  init(_ chart: DocumentChart) { self.chart = chart }

  /// In tenths of a millimetre, as wide as the text of a page.
  private static let (width, label, number, row, top) = (1650, 480, 130, 64, 76)

  var svg: String {
    let most = max(1, chart.bars.map(\.value).max() ?? 1)
    let room = BarChart.width - BarChart.label - BarChart.number
    let height = BarChart.top + chart.bars.count * BarChart.row + 10
    let bars = chart.bars.enumerated().map { index, bar -> String in
      let y = BarChart.top + index * BarChart.row
      let length = max(0, bar.value) * room / most
      return """
        <text x="\(BarChart.label - 16)" y="\(y + 42)" text-anchor="end">\(HTMLRendering.escaped(bar.label))</text>
        <rect x="\(BarChart.label)" y="\(y + 10)" width="\(length)" height="\(BarChart.row - 24)" fill="#555"/>
        <text x="\(BarChart.label + length + 12)" y="\(y + 42)">\(Numerals.text(bar.value, .vi))</text>

        """
    }
    let title = HTMLRendering.escaped(chart.title)
    let axis = BarChart.label
    return """
      <svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(BarChart.width) \(height)" \
      role="img" aria-label="\(title)" font-family="Times New Roman, Liberation Serif, serif" font-size="40">
      <text x="\(BarChart.width / 2)" y="44" text-anchor="middle" font-weight="bold">\(title)</text>
      \(bars.joined())<line x1="\(axis)" y1="\(BarChart.top)" x2="\(axis)" y2="\(height - 10)" stroke="#000" stroke-width="2"/>
      </svg>

      """
  }
}
