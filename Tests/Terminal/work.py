"""What follows a departure: a task's progress noted, a status changed and taken back, all read again as JSON."""

import json

from driver import Place, Terminal, burst, check, main
from people import caret

REGISTERED = {
    "citizenId": "010204000104", "fullName": "Lao động mẫu 04", "birthDate": "2004-09-17", "sex": "M",
    "commune": "02728", "catalogue": "2023", "status": "REGISTERED",
}


def test(program):
    place = Place(program)
    try:
        done = place.run("init", "--unit", "02728", "--role", "clerk")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        task_update(place)
        status_change(place)
        check(place.json("verify")["problems"] == [], "verify found problems")
        return "two task updates and their texts, a warning, a status and its undoing, as the JSON says"
    finally:
        place.remove()


def into(terminal, label, data):
    """Types into the field with this label, once the caret is there."""
    terminal.wait(lambda screen: caret(screen) == label, f"the caret in {label!r}")
    terminal.raw(data)


def task(place, clause):
    tasks = place.json("list", "tasks")["tasks"]
    return next(task for task in tasks if task["task"] == clause)


def task_update(place):
    with Terminal(place) as terminal:
        terminal.see("Hôm nay ›")
        terminal.choose("Nhiệm vụ ")
        terminal.keys("Enter")
        terminal.see("Nhiệm vụ › KH 280/KH-UBND", "Chủ trì", "Phối hợp")
        terminal.choose(r"III\.1 ")
        terminal.keys("u")
        terminal.see("Cập nhật ở mục con của mục này")
        terminal.choose(r"III\.1\.1 ")
        terminal.keys("u")
        into(terminal, "Tiến độ (%)", b"60\r")
        into(terminal, "Nội dung", burst("Hội nghị quán triệt, 64 người", b"\x08") + b"\r")
        into(terminal, "Số minh chứng", b"45/BC-UBND")
        terminal.keys("BTab", "BTab", "BTab")
        into(terminal, "Ngày", b"1209")
        terminal.keys("F2")
        terminal.see("Đã lưu: mục III.1.1", "12/09/2024 · Xã Mường Hum · 60% · Hội nghị quán triệt, 64 người")
        wanted = {
            "unit": "02728", "catalogue": "2023", "on": "2024-09-12", "percent": 60,
            "note": "Hội nghị quán triệt, 64 người", "evidence": "45/BC-UBND",
        }
        check(task(place, "III.1.1")["updates"] == [wanted], f"on file is {task(place, 'III.1.1')}")

        # A day that has not come is refused; done without an evidence number too.
        terminal.choose(r"III\.1\.2 ")
        terminal.keys("u")
        into(terminal, "Tiến độ (%)", b"100")
        terminal.keys("BTab")
        into(terminal, "Ngày", b"01102024")
        terminal.keys("F2")
        terminal.see("Ngày sau hôm nay")
        into(terminal, "Ngày", b"\x15h\r")
        terminal.keys("F2")
        terminal.see("cần số minh chứng")
        check(task(place, "III.1.2")["updates"] == [], "done without an evidence number was saved")
        into(terminal, "Số minh chứng", b"7/BC-UBND")
        terminal.keys("F2")
        terminal.see("Đã lưu: mục III.1.2")
        update = task(place, "III.1.2")["updates"][0]
        check((update["on"], update["percent"], update["evidence"]) == ("2024-09-30", 100, "7/BC-UBND"), f"{update}")

        # What the commune says is listed; the clause itself waits for its lead.
        check(task(place, "III.1.1")["percent"] is None, "a commune's word counted for the lead's")
        terminal.quit()


def figures(place):
    departure, = place.json("list", "departures")["departures"]
    return departure["status"], place.json("progress")["targets"][0]["pipeline"]


def status_change(place):
    done = place.run("add", "departure", "--json", "-", text=json.dumps(REGISTERED))
    check(done.returncode == 0, f"add: {done.stderr.strip()}")
    check(figures(place) == ("REGISTERED", 1), f"{figures(place)} before")
    with Terminal(place) as terminal:
        terminal.see("Hôm nay ›")
        terminal.keys("a")
        terminal.see("1 lượt", "đăng ký")
        terminal.keys("c")
        terminal.see("Chuyển trạng thái › Lao động mẫu 04")
        check("Về nước đúng hạn" not in terminal.screen(), "what cannot follow is offered")
        into(terminal, "Trạng thái", b"khong di\r")
        into(terminal, "Ngày", b"2809")
        terminal.keys("F2")
        terminal.see("Trước lần chuyển trạng thái gần nhất, 30/09/2024")
        into(terminal, "Ngày", b"\x15h\r")
        into(terminal, "Lý do", burst("Gia đình có việc") + b"\r")
        terminal.keys("F2")
        terminal.see("Đã lưu: Lao động mẫu 04", "không đi")
        check(figures(place) == ("WITHDRAWN", 0), f"{figures(place)} after")
        terminal.keys("U")
        terminal.see("Đã hoàn tác: Lao động mẫu 04, trạng thái mới", "đăng ký")
        check(figures(place) == ("REGISTERED", 1), f"{figures(place)} after the undoing")

        # One key does not throw away what was typed.
        terminal.keys("c")
        into(terminal, "Trạng thái", b"khong di\r")
        terminal.keys("Escape")
        terminal.see("Esc lần nữa")
        terminal.keys("Escape")
        terminal.see("1 lượt")
        check(figures(place) == ("REGISTERED", 1), f"{figures(place)} after Esc")
        terminal.quit()


if __name__ == "__main__":
    main(test, __doc__)
