"""The screens under a fault: one record is typed and saved, a second one begun, in a program that `strace` meddles with."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Terminal"))

from clerk import ALONE, KEYS  # noqa: E402
from driver import Place, Terminal, check  # noqa: E402
from people import Person, caret  # noqa: E402,F401

FIRST, SECOND = Person(11, "Bình"), Person(12, "Dũng")
OFFICE = ("--unit", "02728", "--role", "clerk")
# After these fields of the second record the clerk looks up from the keys.
BEGUN = ALONE[:7]


def typed(person, labels=ALONE):
    keys = person.keys()
    return b"".join(keys[label] for label in labels)


class Desk:
    """A data folder in which somebody is on file already, and the program's screens on it."""

    def __init__(self, program):
        self.place = Place(program)
        done = self.place.run("init", *OFFICE)
        check(done.returncode == 0, f"init: {done.stderr}")
        with Terminal(self.place) as terminal:
            self.open_form(terminal)
            terminal.raw(typed(Person(10, "An")) + KEYS["F2"])
            terminal.see("Đã lưu")
            terminal.quit()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.place.remove()

    def under(self, words):
        """The screens of a program that is started by these words."""
        place = Place.__new__(Place)
        place.__dict__.update(self.place.__dict__, program=words[0] if words else self.place.program)
        arguments = [*words[1:], self.place.program] if words else []
        return Terminal(place, *arguments)

    @staticmethod
    def open_form(terminal):
        terminal.see("Hôm nay ›")
        terminal.raw(b"aa")
        terminal.wait(lambda screen: caret(screen) == ALONE[0], "the form")

    def on_file(self):
        """The people on file by name; the journal is whole."""
        problems = self.place.json("verify")["problems"]
        check(not [p for p in problems if p["kind"] != "torn"], f"verify finds {problems}")
        return {row["fullName"]: row for row in self.place.json("list", "departures", "--unmask")["departures"]}

    def segment(self):
        """The file that the next save is appended to."""
        folder = os.path.join(self.place.data, "j")
        paths = [os.path.join(path, name) for path, _, names in os.walk(folder) for name in names]
        check(len(paths) == 1, f"segments: {paths}")
        return paths[0]


def says_saved(screen, person):
    return f"Đã lưu: {person.name}" in screen
