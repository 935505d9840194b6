"""kill -9 at random moments of typing, in records of their own and in batches: no finished field is lost.

  kills.py PROGRAM [COUNT] [SEED]

One clerk types records on and on; COUNT times (20) the program is killed: after a random part of the bytes, which come
in random chunks cut within letters too, and after a random time. Then what is on file is read, the program is started
again, and the clerk goes on with the draft. SEED, which is printed, makes the same keys and moments again."""

import os
import random
import signal
import subprocess
import sys
import time

from driver import Failure, Place, Terminal, burst, check
from killed import values as values_in
from people import FIELDS, GIVEN_NAMES, Person, caret, reason_asked

SHARED = [
    "Thị trường", "Hình thức HĐ", "Chương trình", "Ngành nghề", "Công việc", "Đơn vị đưa đi", "Số tháng HĐ",
    "Ngày bồi dưỡng", "Trạng thái", "Ngày xuất cảnh",
]
ALONE = [label for label in FIELDS if label not in ("Dự kiến đi", "Ngày về")]
IN_BATCH = [label for label in ALONE if label not in SHARED]
# Where a question about what was saved puts the caret.
ASKED = ["Ngày bồi dưỡng", "Số tháng HĐ", "Đơn vị đưa đi"]
KEYS = {"F2": b"\x1bOQ", "F7": b"\x1b[18~"}
REASON = "đã đối chiếu giấy tờ, đúng như vậy"
ERASE_FIELD = b"\x15"


class Batch:
    """What a pile of forms shares, as its first person has it."""

    def __init__(self, number, chance):
        self.person = Person(number, "Chung")
        self.enterprise = f"Doanh nghiệp mẫu {'ABCĐ'[number % 4]}"
        # Three months are asked about in every record.
        self.months = chance.choice([36, 36, 3])
        self.left = chance.randint(2, 4)
        self.id = None

    def keys(self):
        keys = self.person.keys()
        keys["Đơn vị đưa đi"] = burst(self.enterprise) + b"\r"
        keys["Số tháng HĐ"] = f"{self.months}\r".encode()
        return keys


class Record:
    """One form on the desk."""

    def __init__(self, number, batch, chance):
        given = f"{GIVEN_NAMES[number % 10]} {GIVEN_NAMES[number // 10 % 10]}"
        self.person, self.batch = Person(number, given), batch
        self.order = IN_BATCH if batch else ALONE
        self.trained_late = batch is None and chance.random() < 0.4
        self.typed_all = False
        self.key = chance.choice(["F2", "F7"])

    def keys(self):
        keys = self.person.keys()
        if self.trained_late:
            keys["Ngày bồi dưỡng"] = b"2008\r"
        return keys

    def check(self, found):
        wanted = self.person.wanted()
        reasons = {}
        if self.batch:
            shared = self.batch.person.wanted()
            for key in ("market", "contractForm", "sector", "orientationDate", "departedOn"):
                wanted[key] = shared[key]
            wanted["enterprise"], wanted["contractMonths"] = self.batch.enterprise, self.batch.months
            check(found["batch"], f"{self.person.name} is in no batch")
            self.batch.id = self.batch.id or found["batch"]
            wanted["batch"] = self.batch.id
            if self.batch.months == 3:
                reasons["W08"] = REASON
        if self.trained_late:
            wanted["orientationDate"] = "2024-08-20"
            reasons["W12"] = REASON
        for key, value in wanted.items():
            check(found[key] == value, f"{self.person.name}: {key} is {found[key]!r}, not {value!r}")
        check(found["overrides"] == reasons, f"{self.person.name}: the reasons are {found['overrides']}")


