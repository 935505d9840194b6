"""Planted identity numbers: masked wherever they were not asked for, and in no file but the journal and what is kept of it.

  planted_ids.py PROGRAM [KEYS] [SEED]

People with numbers that stand nowhere else; every list and every screen is searched for them, a reader's by all keys of
chance, a clerk's by all but `v`, until a line of the journal says that he has gone to a number in a form. Then `v` shows
them for ten seconds and says so in the journal."""

import json
import os
import random
import resource
import signal
import time

from ground import Ground, check, main, record, seeded
from walk import KEYS, Watched, steps, texts

PEOPLE = 30
NUMBERS = [f"010304{777000 + number}" for number in range(PEOPLE)]
PASSPORTS = [f"C{7771000 + number}" for number in range(PEOPLE)]
SECRETS = [*NUMBERS, *PASSPORTS]
# How long numbers are shown, in seconds, and how much a busy machine may add.
SHOWN, BESIDES = 10, 6
LISTS = [
    ("list", kind, *form) for kind in ("departures", "workers", "households", "incidents", "reports", "tasks")
    for form in ((), ("--csv",), ("--json",), ("--jsonl",))
] + [("progress", "--json"), ("verify",), ("verify", "--json"), ("report", "workers"), ("report", "workers", "--format", "html"),
     ("report", "period"), ("list", "departures", "--text", NUMBERS[0])]
# Where one goes without asking for numbers.
LOOKING = [key for key in KEYS if key != "v"]


def held(text, what):
    found = [secret for secret in SECRETS if secret in text]
    check(not found, f"{what} shows {found[:3]}")


def plant(place):
    people = [
        {**record(0), "citizenId": NUMBERS[number], "passport": PASSPORTS[number], "fullName": f"Lao động mẫu {number}"}
        for number in range(PEOPLE)]
    done = place.run("add", "departure", "--json", "-", text="\n".join(map(json.dumps, people)))
    check(len(json.loads(done.stdout)["added"]) == PEOPLE, f"add: {done.stderr[:300]}")
    held(done.stdout + done.stderr, "the answer of add")
    # Refused: said of which line and field, not of whom.
    done = place.run("add", "departure", "--json", "-", text=json.dumps({**people[0], "birthDate": "2024-02-30"}))
    check(done.returncode == 2, f"a wrong day was taken: {done.stdout}")
    held(done.stdout + done.stderr, "a refusal")


def walked(place, words, chance, count, keys=KEYS):
    """Goes where keys lead, and reads each screen and every byte that was sent, until somebody has looked on purpose."""
    seen = {}
    before = see_lines(place)
    with Watched(place, *words) as terminal:
        terminal.wait(lambda screen: "›" in screen, "the first screen")
        for _ in range(count):
            steps(terminal, chance, 1, seen, keys)
            shown = terminal.sent()
            # The line is on the disk before a number is on the screen.
            if see_lines(place) > before:
                break
            held(texts(shown), f"{words}, {list(seen)[-1:]}")
        if not os.path.exists(terminal.status):
            terminal.kill()
    return seen


def walks(place, chance, count):
    """A clerk's walks, each until he looks, so many keys in all."""
    seen = {}
    while (left := count - sum(seen.values())) > 0:
        for title, times in walked(place, ("--unit", "02728", "--role", "clerk"), chance, left, LOOKING).items():
            seen[title] = seen.get(title, 0) + times
    return seen


def unmasked(place):
    """`v` shows whole numbers for ten seconds, once a line of the journal says who looked at them."""
    with Watched(place, "--unit", "02728", "--role", "clerk") as terminal:
        terminal.see("Hôm nay ›")
        terminal.keys("a")
        terminal.see("Lao động mẫu 0", "•")
        before = see_lines(place)
        terminal.keys("v")
        terminal.wait(lambda screen: any(number in screen for number in NUMBERS), "whole numbers")
        start = time.monotonic()
        check(see_lines(place) == before + 1, "numbers are shown and no line says so")
        terminal.wait(lambda screen: not any(number in screen for number in NUMBERS), "the mask", SHOWN + BESIDES)
        shown = time.monotonic() - start
        check(shown > SHOWN - 2, f"the numbers were shown for {shown:.1f} s only")
        terminal.quit()
    return shown


def files(place):
    """Every file of the test's folders with its bytes."""
    for path, _, names in os.walk(place.root):
        for name in names:
            file = os.path.join(path, name)
            with open(file, "rb") as opened:
                yield file, opened.read()


def see_lines(place):
    return sum(data.count(b'"a":"see"') for file, data in files(place) if file.endswith(".jsonl"))


def at_rest(place):
    """The numbers lie in the journal and in the last fold, readable by their owner alone, and in no name."""
    holding = 0
    for file, data in files(place):
        held(file, "the name of a file")
        if not any(secret.encode() in data for secret in SECRETS):
            continue
        holding += 1
        kind = os.path.relpath(file, place.root).split(os.sep)
        check(kind[0] == "data" and kind[1] == "j" or kind[-2:] == ["cache", "fold"], f"{file} holds a number")
        check(os.stat(file).st_mode & 0o077 == 0, f"{file} can be read by others")
    check(holding > 0, "no file holds a number")
    return holding


def crashes(place):
    """Whatever it dies of, the program leaves no core."""
    for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGQUIT, signal.SIGBUS):
        with Watched(place, "--unit", "02728", "--role", "clerk") as terminal:
            terminal.see("Hôm nay ›")
            process = terminal.process()
            with open(f"/proc/{process}/limits") as limits:
                line = next(line for line in limits if line.startswith("Max core file size"))
            # One byte is too little for a file, and asks that none be handed to a program; none where no more is allowed.
            check(line.split()[4:6] in (["1", "1"], ["0", "0"]), f"cores are allowed: {line}")
            os.kill(process, number)
            terminal.ended()
    left = [file for file, _ in files(place) if "core" in os.path.basename(file)]
    check(not left, f"left: {left}")


def test(program):
    count, seed = seeded(60)
    chance = random.Random(seed)
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    with Ground(program) as ground:
        place = ground.place
        plant(place)
        for words in LISTS:
            done = place.run(*words)
            held(done.stdout + done.stderr, str(words))
        reader = walked(place, ("--unit", "02728", "--role", "reader"), chance, count)
        check(see_lines(place) == 0, "who only views is said to have looked")
        shown = unmasked(place)
        clerk = walks(place, chance, count)
        holding = at_rest(place)
        crashes(place)
    return (
        f"{len(SECRETS)} numbers: {len(LISTS)} lists, {len(set(reader) | set(clerk))} kinds of screens without "
        f"them, shown for {shown:.0f} s where asked for, in {holding} files of 0600, no core")


if __name__ == "__main__":
    main(test, __doc__)
