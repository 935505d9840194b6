"""Piles of paper forms: what stands on each, where it is wrong, and what must be on file of it afterwards."""

import json
import os
import re

from driver import check

HERE = os.path.dirname(os.path.abspath(__file__))
LISTS = os.path.join(HERE, "..", "..", "Data", "reference-lists.json")

# The fields in the order of the form: the key on file, and the list that a choice is of.
FIELDS = {
    "Họ và tên": ("fullName", None), "Số định danh": ("citizenId", None), "Ngày sinh": ("birthDate", None),
    "Giới tính": ("sex", "sexes"), "Dân tộc": ("ethnicGroup", "ethnicGroups"), "Điện thoại": ("phone", None),
    "Thôn, bản": ("village", None), "Hộ (mã, tên)": ("household", None),
    "Diện hộ": ("householdClass", "householdClasses"), "Năm rà soát": ("householdYear", None),
    "Số hộ chiếu": ("passport", None), "Thị trường": ("market", "receivingMarkets"),
    "Hình thức HĐ": ("contractForm", "contractForms"), "Chương trình": ("programme", "programmes"),
    "Ngành nghề": ("sector", "sectors"), "Công việc": ("occupation", None), "Đơn vị đưa đi": ("enterprise", None),
    "Số tháng HĐ": ("contractMonths", None), "Ngày bồi dưỡng": ("orientationDate", None),
    "Số chứng chỉ": ("orientationCertificate", None), "Trạng thái": ("status", "workerStatuses"),
    "Ngày xuất cảnh": ("departedOn", None), "Dự kiến đi": ("plannedOn", None), "Ngày về": ("returnedOn", None),
}
ORDER = list(FIELDS)
DATES = ["Ngày sinh", "Ngày bồi dưỡng", "Ngày xuất cảnh", "Dự kiến đi", "Ngày về"]
NUMBERS = ["Năm rà soát", "Số tháng HĐ"]
# What tells one person from all others is never repeated.
PERSONAL = ["Họ và tên", "Số định danh", "Ngày sinh", "Giới tính", "Điện thoại", "Số hộ chiếu", "Số chứng chỉ"]
# What belongs to one household is repeated by itself, not with all the rest.
OF_HOUSEHOLD = ["Hộ (mã, tên)", "Diện hộ", "Năm rà soát"]
# What is written there is counted, and told apart: the form that the limits were set for does not ask for it.
BESIDE = ["Điện thoại", "Hộ (mã, tên)", "Công việc", "Số chứng chỉ"]
SAVING = "F7"


def lists():
    """For each field that is a choice: the code of each label, in the order of the list."""
    with open(LISTS, encoding="utf-8") as file:
        values = json.load(file)["lists"]
    return {
        label: {value["vi"]: value["code"] for value in values[name]["values"]}
        for label, (_, name) in FIELDS.items() if name
    }


def iso(day):
    """`17/09/2004` as `2004-09-17`."""
    return "-".join(reversed(day.split("/")))


class Mistake:
    """What is wrong on a form: `! CODE · ở FIELD · sau FIELD · nói “…” · đúng: TEXT` or `· lý do: TEXT`.

    The rule with this code speaks at a field, its own where none is named, after a field was left or `F7` was
    pressed; what cannot be read has words of its own. Then the right text is typed, or the reason why it stays."""

    def __init__(self, line, label, wrong):
        code, *parts = line.removeprefix("! ").split(" · ")
        self.code, self.label, self.wrong = code, label, wrong
        self.at = self.after = label
        self.said = self.right = self.reason = None
        for part in parts:
            for begin, name in {"ở ": "at", "sau ": "after", "nói ": "said", "đúng: ": "right",
                                "lý do: ": "reason"}.items():
                if part.startswith(begin):
                    setattr(self, name, part.removeprefix(begin).strip("“”"))
        check(
            self.at in FIELDS and self.after in [*FIELDS, SAVING] and (self.right or self.reason),
            f"a line that says no mistake: {line}")


class Sheet:
    """One paper form: the text of each field, the mistakes that are still on it, and the reasons given."""

    def __init__(self, number, shared):
        self.number, self.texts, self.mistakes, self.reasons = number, dict(shared), [], {}
        self.is_known = False

    def correct(self, mistake):
        """The form as it is once a mistake was seen."""
        self.mistakes.remove(mistake)
        if mistake.reason:
            self.reasons[mistake.code] = mistake.reason
        else:
            self.texts[mistake.label] = mistake.right

    @property
    def name(self):
        return self.texts["Họ và tên"]

    def on_file(self, codes):
        """What must be on file; a household without a name is one of its own, so nothing is said of it."""
        wanted = {}
        for label, (key, _) in FIELDS.items():
            text = self.texts.get(label) or None
            if text and label in codes:
                text = codes[label][text]
            elif text and label in DATES:
                text = iso(text)
            elif text and label in NUMBERS:
                text = int(text)
            wanted[key] = text
        if wanted["householdClass"] and not wanted["householdYear"]:
            wanted["householdYear"] = int(wanted["departedOn"][:4])
        if not wanted["household"]:
            del wanted["household"]
        wanted.update(overrides=self.reasons, warnings=[], conflicts=[])
        return wanted


class Pile:
    """Twenty forms, what they share, and what was on file before."""

    def __init__(self, name):
        self.name = name
        self.shared, self.sheets, self.before = {}, [], {}
        with open(os.path.join(HERE, "Piles", name + ".txt"), encoding="utf-8") as file:
            self.read(file.read())
        for sheet in self.sheets:
            sheet.is_known = any(sheet.name == record["fullName"] for record in self.records())

    def read(self, text):
        """Sections `[lô]`, `[phiếu NUMBER]` of `FIELD: TEXT` and mistakes, and `[trong sổ DAY]` of JSON."""
        take = None
        for line in text.splitlines():
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if section := re.fullmatch(r"\[(lô|phiếu (\d+)|trong sổ (\S+))\]", line):
                _, number, day = section.groups()
                if number:
                    self.sheets.append(Sheet(int(number), self.shared))
                take = self.take_record(day) if day else self.take_field(
                    self.sheets[-1] if number else None)
            else:
                check(take, f"{self.name}: nothing belongs above the first section: {line}")
                take(line)

    def take_record(self, day):
        records = self.before.setdefault(day, [])
        return lambda line: records.append(json.loads(line))

    def records(self):
        """All that was on file before."""
        return [record for records in self.before.values() for record in records]

    def take_field(self, sheet):
        texts = sheet.texts if sheet else self.shared
        label = None

        def take(line):
            nonlocal label
            if line.startswith("! "):
                sheet.mistakes.append(Mistake(line, label, texts[label]))
                return
            label, _, text = line.partition(":")
            check(label in FIELDS, f"{self.name}: there is no field {label!r}")
            texts[label] = text.strip()

        return take

    def put_on_file(self, place):
        """What was on file before, saved on its day."""
        for day, records in self.before.items():
            lines = [json.dumps(record | {"commune": "02728", "catalogue": "2023"}) for record in records]
            done = place.run(
                "add", "departure", "--json", "-", text="\n".join(lines), LENDUONG_TODAY=day)
            check(done.returncode == 0, f"{self.name}, on file on {day}: {done.stderr.strip()}")