class Clerk:
    """Types, is interrupted, and goes on. `stage` is what comes next: a list, what a batch shares, a record's fields,
    its saving, or the reason that is asked for."""

    def __init__(self, place, chance):
        self.place, self.chance = place, chance
        self.number = 0
        self.record = self.batch = None
        self.stage = "list"
        self.on_file = {}
        self.counts = {}
        # How many kills fell within a letter's bytes, and how many values of drafts were held against the last frame.
        self.within = self.compared = 0
        # What the draft must hold after a kill, on which fields it may be, and whether it may be missing.
        self.held, self.labels, self.optional = {}, [], True

    # What comes next

    def order(self):
        return SHARED if self.stage == "header" else self.record.order

    def keys(self):
        return self.batch.keys() if self.stage == "header" else self.record.keys()

    def bytes_of(self, label):
        keys = self.keys()[label]
        return keys if keys == b"\r" else ERASE_FIELD + keys

    def new_record(self):
        self.number += 1
        self.record = Record(self.number, self.batch, self.chance)
        self.stage = "fields"

    def open(self, terminal):
        """Opens the next form, from the first screen or the list of people."""
        if "Hôm nay ›" in terminal.screen():
            terminal.keys("a")
            terminal.see("Nhập xuất cảnh ›")
        if self.batch and not self.batch.left:
            self.batch = None
        again = self.batch is not None
        if again or self.chance.random() < 0.5:
            self.number += 0 if again else 1
            left = self.batch.left if again else None
            self.batch = Batch(self.number, self.chance)
            self.batch.left = left or self.batch.left
            self.stage = "header"
            terminal.keys("A")
            terminal.wait(lambda screen: caret(screen) == SHARED[0], "what the batch shares")
            self.offered = values(terminal.screen())
        else:
            self.new_record()
            terminal.keys("a")
            terminal.wait(lambda screen: caret(screen) == FIELDS[0], "the form")

    # Typing with every frame waited for

    def step(self, terminal):
        """One field, or one key that goes on."""
        if self.stage == "list":
            return self.open(terminal)
        if self.stage == "save":
            return self.save(terminal)
        if self.stage == "reason":
            return self.answer(terminal)
        label = terminal.wait(caret, "a caret")
        check(label in self.order(), f"the caret is in {label!r}:\n{terminal.screen()}")
        terminal.raw(self.bytes_of(label))
        if label == self.order()[-1]:
            shown = self.keys()[label].decode().strip()[:2]
            terminal.wait(lambda screen: shown in values(screen).get(label, ""), f"{label!r} to be typed")
            if self.stage == "fields":
                self.record.typed_all = True
                self.stage = "save"
                return
            terminal.keys("F2")
            terminal.wait(lambda screen: caret(screen) == FIELDS[0], "the first record of the batch")
            self.new_record()
            return
        terminal.wait(lambda screen: caret(screen) not in (None, label), f"{label!r} to be left")

    def save_key(self):
        if self.record.batch:
            return "F7" if self.record.batch.left > 1 else "F2"
        return self.record.key

    def save(self, terminal):
        terminal.keys(self.save_key())
        self.outcome(terminal, None)

    def answer(self, terminal):
        asked = reason_asked(terminal.screen())
        terminal.raw(ERASE_FIELD + REASON.encode() + b"\r")
        self.outcome(terminal, asked)

    def outcome(self, terminal, asked):
        saved = f"Đã lưu: {self.record.person.name}"

        def found(screen):
            check("Chặn " not in screen, f"{self.record.person.name} was refused:\n{screen}")
            return saved in screen or reason_asked(screen) not in (None, asked)

        terminal.wait(found, f"{saved!r}")
        if saved in terminal.screen():
            self.was_saved(self.save_key() == "F7")
        else:
            self.stage = "reason"

    def was_saved(self, goes_on):
        """The record is on file; with F7 the next form is open."""
        record = self.record
        self.on_file[record.person.citizen] = (record, None)
        if record.batch:
            record.batch.left -= 1
        self.record, self.stage = None, "list"
        if goes_on:
            self.new_record()

    # The kill

    def burst(self, terminal):
        """The bytes that are typed at last, and the fields which they lead through."""
        if self.stage == "list":
            return b"", []
        if self.stage == "save":
            return KEYS[self.save_key()], [self.record.order[-1]]
        if self.stage == "reason":
            return ERASE_FIELD + REASON.encode() + b"\r", [caret(terminal.screen())]
        order = self.order()
        first = order.index(terminal.wait(caret, "a caret"))
        path = order[first:first + self.chance.randint(1, 4)]
        data = b"".join(self.bytes_of(label) for label in path)
        if path[-1] == order[-1]:
            if self.stage == "header":
                data += KEYS["F2"]
                path.append(FIELDS[0])
            elif len(path) < 4:
                data += KEYS[self.save_key()]
        else:
            path.append(order[first + len(path)])
        return data, path

    def strike(self, terminal, process):
        """Types the last bytes in chunks, and stops the program at a moment that nobody knows."""
        data, path = self.burst(terminal)
        end = len(data) if self.chance.random() < 0.4 else self.chance.randint(0, len(data))
        # Keys that are several bytes are typed whole: a part of one is another key.
        for key in KEYS.values():
            if data.endswith(key) and len(data) - len(key) < end < len(data):
                end = len(data)
        sent = data[:end]
        self.within += end < len(data) and data[end] & 0xC0 == 0x80
        is_saving = self.stage in ("save", "reason") or any(
            sent.endswith(key) for key in KEYS.values()) and self.stage == "fields"
        chunks = self.chunks(sent)
        for chunk in chunks[:-1]:
            terminal.raw(chunk)
        last = start(terminal, chunks[-1]) if chunks else None
        time.sleep(self.chance.choice([0, self.chance.uniform(0, 0.006), self.chance.uniform(0, 0.025)]))
        os.kill(process, signal.SIGSTOP)
        stopped(process)
        if last:
            last.wait(20)
        screen = terminal.screen()
        while screen != (screen := terminal.screen()):
            pass
        terminal.kill()
        kind = {
            "list": "lists", "header": "what a batch shares", "reason": "reasons", "save": "saves",
            "fields": "records of a batch" if self.record and self.record.batch else "records",
        }["save" if is_saving and self.stage != "reason" else self.stage]
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.after(screen, path, is_saving)
        return f"{kind}, {len(sent)} of {len(data)} bytes in {len(chunks)} chunks"

    def chunks(self, data):
        keys = next((key for key in KEYS.values() if data.endswith(key)), b"")
        places = range(1, len(data) - len(keys) + 1)
        cuts = sorted(self.chance.sample(places, min(len(places), self.chance.randint(0, 3))))
        edges = [0, *cuts, len(data)]
        return [data[a:b] for a, b in zip(edges, edges[1:]) if b > a]

    def after(self, screen, path, is_saving):
        """What the draft must be, from the last frame that was shown, and what is on file."""
        records = self.place.json("list", "departures", "--unmask")["departures"]
        check(self.place.json("verify")["problems"] == [], "verify found problems")
        saved = {record["citizenId"]: record for record in records}
        check(len(saved) == len(records), "somebody is on file twice")
        person = self.record.person if self.record else None
        if person and person.citizen in saved:
            check(is_saving, f"{person.name} is on file and was not saved")
            self.was_saved(False)
        elif person:
            check(f"Đã lưu: {person.name}" not in screen, f"{person.name} was saved and is lost")
        check(set(saved) == set(self.on_file), f"on file are {len(saved)}, saved were {len(self.on_file)}")
        for citizen, (record, before) in self.on_file.items():
            if before is None:
                record.check(saved[citizen])
                self.on_file[citizen] = (record, saved[citizen])
            else:
                check(saved[citizen] == before, f"{record.person.name} was saved and has changed")
        if self.stage == "list":
            self.held, self.labels, self.optional = {}, [], False
            return
        label = caret(screen)
        shown = values(screen)
        is_asked = reason_asked(screen) is not None
        self.held = {k: v for k, v in shown.items() if v and (k != label or is_asked)}
        if is_asked:
            self.labels = [label]
        else:
            self.labels = path[path.index(label) if label in path else 0:] + (ASKED if is_saving else [])
        if self.stage == "header":
            self.optional = label != FIELDS[0] and all(self.offered.get(k) == v for k, v in self.held.items())
        else:
            self.optional = label == FIELDS[0] and not shown.get(label) and not self.is_owed()

    def is_owed(self):
        """Whether a batch was begun of which no record is on file."""
        return self.batch is not None and not any(r.batch is self.batch for r, _ in self.on_file.values())

    # The start after it

    def resume(self, terminal):
        screen = terminal.see("Hôm nay ›", "Năm 2024")
        drafts = screen.count("nháp chưa xong")
        if self.stage == "list" or self.optional and not drafts:
            check(drafts == 0, f"a saved record left a draft:\n{screen}")
            if self.stage == "header":
                self.batch = None
            self.record, self.stage = None, "list"
            return
        check(drafts == 1, f"{drafts} drafts, not one on {self.labels}:\n{screen}")
        label = terminal.row(r"nháp chưa xong .*dừng ở ô (.*?) *$")[1]
        check(label in self.labels, f"the draft is on {label!r}, one was on {self.labels}")
        terminal.choose("1 nháp chưa xong", down="Up")
        terminal.keys("Enter")
        screen = terminal.wait(lambda screen: caret(screen) == label and screen, f"the draft on {label!r}")
        again = values(screen)
        for field, value in self.held.items():
            # An open picker hides some fields; when the record is saved at last every one is looked at.
            if field not in again or field == label and label not in ASKED:
                continue
            self.compared += 1
            check(
                first(again[field]) == first(value),
                f"{field} was {value!r}, is {again[field]!r}:\n{screen}")
        if self.stage == "header":
            if label == FIELDS[0]:
                self.new_record()
        elif self.record.typed_all or label in ASKED and label not in self.record.order:
            self.stage = "fields" if label == self.record.order[-1] else "save"
        else:
            self.stage = "fields"


