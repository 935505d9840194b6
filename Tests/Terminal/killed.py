"""kill -9 while an eleventh record is being typed: nothing saved is lost, and the draft reopens on the same field."""

import json

from driver import Place, Terminal, check, main
from people import FIELDS, Person, caret, save, type_fields, type_person

# Where the program is killed: after so many finished fields, with these bytes typed in the next one.
STOPS = [
    ("Họ và tên", "Nguye".encode(), "Nguye"),
    ("Số định danh", b"0102041", "0102041"),
    ("Ngày sinh", b"17", "17"),
    ("Dân tộc", b"mo", "mo"),
    ("Thôn, bản", "Bản Xèo".encode(), "Bản Xèo"),
    ("Thị trường", b"", ""),
    ("Số tháng HĐ", b"3", "3"),
    ("Ngày bồi dưỡng", b"28", "28"),
    ("Ngày xuất cảnh", b"05", "05"),
]


def cells(screen):
    """What stands behind each label of the form, up to the next one, marks and all."""
    found = {}
    for line in screen.split("\n"):
        starts = sorted((line.find(label), label) for label in FIELDS if f" {label} " in f"{line} ")
        for index, (start, label) in enumerate(starts):
            end = starts[index + 1][0] - 2 if index + 1 < len(starts) else len(line)
            found[label] = line[start + len(label):end]
    return found


def values(screen):
    """What stands in each field of the form."""
    return {label: text.strip(" []▸!?") for label, text in cells(screen).items()}


def test(program):
    place = Place(program)
    try:
        done = place.run("init", "--unit", "02728")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        records = [record(number) for number in range(10)]
        done = place.run("add", "departure", "--json", "-", text="\n".join(json.dumps(r) for r in records))
        check(done.returncode == 0, f"add: {done.stderr.strip()}")
        before = place.json("list", "departures", "--unmask")["departures"]
        check(len(before) == 10, f"{len(before)} departures on file before")
        for number, (label, typed, shown) in enumerate(STOPS):
            killed_at(place, label, typed, shown, Person(20 + number, "Yên"))
        saved_then_killed(place)
        reason_then_killed(place)
        batch_then_killed(place)
        return (
            f"killed in {len(STOPS)} fields; each draft reopened there and was finished, with its reason and its "
            "batch, no saved record changed")
    finally:
        place.remove()


def record(number):
    return {
        "citizenId": f"0102{number % 6:02d}{200100 + number}", "fullName": f"Lao động mẫu {number}", "commune": "02728",
        "catalogue": "2023", "birthDate": f"20{number % 6:02d}-01-02", "sex": "M", "market": "JP",
        "contractForm": "SERVICE_ENT", "departedOn": "2024-07-05", "orientationDate": "2024-06-28", "status": "ABROAD",
    }


def killed_at(place, label, typed, shown, person):
    before = place.json("list", "departures", "--unmask")["departures"]
    with Terminal(place) as terminal:
        terminal.see("Hôm nay ›")
        terminal.keys("a")
        terminal.see("Nhập xuất cảnh ›")
        terminal.keys("a")
        terminal.wait(lambda screen: caret(screen) == FIELDS[0], "the form")
        if label != FIELDS[0]:
            type_fields(terminal, person, until_caret=label)
        if typed:
            terminal.raw(typed)
            terminal.row(rf"▸ {label} +\[{shown}")
        finished = values(terminal.screen())
        terminal.kill()

    now = place.json("list", "departures", "--unmask")["departures"]
    check(now == before, f"killed at {label}: the register changed")
    verify = place.json("verify")
    check(verify["problems"] == [], f"killed at {label}: verify says {verify['problems']}")

    with Terminal(place) as terminal:
        terminal.see("Hôm nay ›", "1 nháp chưa xong", f"dừng ở ô {label}")
        terminal.choose("1 nháp chưa xong", down="Up")
        terminal.keys("Enter")
        terminal.wait(lambda screen: caret(screen) == label, f"the draft on {label!r}")
        again = values(terminal.screen())
        for field, value in finished.items():
            if value and field != label:
                value = value.split("   ")[0]
                check(
                    again.get(field, "").split("   ")[0] == value,
                    f"killed at {label}: {field} was {value!r}, is {again.get(field)!r}")
        # The rest is typed as if nothing had happened.
        terminal.raw(b"\x15")
        terminal.row(rf"▸ {label} +\[ +\]")
        type_fields(terminal, person)
        save(terminal, person, "F2")
        terminal.quit()
    records = place.json("list", "departures", "--unmask")["departures"]
    mine = [record for record in records if record["citizenId"] == person.citizen]
    check(len(mine) == 1, f"killed at {label}: {len(mine)} records of the one that was typed on")
    for field, value in person.wanted().items():
        check(mine[0][field] == value, f"killed at {label}, typed on: {field} is {mine[0][field]!r}, not {value!r}")
    check([r for r in records if r not in mine] == before, f"killed at {label}: another record changed")


