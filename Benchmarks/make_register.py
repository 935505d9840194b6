#!/usr/bin/env python3
"""Makes a data folder with N invented departures; the same seed always gives the same lines.

  make_register.py PROGRAM FOLDER N [--seed 1] [--table FILE]

PROGRAM makes the folder (`init`); the journal is then written directly, a line a departure, ten years up to
30/09/2024, one writer a district, every chain valid (`PROGRAM verify` agrees). --table also writes the rows as
plain text, for programs to be compared with. Everybody in it is invented and named as such.
"""
import argparse
import base64
import datetime
import hashlib
import json
import os
import pathlib
import random
import subprocess

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
PLACES = pathlib.Path(__file__).resolve().parent.parent / "Data" / "units-2023.json"
LAST_DAY = datetime.date(2024, 9, 30)
DAYS = 3652
MARKETS = ["TW"] * 42 + ["JP"] * 34 + ["KR"] * 14 + ["MY"] * 4 + ["RO"] * 3 + ["HU"] * 3
SECTORS = ["MANUFACTURING"] * 5 + ["FOOD_PROCESSING"] * 3 + ["CONSTRUCTION", "AGRICULTURE", "CAREGIVER", "ELECTRONICS"]
GROUPS = ["MONG"] * 30 + ["KINH"] * 22 + ["TAY"] * 16 + ["DAO"] * 15 + ["GIAY"] * 6 + ["NUNG"] * 5 + ["THAI"] * 3
CLASSES = ["POOR"] * 30 + ["NEAR_POOR"] * 26 + ["NEWLY_ESCAPED"] * 9 + ["AVERAGE"] * 18 + ["OTHER"] * 17


class Ids:
    """Random ids of the journal's alphabet, from one seed."""

    def __init__(self, seed):
        self.bits = random.Random(seed).getrandbits

    def __call__(self, length=16):
        bits = self.bits(5 * length)
        return "".join([ALPHABET[bits >> 5 * k & 31] for k in range(length)])


class Writer:
    """One writer's segment: numbered lines, each tied to the one before."""

    def __init__(self, folder, ids):
        self.name = ids(10)
        self.ids = ids
        self.n = 0
        self.hash = b""
        path = folder / "j" / self.name
        path.mkdir(mode=0o700, parents=True)
        self.file = open(path / "202410-1.jsonl", "wb", buffering=1 << 20,
                         opener=lambda name, flags: os.open(name, flags, 0o600))
        self.append('"a":"head","e":"writer/%s","f":{"segment":"202410-1"}' % self.name)

    def append(self, rest):
        self.n += 1
        text = '{"v":1,"i":"%s","n":%d,"t":"2024-10-01T00:00:00.000Z","u":"mau",%s' % (self.ids(), self.n, rest)
        line = text.encode()
        digest = hashlib.sha256(self.hash + line).digest()[:16]
        self.hash = base64.urlsafe_b64encode(digest)[:22]
        self.file.write(line + b',"h":"' + self.hash + b'"}\n')


def departure(number, commune, pick, ids):
    """The body of a departure's line, and its row as plain text."""
    left = LAST_DAY - datetime.timedelta(days=int(pick() * DAYS))
    year = left.year - 20 - int(pick() * 18)
    male = pick() < 0.6
    name = "Lao động mẫu %06d" % number
    citizen = "010%d%02d%06d" % ((2 if year >= 2000 else 0) + (not male), year % 100, number)
    born = "%d-%02d-%02d" % (year, 1 + int(pick() * 12), 1 + int(pick() * 28))
    choose = lambda values: values[int(pick() * len(values))]
    worker, key, event = ids(), ids(), ids()
    market, group, sector, poverty = choose(MARKETS), choose(GROUPS), choose(SECTORS), choose(CLASSES)
    household = "%s@2023:h%d" % (commune, number)
    trained = (left - datetime.timedelta(days=7 + int(pick() * 53))).isoformat()
    form = "PUBLIC_UNIT" if market == "KR" else "SERVICE_ENT"
    body = (
        f'"a":"tx","o":[{{"e":"worker/{worker}","f":{{"fullName":"{name}","citizenId":"{citizen}",'
        f'"birthDate":"{born}","sex":"{"M" if male else "F"}","ethnicGroup":"{group}"}}}},'
        f'{{"e":"household/{household}","f":{{"commune":"{commune}@2023","household":"h{number}"}}}},'
        f'{{"e":"review/{household}:{left.year}","f":{{"household":"household/{household}","year":{left.year},'
        f'"class":"{poverty}"}}}},'
        f'{{"e":"departure/{key}","f":{{"worker":"worker/{worker}","household":"household/{household}",'
        f'"commune":"{commune}@2023","village":"Thôn mẫu {1 + number % 9}","market":"{market}",'
        f'"contractForm":"{form}","sector":"{sector}","enterprise":"Doanh nghiệp mẫu {"ABCDEF"[number % 6]}",'
        f'"contractMonths":36,"orientationDate":"{trained}","orientationCertificate":"M{number}/BDKT",'
        f'"departedOn":"{left.isoformat()}"}}}},'
        f'{{"e":"event/{event}","f":{{"departure":"departure/{key}","status":"ABROAD","on":"{left.isoformat()}"}}}}]')
    return body, "\t".join((citizen, name, born, commune, market, sector, poverty, trained, left.isoformat()))


def make(program, folder, count, seed=1, table=None, environment=None):
    """Makes the folder with `count` departures, and the same rows as plain text where `table` names a file."""
    folder = pathlib.Path(folder)
    subprocess.run([program, "init", "--data", str(folder), "--unit", "10", "--role", "supervisor",
                    "--today", LAST_DAY.isoformat()], check=True, stdout=subprocess.DEVNULL, env=environment)
    (folder / "synthetic").write_text("DỮ LIỆU MẪU\n", encoding="utf-8")
    communes = [(c["code"], c["districtCode"]) for c in json.loads(PLACES.read_text(encoding="utf-8"))["communes"]]
    ids, pick = Ids(seed), random.Random(seed + 1).random
    writers = {district: Writer(folder, ids) for district in sorted({d for _, d in communes})}
    rows = open(table, "w", encoding="utf-8") if table else None
    for number in range(1, count + 1):
        commune, district = communes[int(pick() * len(communes))]
        body, row = departure(number, commune, pick, ids)
        writers[district].append(body)
        if rows:
            rows.write(row + "\n")
    for file in [w.file for w in writers.values()] + ([rows] if rows else []):
        file.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", metavar="FILE")
    given = parser.parse_args()
    make(given.program, given.folder, given.count, given.seed, given.table)


if __name__ == "__main__":
    main()
