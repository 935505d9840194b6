"""Other roles and other terminals: a reader who can change nothing, ASCII shapes, no colour, a small window."""

import json
import os
import re

from driver import Place, Terminal, check, main
from people import Person, type_person

RECORD = {
    "citizenId": "010204000104", "fullName": "Lao động mẫu 04", "birthDate": "2004-09-17", "sex": "M",
    "commune": "02728", "catalogue": "2023", "status": "ABROAD", "market": "JP", "contractForm": "SERVICE_ENT",
    "departedOn": "2024-07-05", "orientationDate": "2024-06-28",
}


def test(program):
    reader(program)
    ascii_shapes(program)
    return "a reader changed no byte and was told why; ASCII on vt100 and without colour typed a whole record"


def fresh(program, role):
    place = Place(program)
    done = place.run("init", "--unit", "02728", "--role", role)
    check(done.returncode == 0, f"init: {done.stderr.strip()}")
    done = place.run("add", "departure", "--json", "-", account="clerk", text=json.dumps(RECORD))
    check(done.returncode == 0, f"add: {done.stderr.strip()}")
    return place


def journal(place):
    """Every byte that was saved."""
    found = {}
    for folder, _, names in os.walk(os.path.join(place.data, "j")):
        for name in names:
            if name.endswith(".jsonl"):
                with open(os.path.join(folder, name), "rb") as file:
                    found[os.path.join(folder, name)] = file.read()
    check(found, "no journal was found")
    return found


def reader(program):
    place = fresh(program, "reader")
    try:
        before = journal(place)
        with Terminal(place) as terminal:
            terminal.see("Hôm nay › Xã Mường Hum", "CHỈ XEM")
            terminal.keys("a")
            terminal.see("1 lượt", "Lao động mẫu 04", "010•••••0104", "CHỈ XEM")
            for key in "acEU":
                terminal.keys(key)
                terminal.see("Vai trò “chỉ xem”")
                terminal.keys("Down")
                terminal.gone("Vai trò “chỉ xem”")
            terminal.keys("Enter")
            terminal.see("Mường Hum › xem", "010•••••0104")
            terminal.keys("F2")
            terminal.see("Vai trò “chỉ xem”")
            terminal.keys("Escape")
            terminal.see("1 lượt")
            terminal.keys("q")
            terminal.see("Hôm nay ›")
            terminal.choose("Nhiệm vụ ")
            terminal.keys("Enter")
            terminal.see("Nhiệm vụ › KH")
            terminal.choose(r"III\.1\.1 ")
            for key in ("u", "Enter"):
                terminal.keys(key)
                terminal.see("Vai trò “chỉ xem”")
                terminal.keys("Down", "Up")
                terminal.gone("Vai trò “chỉ xem”")
            # The role can be changed, and counts at once.
            terminal.keys("q")
            terminal.see("Hôm nay ›")
            terminal.choose("Chọn đơn vị, vai trò")
            terminal.keys("Enter")
            terminal.see("Cơ quan của tôi", "▸ Xã Mường Hum, Huyện Bát Xát")
            terminal.keys("Enter")
            terminal.see("Vai trò của tôi", "▸ chỉ xem")
            terminal.keys("Home", "Enter")
            terminal.gone("CHỈ XEM")
            terminal.quit()
        check(journal(place) == before, "a reader changed the journal")
    finally:
        place.remove()


def only_letters(screen):
    """What is on the screen beyond ASCII and letters."""
    return {letter for letter in screen if ord(letter) > 126 and not letter.isalpha()} - {"≥"}


def ascii_shapes(program):
    place = fresh(program, "clerk")
    try:
        with Terminal(place, "--ascii", TERM="vt100", NO_COLOR="1", columns=80, rows=24) as terminal:
            seen = [terminal.see("Hôm nay > Xã Mường Hum")]
            terminal.keys("a")
            seen.append(terminal.see("010*****0104", " > Lao động mẫu 04"))
            terminal.keys("F1")
            seen.append(terminal.see("Trợ giúp", "Nhập mới"))
            terminal.keys("F1")
            terminal.see("010*****0104")
            terminal.keys("q")
            terminal.see("Hôm nay >")
            terminal.keys(":")
            seen.append(terminal.see("Tìm lệnh"))
            terminal.keys("tien do")
            terminal.see("> Tiến độ")
            terminal.keys("Enter")
            seen.append(terminal.see("Bát Xát > Mường Hum  ", "T1 Lao động xuất cảnh"))
            for screen in seen:
                check(not only_letters(screen), f"{only_letters(screen)} on\n{screen}")
            colours = re.findall(r"\x1b\[[\d;]*(?:3[0-7]|4[0-7]|38;5|48;5)[\d;]*m", terminal.styled())
            check(not colours, f"colours on a terminal without: {colours[:3]}")
            terminal.quit()
        small_window(place)
    finally:
        place.remove()


def small_window(place):
    """A record typed in 60 by 20, Vietnamese letters whole."""
    person = Person(3, "Ước")
    with Terminal(place, columns=60, rows=20) as terminal:
        terminal.see("Hôm nay ›", "60×20 < 80×24")
        terminal.keys("a")
        terminal.see("1 lượt")
        terminal.keys("a")
        type_person(terminal, person, key="F2")
        terminal.see("2 lượt")
        terminal.quit()
    on_file = place.json("list", "departures", "--unmask")["departures"]
    mine = [record for record in on_file if record["citizenId"] == person.citizen]
    check(len(mine) == 1, f"{len(mine)} records of {person.name}")
    for field, value in person.wanted().items():
        check(mine[0][field] == value, f"{field} is {mine[0][field]!r}, typed was {value!r}")


if __name__ == "__main__":
    main(test, __doc__)
