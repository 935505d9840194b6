"""A random but valid data folder: several writers who do not always know of each other, with clocks that are wrong."""

import json
import os
import random
import shutil

from register import chain_hash

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
FORMS = ["PUBLIC_UNIT", "SERVICE_ENT", "CONTRACTOR", "TRAINEE", "INVESTOR", "DIRECT", "AFTER_EXIT", None]
CLASSES = ["POOR", "POOR", "POOR", "NEAR_POOR", "NEWLY_ESCAPED", "AVERAGE", "OTHER"]
STATES = ["nil", "data", "sent", "approved", "sealed", "returned", "exempt"]
BEFORE = ["INTERESTED", "REGISTERED", "TRAINING", "VISA_GRANTED", "CONTRACT_SIGNED"]
AFTER = ["ABROAD", "ABROAD", "ABROAD", "EXTENDED", "RETURNED_ON_TIME", "OVERSTAY", "DEPORTED", "LIQUIDATED"]
NEVER = ["WITHDRAWN", "REJECTED", "ILLEGAL_DEPARTURE"]
# The units the folders are about: merged, renumbered, reused, in poor districts and not, and some by chance.
FAVOURITES = [
    "02728@2023", "02839@2023", "02872@2023", "02839@2024-11", "02728@2024-11", "02848@2025", "02746@2025",
    "02647@2025", "02728@2025", "02635@2023", "02848@2023", "02818@2023", "03004@2023", "03004@2025", "02989@2025"]
PERIODS = ["2023-06", "2024-08", "2024-11", "2025-09"]


class Writer:
    """One account's journal as it is being written."""

    def __init__(self, name):
        self.name = name
        self.lines = []
        self.known = {}
        self.top = 0


