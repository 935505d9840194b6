"""`lenduong report` and printing from the screens: figures, files, refusals; nothing is overwritten unasked."""

import html.parser
import os
import re

from driver import Place, Terminal, check, main

KINDS = ("period", "workers", "completeness", "tasks")
EMPTY = {"meta", "br", "col"}


class Page(html.parser.HTMLParser):
    """A page whose tags all close in their order, with the cells of its tables."""

    def __init__(self, text):
        super().__init__()
        self.open, self.rows, self.cell = [], [], None
        self.feed(text)
        check(not self.open, f"not closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        if tag not in EMPTY:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.cell = ""
        for name, value in attributes:
            check(name not in ("src", "href"), f"the page asks for {value}")

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        check(self.open and self.open.pop() == tag, f"</{tag}> closes nothing")
        if tag in ("td", "th"):
            self.rows[-1].append(self.cell.strip())
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def refused(place, *words, holds, **more):
    done = place.run(*words, **more)
    check(done.returncode == 2, f"{words}: exit {done.returncode}: {done.stderr}")
    check(len(done.stderr.strip().splitlines()) == 1 and holds in done.stderr, f"{words}: {done.stderr!r}")


def printed(place, *words):
    done = place.run("report", *words)
    check(done.returncode == 0, f"{words}: {done.stderr}")
    for line in done.stdout.splitlines():
        check(len(line) <= 100 and "\x1b" not in line, f"{words}: {line!r}")
    return done.stdout


def figures(place):
    """The page says what `progress` says of the province and of each district."""
    known = place.json("progress", "--year", "2024")
    page = Page(printed_html(place, "period", "--period", "2024"))
    rows = [row for row in page.rows if row]
    first = next(row for row in rows if row[1:2] and row[1].startswith("T1."))
    departures = next(target for target in known["targets"] if target["id"] == "T1")
    check(first[3] == str(departures["achieved"]), f"T1: {first} and {departures}")
    for unit in known["units"]:
        own = next(row for row in rows if len(row) == 6 and row[1] == unit["name"])
        check(own[3] == str(unit["departures"]), f"{own} and {unit}")
    listed = place.json("list", "departures", "--unit", "082", "--year", "2024")["departures"]
    people = Page(printed_html(place, "workers", "--unit", "082", "--period", "2024")).rows
    names = sorted(row[1] for row in people if row and row[0].isdigit())
    left = [one for one in listed if one["status"] not in ("WITHDRAWN", "REJECTED", "ILLEGAL_DEPARTURE")]
    check(names == sorted(one["fullName"] for one in left), "the list of people is another one")


def printed_html(place, *words):
    done = place.run("report", *words, "--format", "html")
    check(done.returncode == 0, done.stderr)
    return done.stdout


def files(place):
    path = place.path("out.html")
    check(place.run("report", "tasks", "--format", "html", "--output", path).returncode == 0, "no file")
    check(os.stat(path).st_mode & 0o777 == 0o600, "the file is not its owner's alone")
    with open(path, "w", encoding="utf-8") as file:
        file.write("của tôi")
    refused(place, "report", "tasks", "--format", "html", "--output", path, holds="--force")
    with open(path, encoding="utf-8") as file:
        check(file.read() == "của tôi", "a file was overwritten")
    check(place.run("report", "tasks", "--output", path, "--force").returncode == 0, "--force is refused")
    refused(place, "report", "tasks", "--output", place.path("none", "x"), holds="Không ghi được")
    check([name for name in os.listdir(place.root) if name.startswith(".out")] == [], "something was left behind")


def refusals(place):
    for words, holds in (
        (("period", "--period", "2024-13"), "2024-13"), (("period", "--period", "2025"), "chưa bắt đầu"),
        (("period", "--unit", "999"), "999"), (("tasks", "--period", "2025"), "chưa bắt đầu"),
        (("period", "--unmask"), "--unmask"), (("period", "--width", "10"), "--width"),
        (("period", "--format", "pdf"), "--output"), (("period", "--format", "html", "--pages"), "--pages"),
        (("nonsense",), "nonsense"),
    ):
        refused(place, "report", *words, holds=holds)
    # Where none of the programs is on the path, one sentence says which would do.
    bare = place.path("bin")
    os.mkdir(bare)
    for kind, name in (("pdf", "chromium"), ("docx", "pandoc")):
        refused(place, "report", "tasks", "--format", kind, "--output", place.path("x"), holds=name, PATH=bare)
        check(not os.path.exists(place.path("x")), "a file was made of nothing")
    # One that fails is said to have failed, and leaves nothing behind.
    with open(os.path.join(bare, "chromium"), "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\nexit 1\n")
    os.chmod(os.path.join(bare, "chromium"), 0o755)
    room = place.path("tmp")
    os.mkdir(room)
    refused(place, "report", "tasks", "--format", "pdf", "--output", place.path("x"), holds="chromium",
            PATH=bare, TMPDIR=room)
    check(os.listdir(room) == [], "the temporary folder was left behind")


def screens(place):
    """The half-year's report is asked for on the screen of progress, read, and written as a page."""
    with Terminal(place) as terminal:
        terminal.see("Hôm nay ›")
        terminal.keys("F9", *"tien do", "Enter")
        terminal.see("T1 Lao động")
        terminal.keys("p")
        terminal.see("In kỳ nào?")
        terminal.keys("h", "1", "Enter")
        terminal.see("6 tháng đầu năm 2024")
        terminal.keys("X")
        terminal.see("Đã ghi")
        folder = place.path("home", "lenduong")
        check(os.listdir(folder) == ["period-10-2024-H1.html"], os.listdir(folder))
        path = os.path.join(folder, "period-10-2024-H1.html")
        check(os.stat(path).st_mode & 0o777 == 0o600 and os.stat(folder).st_mode & 0o777 == 0o700, "open to others")
        terminal.keys("X")
        terminal.see("H1-2.html")
        with open(path, encoding="utf-8") as file:
            Page(file.read())


def test(program):
    place = Place(program)
    try:
        check(place.run("demo", place.data).returncode == 0, "no demonstration")
        for kind in KINDS:
            text = printed(place, kind)
            for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "DỮ LIỆU MẪU", "CHỦ TỊCH", "Nơi nhận:"):
                check(words in text, f"{kind}: no {words}")
            check("DỮ LIỆU MẪU" in printed_html(place, kind), f"{kind}: the page does not say that it is invented")
        check(not re.search(r"\d{12}", printed(place, "workers", "--period", "2024")), "a citizen id stands whole")
        check(re.search(r"\d{12}", printed(place, "workers", "--unmask")), "--unmask shows no citizen id")
        check("\f" in printed(place, "workers", "--pages"), "no page was ended")
        figures(place)
        files(place)
        refusals(place)
        screens(place)
        return f"{len(KINDS)} kinds of papers as text and as pages; the figures are those of progress"
    finally:
        place.remove()


if __name__ == "__main__":
    main(test, __doc__)