def saved_then_killed(place):
    """The instant “Đã lưu” is on the screen, the record outlives the program."""
    person = Person(40, "Oánh")
    with Terminal(place) as terminal:
        terminal.see("Hôm nay ›")
        terminal.keys("a")
        terminal.see("Nhập xuất cảnh ›")
        terminal.keys("a")
        type_person(terminal, person)
        terminal.kill()
    on_file = place.json("list", "departures", "--unmask")["departures"]
    check(any(r["fullName"] == person.name for r in on_file), f"{person.name} was saved and is lost")
    check(place.json("verify")["problems"] == [], "verify found problems")
    with Terminal(place) as terminal:
        screen = terminal.see("Hôm nay ›", "Năm 2024")
        check("nháp chưa xong" not in screen, "a saved record left a draft behind")


def form(terminal, key):
    terminal.see("Hôm nay ›")
    terminal.keys("a")
    terminal.see("Nhập xuất cảnh ›")
    terminal.keys(key)


def reopened(terminal, label):
    terminal.see("Hôm nay ›", "1 nháp chưa xong", f"dừng ở ô {label}")
    terminal.choose("1 nháp chưa xong", down="Up")
    terminal.keys("Enter")
    terminal.wait(lambda screen: caret(screen) == label, f"the draft on {label!r}")


def mine(place, person):
    """The one record of a person."""
    records = [r for r in place.json("list", "departures", "--unmask")["departures"] if r["citizenId"] == person.citizen]
    check(len(records) == 1, f"{len(records)} records of {person.name}")
    return records[0]


def reason_then_killed(place):
    """The instant a reason is taken it outlives the program, though no field was left since."""
    person = Person(41, "Uyên")
    with Terminal(place) as terminal:
        form(terminal, "a")
        terminal.wait(lambda screen: caret(screen) == FIELDS[0], "the form")
        # Trained after the departure: W12.
        keys = person.keys()
        keys["Ngày bồi dưỡng"] = b"2008\r"
        person.keys = lambda: keys
        type_fields(terminal, person)
        terminal.keys("Enter")
        terminal.wait(
            lambda screen: caret(screen) not in (None, "Ngày xuất cảnh"), "the field after the day of departure")
        while caret(terminal.screen()) != "Ngày bồi dưỡng":
            before = caret(terminal.screen())
            terminal.keys("BTab")
            terminal.wait(lambda screen: caret(screen) not in (None, before), f"{before} to be left")
        terminal.keys("F12")
        terminal.see("Cảnh báo W12", "Lý do vẫn nhận:")
        terminal.raw("Giấy ghi nhầm ngày".encode() + b"\r")
        terminal.see("Lý do: Giấy ghi nhầm ngày")
        terminal.kill()
    with Terminal(place) as terminal:
        reopened(terminal, "Ngày bồi dưỡng")
        terminal.see("Lý do: Giấy ghi nhầm ngày")
        save(terminal, person, "F2")
        terminal.quit()
    warnings = mine(place, person)["overrides"]
    check(warnings.get("W12") == "Giấy ghi nhầm ngày", f"the reasons on file are {warnings}")


def batch_then_killed(place):
    """What a batch shares outlives the program: while it is being typed, and with a record of the batch."""
    person = Person(42, "Vân")
    with Terminal(place) as terminal:
        form(terminal, "A")
        terminal.wait(lambda screen: caret(screen) == "Thị trường", "what the batch shares")
        shared(terminal, person, "Đơn vị đưa đi")
        terminal.kill()
    with Terminal(place) as terminal:
        terminal.see("Hôm nay ›", "1 nháp chưa xong")
        terminal.choose("1 nháp chưa xong", down="Up")
        terminal.keys("Enter")
        terminal.wait(lambda screen: caret(screen) == "Đơn vị đưa đi", "the batch on the field it was left on")
        check("Nhật Bản" in values(terminal.screen())["Thị trường"], f"the market is gone:\n{terminal.screen()}")
        shared(terminal, person, None)
        terminal.keys("F2")
        terminal.wait(lambda screen: caret(screen) == FIELDS[0], "the first record of the batch")
        keys = person.keys()
        for label in FIELDS[:2]:
            terminal.wait(lambda screen: caret(screen) == label, f"{label!r}")
            terminal.raw(keys[label])
        terminal.wait(lambda screen: caret(screen) == FIELDS[2], f"{FIELDS[2]!r}")
        terminal.kill()
    with Terminal(place) as terminal:
        reopened(terminal, FIELDS[2])
        terminal.see("Mường Hum › lô", "(lô)")
        again = values(terminal.screen())
        for label in ("Thị trường", "Đơn vị đưa đi", "Ngày xuất cảnh"):
            check(again[label].removesuffix("(lô)").strip(), f"{label} is empty:\n{terminal.screen()}")
        type_fields(terminal, person, until="Số chứng chỉ")
        save(terminal, person, "F2")
        terminal.quit()
    record = mine(place, person)
    check(record["batch"], f"{person.name} is in no batch")
    for field in ("market", "enterprise", "contractMonths", "departedOn"):
        check(record[field] == person.wanted()[field], f"{field} is {record[field]!r}")
    check(place.json("verify")["problems"] == [], "verify found problems")


def shared(terminal, person, until):
    """Types what the batch shares, up to the caret's coming to a field, or all of it."""
    keys = person.keys()
    label = terminal.wait(caret, "a caret")
    while label != until:
        terminal.raw(keys[label])
        if label == "Ngày xuất cảnh":
            return
        before = label
        label = terminal.wait(lambda screen: caret(screen) != before and caret(screen), f"{before!r} to be left")


if __name__ == "__main__":
    main(test, __doc__)
