"""200 seeded random folders: the program and the recomputation must agree on every figure, and the screen too."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Terminal"))

from driver import Failure, Place, Terminal
from people import start_office
from periods import every
from random_journal import RandomJournal
from recompute import CATALOGUES, PLACES, Program, count
from register import Register, differences

FOLDERS = 200
SCREENS = 20
PERSONAL = ["fullName", "citizenId", "phone", "sex"]
TODAYS = ["2023-07-15", "2024-09-30", "2024-12-10", "2025-10-20"]


def questions(journal):
    """A few questions of each folder: the province by every catalogue, a district, communes."""
    chosen = journal.random
    for code, as_of in CATALOGUES:
        today, year = chosen.choice(TODAYS), chosen.randint(2022, 2025)
        yield today, year, "15" if code == "2025" else "10", code, as_of
        unit = chosen.choice([unit for unit in journal.units if unit.endswith("@" + code)] or ["02839@" + code])
        yield today, chosen.randint(2023, 2025), unit.split("@")[0], code, as_of
        if code != "2025":
            parent = PLACES.parent[unit]
            yield today, chosen.randint(2023, 2025), parent, code, as_of


def compare_screen(place, program, data, today):
    """The rows of the progress screen of the province against the JSON of the same question."""
    place.data, place.today = data, today
    said = program.json(data, today, "progress", "--unit", "10", "--as-of", "2023-07-01")
    seen = 0
    with Terminal(place, account=os.path.basename(data), rows=40) as terminal:
        start_office(terminal, "tinh lao cai", 1)
        terminal.choose("Tiến độ")
        terminal.keys("Enter")
        screen = terminal.see("Tiến độ › Lào Cai", "Văn Bàn")
        lines = screen.split("\n")
        t1, t2, t3 = said["targets"][:3]
        wanted = {
            "T1": f"{t1['achieved']}/{t1['target']}", "T2": f"{t2['numerator']}/{t2['denominator']}",
            "T3": f"{t3['numerator']}/{t3['denominator']}"}
        for target, words in wanted.items():
            line = next(line for line in lines if line.lstrip(" ▸").startswith(target))
            if said["targets"][int(target[1]) - 1].get("denominator") == 0:
                continue
            if words not in line.split():
                raise Failure(f"{target}: {words} is not in {line!r}")
            seen += 1
        for unit in said["units"]:
            name = unit["name"] if unit["code"] else "chưa rõ xã cũ"
            line = next((line for line in lines if re.match(rf"[ ▸]+{re.escape(name)}( ·| {{2}})", line)), None)
            if line is None:
                raise Failure(f"{name} is not on the screen:\n{screen}")
            cells = re.sub(r"[█▉▊▋▌▍▎▏╎·!]+|nghèo", " ", line.split(name, 1)[1]).split()
            part = {key: "/".join(str(unit[key][side]) for side in ("numerator", "denominator")) for key in ("T2", "T3")}
            reports = f"{unit['reports']['received']}/{unit['reports']['due']}"
            expected = [
                "–" if unit["target"] is None else str(unit["target"]), str(unit["departures"]),
                "–" if unit["T2"]["denominator"] == 0 else part["T2"],
                "–" if unit["T3"]["denominator"] == 0 else part["T3"],
                "–" if unit["reports"]["due"] == 0 else reports]
            if [cell for cell in cells if cell] != expected:
                raise Failure(f"{name}: the screen says {cells}, the JSON {expected}\n{screen}")
            seen += 5
        terminal.keys("F10")
        terminal.ended()
    return seen


def main():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(f"usage: random_folders.py PROGRAM [FIRST-SEED [FOLDERS]]\n{__doc__}")
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folders = int(sys.argv[3]) if len(sys.argv) > 3 else FOLDERS
    start = time.monotonic()
    place = Place(sys.argv[1])
    program = Program(sys.argv[1], place.root)
    agreed = lines = screens = flagged = 0
    wrong = []
    try:
        template = place.path("template")
        done = subprocess.run(
            [program.path, "init", "--unit", "10", "--role", "supervisor"], capture_output=True,
            env=program.environment(template, TODAYS[1]))
        if done.returncode:
            sys.exit(f"init: {done.stderr.decode().strip()}")
        for seed in range(first, first + folders):
            data = place.path(f"folder-{seed}")
            journal = RandomJournal(seed, PLACES)
            journal.write(template, data)
            register = Register(data, PLACES)
            lines += len(register.lines)
            for today, year, unit, code, as_of in questions(journal):
                for period in (str(year), journal.random.choice(every([year]))):
                    said = program.json(data, today, "progress", "--unit", unit, "--period", period, "--as-of", as_of)
                    expected = register.progress(unit, code, period, today)
                    found = list(differences(expected, said))
                    agreed += count(expected) - len(found)
                    wrong += [
                        f"seed {seed}: progress --today {today} --unit {unit} --period {period} --as-of {as_of}: {line}"
                        for line in found]
            listed = {
                one["id"]: [sorted(one["conflicts"])] + [one[field] for field in PERSONAL]
                for one in program.json(data, TODAYS[1], "list", "departures", "--unmask")["departures"]}
            expected = {}
            for key, record in register.all("departure").items():
                person = register.person(record.get("worker"))
                expected[key] = [sorted(register.conflicts(key))] + [
                    (person.get(field) or [None])[0] for field in PERSONAL]
            wrong += [
                f"seed {seed}: list departures: {key}: {listed.get(key)} instead of {expected.get(key)}"
                for key in sorted({*listed, *expected}) if listed.get(key) != expected.get(key)]
            agreed += (1 + len(PERSONAL)) * len(listed)
            flagged += sum(bool(conflicts) for conflicts, *_ in expected.values())
            if seed < first + SCREENS:
                try:
                    screens += compare_screen(place, program, data, TODAYS[seed % 2 + 1])
                except Failure as failure:
                    wrong.append(f"seed {seed}: screen: {failure}")
            shutil.rmtree(data)
    finally:
        place.remove()
    for line in wrong[:int(os.environ.get("SHOWN", 40))]:
        print(line)
    seeds = f"seeds {first} to {first + folders - 1}"
    if wrong:
        sys.exit(f"random_folders.py: FAILED: {seeds}: {len(wrong)} figures differ, {agreed} agree")
    print(
        f"random_folders.py: {seeds}: {folders} folders, {lines} lines, {agreed} figures agree, {screens} of them on the "
        f"screen too, {flagged} departures in conflict, {program.runs} runs ({time.monotonic() - start:.1f} s)")


if __name__ == "__main__":
    main()
