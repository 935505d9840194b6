#!/usr/bin/env python3
"""Counts instructions of a start, of folding and of figures, and fails where a recorded bound is passed.

  bounds.py PROGRAM [--record]

Counts do not depend on how busy the machine is. A bound is what was counted when it was recorded, and 10 % more;
--record records what is counted now. SQLite with a covering index counts the same figures beside it.
"""
import argparse
import json
import os
import pathlib
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "Benchmarks"))

from kept import Register  # noqa: E402
from processes import counted  # noqa: E402

BOUNDS = HERE / "bounds.json"
SLACK = 1.10
TRIES = 3
SMALL, MIDDLE, LARGE = 2_000, 20_000, 250_000
COVERED = 'select district, substr("left", 1, 4), count(*) from departure group by 1, 2'


def count(program, folder, bounds):
    """Million instructions by what was done, a record's in thousands, and the ratio to SQLite's."""
    found = {}

    def made(size, **options):
        register = Register(program, folder, size, **options)
        # The order of Swift's dictionaries is random otherwise.
        register.environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
        return register

    def progress(register):
        return counted(register, [program, "progress"])

    def start(register, name):
        # On a busy machine a quiet second may pass before the key that quits is read: the least is the start's own.
        enough, least = bounds.get(name, 0) * SLACK, float("inf")
        for _ in range(TRIES):
            least = min(least, counted(register, [program], on_screen=True) or float("inf"))
            if least <= enough:
                break
        found[name] = least

    cold = {}
    for size in (SMALL, MIDDLE, LARGE):
        register = made(size, others=size == LARGE)
        if size != LARGE:
            cold[size] = progress(register)
        register.warm()
        if size != MIDDLE:
            start(register, "million instructions to start and quit, %s departures" % format(size, ","))
            kept = progress(register)
            found["million instructions of progress, %s departures" % format(size, ",")] = kept
        if size == SMALL:
            found["million instructions of all departures as JSON, %s" % format(size, ",")] = counted(
                register, [program, "list", "departures", "--json"])
        if size == LARGE:
            found["million instructions of progress by month, %s departures" % format(size, ",")] = counted(
                register, [program, "progress", "--by", "month"])
            sqlite = counted(register, ["sqlite3", register.database, COVERED])
            found["instructions of progress, times those of SQLite's covering index"] = (
                kept and sqlite and kept / sqlite)
            register.run([program, "add", "departure", "--json", "-"], json.dumps(again(register)).encode())
            start(register, "million instructions to start and quit, %s departures and one line more, somebody leaving again" % format(size, ","))
    crowd = made(SMALL, profile="nation", others=False)
    crowd.warm()
    start(crowd, "million instructions to start and quit, %s departures of %d writers" % (
        format(SMALL, ","), sum(1 for _ in (crowd.data / "j").iterdir())))
    if all(cold.values()):
        found["thousand instructions to verify and fold one record"] = (
            (cold[MIDDLE] - cold[SMALL]) * 1000 / (MIDDLE - SMALL))
    return found


def again(register):
    """A departure of somebody who left before."""
    with open(register.table, encoding="utf-8") as rows:
        columns, row = (next(rows).rstrip("\n").split("\t") for _ in range(2))
    person = dict(zip(columns, row))
    return {"citizenId": person["citizen"], "fullName": person["name"], "commune": "02728", "catalogue": "2023", "market": "JP",
            "contractForm": "DIRECT", "departedOn": "2024-09-02", "status": "ABROAD"}


def complaints(found, bounds):
    """A sentence for each bound that is passed or cannot be told."""
    for name, bound in bounds.items():
        value = found.get(name)
        if value is None:
            yield "%s could not be counted." % name
        elif value > bound * SLACK:
            yield "%.2f %s are more than the recorded %.2f and 10 %%: the program has become slower." % (
                value, name, bound)
    for name in found.keys() - bounds.keys():
        yield "No bound is recorded for the %s." % name


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--record", action="store_true")
    given = parser.parse_args()
    begun = time.perf_counter()
    bounds = json.loads(BOUNDS.read_text(encoding="utf-8")) if BOUNDS.exists() else {}
    with tempfile.TemporaryDirectory(prefix="bounds-") as folder:
        found = count(given.program.resolve(), pathlib.Path(os.path.realpath(folder)), {} if given.record else bounds)
    for name, value in found.items():
        bound = bounds.get(name)
        print("%10s  %-70s %s" % ("–" if value is None else "%.2f" % value, name,
                                  "" if bound is None else "bound %.2f + 10 %%" % bound))
    if given.record:
        if None in found.values():
            sys.exit("Something could not be counted; the bounds stay as they were.")
        BOUNDS.write_text(json.dumps({name: round(value, 3) for name, value in found.items()}, indent=2) + "\n",
                          encoding="utf-8")
        print("recorded in %s" % BOUNDS.name)
        return
    said = list(complaints(found, bounds))
    if said:
        sys.exit("\n".join(said) + "\nWhere that is meant, record anew: Tests/Performance/bounds.py PROGRAM --record")
    print("%d bounds hold (%.0f s)" % (len(found), time.perf_counter() - begun))


if __name__ == "__main__":
    main()
