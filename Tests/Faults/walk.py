"""A walk through the screens by keys that chance picks, with every byte that the program sends to its terminal kept."""

import codecs
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Terminal"))

from driver import DEADLINE, Failure, Terminal, check  # noqa: E402,F401

# Letters that are actions somewhere, ways to move, and keys that go on; what only leaves comes last and less often.
KEYS = list("aAcCMwRiLUYfSBtmWZTbosyrKDupVE[]1235,./*+") + [
    "Enter", "Enter", "Enter", "Down", "Down", "Up", "Right", "Left", "Tab", "BTab", "PPage", "NPage", "Home", "End",
    "F1", "F2", "F4", "F5", "F6", "F11", "F12", "C-v", "BSpace", "Space", ":", "?", "Escape", "Escape", "q"]
# Where the first screen can be left to by the finder, and what is typed there.
PLACES = [
    "nhap xuat canh", "tien do", "nhiem vu", "canh bao", "bao cao", "vu viec", "thong ke", "ra soat", "bang", "xung dot",
    "trung", "phan to", "du lieu", "tro giup", "mau 1", "muong hum"]

# The sequences by which a terminal is driven: colours and looks, the cursor, erasing, modes that are known, characters.
ALLOWED = re.compile(
    rb"\x1b\[[0-9;]*[ABCDGHJKLMPSTXZdm@bfr]|\x1b\[\?(?:1|7|12|25|1000|1002|1003|1004|1006|1049|2004|2026)(?:;[0-9]+)*[hl]"
    rb"|\x1b\[4[hl]|\x1b\]104\x07|\x1b\[2[23];0;0t|\x1b[()][0AB]|\x1b[=>78M]|\x1b\[[!]p|[\r\n\b\t\x07\x0e\x0f]")


class Watched(Terminal):
    """A terminal of which every byte that the program sends is written to a file too."""

    def __init__(self, place, *arguments, **more):
        super().__init__(place, *arguments, **more)
        self.log = os.path.join(self.folder, "bytes")
        self._tmux("pipe-pane", "-O", f"cat >> {self.log}")

    def sent(self):
        try:
            with open(self.log, "rb") as file:
                return file.read()
        except FileNotFoundError:
            return b""

    def settled(self):
        """The screen, once two looks at it are the same."""
        before, now = None, self.screen()
        while before != now:
            before, now = now, self.screen()
        return now


def texts(data):
    """The text between the sequences of a terminal's bytes; fails at a sequence that is none of those allowed."""
    found, at = [], 0
    # What was cut off at the end is on its way.
    data = data[:data.rfind(b"\x1b")] if b"\x1b" in data[-12:] else data
    for match in ALLOWED.finditer(data):
        found.append(data[at:match.start()])
        at = match.end()
    found.append(data[at:])
    for part in found:
        control = re.search(rb"[\x00-\x1f\x7f]", part)
        check(not control, f"a control byte in {control and part[max(0, control.start() - 30):control.end() + 30]!r}")
    # Nor is a letter that is cut off at the end wrong.
    return codecs.getincrementaldecoder("utf-8")().decode(b"".join(found))


def steps(terminal, chance, count, seen, keys=KEYS, places=PLACES):
    """Presses so many keys; notes the title of each screen that shows."""
    for _ in range(count):
        if os.path.exists(terminal.status):
            return
        if chance.random() < 0.15:
            terminal.keys("F9")
            terminal.keys(chance.choice(places))
            terminal.keys("Enter")
        else:
            terminal.keys(*[chance.choice(keys) for _ in range(chance.randint(1, 3))])
        title = terminal.settled().split("\n")[0].strip()
        seen[kind_of(title)] = seen.get(kind_of(title), 0) + 1


def kind_of(title):
    """The first and the last part of the path that a title is."""
    parts = [part.strip() for part in re.split("›", re.sub(r"  .*", "", title))]
    return parts[0] if len(parts) < 2 else f"{parts[0]} › {re.sub(r'[0-9].*', '', parts[-1])[:12]}"
