#!/usr/bin/env python3
"""Draws how each figure grows with the number of departures, with the exponent that fits: growth.py RESULTS.json OUT.svg

Both axes of each panel are logarithmic, so that a power of the number of departures is a straight line and its exponent
the slope: 0 is a figure that does not grow, 1 one that grows as the register does.
"""
import json
import math
import pathlib
import sys
from xml.sax.saxutils import escape

# Title, group and row of the results.
PANELS = [
    ("Start, all kept, to the first frame", "start, warm", "lenduong"),
    ("Start, one line more", "start, warm", "lenduong, one line more"),
    ("Start, 1,000 lines more", "start, warm", "lenduong, 1,000 lines more from 152 writers"),
    ("Start, nothing kept", "start, nothing kept", "lenduong, to the first frame"),
    ("All folded and verified", "start, nothing kept", "lenduong progress, every chain verified"),
    ("Start, cold disk", "start, cold disk", "lenduong"),
    ("Read from a cold disk", "start, cold disk: read from it", "lenduong"),
    ("A row up or down", "row, 140×40", "lenduong"),
    ("A page up or down", "page, 140×40", "lenduong"),
    ("A letter in a form", "letter in a form, 140×40", "lenduong"),
    ("12th digit of a known person", "12th digit of a known person, 140×40", "lenduong"),
    ("A letter in a list's search", "letter in a list's search, 140×40", "lenduong"),
    ("A letter in the finder", "letter in the finder, 140×40", "lenduong"),
    ("Into a unit and back", "into a unit and back, 140×40", "lenduong"),
    ("Order of a list", "order of a list, 140×40", "lenduong"),
    ("Figures by a command", "figures by district and year, whole process", "lenduong progress --json"),
    ("One durable save in process", "one durable save in process", "lenduong"),
    ("One record added by a command", "one record added by a command", "lenduong add departure"),
    ("Memory at rest, resident", "memory at rest, resident (VmRSS)", "lenduong"),
    ("Memory at rest, own pages", "memory at rest, own pages (RssAnon)", "lenduong"),
    ("Memory, most while rows move", "memory, most while rows were moved", "lenduong"),
    ("Journal on disk", "size on disk", "journal"),
    ("Kept between starts, on disk", "size on disk", "kept between starts"),
    ("Instructions, start and quit", "instructions", "start and quit, kept"),
]
COLUMNS, WIDTH, HEIGHT = 3, 320, 220
LEFT, RIGHT, TOP, BOTTOM = 58, 14, 44, 34
INK, DIM, GRID, LINE, POINT = "#1a1a1a", "#555555", "#e3e3e3", "#b35900", "#1f5fa8"


def exponent(points):
    """The slope and the offset of the straight line that fits best, both axes logarithmic."""
    xs, ys = [math.log10(x) for x, _ in points], [math.log10(y) for _, y in points]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle_x) ** 2 for x in xs)
    slope = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys)) / spread
    return slope, middle_y - slope * middle_x


def series(sizes, group, row):
    """Pairs of size and median, where that was measured."""
    found = []
    for size in sorted(sizes, key=int):
        rows = sizes[size]["groups"].get(group, {}).get("rows", {})
        if row in rows and rows[row]["p50"] > 0:
            found.append((int(size), rows[row]["p50"]))
    return found


def short(value):
    """A number as an axis has it: 1k, 0.1, 5M."""
    for limit, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= limit:
            return "%g%s" % (value / limit, letter)
    return "%g" % value


def text(x, y, words, size=11, anchor="start", fill=INK, weight="normal"):
    return '<text x="%.1f" y="%.1f" font-size="%d" text-anchor="%s" fill="%s" font-weight="%s">%s</text>' % (
        x, y, size, anchor, fill, weight, escape(words))


