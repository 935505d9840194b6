"""A supervisor's questions of the invented province at 80 by 24, each from the first screen in at most eight keys.

  supervisor.py PROGRAM

Today is 30/09/2024. What the screen answers is compared with the command line's JSON on the same folder."""

import os
import re

from driver import Place, Terminal, check, main

LIMIT = 8


class Desk:
    """Keys pressed one by one and counted, each question beginning on the first screen."""

    def __init__(self, terminal):
        self.terminal = terminal
        self.counts = {}

    def ask(self, question, keys, *texts):
        """Presses the keys; waits for the texts of the answer and gives the screen."""
        check(len(keys) <= LIMIT, f"{question} takes {len(keys)} keys")
        self.terminal.see("Hôm nay ›")
        self.terminal.keys("Home")
        for key in keys:
            self.terminal.keys(key)
        self.counts[question] = len(keys)
        return self.terminal.see(*texts)

    def home(self):
        """Back to the first screen, however deep one is."""
        while "Hôm nay ›" not in (screen := self.terminal.screen()):
            self.terminal.keys("Escape")
            self.terminal.wait(lambda now, screen=screen: now != screen, "the screen to close")


def to(desk, item):
    """The keys from the first screen's list to an item of it."""
    rows = [line[3:] for line in desk.terminal.see("Hôm nay ›").split("\n")[2:21] if line.strip()]
    place = next((i for i, row in enumerate(rows) if row.startswith(item)), None)
    check(place is not None, f"{item!r} is not on the first screen")
    return ["Down"] * place + ["Enter"]


def test(program):
    place = Place(program)
    try:
        done = place.run("demo", place.data)
        check(done.returncode == 0, f"demo: {done.stderr.strip()}")
        figures = place.json("progress", "--unit", "10", "--year", "2024")
        t1 = figures["targets"][0]
        with Terminal(place) as terminal:
            terminal.see("Hôm nay ›")
            desk = Desk(terminal)
            reports(desk, place)
            on_track(desk, t1)
            untrained(desk, figures["targets"][2])
            escaped(desk, place)
            todays_places(desk, t1)
            approve(desk, place)
            late(desk)
            half_year(desk, place)
            terminal.quit()
        problems = place.json("verify")["problems"]
        check(problems == [], f"verify: {problems}")
        counts = ", ".join(f"{question} {count}" for question, count in desk.counts.items())
        return f"{len(desk.counts)} questions answered; keys: {counts}"
    finally:
        place.remove()


def reports(desk, place):
    """Who has not reported September."""
    screen = desk.ask("who has not reported", ["b", "."], "Tháng 9/2024: đã báo cáo", "[9]")
    received, due = map(int, re.search(r"đã báo cáo (\d+)/(\d+)", screen).groups())
    all_reports = place.json("list", "reports", "--unit", "10")["reports"]
    sent = {r["unit"] for r in all_reports if r["period"] == "2024-09" and r["state"] not in ("returned", "exempt")}
    check(received == len(sent), f"{received} communes have reported September, on file are {len(sent)}")
    missing = sum(int(n) for n in re.findall(r" (\d+)\? +·", screen))
    check(missing == due - received, f"{missing} are missing in the districts, {due - received} in all")
    desk.home()


def on_track(desk, t1):
    """Whether the province is on track, and by how much."""
    words = f"vượt {t1['ahead']}" if t1["ahead"] >= 0 else f"thiếu {-t1['ahead']}"
    forecast = t1["forecast"]
    desk.ask(
        "on track", to(desk, "Tiến độ"), f"{t1['achieved']}/{t1['target']}", f"cần đến nay {t1['expectedToDate']}", words,
        f"dự báo năm {forecast['low']}–{forecast['high']} (80%)")
    desk.home()


def untrained(desk, t3):
    """Who left without training."""
    missing = t3["denominator"] - t3["numerator"]
    desk.ask("untrained", [*to(desk, "Tiến độ"), "Up", "Up", "Enter"], "chưa bồi dưỡng", f"{missing} lượt")
    desk.home()


def escaped(desk, place):
    """How many poor households of Mường Khương escaped poverty, and which."""
    t2 = place.json("progress", "--unit", "083", "--year", "2024")["targets"][1]
    screen = desk.ask(
        "escaped poverty", ["F9", "m", "k", "Enter", "Home", "Down", "Enter"], "hộ nghèo (T2)", f"{t2['denominator']} hộ")
    shown = sum("đã thoát" in line or "cận nghèo" in line for line in screen.split("\n"))
    check(shown == t2["numerator"], f"{shown} households escaped on the screen, {t2['numerator']} in the figures:\n{screen}")
    desk.home()


def todays_places(desk, t1):
    """The year by the communes of today."""
    screen = desk.ask("by today's communes", [*to(desk, "Tiến độ"), "Z", "Z"], "địa danh 2025")
    check(f" {t1['achieved']} " in screen or f" {t1['achieved']}/" in screen, f"{t1['achieved']} is not on\n{screen}")
    desk.home()


def approve(desk, place):
    """All clean communes of Bát Xát are approved."""

    def waiting():
        found = place.json("list", "reports", "--unit", "082")["reports"]
        return {r["unit"] for r in found if r["period"] == "2024-08" and r["state"] in ("sent", "nil", "data")}

    before = waiting()
    rows = desk.ask("months of the districts", ["b"], "[8]").split("\n")[5:]
    down = next(i for i, row in enumerate(rows) if row[3:].startswith("Bát Xát"))
    desk.home()
    screen = desk.ask("approve what is clean", ["b", *["Down"] * down, "P"], "Đã duyệt:")
    count = int(re.search(r"Đã duyệt: (\d+) xã", screen)[1])
    check(len(waiting()) == len(before) - count and count > 0, f"{count} approved, {len(before)} waited, {len(waiting())} wait")
    desk.home()


def late(desk):
    """Which tasks are late, and whose."""
    screen = desk.ask("late tasks", [*to(desk, "Nhiệm vụ  "), "f"], "chỉ mục quá hạn")
    check(re.search(r"III\.\d\.\d .*Sở LĐTBXH +\d\d/\d\d !\d+", screen), f"no late task with its lead:\n{screen}")
    desk.home()


def half_year(desk, place):
    """The report of the half-year is printed."""
    desk.ask("print the half-year report", ["p", "h", "1", "Enter", "X"], "Đã ghi")
    check(os.listdir(place.path("home", "lenduong")) == ["period-10-2024-H1.html"], "no page was written")
    desk.home()


if __name__ == "__main__":
    main(test, __doc__)
