"""Processes that keep the journal open, as the screens do, save thousands of records each into one folder.

  pens.py PROGRAM [PROCESSES] [SAVES]

PROCESSES (16) of four accounts save SAVES (100) records each, one by one, and note each the moment it is acknowledged. What
the program then lists is what was noted, whole and once."""

import json
import os
import subprocess
import sys
import tempfile

from building import HERE, Model, check

sys.path.insert(0, os.path.join(HERE, "..", "Faults"))

from driver import main  # noqa: E402
from ground import Ground, record  # noqa: E402

PROCESSES, SAVES, ACCOUNTS = 16, 100, 4


def build():
    return Model("plain", "-O").program("Pens", "Tests/Fuzz/Pens.swift")


def saved(place, pens, folder, processes, saves):
    """Runs them all at once; gives who was acknowledged, and how often a save was refused and tried again."""
    files, running = [], []
    for number in range(processes):
        private = place.path(f"state-{number % ACCOUNTS}", "lenduong")
        os.makedirs(private, mode=0o700, exist_ok=True)
        said, refused = (os.path.join(folder, f"{number}-{what}") for what in ("said", "refused"))
        files.append((said, refused))
        with open(said, "wb") as out, open(refused, "wb") as err:
            running.append(subprocess.Popen(
                [pens, place.data, private, str(number * saves), str(saves)], stdin=subprocess.DEVNULL, stdout=out, stderr=err))
    for process in running:
        check(process.wait() == 0, f"a process ended with {process.returncode}")
    people, again = [], 0
    for said, refused in files:
        with open(said, encoding="ascii") as file:
            people += map(int, file)
        with open(refused, encoding="utf-8") as file:
            again += sum(1 for _ in file)
    return people, again


def listed(place, folder):
    """Who is on file, one by one."""
    path = os.path.join(folder, "list")
    with open(path, "wb") as file:
        done = subprocess.run(
            [place.program, "list", "departures", "--jsonl", "--unmask"], stdout=file, stderr=subprocess.PIPE,
            env=place.environment(), cwd=place.root, check=False)
    check(done.returncode == 0, f"list: exit {done.returncode}: {done.stderr!r}")
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            number = int(row["orientationCertificate"][1:])
            wanted = {**record(number), "citizenId": f"0102{4 + number // 1_000_000:02d}{number % 1_000_000:06d}"}
            wrong = {key: row[key] for key in wanted if row[key] != wanted[key]}
            check(not wrong, f"record {number} is not whole: {wrong}")
            yield number


def test(program):
    processes, saves = map(int, sys.argv[2:4]) if len(sys.argv) > 3 else (PROCESSES, SAVES)
    pens = build()
    with Ground(program) as ground, tempfile.TemporaryDirectory() as folder:
        place = ground.place
        people, again = saved(place, pens, folder, processes, saves)
        check(len(people) == processes * saves == len(set(people)), f"{len(people)} saves were acknowledged")
        found = list(listed(place, folder))
        check(len(found) == len(set(found)), f"{len(found) - len(set(found))} records are there twice")
        check(set(found) == set(people), f"acknowledged {len(people)}, on file {len(found)}")
        done = subprocess.run(
            [place.program, "verify", "--json"], capture_output=True, env=place.environment(), cwd=place.root, check=False)
        report = json.loads(done.stdout)
        check(done.returncode == 0 and not report["problems"], f"verify: {done.stdout[:500]!r}")
        check(report["lines"] >= len(people), f"verify saw {report['lines']} lines")
    return (
        f"{processes} processes of {ACCOUNTS} accounts that keep the journal open, {saves:,} saves each: {len(people):,} "
        f"acknowledged and on file, {again} refused and tried again")


if __name__ == "__main__":
    main(test, __doc__)
