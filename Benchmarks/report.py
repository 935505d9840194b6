#!/usr/bin/env python3
"""Makes the tables of docs/performance.md from results: report.py RESULTS.json [--into docs/performance.md]

What is to be reached stands here, once; a figure that misses it is bold.
"""
import argparse
import dataclasses
import json
import pathlib

from results import figure

START, END = "<!-- figures: made by Benchmarks/report.py -->", "<!-- end of figures -->"
SIZES = ("2000", "250000", "1500000")


@dataclasses.dataclass
class Figure:
    """One line of the first table: where it stands in the results, and what it may be at each size."""

    label: str
    group: str
    row: str = "lenduong"
    p50: tuple = ()
    p99: tuple = ()
    # The row of the same group on top of which the limits are.
    above: str | None = None


KEY = {"p50": (1.5,) * 3, "p99": (5,) * 3}
FIGURES = [
    Figure("start to the first frame with totals, all kept", "start, warm", p50=(7, 8, 12)),
    Figure("the same after one line more", "start, warm", "lenduong, one line more", p50=(0.5, 0.7, 2), above="lenduong"),
    Figure("the same after 1,000 lines from 152 writers", "start, warm", "lenduong, 1,000 lines more from 152 writers"),
    Figure("the same with nothing kept", "start, nothing kept", "lenduong, to the first frame", p50=(10, 160, 1000)),
    Figure("nothing kept, every chain verified (a command)", "start, nothing kept",
           "lenduong progress, every chain verified"),
    Figure("start, cold disk, all kept", "start, cold disk", p50=(30, 60, 150)),
    Figure("read from the cold disk", "start, cold disk: read from it", p50=(10, 10, 10)),
    Figure("start and quit, counted", "instructions", "start and quit, kept", p50=(9, None, 30)),
    Figure("all folded and verified, counted", "instructions", "progress, nothing kept, every chain verified"),
    Figure("a row up or down, 140×40", "row, 140×40", **KEY),
    Figure("a row up or down, 80×24", "row, 80×24", **KEY),
    Figure("bytes of that frame", "row, 140×40: size of the frame", p50=(250,) * 3),
    Figure("a page up or down, 140×40", "page, 140×40", **KEY),
    Figure("a page up or down, 80×24", "page, 80×24", **KEY),
    Figure("a letter in a form", "letter in a form, 140×40", **KEY),
    Figure("a letter in a picker", "letter in a picker, 140×40", **KEY),
    Figure("a letter in a list's search", "letter in a list's search, 140×40", p99=(4, 6, 16)),
    Figure("a letter in the finder", "letter in the finder, 140×40", p99=(4, 6, 16)),
    Figure("the 12th digit of a known person", "12th digit of a known person, 140×40", p99=(4, 6, 16)),
    Figure("into a unit and back", "into a unit and back, 140×40", **KEY),
    Figure("report matrix and back", "report matrix and back, 140×40", **KEY),
    Figure("order of a list", "order of a list, 140×40", p50=(1, 80, 700)),
    Figure("a save until the figures show it", "a save until the figures show it, 140×40", p50=(100,) * 3, p99=(100,) * 3),
    Figure("the paper of a list and back", "the paper of a list and back, 140×40", p50=(50,) * 3, p99=(50,) * 3),
    Figure("trend and back", "trend and back, 140×40", **KEY),
    Figure("one durable save in process", "one durable save in process", p50=(0.02,) * 3, p99=(0.5,) * 3,
           above="append + fdatasync (floor)"),
    Figure("figures by unit and year, a command", "figures by district and year, whole process",
           "lenduong progress --json"),
    Figure("one record added by a command", "one record added by a command", "lenduong add departure"),
    Figure("1,000 records added at once", "records added by one command", "lenduong add, 1,000 at once"),
    Figure("10,000 records added at once", "records added by one command", "lenduong add, 10,000 at once"),
    Figure("memory at rest, resident", "memory at rest, resident (VmRSS)", p50=(12, 60, 280)),
    Figure("of it own pages", "memory at rest, own pages (RssAnon)"),
    Figure("of it pages of files", "memory at rest, pages of files (RssFile)"),
    Figure("memory, most while rows were moved", "memory, most while rows were moved", p50=(12, 60, 280)),
    Figure("journal on disk", "size on disk", "journal"),
    Figure("kept between starts, on disk", "size on disk", "kept between starts"),
    Figure("the program's file", "the program's file", "stripped", p50=(18,) * 3),
    Figure("compressed as in a package", "the program's file", "compressed as in a package (xz)", p50=(5,) * 3),
]


@dataclasses.dataclass
class Ratio:
    """One line of the second table: ours by another's, which may be at most `limit`."""

    label: str
    group: str
    other: str
    limit: float
    stat: str = "p50"
    row: str = "lenduong"
    other_group: str | None = None


