"""Three piles of twenty paper forms typed by keys alone: how many keys a record takes, what is said of mistakes.

  piles.py PROGRAM [--into docs/keys.md]

Every press is one key; names are typed by Telex. What is on file afterwards is held against the papers, field by field."""

import json
import sys
from statistics import mean, median

from desk import Desk
from driver import Place, Terminal, check, main
from paper import DATES, FIELDS, Pile, iso, lists
from typist import NAME, OFFERED

TODAY = "2024-09-30"
# How many keys a record may take, in the middle of twenty.
LIMITS = {"batch": 48, "mixed": 69, "known": 21}
WORDS = {"batch": "một lô", "mixed": "lẻ, người mới", "known": "đã có trong sổ"}
START, END = "<!-- keys: made by Tests/Terminal/piles.py -->", "<!-- end of keys -->"


class Typed:
    """A pile that was typed: the keys of each record, of what the batch shares, and the mistakes that were said."""

    def __init__(self, name, keys, shared, caught):
        self.name, self.keys, self.shared, self.caught = name, keys, shared, caught
        self.mistaken = {caught.sheet.number for caught in self.caught}

    @property
    def within(self):
        return [keys.within for keys in self.keys]

    @property
    def every(self):
        return [keys.every for keys in self.keys]

    @property
    def spread(self):
        """The keys of a record with its part of what the batch shares."""
        return median(self.within) + self.shared / len(self.keys)


def typed(program, name):
    """Types a pile from the first screen to the last record, and reads what is on file."""
    pile, codes, place = Pile(name), lists(), Place(program, TODAY)
    check(len(pile.sheets) == 20, f"{name}: {len(pile.sheets)} forms")
    written = sum(len(sheet.mistakes) for sheet in pile.sheets)
    try:
        done = place.run("init", "--unit", "02728", "--role", "clerk")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        pile.put_on_file(place)
        sentences = {rule["code"]: rule["vi"] for rule in place.json("rules")["rules"]}
        # Where a name on file is another, the form says which.
        sentences["W03"] = "hồ sơ giữ: "
        known = {label: [record[FIELDS[label][0]] for record in pile.records() if FIELDS[label][0] in record]
                 for label in OFFERED}
        with Terminal(place) as terminal:
            terminal.see("Hôm nay ›")
            terminal.keys("a")
            terminal.see("Nhập xuất cảnh ›")
            terminal.keys("F8")
            terminal.see("F8 Telex")
            desk = Desk(terminal, codes, known, TODAY, sentences)
            if pile.shared:
                shared = desk.share(pile.shared)
            else:
                shared = 0
                desk.open("a", NAME)
            keys = [desk.record(sheet, sheet is pile.sheets[-1]) for sheet in pile.sheets]
            terminal.quit()
        check(len(desk.caught) == written, f"{name}: {len(desk.caught)} of {written} mistakes were said")
        compare(pile, codes, place)
        for caught in desk.caught:
            if caught.mistake.said:
                refused_alike(place, caught, codes)
        return Typed(name, keys, shared, desk.caught)
    finally:
        place.remove()


def compare(pile, codes, place):
    """What is on file is what the papers say, the mistakes put right, and nothing else."""
    records = place.json("list", "departures", "--unmask")["departures"]
    earlier = [record["citizenId"] for record in pile.records() if "departedOn" in record]
    check(
        len(records) == len(pile.sheets) + len(earlier), f"{pile.name}: {len(records)} departures are on file")
    batches, households = set(), []
    for sheet in pile.sheets:
        wanted = sheet.on_file(codes)
        mine = [
            record for record in records
            if (record["citizenId"], record["departedOn"]) == (wanted["citizenId"], wanted["departedOn"])]
        check(len(mine) == 1, f"{pile.name}: {len(mine)} departures of form {sheet.number}")
        for key, value in wanted.items():
            check(mine[0][key] == value, f"{pile.name}, form {sheet.number}: {key} is {mine[0][key]!r}, not {value!r}")
        batches.add(mine[0]["batch"])
        households.append(mine[0]["household"])
    named = [sheet.texts["Hộ (mã, tên)"] for sheet in pile.sheets if "Hộ (mã, tên)" in sheet.texts]
    alone = len(pile.sheets) - len(named) + len(set(named))
    check(len(set(households)) == alone, f"{pile.name}: {len(set(households))} households, not {alone}")
    check(len(batches) == 1 and (None in batches) == (not pile.shared), f"{pile.name}: the batches are {batches}")
    check(place.json("verify")["problems"] == [], f"{pile.name}: verify found problems")


