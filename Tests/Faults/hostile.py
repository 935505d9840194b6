"""Hostile text in every field of a record: no command prints a byte that a terminal would obey, or that turns text around.

  hostile.py PROGRAM [TEXTS] [SEED]

Folders of 1,000 people are made until TEXTS of them (one folder's) were written. The texts stand in the journal itself, as a stranger's program could have written them there; what is typed loses them earlier.
"""

import collections
import json
import os
import random
import re
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Figures"))

from ground import Ground, check, main, seeded  # noqa: E402
from register import chain_hash  # noqa: E402

PEOPLE, SEED = 1_000, 20241126
PIECES = [
    "\x1b[2J", "\x1b]52;c;aGVsbG8=\x07", "\x1b]0;title\x1b\\", "\x9b31m", "\x9d52;c;x\x9c", "\x90q\x9c", "\x07", "\x08\x08", "\r", "\n", "\t",
    "\x00", "\x7f", "\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\ufeff", "\u2028", "\u2029", "\u0301" * 40, "e\u0302\u0301", "\ud7ff",
    "\uffff", "\U000e0001", "\U0001f468\u200d\U0001f469", "%s%n", "$(id)", "=cmd|'/c x'!A1", "\"'<script>", "\\u001b", "ａ", "A" * 3_000,
]
# What may not leave the program: control characters but the ends of lines and cells, C1, and what turns or hides text.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]")
WORKER = ("fullName", "citizenId", "birthDate", "sex", "ethnicGroup", "phone", "passport", "village", "household", "householdClass")
DEPARTURE = ("commune", "market", "contractForm", "sector", "occupation", "enterprise", "programme", "orientationCertificate", "departedOn", "status")
COMMANDS = [
    ("list", kind, *form) for kind in ("departures", "workers", "households", "incidents", "reports", "tasks")
    for form in ((), ("--csv",), ("--json",), ("--jsonl",))
] + [("list", "departures", "--unmask"), ("progress",), ("progress", "--json"), ("progress", "--by", "enterprise"), ("verify",),
     ("verify", "--json"), ("report", "workers"), ("report", "workers", "--format", "html"), ("report", "tasks"),
     ("report", "period"), ("list", "departures", "--text", "\x1b[2J\u202e"), ("list", "\x1b[31mx"), ("progress", "--unit", "\x9b1m\u202e")]


written = collections.Counter()


def hostile(chance):
    written["texts"] += 1
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 4)))


def lines(chance, people, commune):
    """People whose fields are hostile, each in turn, beside sound ones so that the record is shown.

    Where a commune is given, everybody is of it and has a day of departure, so that one list shows them all."""
    letters = "0123456789abcdefghjkmnpqrstvwxyz"

    def token(length=16):
        return "".join(chance.choice(letters) for _ in range(length))

    for number in range(people):
        worker = {"fullName": f"Lao động mẫu {number}", "citizenId": f"010204{number:06d}", "birthDate": "2004-09-17", "sex": "M"}
        departure = {
            "worker": f"worker/w{number}", "commune": "02728@2023", "market": "JP", "contractForm": "SERVICE_ENT",
            "departedOn": "2024-07-05", "orientationDate": "2024-06-28"}
        always = ["fullName" if number % 2 else "village"]
        for fields, names, more in ((worker, WORKER, always), (departure, DEPARTURE, [])):
            for name in dict.fromkeys([*chance.sample(names, 3), *more]):
                fields[name] = hostile(chance)
        departure.update({"commune": commune, "departedOn": "2024-07-05"} if commune else {})
        yield {"v": 1, "i": token(), "n": number + 2, "t": chance.choice(["2024-08-01T08:00:00.000Z", hostile(chance)[:40]]),
               "u": hostile(chance)[:40], "a": "tx", "o": [
                   {"e": f"worker/w{number}", "f": worker}, {"e": f"departure/d{number}", "f": departure},
                   {"e": f"event/e{number}", "f": {"departure": f"departure/d{number}", "status": "ABROAD", "on": "2024-07-05"}}]}
        unit = chance.choice(["02728@2023", hostile(chance)[:30]])
        yield {"v": 1, "i": token(), "n": number + 2, "t": "2024-08-01T08:00:00.000Z", "u": "mau", "a": "set",
               "e": chance.choice([f"report/{unit}:2024-0{1 + number % 8}", f"update/{number}", f"incident/{number}"]),
               "f": {"unit": unit, "period": "2024-08", "state": hostile(chance)[:20], "note": hostile(chance), "text": hostile(chance)}}


def plant(folder, chance, people=PEOPLE, commune=None):
    """Writes them as a stranger's writer, with a chain that holds."""
    writer, name, previous = "0hxstr4nge", "202408-1", ""
    home = os.path.join(folder, "j", writer)
    os.makedirs(home, mode=0o700)
    head = {"v": 1, "i": "0" * 16, "n": 1, "t": "2024-08-01T08:00:00.000Z", "u": "mau", "a": "head", "e": f"writer/{writer}",
            "f": {"segment": name}}
    with open(os.path.join(home, name + ".jsonl"), "xb") as file:
        os.chmod(file.fileno(), 0o600)
        for line in [head, *lines(chance, people, commune)]:
            data = json.dumps(line, ensure_ascii=chance.random() < 0.5, separators=(",", ":"))[:-1].encode("utf-8", "replace")
            previous = chain_hash(previous, data)
            file.write(data + b',"h":"' + previous.encode() + b'"}\n')


def one(program, seed):
    """One folder, read by every command; gives how many characters were printed."""
    shown = 0
    with Ground(program) as ground:
        place = ground.place
        ground.add(2)
        plant(place.data, random.Random(seed))
        for words in COMMANDS:
            done = place.run(*words)
            check(done.returncode in (0, 1, 2), f"{words}: exit {done.returncode}: {done.stderr[:200]!r}")
            for stream in (done.stdout, done.stderr):
                found = OBEYED.search(stream)
                check(not found, f"seed {seed}, {words!r}: {found and stream[max(0, found.start() - 40):found.end() + 10]!r}")
                strange = {unicodedata.name(c, hex(ord(c))) for c in set(stream) if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - {"0xa", "0x9"}
                check(not strange, f"seed {seed}, {words!r}: {strange}")
            shown += len(done.stdout)
    check(shown > 100_000, f"only {shown} characters were printed")
    return shown


def test(program):
    texts, seed = seeded(1, SEED)
    shown = folders = 0
    while written["texts"] < texts:
        shown += one(program, seed + folders)
        folders += 1
    return (
        f"{written['texts']:,} texts of {folders * PEOPLE:,} hostile people, {len(COMMANDS)} commands on each of {folders} folders, "
        f"{shown:,} characters: nothing that a terminal obeys (seed {seed})")


if __name__ == "__main__":
    main(test, __doc__)
