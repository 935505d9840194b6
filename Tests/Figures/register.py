"""The register as the documents define it, from the journal's raw lines: chain, fold, places and figures.

Written from the description of the format and of the figures, and from the published data; nothing here is
taken from the program.
"""

import base64
import calendar
import datetime
import hashlib
import json
import os

from forecast import forecast
from periods import Period

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Data")
LAWFUL = {"PUBLIC_UNIT", "SERVICE_ENT", "CONTRACTOR", "TRAINEE", "INVESTOR", "DIRECT", "AFTER_EXIT"}
NEVER_LEFT = {"WITHDRAWN", "REJECTED", "ILLEGAL_DEPARTURE"}
CASES = {"T4a": "ILLEGAL_DEPARTURE", "T4b": "HOST_LAW", "T4c": "ILLEGAL_STAY"}
RECEIVED = {"nil", "data", "sent", "approved", "sealed"}


def load(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as file:
        return json.load(file)


def chain_hash(previous, line):
    """The hash of a line's bytes before `,"h":`, after the 22 characters of the hash before it."""
    digest = hashlib.sha256(previous.encode() + line).digest()[:16]
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


# Places


class Places:
    """The three catalogues and what became of each unit."""

    def __init__(self):
        old, new, moves = load("units-2023.json"), load("units-2025.json"), load("units-2023-to-2025.json")
        self.names, self.parent, self.poor, self.disadvantaged, self.order = {}, {}, {}, {}, {}
        for catalogue in ("2023", "2024-11"):
            self._add("10", catalogue, None, old["province"]["name"])
            for district in old["districts"]:
                self._add(district["code"], catalogue, "10", district["name"])
                self.poor[f"{district['code']}@{catalogue}"] = district["poorDistrict"]
            for commune in old["communes"]:
                if catalogue == "2023" or not commune.get("endedOn"):
                    self._add(commune["code"], catalogue, commune["districtCode"], commune["name"])
                    self.disadvantaged[f"{commune['code']}@{catalogue}"] = commune["especiallyDisadvantaged"]
        self._add("15", "2025", None, new["province"]["name"])
        for commune in new["communes"]:
            if commune["fromOldProvinceCode"] == "10":
                self._add(commune["code"], "2025", "15", commune["name"])
                self.disadvantaged[f"{commune['code']}@2025"] = commune["especiallyDisadvantaged"]
        ended = {c["code"]: c["endedInto"] for c in old["communes"] if c.get("endedOn")}
        # Forward, each unit of 2023 has one successor in each catalogue.
        self.forward = {"2023": {}, "2024-11": {}, "2025": {}}
        for move in moves["mapping"]:
            self.forward["2023"][move["oldCode"]] = move["oldCode"]
            self.forward["2024-11"][move["oldCode"]] = ended.get(move["oldCode"], move["oldCode"])
            self.forward["2025"][move["oldCode"]] = move["newCode"]
        self.origins = {catalogue: {} for catalogue in self.forward}
        for catalogue, successors in self.forward.items():
            for oldest, code in successors.items():
                self.origins[catalogue].setdefault(code, []).append(oldest)

    def _add(self, code, catalogue, parent, name):
        self.names[f"{code}@{catalogue}"] = name
        self.parent[f"{code}@{catalogue}"] = parent
        self.order.setdefault(catalogue, []).append(code)

    @staticmethod
    def in_force(day):
        return "2023" if day < "2024-11-01" else "2024-11" if day < "2025-07-01" else "2025"

    def communes(self, catalogue):
        return [c for c in self.order[catalogue] if len(c) == 5]

    def children(self, code, catalogue):
        return [c for c in self.order[catalogue] if self.parent[f"{c}@{catalogue}"] == code]

    def path(self, unit, catalogue):
        """The codes from the province down to where the unit lies in a catalogue; shorter where it is not known."""
        code, own = unit.split("@")
        root = "15" if catalogue == "2025" else "10"
        if code in ("10", "15") and unit in self.names:
            return [root]
        if len(code) == 3:
            return [root] if catalogue == "2025" else [root, code]
        if unit not in self.names:
            return None
        here = {self.forward[catalogue][oldest] for oldest in self.origins[own][code]}
        if len(here) == 1 and (own <= catalogue or len(self.origins[own][code]) == 1 or own == catalogue):
            commune = here.pop()
            return [root, commune] if catalogue == "2025" else [root, self.parent[f"{commune}@{catalogue}"], commune]
        districts = {self.parent[f"{commune}@{catalogue}"] for commune in here}
        return [root, districts.pop()] if len(districts) == 1 else [root]

    def possible_districts(self, unit):
        """The districts of 2023 in which what was typed under this unit can lie."""
        code, own = unit.split("@")
        if len(code) == 3:
            return {code}
        return {self.parent[f"{oldest}@2023"] for oldest in self.origins[own].get(code, [])}


# The journal


def segment_key(name):
    month, number = name.removesuffix(".jsonl").split("-")
    return int(month), int(number)


def journal_lines(folder):
    """Every line of the folder that verifies, each id once."""
    found = {}
    for writer in sorted(os.listdir(os.path.join(folder, "j"))):
        previous = ""
        names = os.listdir(os.path.join(folder, "j", writer))
        for name in sorted((n for n in names if n.endswith(".jsonl")), key=segment_key):
            with open(os.path.join(folder, "j", writer, name), "rb") as file:
                for raw in file.read().split(b"\n")[:-1]:
                    before, _, tail = raw.rpartition(b',"h":"')
                    if chain_hash(previous, before) != tail[:-2].decode():
                        raise ValueError(f"{writer}/{name}: a line does not verify")
                    previous = tail[:-2].decode()
                    line = json.loads(raw)
                    found.setdefault(line["i"], line)
    return list(found.values())


class Saying:
    """What one line says of one entity."""

    def __init__(self, line, operation):
        self.id, self.rank, self.names = line["i"], (line["n"], line["i"]), set(operation.get("s", []))
        # A null that replaces nothing says nothing.
        self.fields = {key: value for key, value in operation["f"].items() if value is not None or self.names}


def sayings(lines):
    """What is said of each entity; a group of lines counts once it is complete."""
    groups = {}
    for line in lines:
        if "g" in line:
            groups[line["g"]] = groups.get(line["g"], 0) + 1
    said = {}
    for line in lines:
        if "g" in line and groups[line["g"]] < line["gn"] or line["a"] not in ("set", "tx", "choose", "merge"):
            continue
        for operation in line["o"] if line["a"] == "tx" else [line]:
            said.setdefault(operation["e"], []).append(Saying(line, operation))
    return said


def standing(said, field):
    """The lines that set a field, minus those that another line that sets it replaces; the highest first."""
    setters = [one for one in said if field in one.fields]
    left = [one for one in setters if not any(one.id in other.names and other.id != one.id for other in setters)]
    return sorted(left, key=lambda one: one.rank, reverse=True)


def knows(said, one, other):
    """Whether a line names another, or one that knows it."""
    seen, waiting = set(), [one]
    while waiting:
        line = waiting.pop()
        new = {name for each in said if each.id == line for name in each.names} - seen
        seen |= new
        waiting += new
    return other in seen


def deletion(said):
    """What stands of `deleted`, what is shown first: a line that a deletion had not seen says that the record is kept."""
    claims = standing(said, "deleted")
    deletions = [one for one in claims if one.fields["deleted"] is True]
    if not deletions:
        return [False]
    kept = len(claims) > len(deletions)
    for one in said:
        says = any(one in standing(said, field) for field in one.fields if field != "deleted")
        kept |= says and not any(
            one.id == other.id or knows(said, one.id, other.id) or knows(said, other.id, one.id) for other in deletions)
    return [False, True] if kept else [True]


def values(said):
    """What stands of each field, what is shown first; more than one value is a conflict."""
    found = {}
    for field in {field for one in said for field in one.fields}:
        if field == "deleted":
            found[field] = deletion(said)
            continue
        found[field] = []
        for one in standing(said, field):
            if one.fields[field] not in found[field]:
                found[field].append(one.fields[field])
    return found


def fold(lines):
    """The entities: the value of each field, `!` for fields in conflict, `#` for the lowest line."""
    entities = {}
    for entity, said in sayings(lines).items():
        found = values(said)
        record = {field: stands[0] for field, stands in found.items() if stands and stands[0] is not None}
        record["!"] = {field for field, stands in found.items() if len(stands) > 1}
        record["#"] = min(one.rank for one in said)
        entities[entity] = record
    return entities


class Register:
    """The folded records by kind, and the figures made of them."""

    def __init__(self, folder, places):
        self.places = places
        self.kinds = {}
        self.lines = journal_lines(folder)
        self.said = sayings(self.lines)
        self.folded = fold(self.lines)
        for entity, record in self.folded.items():
            kind = entity.split("/")[0]
            if record.get("deleted") is not True:
                self.kinds.setdefault(kind, {})[entity] = record
        self.people = self._people()

    def all(self, kind):
        return self.kinds.get(kind, {})

    def _people(self):
        """One name for each person: merged records and records of one citizen id are one."""
        workers = self.all("worker")
        root = {worker: worker for worker in workers}

        def find(worker):
            seen = set()
            while root.get(worker, worker) != worker and worker not in seen:
                seen.add(worker)
                worker = root[worker]
            return worker

        for worker, record in workers.items():
            if record.get("into") in workers and find(record["into"]) != find(worker):
                root[find(worker)] = find(record["into"])
        by_id = {}
        for worker, record in workers.items():
            if record.get("citizenId"):
                other = by_id.setdefault(record["citizenId"], worker)
                if find(other) != find(worker):
                    root[find(worker)] = find(other)
        return {worker: find(worker) for worker in workers}

    def conflicts(self, departure):
        """The fields of a departure and its person between whose values somebody has to choose."""
        record = self.all("departure")[departure]
        return sorted(record["!"]) + sorted(
            field for field, stands in self.person(record.get("worker")).items() if len(stands) > 1)

    def merged(self, worker):
        """The records that became one with this one, whatever the direction; without those that are deleted."""
        links = {(one, record["into"]) for one, record in self.folded.items() if record.get("into", "").startswith("worker/")}
        found = {worker}
        while True:
            more = {b for a, b in links if a in found} | {a for a, b in links if b in found}
            if more <= found:
                return [one for one in found if one == worker or one in self.all("worker")]
            found |= more

    def person(self, worker):
        """What stands of each field of a person, by the lines of all merged records, what is shown first."""
        records = [one for one in self.merged(worker) if one in self.said]
        if worker not in records:
            return {}
        found = {field: values(self.said[worker])[field] for field in ("into", "deleted")
                 if any(field in one.fields for one in self.said[worker])}
        together = [one for record in records for one in self.said[record]]
        for field in {field for one in together for field in one.fields} - {"into", "deleted"}:
            stands = standing(together, field)
            if any(one.fields[field] is not None for one in stands):
                # A record that says nothing any more leaves it to the others.
                silent = [
                    one for record in records for one in standing(self.said[record], field)
                    if len(records) > 1 and all(
                        other.fields[field] is None for other in standing(self.said[record], field))]
                stands = [one for one in stands if one not in silent]
            found[field] = list(dict.fromkeys(one.fields[field] for one in stands))
        return found

    def statuses(self, today):
        """The latest status of each departure by a day."""
        latest = {}
        for event in self.all("event").values():
            if event.get("on", today) <= today and event.get("departure") and event.get("status"):
                rank = (event.get("on", ""), event["#"])
                known = latest.get(event["departure"])
                if known is None or rank > known[0]:
                    latest[event["departure"]] = (rank, event["status"])
        return {departure: status for departure, (_, status) in latest.items()}

    def departed(self, today):
        """Departures by then under a lawful form, not withdrawn, rejected or illegal."""
        status = self.statuses(today)
        return {
            key: record for key, record in self.all("departure").items()
            if record.get("departedOn") and record["departedOn"] <= today
            and record.get("contractForm") in LAWFUL and status.get(key) not in NEVER_LEFT}

    # Targets

    def version(self, target, year):
        versions = [r for r in self.all("target").values() if r.get("target") == target and r.get("year") == year]
        return max(versions, key=lambda record: record["#"], default=None)

    def target(self, target, year):
        version = self.version(target, year)
        return version["value"] if version and "value" in version else {"T1": 200, "T2": 40, "T3": 100}.get(target, 0)

    def share(self, unit, catalogue, year):
        if unit in ("10", "15"):
            return None if year < 2023 and not self.version("T1", year) else self.target("T1", year)
        version = self.version("T1", year) or {}
        if f"share.{unit}@{catalogue}" in version:
            return version[f"share.{unit}@{catalogue}"]
        order = ["2023", "2024-11", "2025"]
        for earlier in reversed(order[:order.index(catalogue)]):
            former = [
                count for key, count in version.items()
                if key.startswith("share.") and key.endswith(f"@{earlier}") and len(key) == len(f"share.{unit}@{earlier}")
                and (self.places.path(key[6:], catalogue) or [None])[-1] == unit]
            if former:
                return sum(former)
        return None

    # Poverty

    def in_area(self, unit, day):
        """Whether a unit lay in T2's area on a day: yes, no, or not known."""
        districts = self.places.possible_districts(unit)
        poor = {self._mark("poorDistrict", f"{d}@2023", day, self.places.poor[f"{d}@2023"]) for d in districts}
        marked = self._mark("especiallyDisadvantaged", unit, day, self.places.disadvantaged.get(unit))
        if poor == {True} or marked is True:
            return True
        return False if poor == {False} and marked is False else None

    def _mark(self, name, unit, day, published):
        valid = [
            m for m in self.all("mark").values()
            if m.get("unit") == unit and m.get("mark") == name
            and m.get("from", "0") <= day <= m.get("until", "9")]
        return max(valid, key=lambda m: m["#"])["value"] if valid else published

    def poverty(self, year, today):
        """The households that were poor when a member first left: where, in the area, and what became of them."""
        classes = {}
        for review in self.all("review").values():
            if review.get("household") and review.get("class"):
                classes.setdefault(review["household"], {})[review["year"]] = review["class"]
        first = {}
        for key, record in sorted(self.departed(today).items()):
            household = record.get("household")
            if household and 2023 <= int(record["departedOn"][:4]) <= year:
                if household not in first or record["departedOn"] < first[household]["departedOn"]:
                    first[household] = record
        for household, record in first.items():
            left = int(record["departedOn"][:4])
            known = classes.get(household, {})
            if known.get(left) == "POOR":
                later = [y for y in known if left < y <= year]
                outcome = known[max(later)] if later else None
                yield record["commune"], self.in_area(record["commune"], record["departedOn"]), outcome

    # All of it

    def phasing(self, year):
        """The percent of the parts of a year; none where T1 is spread evenly."""
        text = (self.version("T1", year) or {}).get("phasing", "")
        return [int(part) for part in text.replace(",", " ").split()]

    def progress(self, unit, catalogue, asked, today):
        """What `progress --json` must say of one unit and of a year or another period."""
        period = Period(str(asked))
        year, phasing = period.year, self.phasing(period.year)

        def planned(share):
            return None if share is None else period.whole(share, phasing)

        below = self.places.children(unit, catalogue)
        rows = {code: Row() for code in below}
        unplaced = Row()
        top = Row()

        def places_of(typed):
            """The rows in which a record counts; none where it lies outside."""
            path = self.places.path(typed, catalogue)
            if path is None or unit not in path:
                return []
            rest = path[path.index(unit) + 1:]
            return [top] + ([] if not below else [rows[rest[0]]] if rest else [unplaced])

        def lies_within(typed):
            return bool(places_of(typed))

        gone = {k: r for k, r in self.departed(today).items() if lies_within(r["commune"])}
        left = {k: r for k, r in gone.items() if period.holds(r["departedOn"])}
        for record in left.values():
            trained = record.get("orientationDate", "9") <= record["departedOn"]
            for row in places_of(record["commune"]):
                row.departures += 1
                row.trained += trained
        t2 = {"toNearPoor": 0, "notYetReviewed": 0, "areaUnknown": 0}
        for commune, in_area, outcome in self.poverty(year, today):
            if not lies_within(commune):
                continue
            if in_area is None:
                t2["areaUnknown"] += 1
            if in_area is not True:
                continue
            escaped = outcome is not None and outcome != "POOR"
            t2["toNearPoor"] += outcome == "NEAR_POOR"
            t2["notYetReviewed"] += outcome is None
            for row in places_of(commune):
                row.poor += 1
                row.escaped += escaped
        following = f"{year}-{period.end + 1:02d}-28" if period.end < 12 else f"{year + 1}-01-28"
        month, due_day = last_due(min(today, following))
        self._reports(month, due_day, today, places_of)

        status = self.statuses(today)
        waiting = sum(
            lies_within(r["commune"]) and status.get(k) in WAITING and r.get("departedOn", "9") > today
            for k, r in self.all("departure").items() if r.get("commune"))
        share = self.share(unit, catalogue, year)
        expected = None if share is None else period.asked(share, today, phasing)
        targets = [
            {"id": "T1", "achieved": top.departures, "workers": len({self.people[r["worker"]] for r in left.values()}),
             "target": planned(share), "expectedToDate": expected,
             "ahead": None if expected is None else top.departures - expected, "pipeline": waiting,
             "forecast": forecast([r["departedOn"] for r in gone.values()], year, today, top.departures)
             if period.is_calendar_year else None},
            {"id": "T2", "numerator": top.escaped, "denominator": top.poor, **t2,
             "percent": percent(top.escaped, top.poor), "target": self.target("T2", year)},
            {"id": "T3", "numerator": top.trained, "denominator": top.departures,
             "percent": percent(top.trained, top.departures), "target": self.target("T3", year)},
        ]
        for name, kind in CASES.items():
            targets.append({"id": name, **self._cases(kind, period, today, lies_within), "target": 0})
        units = [
            {"code": code, "target": planned(self.share(code, catalogue, year)), **row.said(month)}
            for code, row in rows.items()]
        if below and unplaced.is_used():
            units.append({"code": None, "target": None, **unplaced.said(month)})
        return {"unit": unit, "catalogue": catalogue, "year": year, "today": today, "period": period.code, "targets": targets,
                "units": units, "reports": top.said(month)["reports"]}

    def _reports(self, period, due_day, today, places_of):
        month_end = f"{period}-{calendar.monthrange(int(period[:4]), int(period[5:]))[1]:02d}"
        then = Places.in_force(month_end)
        for code in self.places.communes(then):
            report = self.all("report").get(f"report/{code}@{then}:{period}", {})
            if report.get("state") == "exempt":
                continue
            on = report.get("receivedOn", report.get("on", "9"))
            received = report.get("state") in RECEIVED and on <= today
            for row in places_of(f"{code}@{then}"):
                row.due += 1
                row.received += received
                row.in_time += received and on <= due_day

    def _cases(self, kind, period, today, lies_within):
        found = {"open": 0, "closed": 0}
        for incident in self.all("incident").values():
            if incident.get("type") != kind or incident["on"] > today or not lies_within(incident["commune"]):
                continue
            is_open = incident.get("state") != "closed" or incident.get("closedOn", "0") > today
            if period.holds(incident["on"]) or period.is_after(incident["on"]) and is_open:
                found["open" if is_open else "closed"] += 1
        return found


class Row:
    """What is counted for one unit."""

    def __init__(self):
        self.departures = self.trained = self.poor = self.escaped = self.due = self.received = self.in_time = 0

    def is_used(self):
        return any(vars(self).values())

    def said(self, period):
        return {
            "departures": self.departures, "T2": {"numerator": self.escaped, "denominator": self.poor},
            "T3": {"numerator": self.trained, "denominator": self.departures},
            "reports": {"period": period, "due": self.due, "received": self.received, "inTime": self.in_time}}


WAITING = {v["code"] for v in load("reference-lists.json")["lists"]["workerStatuses"]["values"] if v["phase"] == "1_before"}


def percent(part, whole):
    """One decimal, rounded half up."""
    return (2000 * part + whole) // (2 * whole) / 10 if whole else None


def last_due(today):
    """The last month whose report is due by then, on the 10th of the month after it; and that day."""
    day = datetime.date.fromisoformat(today)
    due = day.replace(day=10)
    if day.day < 10:
        due = (day.replace(day=1) - datetime.timedelta(days=1)).replace(day=10)
    period = due.replace(day=1) - datetime.timedelta(days=1)
    return f"{period:%Y-%m}", due.isoformat()


def differences(expected, said, path=""):
    """Where two JSON values differ; keys that only the program says are its own."""
    if isinstance(expected, dict) and isinstance(said, dict):
        for key, value in expected.items():
            yield from differences(value, said.get(key, "(nothing)"), f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(said, list):
        if any(isinstance(row, dict) and "code" in row for row in expected + said):
            # The order of the units below is a matter of taste.
            yield from differences(by_code(expected), by_code(said), path)
            return
        if len(expected) != len(said):
            yield f"{path}: {len(said)} instead of {len(expected)}"
        for index, (one, other) in enumerate(zip(expected, said)):
            name = one.get("code", one.get("id", index)) if isinstance(one, dict) else index
            yield from differences(one, other, f"{path}[{name}]")
    elif expected != said:
        yield f"{path}: the program says {said!r}, the lines give {expected!r}"


def by_code(rows):
    return {row["code"] or "unknown": row for row in rows}