def refused_alike(place, caught, codes):
    """What the form says in words of its own, without a code, the command line refuses with the code of the pile."""
    mistake = caught.mistake
    record = caught.sheet.on_file(codes) | {
        "commune": "02728", "catalogue": "2023",
        FIELDS[mistake.label][0]: iso(mistake.wrong) if mistake.label in DATES else mistake.wrong}
    for key in ("warnings", "conflicts"):
        del record[key]
    done = place.run("add", "departure", "--json", "-", text=json.dumps(record))
    check(
        done.returncode == 2 and f"[{mistake.code}]" in done.stderr,
        f"{mistake.label} {mistake.wrong!r}: no {mistake.code} in {done.stderr!r}")


# The page


def number(value):
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def table(head, rows):
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *rows])


def keys_table(piles):
    head = ["Xấp", "Giới hạn", "Trung vị", "Trung bình", "Ít nhất", "Nhiều nhất", "Trung vị, mọi ô",
            "Phần chung của lô", "Trung vị + phần chung chia đều"]
    return table(head, [
        [WORDS[pile.name], f"≤ {LIMITS[pile.name]}", f"**{number(median(pile.within))}**", number(mean(pile.within)),
         str(min(pile.within)), str(max(pile.within)), number(median(pile.every)), str(pile.shared or "–"),
         number(pile.spread) if pile.shared else "–"] for pile in piles])


def each_record(pile):
    keys = [f"{keys.within}{'*' * (index in pile.mistaken)}" for index, keys in enumerate(pile.keys, 1)]
    return f"* {WORDS[pile.name]}: {' '.join(keys)}"


def code(mistake):
    """The rule, in brackets where the form does not name it."""
    return f"({mistake.code})" if mistake.said else mistake.code


def mistakes_table(piles):
    head = ["Xấp", "Tờ", "Quy tắc", "Ô viết sai", "Trên giấy", "Máy báo", "Làm gì"]
    return table(head, [
        [WORDS[pile.name], str(caught.sheet.number), code(caught.mistake), caught.mistake.label,
         caught.mistake.wrong or "(trống)", caught.line.replace("|", "¦"),
         f"lý do: {caught.mistake.reason}" if caught.mistake.reason else f"gõ {caught.mistake.right}"]
        for pile in piles for caught in pile.caught])


def block(piles):
    return "\n".join([
        START, "", keys_table(piles), "", "Từng tờ, theo thứ tự trong xấp (`*`: tờ có chỗ sai, phím sửa tính cả):", "",
        *map(each_record, piles), "", "## Chỗ sai trên giấy và điều máy báo", "", mistakes_table(piles), "", END])


def write(piles, path):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    check(START in page and END in page, f"{path} has no place for the keys")
    before, after = page.split(START)[0], page.split(END)[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + block(piles) + after)


def test(program):
    piles = [typed(program, name) for name in LIMITS]
    print(block(piles))
    for pile in piles:
        middle = median(pile.within)
        check(middle <= LIMITS[pile.name], f"{pile.name}: {middle} keys a record, more than {LIMITS[pile.name]}")
    codes = {caught.mistake.code for pile in piles for caught in pile.caught}
    check(len(codes) >= 12, f"only {len(codes)} rules spoke")
    if "--into" in sys.argv:
        write(piles, sys.argv[sys.argv.index("--into") + 1])
    middles = ", ".join(f"{pile.name} {number(median(pile.within))} ≤ {LIMITS[pile.name]}" for pile in piles)
    mistakes = sum(len(pile.caught) for pile in piles)
    return f"keys a record: {middles}; {mistakes} mistakes of {len(codes)} rules said at their fields"


if __name__ == "__main__":
    main(test, __doc__)
