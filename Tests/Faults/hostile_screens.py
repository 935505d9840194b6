"""Hostile text on the screens: no byte that a terminal would obey leaves the program, wherever one goes.

  hostile_screens.py PROGRAM [KEYS] [SEED]

The people of `hostile.py`, all of one commune, are paged through from first to last; then a clerk's, a supervisor's and
an English session go where KEYS (80 each) keys of chance lead. Each byte that was sent is held against the sequences by
which a terminal is driven; text between them may hold no control and no character that turns or hides text."""

import os
import random
import unicodedata

import hostile
from ground import Failure, Ground, check, main, seeded
from walk import Watched, steps, texts

PEOPLE = 10_000
SESSIONS = [
    ("--unit", "02728", "--role", "clerk"), ("--unit", "10", "--role", "supervisor"),
    ("--unit", "082", "--role", "supervisor", "--lang", "en")]


def look(terminal, what):
    data = terminal.sent()
    try:
        text = texts(data)
    except (Failure, UnicodeDecodeError) as failure:
        raise Failure(f"{what}: {failure}") from None
    strange = {unicodedata.name(c, hex(ord(c))) for c in set(text) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    check(not strange, f"{what}: {strange}")
    return len(data)


def rows(screen):
    return screen.split("\n")[3:-3]


def page_through(place):
    """Every name of the long list is drawn once."""
    with Watched(place, *SESSIONS[0], rows=200) as terminal:
        terminal.see("Hôm nay ›")
        terminal.keys("a")
        terminal.see(f"{PEOPLE + 2} lượt", "▸")
        first = terminal.settled()
        terminal.keys("End")
        terminal.wait(lambda screen: rows(screen) != rows(first), "the end of the list")
        last = terminal.settled()
        terminal.keys("Home")
        terminal.wait(lambda screen: rows(screen) == rows(first), "the beginning of the list")
        before, pages = rows(first), 0
        while before != rows(last):
            terminal.keys("NPage")
            terminal.wait(lambda screen: rows(screen) != before, f"page {pages + 1}")
            before = rows(terminal.settled())
            pages += 1
        size = look(terminal, "the long list")
        terminal.kill()
    check(pages >= PEOPLE // 200, f"the list of {PEOPLE} had {pages} pages")
    return size


def pasted(place, chance):
    """Hostile text is typed and pasted into fields, whole and in brackets, 100 kB among it."""
    with Watched(place, *SESSIONS[0]) as terminal:
        terminal.see("Hôm nay ›")
        terminal.raw(b"aa")
        terminal.see("lượt mới")
        for piece in hostile.PIECES:
            data = piece.encode("utf-8", "surrogatepass")[:900]
            terminal.raw(b"\x1b[200~" + data.replace(b"\x1b[201~", b"") + b"\x1b[201~")
            terminal.raw(b"\t" if chance.random() < 0.5 else b"")
        big = os.path.join(terminal.folder, "big")
        with open(big, "wb") as file:
            file.write(("x\u202e\u0301\x1b]52;c;x\x07" * 9_000).encode())
        terminal._tmux("load-buffer", big)
        terminal._tmux("paste-buffer", "-p")
        terminal.keys("C-u", "F1")
        terminal.see("Trợ giúp")
        size = look(terminal, "pasted into a form")
        terminal.kill()
    return size


def test(program):
    count, seed = seeded(80)
    chance = random.Random(seed)
    seen = {}
    with Ground(program) as ground:
        place = ground.place
        ground.add(2)
        hostile.plant(place.data, random.Random(hostile.SEED), PEOPLE, "02728@2023")
        size = page_through(place) + pasted(place, chance)
        for number, session in enumerate(SESSIONS):
            with Watched(place, *session) as terminal:
                terminal.wait(lambda screen: "›" in screen, "the first screen")
                steps(terminal, chance, count, seen)
                size += look(terminal, f"session {number + 1}")
                if not os.path.exists(terminal.status):
                    terminal.kill()
                else:
                    check(terminal.ended() == 0, f"the program ended with {terminal.ended()}:\n{terminal.screen()}")
    check(len(seen) >= 6, f"only these screens were met: {sorted(seen)}")
    return f"{PEOPLE:,} hostile people on {len(seen)} kinds of screens, {size:,} bytes sent: nothing that a terminal obeys"


if __name__ == "__main__":
    main(test, __doc__)
