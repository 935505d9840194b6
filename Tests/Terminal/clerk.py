"""A clerk who types records one after the other, alone and in batches, and knows what must be on file of each."""

from driver import burst, check
from killed import values as values_in
from people import FIELDS, GIVEN_NAMES, Person, caret, reason_asked

SHARED = [
    "Thị trường", "Hình thức HĐ", "Chương trình", "Ngành nghề", "Công việc", "Đơn vị đưa đi", "Số tháng HĐ",
    "Ngày bồi dưỡng", "Trạng thái", "Ngày xuất cảnh",
]
ALONE = [label for label in FIELDS if label not in ("Dự kiến đi", "Ngày về")]
IN_BATCH = [label for label in ALONE if label not in SHARED]
KEYS = {"F2": b"\x1bOQ", "F7": b"\x1b[18~"}
REASON = "đã đối chiếu giấy tờ, đúng như vậy"
ERASE_FIELD = b"\x15"


def values(screen):
    """What stands in each field, not in the sentence below the form."""
    return values_in("\n".join(screen.split("\n")[:19]))


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
