"""SIGKILL at entries of every system call while a record is typed, saved, and the next one begun, in the screens.

  killed_in_screens.py PROGRAM [MOST] [SEED]

The session is played once to count its calls. Each call is then the last one at up to MOST (3) of its entries, spread
over the session by chance (SEED is printed); those that change a file, at all of them."""

import collections
import os
import random
import re

from ground import check, in_parallel, main, missing, seeded, strike, watched
from screens import BEGUN, FIRST, KEYS, SECOND, Desk, Terminal, caret, says_saved, typed

# These are few, and between them lie all states that a file can be left in; the terminal's writes are the others.
CHANGING = {"fdatasync", "fsync", "rename", "renameat", "unlink", "unlinkat", "ftruncate", "flock", "pwrite64", "mkdirat"}


def play(desk, words):
    """Types on until the session is at its end, or the program; gives the last frame, and whether it was killed."""
    with desk.under(words) as terminal:
        def reached(condition, what):
            return terminal.wait(
                lambda screen: screen if os.path.exists(terminal.status) or condition(screen) else None, what)

        # Keys that come before the program does are the terminal's own business.
        reached(lambda screen: "Hôm nay ›" in screen, "the first screen")
        if not os.path.exists(terminal.status):
            terminal.raw(b"aa" + typed(FIRST) + KEYS["F2"] + b"a" + typed(SECOND, BEGUN))
        screen = reached(lambda screen: is_second(screen) and caret(screen) == "Hộ (mã, tên)", "the end of the session")
        if os.path.exists(terminal.status):
            check(terminal.ended() == 137, f"the program ended with {terminal.ended()}")
            return terminal.screen(), True
        os.kill(innermost(terminal.process()), 9)
        terminal.ended()
        return screen, False


def is_second(screen):
    """Whether the form of the second person is shown, for which the first one must have been saved."""
    return caret(screen) is not None and SECOND.name in screen


def innermost(process):
    """The last of a chain of processes, each the child of the one before."""
    while True:
        with open(f"/proc/{process}/task/{process}/children") as file:
            children = file.read().split()
        if not children:
            return process
        process = int(children[0])


def look(desk, screen, what):
    """What was said to be saved is on file, and the next start opens and offers what was being typed."""
    found = desk.on_file()
    names = {name for name in (FIRST.name, SECOND.name) if name in found}
    check(SECOND.name not in names, f"{what}: on file though never saved")
    second = is_second(screen)
    if says_saved(screen, FIRST) or second:
        check(FIRST.name in names, f"{what}: said to be saved and lost:\n{screen}")
    if FIRST.name in names:
        wrong = {key: found[FIRST.name][key] for key, value in FIRST.wanted().items() if found[FIRST.name][key] != value}
        check(not wrong, f"{what}: on file otherwise than typed: {wrong}")
    with Terminal(desk.place) as terminal:
        start = terminal.see("Hôm nay ›", "Năm 2024")
        check("HỎNG" not in start, f"{what}: the next start speaks of damage:\n{start}")
        drafts = start.count("nháp chưa xong")
        check(drafts <= 1, f"{what}: {drafts} drafts")
        label = caret(screen)
        # A frame is shown before the field that it has left is on the disk: only what came before that one is owed.
        owed = label in BEGUN[3:] + ["Hộ (mã, tên)"] and (second or FIRST.name not in names)
        if owed:
            check(drafts == 1, f"{what}: no draft though the caret was on {label!r}:\n{screen}")
        if drafts:
            terminal.choose("1 nháp chưa xong", down="Up")
            terminal.keys("Enter")
            person = FIRST if FIRST.name not in names else SECOND
            if owed:
                terminal.see("lượt mới", person.name, person.citizen)
        terminal.kill()
    return drafts


def one(program, call, when):
    with Desk(program) as desk:
        screen, was_killed = play(desk, strike(call, when, "signal=SIGKILL"))
        return was_killed, look(desk, screen, f"killed at {call} {when}")


def calls(program):
    """How often each call is made in the session."""
    with Desk(program) as desk:
        log = desk.place.path("calls")
        screen, was_killed = play(desk, watched(log))
        check(not was_killed, "the program ended by itself")
        check(look(desk, screen, "killed at the end") == 1, "no draft after the whole session")
        with open(log, encoding="utf-8", errors="replace") as file:
            found = (re.match(r"\d+ +(\w+)\(", line) for line in file)
            return collections.Counter(match[1] for match in found if match and match[1] not in ("execve", "exit_group"))


def test(program):
    absent = missing("strace")
    if absent:
        return absent
    most, seed = seeded(3)
    chance = random.Random(seed)
    counted = calls(program)
    jobs = []
    for call, count in sorted(counted.items()):
        wanted = count if call in CHANGING else min(count, most)
        jobs += [(call, when) for when in sorted(chance.sample(range(1, count + 1), wanted))]
    ends = in_parallel([lambda job=job: one(program, *job) for job in jobs])
    kills, drafts = sum(was for was, _ in ends), sum(drafts for _, drafts in ends)
    check(kills > len(jobs) * 0.8 and drafts > 0, f"only {kills} of {len(jobs)} kills struck, {drafts} drafts were left")
    return (
        f"{kills} kills at {len(counted)} calls of a session of {sum(counted.values())}, nothing said to be "
        f"saved was lost, {drafts} drafts offered")


if __name__ == "__main__":
    main(test, __doc__)