# The ratios are to be reached with so many rows: of few, each program's own start is measured and little else.
MANY = 150_000
COUNT = "figures by district and year, whole process"
RATIOS = [
    Ratio("start with totals, vim's", "start, warm", "vim", 1 / 20),
    Ratio("start with totals, VisiData's", "start, warm", "VisiData", 1 / 100),
    Ratio("a row, median, vim's", "row, 140×40", "vim", 2),
    Ratio("a row, 99th percentile, vim's", "row, 140×40", "vim", 1.2, "p99"),
    Ratio("a letter in the finder, fzf's", "letter in the finder, 140×40", "fzf", 1),
    Ratio("a letter in a list's search, fzf's", "letter in a list's search, 140×40", "fzf", 1),
    Ratio("ordering by name, VisiData's", "order of a list, 140×40", "VisiData", 1 / 100, other_group="rows ordered by name"),
    Ratio("figures, SQLite's covering index", COUNT, "sqlite3, covering index", 1 / 5, row="lenduong progress --json"),
    Ratio("figures, DuckDB's own file", COUNT, "DuckDB (Python), own file", 1 / 10, row="lenduong progress --json"),
    Ratio("a durable save, SQLite's WAL", "one durable save in process", "SQLite WAL, synchronous=full", 1),
    Ratio("memory, VisiData's", "memory, most while rows were moved", "VisiData", 1 / 4),
]
# What is named beside a figure, in this order, where it was measured.
BESIDE = ("less", "vim", "nano", "fzf", "VisiData", "tig", "newsboat", "hledger-ui", "sqlite3, covering index",
          "DuckDB (Python), own file", "mawk", "append + fdatasync (floor)", "SQLite WAL, synchronous=full", "task add",
          "reading every byte (floor)", "sh (floor)", "echo (floor)", "sqlite3 .import")


def rows(sizes, size, group):
    return sizes.get(size, {}).get("groups", {}).get(group, {}).get("rows", {})


def cell(sizes, size, line):
    """Our figure at one size, bold where it misses what is to be reached."""
    found = rows(sizes, size, line.group)
    own = found.get(line.row)
    if not own:
        return "–"
    at = SIZES.index(size)
    base = found.get(line.above) if line.above else None

    def shown(stat):
        limits = getattr(line, stat)
        limit = limits[at] if limits else None
        if limit is not None and base:
            limit += base[stat]
        words = figure(own[stat])
        return "**%s**" % words if limit is not None and own[stat] > limit else words

    words = shown("p50") if own["n"] < 3 else "%s / %s" % (shown("p50"), shown("p99"))
    limits = [figure(getattr(line, stat)[at]) if getattr(line, stat) and getattr(line, stat)[at] is not None else ""
              for stat in ("p50", "p99")]
    if any(limits):
        words += " (≤ %s%s)" % ("floor + " if line.above and "floor" in line.above else "+ " if line.above else "",
                                " / ".join(limit or "–" for limit in limits) if limits[1] else limits[0])
    return words


def beside(sizes, line):
    """The others' medians in the same group, at the sizes that have them."""
    groups = [rows(sizes, size, line.group) for size in SIZES if size in sizes]
    parts = []
    for name in BESIDE:
        values = []
        for group in groups:
            found = next((row for key, row in group.items() if key == name or key.startswith(name + " (2")
                          or (name in ("mawk", "sqlite3 .import") and key.startswith(name))), None)
            values.append(figure(found["p50"]) if found else "–")
        if any(value != "–" for value in values):
            parts.append("%s %s" % (name, " · ".join(values)))
    return "; ".join(parts)


def tables(sizes):
    there = [size for size in SIZES if size in sizes]
    head = ["", *(format(int(size), ",") for size in there), "beside it in the same run (%s)" % " · ".join(
        format(int(size), ",") for size in there)]
    lines = ["| %s |" % " | ".join(head), "|%s" % ("---|" * len(head))]
    told = set()
    for line in FIGURES:
        cells = [cell(sizes, size, line) for size in there]
        if all(words == "–" for words in cells):
            continue
        unit = next(sizes[size]["groups"][line.group]["unit"] for size in there if line.group in sizes[size]["groups"])
        others = "" if line.group in told or line.group.startswith("size on disk") else beside(sizes, line)
        told.add(line.group)
        lines.append("| %s, %s | %s | %s |" % (line.label, unit, " | ".join(cells), others))
    lines += ["", "| ours by another's, in the same run | to reach from %s rows on | %s |" % (format(MANY, ","), " | ".join(head[1:-1])),
              "|---|---|%s" % ("---|" * len(there))]
    for ratio in RATIOS:
        cells = []
        for size in there:
            own = rows(sizes, size, ratio.group).get(ratio.row)
            other = rows(sizes, size, ratio.other_group or ratio.group).get(ratio.other)
            value = own[ratio.stat] / other[ratio.stat] if own and other and other[ratio.stat] else None
            is_missed = value is not None and int(size) >= MANY and value > ratio.limit
            cells.append("–" if value is None else ("**%.3f**" if is_missed else "%.3f") % value)
        lines.append("| %s | %.2f | %s |" % (ratio.label, ratio.limit, " | ".join(cells)))
    missing = {}
    for size in there:
        for what, why in sizes[size]["skipped"].items():
            missing.setdefault("%s: %s" % (what, why), []).append(format(int(size), ","))
    if missing:
        lines += ["", "Not measured:", ""]
        lines += ["* %s (%s)" % (what, " · ".join(at)) for what, at in missing.items()]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--into", type=pathlib.Path)
    given = parser.parse_args()
    text = tables(json.loads(given.results.read_text(encoding="utf-8"))["sizes"])
    if not given.into:
        return print(text)
    page = given.into.read_text(encoding="utf-8")
    if START not in page or END not in page:
        parser.error("%s has no place for figures" % given.into)
    before, rest = page.split(START, 1)
    after = rest.split(END, 1)[1]
    given.into.write_text("%s%s\n%s\n%s%s" % (before, START, text, END, after), encoding="utf-8")


if __name__ == "__main__":
    main()