class RandomJournal:
    """The lines of one random folder."""

    def __init__(self, seed, places):
        self.random = random.Random(seed)
        self.places = places
        self.writers = [Writer(self.token(10)) for _ in range(self.random.randint(1, 4))]
        self.written = set()
        self.units = FAVOURITES + self.random.sample(sorted(places.disadvantaged), 6)
        self._compose()

    def token(self, length=16):
        return "".join(self.random.choice(LETTERS) for _ in range(length))

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    # Writing

    def save(self, *operations, group=None, writer=None, replaces=True, whole=False):
        """One line by one writer, who replaces what they know of these fields, or names all they know of the record."""
        writer = writer or self.random.choice(self.writers)
        strange = [e for e, _ in operations if e in self.written and not any(k[0] == e for k in writer.known)]
        if self.chance(0.4) or any(entity.split("/")[0] not in ("review", "report") for entity in strange):
            # Nobody corrects a record that they have never seen.
            self._exchange(writer)
        self.written.update(entity for entity, _ in operations)
        line = {"v": 1, "i": self.token(), "n": writer.top + 1, "t": self._clock(), "u": "mau"}
        written = []
        for entity, fields in operations:
            operation = {"e": entity}
            known = {
                i for (e, field), ids in writer.known.items() if e == entity and (whole or field in fields) for i in ids}
            if known and replaces:
                operation["s"] = sorted(known)
            operation["f"] = fields
            written.append(operation)
        if len(written) == 1 and self.chance(0.7):
            line.update({"a": "set", **written[0]})
        else:
            line.update({"a": "tx", "o": written})
        if group:
            line.update({"g": group[0], "gn": group[1]})
        self._learn(writer, line)
        writer.lines.append(line)

    def _clock(self):
        """Some clocks are right, some stand in another century."""
        year = self.pick(2024, 2024, 2025, 1970, 2099)
        return f"{year}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}T08:00:00.000Z"

    def _learn(self, writer, line):
        writer.top = max(writer.top, line["n"])
        for operation in line.get("o", [line]):
            for field in operation.get("f", {}):
                known = writer.known.setdefault((operation["e"], field), set())
                known -= set(operation.get("s", ()))
                known.add(line["i"])

    def _exchange(self, writer):
        """The writer learns what the others have written so far."""
        lines = sorted(
            (line for other in self.writers for line in other.lines), key=lambda line: (line["n"], line["i"]))
        writer.known = {}
        for line in lines:
            self._learn(writer, line)
        gone = {}
        for line in lines:
            for operation in line.get("o", [line]):
                for field in operation["f"]:
                    gone.setdefault((operation["e"], field), set()).update(
                        i for i in operation.get("s", ()) if i != line["i"])
        for key, known in writer.known.items():
            known -= gone.get(key, set())

    # What is written

    def day(self, first=2022, last=2025):
        return f"{self.random.randint(first, last)}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}"

    def _compose(self):
        self.workers, self.departures, self.households = [], [], []
        for number in range(self.random.randint(3, 12)):
            commune = self.random.choice(self.units)
            self.households.append((f"household/{commune}:h{number}", commune))
            self.save((self.households[-1][0], {"commune": commune, "household": f"h{number}"}))
        for number in range(self.random.randint(5, 40)):
            self._worker(number)
        for household, _ in self.households:
            self._reviews(household)
        for _ in range(self.random.randint(0, 12)):
            self._incident()
        for _ in range(self.random.randint(0, 25)):
            self._report()
        for _ in range(self.random.randint(0, 3)):
            self._target()
        for unit in self.random.sample(self.units, 3):
            if self.chance(0.5):
                self._mark(unit)
        for _ in range(self.random.randint(0, 40)):
            self._edit()
        for _ in range(self.random.randint(0, 3)):
            self._group()
        self.save((f"mystery/{self.token()}", {"departedOn": "2024-01-01", "worker": "worker/none"}))
        if len(self.writers) > 1 and self.writers[0].lines:
            # A line that came twice, as after a retry or under a new writer.
            self.writers[-1].lines.append(self.random.choice(self.writers[0].lines))

    def _worker(self, number):
        worker = f"worker/{self.token()}"
        citizen = f"0102{number % 20:02d}{300000 + number}"
        if self.workers and self.chance(0.1):
            citizen = self.random.choice(self.workers)[1]
        fields = {"fullName": f"Lao động mẫu {number}", "citizenId": citizen, "sex": "M"}
        if self.chance(0.4):
            fields["phone"] = f"09{number % 5}"
        self.workers.append((worker, citizen))
        operations = [(worker, fields)]
        for _ in range(self.pick(1, 1, 1, 2)):
            operations += self._departure(worker)
        if self.chance(0.5):
            self.save(*operations)
        else:
            for operation in operations:
                self.save(operation)

    def _departure(self, worker):
        departure = f"departure/{self.token()}"
        commune = self.random.choice(self.units)
        fields = {"worker": worker, "market": self.pick("JP", "TW", "KR")}
        if self.chance(0.7):
            fields["household"], commune = self.random.choice(self.households)
        fields["commune"] = commune
        form = self.random.choice(FORMS)
        if form:
            fields["contractForm"] = form
        status = self.random.choice(BEFORE)
        if self.chance(0.8):
            fields["departedOn"] = self.day()
            status = self.random.choice(AFTER if self.chance(0.85) else NEVER + BEFORE)
            if self.chance(0.7):
                fields["orientationDate"] = self.pick(self.day(), fields["departedOn"], "2021-12-01")
        self.departures.append(departure)
        events = [(f"event/{self.token()}", {"departure": departure, "status": status, "on": fields.get("departedOn", self.day())})]
        if self.chance(0.3):
            later = self.random.choice(AFTER + NEVER + BEFORE)
            events.append((f"event/{self.token()}", {"departure": departure, "status": later, "on": self.day(2023)}))
        if len(events) == 2 and events[0][1]["on"] == events[1][1]["on"]:
            events.pop()
        return [(departure, fields), *events]

    def _reviews(self, household):
        for year in range(2022, 2026):
            for _ in range(self.pick(0, 1, 1, 1, 2)):
                fields = {"household": household, "year": year, "class": self.random.choice(CLASSES)}
                self.save((household.replace("household/", "review/") + f":{year}", fields))

    def _incident(self):
        fields = {
            "type": self.pick("ILLEGAL_DEPARTURE", "HOST_LAW", "ILLEGAL_STAY"), "on": self.day(),
            "commune": self.random.choice(self.units), "state": self.pick("open", "closed")}
        if fields["state"] == "closed" and self.chance(0.7):
            fields["closedOn"] = self.pick(self.day(), fields["on"])
        self.save((f"incident/{self.token()}", fields))

    def _report(self):
        period = self.random.choice(PERIODS)
        year, month = int(period[:4]), int(period[5:])
        catalogue = "2023" if period < "2024-11" else "2024-11" if period < "2025-07" else "2025"
        candidates = [u for u in self.units if u.endswith("@" + catalogue)] or ["02839@" + catalogue]
        unit = self.random.choice(candidates)
        state = self.random.choice(STATES)
        # What takes a report back or excuses it is said before the period is due.
        last = 9 if state in ("returned", "exempt") else 28
        on = f"{year + month // 12}-{month % 12 + 1:02d}-{self.random.randint(1, last):02d}"
        self.save((f"report/{unit}:{period}", {"unit": unit, "period": period, "state": state, "on": on, "receivedOn": on}))

    def _target(self):
        target = self.pick("T1", "T1", "T1", "T2", "T3")
        fields = {"target": target, "year": self.random.randint(2023, 2025), "value": self.random.randint(1, 300)}
        if target == "T1":
            catalogue = self.pick("2023", "2024-11", "2025")
            codes = [c for c in self.places.order[catalogue] if c not in ("10", "15")]
            for code in {*self.random.sample(codes, 5), *[c for c in ("082", "085", "02728", "02848") if c in codes]}:
                fields[f"share.{code}@{catalogue}"] = self.random.randint(0, 40)
            fields["phasing"] = self.pick(None, None, "10,20,30,40", "0,0,0,100", "5 5 5 5 10 10 10 10 10 10 10 10")
            if fields["phasing"] is None:
                del fields["phasing"]
        else:
            fields["value"] = self.random.randint(0, 100)
        entity = f"target/{self.token()}"
        self.save((entity, fields))
        if self.chance(0.4):
            self.save((entity, {"value": self.random.randint(1, 100)}))

    def _mark(self, unit):
        fields = {"unit": unit, "mark": "especiallyDisadvantaged", "value": self.chance(0.5)}
        if self.chance(0.5):
            fields["from"] = self.day(2022, 2024)
        if self.chance(0.3):
            fields["until"] = self.day(2024, 2025)
        self.save((f"mark/{self.token()}", fields))

    def _edit(self):
        """A correction, often by somebody who does not know what another has just written."""
        departure = self.random.choice(self.departures)
        what = self.random.randrange(8)
        if what == 0:
            self.save((departure, {"deleted": True}), whole=self.chance(0.8))
            if self.chance(0.4):
                self.save((departure, {"deleted": False}))
            elif self.chance(0.5):
                self.save((departure, {"village": self.pick("Thôn mẫu 1", "Thôn mẫu 2")}))
        elif what == 1:
            one, other = self.random.choice(self.workers), self.random.choice(self.workers)
            # Always towards the record that sorts higher, so that no two merges run in a ring.
            if one[0] < other[0] and one[1] != other[1]:
                self._merge(one, other)
        elif what == 2:
            self.save((departure, {"contractForm": self.random.choice(FORMS)}))
        elif what == 3:
            self.save((departure, {"orientationDate": self.pick(None, self.day(), "2021-01-01")}))
        elif what == 4:
            self.save((departure, {"commune": self.random.choice(self.units)}))
        elif what == 5:
            fields = {"departure": departure, "status": self.random.choice(AFTER + NEVER), "on": self.day(2023)}
            event = f"event/{self.token()}"
            self.save((event, fields))
            if self.chance(0.3):
                self.save((event, {"deleted": True}), whole=self.chance(0.8))
        else:
            self.save((departure, {"departedOn": self.day(), "market": "HU"}), replaces=self.chance(0.9))

    def _merge(self, one, other):
        """One record becomes another's alias; sometimes that is taken back."""
        if sum(one[1] == c for _, c in self.workers) > 1 or sum(other[1] == c for _, c in self.workers) > 1:
            return
        self.save((one[0], {"into": other[0]}))
        if self.chance(0.5):
            worker = self.pick(one, other)[0]
            self.save((worker, {"phone": self.pick("097", "098", None), "fullName": "Lao động mẫu chung"}))
        if self.chance(0.4):
            self._choose(one[0], other[0])
        if self.chance(0.3):
            self.save((one[0], {"into": None}))

    def _choose(self, one, other):
        """Somebody who knows all lines says what the person is called."""
        writer = self.random.choice(self.writers)
        self._exchange(writer)
        known = {i for (e, field), ids in writer.known.items() if e in (one, other) and field == "fullName" for i in ids}
        line = {
            "v": 1, "i": self.token(), "n": writer.top + 1, "t": self._clock(), "u": "mau", "a": "choose", "e": one,
            "s": sorted(known), "f": {"fullName": "Lao động mẫu đã chọn"}}
        self._learn(writer, line)
        writer.lines.append(line)

    def _group(self):
        """A correction of several records that takes effect only when all its lines are there."""
        group = (self.token(), 3)
        lines = 3 if self.chance(0.5) else 2
        writer = self.random.choice(self.writers)
        for departure in self.random.sample(self.departures, min(3, len(self.departures)))[:lines]:
            self.save((departure, {"departedOn": self.day()}), group=group, writer=writer, replaces=False)

    # The files

    def write(self, template, folder):
        """The folder as it would lie on disk: each writer's lines in one or more segments, every line chained."""
        shutil.copytree(template, folder)
        shutil.rmtree(os.path.join(folder, "j"))
        for writer in self.writers:
            home = os.path.join(folder, "j", writer.name)
            os.makedirs(home, mode=0o700)
            previous, number, earlier = "", 0, {}
            rest = list(writer.lines)
            while rest or number == 0:
                number += 1
                size = self.random.randint(1, max(1, len(rest)))
                name = f"2024{self.random.randint(1, 3) + 3 * number if number < 3 else 12:02d}-{number}"
                head = {
                    "v": 1, "i": self.token(), "n": 1, "t": self._clock(), "u": "mau", "a": "head",
                    "e": f"writer/{writer.name}", "f": {"segment": name, **earlier}}
                with open(os.path.join(home, name + ".jsonl"), "xb") as file:
                    os.chmod(file.fileno(), 0o600)
                    for line in [head, *rest[:size]]:
                        data = json.dumps(line, ensure_ascii=False, separators=(",", ":"))[:-1].encode()
                        previous = chain_hash(previous, data)
                        file.write(data + b',"h":"' + previous.encode() + b'"}\n')
                    length = file.tell()
                # A later segment's head says how the earlier ones ended.
                earlier[f"length.{writer.name}/{name}"] = length
                earlier[f"h.{writer.name}/{name}"] = previous
                rest = rest[size:]
        os.chmod(os.path.join(folder, "j"), 0o700)
