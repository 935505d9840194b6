"""A clerk's first day: office, ten departures by keys alone, the next start, and the supervisor who looks on."""

import json
import re

from driver import Place, Terminal, check, main
from people import GIVEN_NAMES, people, start_office, type_person

TARGET = {
    "id": "T1", "year": 2024, "catalogue": "2023", "value": 200, "decision": "01/QĐ-MẪU",
    "shares": {"082": 28, "02728": 12},
}


def supervisor_figures(place, is_first=False):
    """What a supervisor of the province sees of Bát Xát, and one level down of Mường Hum: target and left."""
    with Terminal(place, account="supervisor") as terminal:
        if is_first:
            start_office(terminal, "tinh lao cai", 1)
        terminal.see("Hôm nay › Tỉnh Lào Cai")
        terminal.choose("Tiến độ")
        terminal.keys("Enter")
        terminal.see("Tiến độ › Lào Cai")
        district = terminal.row(r"Bát Xát · nghèo +28 +(\d+) +(\S*)")
        terminal.choose("Bát Xát")
        terminal.keys("Enter")
        terminal.see("Tiến độ › Lào Cai › Bát Xát")
        terminal.choose(r"Mường Hum")
        commune = terminal.row(r"Mường Hum( · nghèo)? +12 +(\d+) +(\S*)")
        terminal.keys("Enter")
        terminal.see("Mường Hum ›")
        people_shown = terminal.row(r"(\d+) lượt")
        rows = [given for given in names(terminal)]
        terminal.quit()
        return int(district[1]), int(commune[2]), commune[3], int(people_shown[1]), rows


def names(terminal):
    """The given names in the table, top to bottom."""
    found = []
    for line in terminal.lines():
        match = re.match(r"[ ▸]+(?:Nguyễn Mẫu|Lao động mẫu) (\S+)", line)
        if match:
            found.append(match[1].rstrip("…"))
    return found


def test(program):
    place = Place(program)
    try:
        return first_day(place)
    finally:
        place.remove()


def first_day(place):
    with Terminal(place) as terminal:
        start_office(terminal, "muong hum", 0)
        terminal.see("Hôm nay › Xã Mường Hum")
        done = place.run("add", "target", "--json", "-", text=json.dumps(TARGET))
        check(done.returncode == 0, f"add target: {done.stderr.strip()}")
        before = supervisor_figures(place, is_first=True)
        check(before[:2] == (0, 0) and before[3] == 0, f"an empty register shows {before}")

        terminal.keys("a")
        terminal.see("Nhập xuất cảnh ›")
        terminal.keys("a")
        everyone = people()
        for person in everyone[:-1]:
            type_person(terminal, person)
        type_person(terminal, everyone[-1], key="F2")
        terminal.see("10 lượt")
        terminal.quit()

    with Terminal(place) as terminal:
        terminal.see("Hôm nay › Xã Mường Hum")
        terminal.keys("a")
        terminal.see("10 lượt", "Ước")
        check(names(terminal) == GIVEN_NAMES, f"the rows stand as {names(terminal)}")
        terminal.quit()

    for unit in ("02728", "082", "10"):
        progress = place.json("progress", "--unit", unit)
        t1 = progress["targets"][0]
        check(t1["achieved"] == 10 and t1["workers"] == 10, f"progress of {unit} says {t1}")
    on_file = place.json("list", "departures", "--unmask")["departures"]
    by_id = {record["citizenId"]: record for record in on_file}
    check(len(on_file) == len(by_id) == 10, f"{len(on_file)} departures on file")
    for person in people():
        record = by_id.get(person.citizen)
        check(record, f"{person.name} is not on file")
        for field, value in person.wanted().items():
            check(record[field] == value, f"{person.name}: {field} is {record[field]!r}, typed was {value!r}")

    after = supervisor_figures(place)
    check(after[0] - before[0] == 10, f"Bát Xát moved from {before[0]} to {after[0]}")
    check(after[1] - before[1] == 10, f"Mường Hum moved from {before[1]} to {after[1]}")
    check(after[2] != before[2], f"the bar of Mường Hum stayed {after[2]!r}")
    check(after[3] == 10 and after[4] == GIVEN_NAMES, f"Enter opens {after[3]} people: {after[4]}")
    return "10 departures typed, 10 rows in order, every field as typed, Bát Xát and Mường Hum moved by 10"


if __name__ == "__main__":
    main(test, __doc__)