def values(screen):
    """What stands in each field, not in the sentence below the form."""
    return values_in("\n".join(screen.split("\n")[:19]))


def first(text):
    return text.split("   ")[0].strip()


def start(terminal, data):
    """Sends bytes and does not wait for their having been sent."""
    words = ["tmux", "-S", terminal.socket, "send-keys", "-H", *[f"{byte:02x}" for byte in data]]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stopped(process):
    end = time.monotonic() + 10
    while True:
        with open(f"/proc/{process}/stat") as file:
            if file.read().rsplit(")", 1)[1].split()[0] == "T":
                return
        check(time.monotonic() < end, "the program does not stop")


def test(program, count, seed):
    place = Place(program)
    clerk = Clerk(place, random.Random(seed))
    kill, told = 0, "nothing"
    try:
        done = place.run("init", "--unit", "02728", "--role", "clerk")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        for kill in range(1, count + 1):
            with Terminal(place) as terminal:
                process = terminal.wait(lambda _: child(terminal), "the program's process")
                clerk.resume(terminal)
                steps = clerk.chance.choice([0, 1, 2, 3, 5, 8, None])
                while steps is None and clerk.stage not in ("save", "reason") or steps:
                    clerk.step(terminal)
                    steps = steps and steps - 1
                if clerk.chance.random() < 0.5 and clerk.stage == "save":
                    clerk.step(terminal)
                told = clerk.strike(terminal, process)
        with Terminal(place) as terminal:
            clerk.resume(terminal)
            terminal.keys("F10")
            check(terminal.ended() == 0, "the program ended badly")
        where = ", ".join(f"{number} in {kind}" for kind, number in sorted(clerk.counts.items()))
        return (
            f"{count} kills ({where}; {clerk.within} within a letter), {clerk.compared} fields of drafts as they were, "
            f"{len(clerk.on_file)} records saved, none lost, changed or twice")
    except Failure as failure:
        raise Failure(f"seed {seed}, kill {kill}, {clerk.stage}; the last kill: {told}: {failure}") from None
    finally:
        place.remove()


def child(terminal):
    try:
        return terminal.process()
    except ValueError:
        return None


def main():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(f"usage: kills.py PROGRAM [COUNT] [SEED]\n{__doc__}")
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else int.from_bytes(os.urandom(4))
    print(f"kills.py: seed {seed}", flush=True)
    begin = time.monotonic()
    try:
        summary = test(sys.argv[1], count, seed)
    except Failure as failure:
        sys.exit(f"kills.py: FAILED: {failure}")
    print(f"kills.py: {summary} ({time.monotonic() - begin:.1f} s)")


if __name__ == "__main__":
    main()
