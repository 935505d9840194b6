"""Synthetic people and the keys by which a clerk types them."""

import re

from driver import Failure, burst

FIELDS = [
    "Họ và tên", "Số định danh", "Ngày sinh", "Giới tính", "Dân tộc", "Điện thoại", "Thôn, bản", "Hộ (mã, tên)",
    "Diện hộ", "Năm rà soát", "Số hộ chiếu", "Thị trường", "Hình thức HĐ", "Chương trình", "Ngành nghề", "Công việc",
    "Đơn vị đưa đi", "Số tháng HĐ", "Ngày bồi dưỡng", "Số chứng chỉ", "Dự kiến đi", "Trạng thái", "Ngày xuất cảnh",
    "Ngày về",
]

# The order of the Vietnamese alphabet, which no order of bytes gives.
GIVEN_NAMES = ["An", "Ánh", "Ân", "Bình", "Dũng", "Đức", "Êm", "Oanh", "Ơn", "Ước"]


class Person:
    """One synthetic worker: what is typed and what must be on file afterwards."""

    def __init__(self, number, given):
        self.given = given
        self.name = f"Nguyễn Mẫu {given}" if number % 2 else f"Lao động mẫu {given}"
        self.citizen = f"010{2 + number % 2}{number % 5:02d}{100100 + number:06d}"
        self.birth = f"{2000 + number % 5}-09-{1 + number % 28:02d}"
        self.sex = "F" if number % 2 else "M"
        self.left_typed, self.left = [
            ("0507", "2024-07-05"), ("5/7", "2024-07-05"), ("050724", "2024-07-05"), ("12/8/24", "2024-08-12"),
        ][number % 4]
        self.trained = "2024-06-28"
        # The two ways in which input methods erase.
        self.erase = b"\x08" if number % 3 == 1 else b"\x7f"
        # A picker takes a digit of its list, or unmarked letters and Enter.
        self.market = [b"1", b"nhat ban\r", b"nhat\r"][number % 3]

    def keys(self):
        """The bytes of each field in turn, Enter included where the field does not go on by itself."""
        day = self.birth[8:] + self.birth[5:7]
        return {
            "Họ và tên": burst(self.name, self.erase) + b"\r",
            "Số định danh": self.citizen.encode(),
            "Ngày sinh": day.encode() + b"\r",
            "Giới tính": b"\r",
            "Dân tộc": b"mong\r",
            "Điện thoại": b"\r",
            "Thôn, bản": burst("Ky Quan San", self.erase) + b"\r",
            "Hộ (mã, tên)": b"\r",
            "Diện hộ": b"1",
            "Năm rà soát": b"\r",
            "Số hộ chiếu": b"\r",
            "Thị trường": self.market,
            "Hình thức HĐ": b"service_ent\r",
            "Chương trình": b"\r",
            "Ngành nghề": b"che bien\r",
            "Công việc": b"\r",
            "Đơn vị đưa đi": burst("Doanh nghiệp mẫu A", self.erase) + b"\r",
            "Số tháng HĐ": b"36\r",
            "Ngày bồi dưỡng": b"2806\r",
            "Số chứng chỉ": f"M{self.citizen[-3:]}\r".encode(),
            "Dự kiến đi": b"\r",
            "Trạng thái": b"\r",
            "Ngày xuất cảnh": self.left_typed.encode(),
        }

    def wanted(self):
        """What must be on file."""
        return {
            "fullName": self.name, "birthDate": self.birth, "sex": self.sex, "ethnicGroup": "MONG",
            "village": "Ky Quan San", "commune": "02728", "catalogue": "2023", "market": "JP",
            "contractForm": "SERVICE_ENT", "sector": "FOOD_PROCESSING", "enterprise": "Doanh nghiệp mẫu A",
            "contractMonths": 36, "orientationDate": self.trained, "departedOn": self.left, "status": "ABROAD",
            "householdClass": "POOR", "householdYear": 2024, "orientationCertificate": f"M{self.citizen[-3:]}",
        }


def people():
    """Ten people in an order that is neither that of the alphabet nor its reverse."""
    order = [7, 2, 9, 0, 5, 3, 8, 1, 6, 4]
    return [Person(number, GIVEN_NAMES[index]) for number, index in enumerate(order)]


def focused(terminal, label):
    """Waits until the form's caret stands in the field with this label."""
    terminal.wait(lambda screen: f"▸ {label}" in screen, f"the caret in {label!r}")


def start_office(terminal, words, role):
    """From the first screen to the home screen: the office by its name, then the role by its place in the list."""
    terminal.see("Cơ quan của tôi")
    terminal.keys(words)
    terminal.see(f"Tìm:   {words}")
    terminal.keys("Enter")
    terminal.see("cán bộ nhập liệu", "theo dõi, chỉ đạo")
    for _ in range(role):
        terminal.keys("Down")
    terminal.row("▸ " + ["cán bộ nhập liệu", "theo dõi, chỉ đạo", "chỉ xem"][role])
    terminal.keys("Enter")
    terminal.see("Hôm nay ›")


def caret(screen):
    """The label of the form's field that has the caret."""
    found = re.search(r"▸ (\S.*?)\s*\[", screen)
    return found[1] if found else None


def type_fields(terminal, person, until="Ngày xuất cảnh", until_caret=None):
    """Types field after field as the form leads, up to and with the field `until`, or up to the caret's coming
    to `until_caret`; returns their labels."""
    keys = person.keys()
    done = []
    label = terminal.wait(caret, "a form with a caret")
    while label != until_caret:
        if label not in keys or label in done:
            raise Failure(f"the caret went to {label!r} after {done}:\n{terminal.screen()}")
        terminal.raw(keys[label])
        done.append(label)
        if label == until:
            return done
        label = terminal.wait(
            lambda screen: caret(screen) != label and caret(screen), f"{label!r} to be left")
    return done


def type_person(terminal, person, key="F7"):
    """Types one record into an empty form and saves it, warnings and all."""
    focused(terminal, FIELDS[0])
    type_fields(terminal, person)
    save(terminal, person, key)


def save(terminal, person, key):
    """Saves the form; each warning is passed over with a reason."""
    saved = f"Đã lưu: {person.name}"
    terminal.keys(key)
    asked = None
    for _ in range(6):
        found = terminal.wait(
            lambda screen: next((words for words in (saved, "Chặn ") if words in screen), None)
            or reason_asked(screen) not in (None, asked) and reason_asked(screen),
            f"{saved!r}")
        if found == saved:
            return
        if found == "Chặn ":
            raise Failure(f"{person.name} was refused:\n{terminal.screen()}")
        asked = found
        terminal.raw("đã đối chiếu giấy tờ".encode() + b"\r")
    raise Failure(f"{person.name} could not be saved:\n{terminal.screen()}")


def reason_asked(screen):
    """The code of the warning for which a reason is asked."""
    found = re.search(r"Cảnh báo (W\d\d): .*\n Lý do vẫn nhận:", screen)
    return found[1] if found else None
