"""kill -9 at random moments of typing, in records of their own and in batches: no finished field is lost.

  kills.py PROGRAM [COUNT] [SEED]

One clerk types records on and on; COUNT times (20) the program is killed: after a random part of the bytes, which come
in random chunks cut within letters too, and after a random time. Then what is on file is read, the program is started
again, and the clerk goes on with the draft. SEED, which is printed, makes the same keys and moments again."""

import os
import random
import re
import signal
import subprocess
import time

from clerk import ERASE_FIELD, KEYS, REASON, Clerk, values
from driver import Failure, Place, Terminal, check, main, seeded
from people import FIELDS, caret, reason_asked

# Where a question about what was saved puts the caret.
ASKED = ["Ngày bồi dưỡng", "Số tháng HĐ", "Đơn vị đưa đi"]


class Interrupted(Clerk):
    """A clerk whose program is killed, or ended in another way."""

    def __init__(self, place, chance, end):
        super().__init__(place, chance)
        self.end = end
        self.counts = {}
        # How many kills fell within a letter's bytes, and how many values of drafts were held against the last frame.
        self.within = self.compared = 0
        self.frame = ""
        # What the draft must hold after a kill, on which fields it may be, and whether it may be missing.
        self.held, self.labels, self.optional = {}, [], True

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
        # The random moment itself; nothing is waited for.
        time.sleep(self.chance.choice([0, self.chance.uniform(0, 0.006), self.chance.uniform(0, 0.025)]))
        os.kill(process, signal.SIGSTOP)
        stopped(process)
        if last:
            last.wait(20)
        screen = terminal.screen()
        while screen != (screen := terminal.screen()):
            pass
        self.end(terminal, process)
        kind = {
            "list": "lists", "header": "what a batch shares", "reason": "reasons", "save": "saves",
            "fields": "records of a batch" if self.record and self.record.batch else "records",
        }["save" if is_saving and self.stage != "reason" else self.stage]
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.frame = screen
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
                changed = {key: (before[key], now) for key, now in saved[citizen].items() if before[key] != now}
                check(not changed, f"{record.person.name} was saved and has changed: {changed}")
        if self.stage == "list":
            self.held, self.labels, self.optional = {}, [], False
            return
        label = caret(screen)
        shown = values(screen)
        is_asked = reason_asked(screen) is not None
        if is_asked:
            self.labels = [label]
        else:
            self.labels = path[path.index(label) if label in path else 0:] + (ASKED if is_saving else [])
        # What is typed after the frame may have changed the fields that follow.
        self.held = {k: v for k, v in shown.items() if v and (is_asked or k not in [label, *path, *self.labels])}
        self.held |= {k: shown[k] for k in path if k in shown and k not in self.labels and shown[k]}
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
            if field not in again:
                continue
            self.compared += 1
            # The field one is on shows its end, another one its beginning.
            check(
                is_same(again[field], value) or field == label and again[field],
                f"{field} was {value!r}, is {again[field]!r}:\n{screen}")
        if self.stage == "header":
            if label == FIELDS[0]:
                self.new_record()
        elif self.record.typed_all or label in ASKED and label not in self.record.order:
            self.stage = "fields" if label == self.record.order[-1] else "save"
        else:
            self.stage = "fields"


def is_same(shown, text):
    """Whether two frames show one text: a mark beside a field takes room from it."""
    shown, text = (re.split(r"\s{2,}", cell)[0].strip() for cell in (shown, text))
    return shown == text or any(
        one.endswith("…") and other.removesuffix("…").startswith(one[:-1]) for one, other in ((shown, text), (text, shown)))


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


def killed(terminal, _):
    terminal.kill()


def interrupt(program, count, seed, end=killed, begin=Terminal):
    """Types on and on; `end` ends the program, which stands still at a moment that nobody knows, `count` times."""
    place = Place(program)
    clerk = Interrupted(place, random.Random(seed), end)
    kill, told = 0, "nothing"
    try:
        done = place.run("init", "--unit", "02728", "--role", "clerk")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        for kill in range(1, count + 1):
            with begin(place) as terminal:
                process = terminal.wait(lambda _: child(terminal), "the program's process")
                clerk.resume(terminal)
                steps = clerk.chance.choice([0, 1, 2, 3, 5, 8, None])
                while steps is None and clerk.stage not in ("save", "reason") or steps:
                    clerk.step(terminal)
                    steps = steps and steps - 1
                if clerk.chance.random() < 0.5 and clerk.stage == "save":
                    clerk.step(terminal)
                told = clerk.strike(terminal, process)
        with begin(place) as terminal:
            clerk.resume(terminal)
            terminal.quit()
        where = ", ".join(f"{number} in {kind}" for kind, number in sorted(clerk.counts.items()))
        return (
            f"{count} kills ({where}; {clerk.within} within a letter), {clerk.compared} fields of drafts as they were, "
            f"{len(clerk.on_file)} records saved, none lost, changed or twice")
    except Failure as failure:
        place.remove = lambda: print(f"kills.py: what is on the disk is left in {place.root}")
        raise Failure(f"seed {seed}, kill {kill}, {clerk.stage}; the last kill: {told}: {failure}\nThe last frame before the kill:\n{clerk.frame}") from None
    finally:
        place.remove()


def child(terminal):
    try:
        return terminal.process()
    except (OSError, ValueError):
        return None


def test(program):
    return interrupt(program, *seeded(20))


if __name__ == "__main__":
    main(test, __doc__)
