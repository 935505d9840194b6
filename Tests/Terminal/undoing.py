"""U, Y and L across starts: what was saved before is taken back and brought back, and the history says by whom."""

import json

from driver import Place, Terminal, check, main
from people import caret, start_office

NAME = "Lao động mẫu 04"
RECORD = {
    "citizenId": "010204000104", "fullName": NAME, "birthDate": "2004-09-17", "sex": "M", "commune": "02728",
    "catalogue": "2023", "status": "ABROAD", "market": "JP", "contractForm": "SERVICE_ENT",
    "departedOn": "2024-07-05", "orientationDate": "2024-06-28", "orientationCertificate": "M104",
}


def test(program):
    place = Place(program)
    try:
        done = place.run("init", "--unit", "02728", "--role", "clerk")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        done = place.run("add", "departure", "--json", "-", text=json.dumps(RECORD))
        check(done.returncode == 0, f"add: {done.stderr.strip()}")
        across_starts(place)
        beside_another(place)
        check(place.json("verify")["problems"] == [], "verify found problems")
        return "two steps back and forth over five starts and a kill, the history, another's value left alone"
    finally:
        place.remove()


def markets(place):
    return [record["market"] for record in place.json("list", "departures")["departures"]]


def people_list(terminal):
    terminal.see("Hôm nay ›")
    terminal.keys("a")
    terminal.see("Nhập xuất cảnh ›")


def correct(terminal, market, saved="Đã lưu"):
    """Gives the one record another market."""
    terminal.keys("E")
    terminal.wait(lambda screen: caret(screen) == "Họ và tên", "the form")
    while caret(terminal.screen()) != "Thị trường":
        before = caret(terminal.screen())
        terminal.keys("Tab")
        terminal.wait(lambda screen: caret(screen) not in (None, before), f"{before} to be left")
    terminal.raw(b"\x15" + market + b"\r")
    terminal.wait(lambda screen: caret(screen) == "Hình thức HĐ", "the field after the market")
    terminal.keys("F2")
    terminal.wait(lambda screen: saved in screen or "Lý do vẫn nhận" in screen, saved)
    while "Lý do vẫn nhận" in terminal.screen():
        before = terminal.screen()
        terminal.raw("đã đối chiếu".encode() + b"\r")
        terminal.wait(lambda screen: screen != before and (saved in screen or "Lý do vẫn nhận" in screen), saved)


def across_starts(place):
    with Terminal(place) as terminal:
        people_list(terminal)
        correct(terminal, b"han quoc")
        terminal.quit()
    check(markets(place) == ["KR"], f"{markets(place)} after the correction")

    with Terminal(place) as terminal:
        people_list(terminal)
        terminal.keys("Y")
        terminal.see("Không có gì để làm lại")
        terminal.keys("U")
        terminal.see(f"Đã hoàn tác: {NAME}, thị trường")
        check(markets(place) == ["JP"], f"{markets(place)} after one step back")
        terminal.keys("U")
        terminal.see(f"Đã hoàn tác: {NAME}, lượt đi mới", "0 lượt")
        check(markets(place) == [], f"{markets(place)} after two steps back")
        terminal.keys("U")
        terminal.see("Không có gì để hoàn tác")
        terminal.kill()

    with Terminal(place) as terminal:
        people_list(terminal)
        terminal.keys("Y")
        terminal.see(f"Đã làm lại: {NAME}, lượt đi mới", "1 lượt")
        terminal.quit()
    with Terminal(place) as terminal:
        people_list(terminal)
        terminal.keys("Y")
        terminal.see(f"Đã làm lại: {NAME}, thị trường")
        check(markets(place) == ["KR"], f"{markets(place)} after all was brought back")
        history(terminal)
        terminal.quit()


def history(terminal):
    terminal.keys("L")
    terminal.see(f"Lịch sử › {NAME}", "6 lần lưu", "(khôi phục)", "Thị trường", "Hàn Quốc", "· làm lại", "(mới)")
    terminal.keys("Enter")
    terminal.gone("Lịch sử ›")
    terminal.keys("E")
    terminal.wait(lambda screen: caret(screen) == "Họ và tên", "the form")
    terminal.keys("C-v")
    terminal.see(f"Lịch sử › {NAME}", "thành “Hàn Quốc”")
    terminal.keys("Escape")
    terminal.wait(lambda screen: caret(screen) == "Họ và tên", "the form again")
    terminal.keys("Escape")
    terminal.see("Nhập xuất cảnh ›")


def beside_another(place):
    with Terminal(place, account="other") as terminal:
        start_office(terminal, "muong hum", 0)
        people_list(terminal)
        terminal.keys("U")
        terminal.see("Không có gì để hoàn tác")
        correct(terminal, b"dai loan")
        terminal.quit()
    with Terminal(place) as terminal:
        people_list(terminal)
        terminal.keys("U")
        terminal.see(f"Không hoàn tác được: người khác đã sửa tiếp {NAME}")
        terminal.quit()
    check(markets(place) == ["TW"], f"{markets(place)}: another's value was lost")


if __name__ == "__main__":
    main(test, __doc__)
