#!/usr/bin/env python3
"""Makes a data folder with N invented departures; the same seed always gives the same lines.

  make_register.py PROGRAM FOLDER N [--profile province] [--seed 1] [--table FILE]
  make_register.py --append LINES [--writers 1] FOLDER

PROGRAM makes the folder (`init`); the journal is then written directly, a line a departure, ten years up to
30/09/2024, every chain valid (`PROGRAM verify` agrees). Profiles: `province`, 152 writers, one a commune;
`months`, the same with a segment a month, as ten years of use leave it; `nation`, 63 provinces of nine writers,
spread over the same communes, since no others are known. --table also writes the rows as plain text with tabs, for
programs to be compared with. --append adds lines to the last segments of that many writers. Everybody is invented.
"""
import argparse
import json
import multiprocessing
import os
import pathlib
import shutil
import subprocess

from journal import Writer, last_segment
from people import COLUMNS, DAYS, LAST_DAY, departures

PLACES = pathlib.Path(__file__).resolve().parent.parent / "Data" / "units-2023.json"
PROFILES = ("province", "months", "nation")
# The three-digit codes of the provinces of birth, as citizen ids have them.
PROVINCES = ("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 "
             "040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 "
             "083 084 086 087 089 091 092 093 094 095 096").split()
ADDED_BIRTHS = "098"


def communes():
    """Pairs of commune and district."""
    places = json.loads(PLACES.read_text(encoding="utf-8"))
    return [(commune["code"], commune["districtCode"]) for commune in places["communes"]]


def offices(profile):
    """What each writer writes for: its communes, and the province of birth of its people."""
    if profile != "nation":
        return [([commune], None) for commune in communes()]
    districts = {}
    for commune, district in communes():
        districts.setdefault(district, []).append((commune, district))
    return [(places, births) for births in PROVINCES for places in districts.values()]


def write(job):
    """One writer's segments; gives the file with its rows."""
    journal, index, seed, places, births, first, count, profile, rows_path = job
    writer = Writer(journal, "%d writer %d" % (seed, index))
    births = births or PROVINCES[(PROVINCES.index("010") + first // 1_000_000) % len(PROVINCES)]
    lines = departures("%d people %d" % (seed, index), places, first, count, births, dated=profile == "months")
    if profile != "months":
        writer.begin("202410")
    rows = open(rows_path, "w", encoding="utf-8") if rows_path else None
    month = None
    for before, body, row in lines:
        if profile == "months":
            day = DAYS[before].isoformat()
            if day[:7] != month:
                month = day[:7]
                writer.begin(day[:4] + day[5:7])
            writer.append(body, day)
        else:
            writer.append(body)
        if rows:
            rows.write(row + "\n")
    if rows:
        rows.close()
    if writer.file:
        writer.close()
    return rows_path


def init(program, folder, environment=None):
    """An empty data folder of a supervisor of the province, marked as synthetic."""
    subprocess.run([program, "init", "--data", str(folder), "--unit", "10", "--role", "supervisor",
                    "--today", LAST_DAY.isoformat()], check=True, stdout=subprocess.DEVNULL, env=environment)
    (folder / "synthetic").write_text("DỮ LIỆU MẪU\n", encoding="utf-8")


def make_journal(journal, count, profile="province", seed=1, table=None):
    """Writes all segments with `count` departures; the same rows, under their names, where `table` names a file."""
    journal.mkdir(mode=0o700, exist_ok=True)
    jobs, first, writers = [], 1, offices(profile)
    for index, (places, births) in enumerate(writers):
        share = count // len(writers) + (index < count % len(writers))
        part = "%s.%d" % (table, index) if table else None
        if share:
            jobs.append((journal, index, seed, places, births, first, share, profile, part))
        first += share
    with multiprocessing.Pool(os.cpu_count()) as pool:
        parts = pool.map(write, jobs, chunksize=1)
    if table:
        with open(table, "wb") as whole:
            whole.write(("\t".join(COLUMNS) + "\n").encode())
            for part in parts:
                with open(part, "rb") as rows:
                    shutil.copyfileobj(rows, whole)
                os.unlink(part)


def append(journal, lines, writers=1, seed=2):
    """Appends lines to the last segments of some writers; gives what each file was before: length and times."""
    folders = sorted(folder for folder in journal.iterdir() if any(folder.glob("*.jsonl")))[:writers]
    known, places = {}, communes()
    for index, folder in enumerate(folders):
        share = lines // len(folders) + (index < lines % len(folders))
        path = last_segment(folder)
        status = path.stat()
        known[path] = (status.st_size, status.st_atime_ns, status.st_mtime_ns)
        writer = Writer.resume(folder, "%d added writer %d" % (seed, index))
        first = 900_000 + writer.n * len(folders) + index
        for _, body, _ in departures("%d added %d" % (seed, index), places, first, share, ADDED_BIRTHS):
            writer.append(body)
        writer.close()
    return known


def take_back(known):
    """Undoes `append`: the files as they were, times included."""
    for path, (length, accessed, modified) in known.items():
        os.truncate(path, length)
        os.utime(path, ns=(accessed, modified))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("count", nargs="?", type=int)
    parser.add_argument("--profile", choices=PROFILES, default="province")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", metavar="FILE")
    parser.add_argument("--append", type=int, metavar="LINES")
    parser.add_argument("--writers", type=int, default=1)
    given = parser.parse_args()
    if given.append:
        append(given.folder / "j", given.append, given.writers, given.seed + 1)
        return
    if not given.program or given.count is None:
        parser.error("PROGRAM, FOLDER and N are needed")
    init(given.program, given.folder)
    make_journal(given.folder / "j", given.count, given.profile, given.seed, given.table)


if __name__ == "__main__":
    main()
