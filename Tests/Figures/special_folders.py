"""Small folders written by hand for what random ones rarely meet: ties, merges in a ring, versions, writers' names."""

import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

from recompute import PLACES, Program
from register import Register, chain_hash, differences

FIRST, SECOND = "0aaaaaaaaa", "1bbbbbbbbb"
EARLY, LATE = "1970-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"


def line(letter, number, entity, fields, replaces=(), time=EARLY):
    operation = {"e": entity, **({"s": [letter * 16 for letter in replaces]} if replaces else {}), "f": fields}
    return {"v": 1, "i": letter * 16, "n": number, "t": time, "u": "mau", "a": "set", **operation}


def person(letter, number, name, citizen, day="2024-01-05", commune="02728@2023"):
    """A worker and a departure in one line."""
    operations = [
        {"e": f"worker/{name}", "f": {"fullName": "Lao động mẫu", "citizenId": citizen}},
        {"e": f"departure/{name}", "f": {
            "worker": f"worker/{name}", "commune": commune, "household": f"household/{commune}:{name}",
            "contractForm": "DIRECT", "departedOn": day}},
        {"e": f"event/{name}", "f": {"departure": f"departure/{name}", "status": "ABROAD", "on": day}}]
    return {"v": 1, "i": letter * 16, "n": number, "t": EARLY, "u": "mau", "a": "tx", "o": operations}


def target(letter, number, entity, value, time=EARLY):
    return line(letter, number, f"target/{entity}", {"target": "T1", "year": 2024, "value": value}, time=time)


def review(letter, number, name, year, outcome, commune):
    household = f"household/{commune}:{name}"
    return line(
        letter, number, f"review/{commune}:{name}:{year}", {"household": household, "year": year, "class": outcome})


ONE, TWO = person("a", 2, "one", "010200000001"), person("b", 3, "two", "010200000002")
ALIAS = line("c", 4, "worker/one", {"into": "worker/two"})


def versions(x_writer, y_writer):
    """Target x is entered, then y, then x is corrected by the writer of y: y was entered last."""
    correction = line("c", 4, "target/x", {"value": 101}, replaces="a")
    return {x_writer: [target("a", 2, "x", 100)], y_writer: [target("b", 3, "y", 200), correction]}


# What each folder is about, its lines by writer, and (target, figure, value) that the documents give.
CASES = [
    ("equal n: the higher id wins, whatever the clock",
     {FIRST: [target("z", 2, "x", 100, EARLY)], SECOND: [target("b", 2, "x", 200, LATE)]}, (0, "target", 100)),
    ("the version entered last is in force", versions(FIRST, SECOND), (0, "target", 200)),
    ("the same under other writers' names", versions(SECOND, FIRST), (0, "target", 200)),
    ("one citizen id is one worker",
     {FIRST: [ONE, person("b", 3, "two", "010200000001")]}, (0, "workers", 1)),
    ("a merge", {FIRST: [ONE, TWO, ALIAS]}, (0, "workers", 1)),
    ("a merge undone",
     {FIRST: [ONE, TWO, ALIAS, line("d", 5, "worker/one", {"into": None}, replaces="c")]}, (0, "workers", 2)),
    ("two offices merge the same two records, each the other way",
     {FIRST: [ONE, TWO, ALIAS], SECOND: [line("d", 4, "worker/two", {"into": "worker/one"})]}, (0, "workers", 1)),
    ("the id of a merged record comes again",
     {FIRST: [ONE, TWO, ALIAS, person("d", 5, "three", "010200000001")]}, (0, "workers", 1)),
    ("a poor household of a commune of 2025 whose old communes lay in two poor districts",
     {FIRST: [person("a", 2, "one", "010200000001", commune="02848@2025"),
              review("b", 3, "one", 2024, "POOR", "02848@2025")]}, (1, "denominator", 1)),
]


def write(template, folder, journals):
    shutil.copytree(template, folder)
    for writer, lines in journals.items():
        os.makedirs(os.path.join(folder, "j", writer), mode=0o700)
        head = line("h", 1, f"writer/{writer}", {"segment": "202409-1"}) | {"a": "head", "i": writer + "head00"}
        previous = ""
        with open(os.path.join(folder, "j", writer, "202409-1.jsonl"), "xb") as file:
            os.chmod(file.fileno(), 0o600)
            for one in [head, *copy.deepcopy(lines)]:
                data = json.dumps(one, ensure_ascii=False, separators=(",", ":"))[:-1].encode()
                previous = chain_hash(previous, data)
                file.write(data + b',"h":"' + previous.encode() + b'"}\n')


def main():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(f"usage: special_folders.py PROGRAM\n{__doc__}")
    start = time.monotonic()
    root = tempfile.mkdtemp(prefix="lenduong-test-")
    wrong = []
    try:
        program = Program(sys.argv[1], root)
        template = os.path.join(root, "template")
        done = subprocess.run(
            [program.path, "init", "--unit", "10", "--role", "supervisor"], capture_output=True,
            env=program.environment(template, "2024-09-30"))
        if done.returncode:
            sys.exit(f"init: {done.stderr.decode().strip()}")
        for number, (what, journals, (index, figure, value)) in enumerate(CASES):
            data = os.path.join(root, f"case-{number}")
            write(template, data, journals)
            expected = Register(data, PLACES).progress("10", "2023", 2024, "2024-09-30")
            if expected["targets"][index][figure] != value:
                sys.exit(f"{what}: the recomputation itself says {expected['targets'][index][figure]}, not {value}")
            said = program.json(data, "2024-09-30", "progress", "--unit", "10", "--year", "2024")
            wrong += [f"{what}: {one}" for one in differences(expected, said)]
    finally:
        shutil.rmtree(root, ignore_errors=True)
    for one in wrong:
        print(one)
    if wrong:
        sys.exit(f"special_folders.py: FAILED: {len(wrong)} figures differ in {len(CASES)} folders")
    print(f"special_folders.py: {len(CASES)} folders agree ({time.monotonic() - start:.1f} s)")


if __name__ == "__main__":
    main()
