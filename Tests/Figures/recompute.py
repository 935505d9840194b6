"""Every figure of `progress --json` and the counts of `list --json`, recomputed from the journal's raw lines."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

from register import Places, Register, differences

PLACES = Places()

# The places of each catalogue, with a day on which it is in force.
CATALOGUES = [("2023", "2024-09-30"), ("2024-11", "2025-03-31"), ("2025", "2025-12-31")]


class Program:
    """The program, without a terminal, with settings of its own."""

    def __init__(self, path, root):
        self.path = os.path.abspath(path)
        self.root = root
        self.runs = 0

    def environment(self, data, today):
        for name in ("home", "state", "share"):
            os.makedirs(os.path.join(self.root, name), mode=0o700, exist_ok=True)
        return {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": os.path.join(self.root, "home"),
            "XDG_STATE_HOME": os.path.join(self.root, "state"), "XDG_DATA_HOME": os.path.join(self.root, "share"),
            "LENDUONG_DATA": data, "LENDUONG_TODAY": today, "LC_ALL": "C.UTF-8"}

    def json(self, data, today, *arguments):
        self.runs += 1
        done = subprocess.run(
            [self.path, *arguments, "--json"], capture_output=True, timeout=60, env=self.environment(data, today))
        if done.returncode or done.stderr:
            raise SystemExit(f"{' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode().strip()}")
        return json.loads(done.stdout)


def questions(catalogue, commune=None, whole=False):
    """The units to ask: the province, districts, and one commune."""
    code, _ = catalogue
    if code == "2025":
        return ["15", commune or "02848"]
    districts = PLACES.children("10", code)
    return ["10", *(districts if whole else districts[2:3]), commune or "02728"]


def compare(program, data, register, todays, years, whole=True):
    """Asks the program for every figure; returns how many agreed and what did not."""
    agreed, wrong = 0, []
    for today in todays:
        for catalogue in CATALOGUES:
            code, as_of = catalogue
            for unit in questions(catalogue, whole=whole):
                for year in years:
                    said = program.json(
                        data, today, "progress", "--unit", unit, "--year", str(year), "--as-of", as_of)
                    expected = register.progress(unit, code, year, today)
                    found = list(differences(expected, said))
                    wrong += [
                        f"progress --today {today} --unit {unit} --year {year} --as-of {as_of}: {line}" for line in found]
                    agreed += count(expected) - len(found)
    return agreed, wrong


def count(value):
    """How many figures stand in a JSON value."""
    if isinstance(value, dict):
        return sum(map(count, value.values()))
    if isinstance(value, list):
        return sum(map(count, value))
    return 1


def compare_lists(program, data, register, today):
    """The counts of `list --json`, whole and by filter."""
    agreed, wrong = 0, []

    def ask(expected, kind, *filters):
        nonlocal agreed
        said = len(program.json(data, today, "list", kind, *filters)[kind])
        if said == expected:
            agreed += 1
        else:
            wrong.append(f"list {kind} {' '.join(filters)} --today {today}: {said} instead of {expected}")

    departures = register.all("departure")
    status = register.statuses(today)

    def within(record, unit):
        return unit in (PLACES.path(record["commune"], "2023") or [])

    ask(len(departures), "departures")
    ask(len(register.all("worker")), "workers")
    ask(len(register.all("incident")), "incidents")
    ask(len(register.all("report")), "reports")
    for unit in ("082", "02728"):
        ask(sum(within(r, unit) for r in departures.values()), "departures", "--unit", unit, "--as-of", "2024-09-30")
    for year in (2023, 2024):
        ask(sum(r.get("departedOn", "")[:4] == str(year) for r in departures.values()), "departures", "--year", str(year))
    ask(sum(r.get("market") == "JP" for r in departures.values()), "departures", "--market", "JP")
    ask(sum(status.get(k) == "ABROAD" for k in departures), "departures", "--status", "ABROAD")
    return agreed, wrong


def main():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(f"usage: recompute.py PROGRAM [FOLDER]\n{__doc__}")
    start = time.monotonic()
    root = tempfile.mkdtemp(prefix="lenduong-test-")
    try:
        program = Program(sys.argv[1], root)
        data = sys.argv[2] if len(sys.argv) > 2 else os.path.join(root, "demo")
        if len(sys.argv) == 2:
            done = subprocess.run(
                [program.path, "demo", data], env=program.environment(data, "2024-09-30"), capture_output=True)
            if done.returncode:
                sys.exit(f"demo: {done.stderr.decode().strip()}")
        register = Register(data, PLACES)
        todays = ["2023-07-15", "2024-09-30", "2024-12-10", "2025-11-09"]
        agreed, wrong = compare(program, data, register, todays, range(2022, 2026))
        lists, wrong_lists = compare_lists(program, data, register, "2024-09-30")
        wrong += wrong_lists
        for line in wrong[:int(os.environ.get("SHOWN", 40))]:
            print(line)
        if wrong:
            sys.exit(f"recompute.py: FAILED: {len(wrong)} figures differ, {agreed + lists} agree")
        print(
            f"recompute.py: {agreed} figures and {lists} lists agree, {len(register.lines)} lines, "
            f"{program.runs} runs ({time.monotonic() - start:.1f} s)")
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