def panel(title, unit, points):
    """One figure: title, fitted exponent, axes, points, line."""
    slope, offset = exponent(points)
    last = [point for point in points if point[0] >= points[-1][0] / 10]
    words = "n^%.2f" % (round(slope, 2) + 0.0)
    if 2 < len(last) < len(points):
        words += " · from %s on n^%.2f" % (short(last[0][0]), exponent(last)[0])
    parts = [text(LEFT, 18, "%s, %s" % (title, unit), 12, weight="bold"), text(LEFT, 34, words, 11, fill=LINE)]
    low_x, high_x = math.log10(points[0][0]), math.log10(points[-1][0])
    low_y = math.floor(math.log10(min(y for _, y in points)) + 1e-9)
    high_y = max(low_y + 1, math.ceil(math.log10(max(y for _, y in points)) - 1e-9))
    at_x = lambda x: LEFT + (math.log10(x) - low_x) / (high_x - low_x) * (WIDTH - LEFT - RIGHT)
    at_y = lambda y: HEIGHT - BOTTOM - (math.log10(y) - low_y) / (high_y - low_y) * (HEIGHT - TOP - BOTTOM)
    for decade in range(low_y, high_y + 1):
        y = at_y(10 ** decade)
        parts.append('<line x1="%d" y1="%.1f" x2="%d" y2="%.1f" stroke="%s"/>' % (LEFT, y, WIDTH - RIGHT, y, GRID))
        parts.append(text(LEFT - 6, y + 4, short(10 ** decade), anchor="end", fill=DIM))
    for decade in range(math.ceil(low_x - 1e-9), math.floor(high_x + 1e-9) + 1):
        x = at_x(10 ** decade)
        parts.append('<line x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="%s"/>' % (x, TOP, x, HEIGHT - BOTTOM, GRID))
        parts.append(text(x, HEIGHT - BOTTOM + 16, short(10 ** decade), anchor="middle", fill=DIM))
    fitted = [(x, 10 ** (slope * math.log10(x) + offset)) for x in (points[0][0], points[-1][0])]
    inside = [(at_x(x), min(max(at_y(y), TOP), HEIGHT - BOTTOM)) for x, y in fitted]
    parts.append('<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-dasharray="5 4"/>' % (
        *inside[0], *inside[1], LINE))
    parts.append('<polyline fill="none" stroke="%s" stroke-width="1.5" points="%s"/>' % (
        POINT, " ".join("%.1f,%.1f" % (at_x(x), at_y(y)) for x, y in points)))
    parts += ['<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>' % (at_x(x), at_y(y), POINT) for x, y in points]
    return "\n".join(parts), slope


def draw(sizes):
    """The whole picture, and the exponents by title."""
    panels, exponents = [], {}
    for title, group, row in PANELS:
        points = series(sizes, group, row)
        if len(points) < 3:
            continue
        unit = next(size["groups"][group]["unit"] for size in sizes.values() if group in size["groups"])
        drawn, exponents[title] = panel(title, unit, points)
        x, y = len(panels) % COLUMNS * WIDTH, len(panels) // COLUMNS * HEIGHT + 40
        panels.append('<g transform="translate(%d %d)">\n%s\n</g>' % (x, y, drawn))
    counts = sorted(map(int, sizes))
    head = text(16, 26, "Growth from %s to %s departures: medians; n^x is the power that fits, 0 does not grow" % (
        short(counts[0]), short(counts[-1])), 14, weight="bold")
    width, height = COLUMNS * WIDTH, math.ceil(len(panels) / COLUMNS) * HEIGHT + 50
    return ('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" '
            'font-family="DejaVu Sans, Verdana, sans-serif">\n<rect width="100%%" height="100%%" fill="#ffffff"/>\n'
            "%s\n%s\n</svg>\n" % (width, height, width, height, head, "\n".join(panels))), exponents


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    picture, exponents = draw(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))["sizes"])
    pathlib.Path(sys.argv[2]).write_text(picture, encoding="utf-8")
    for title, slope in exponents.items():
        print("%-36s n^%.2f" % (title, slope))


if __name__ == "__main__":
    main()
