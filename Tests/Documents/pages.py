"""Papers rendered by a real browser: no row is split, every page of a table has its head, the signature is last.

Lists of 1, 60 and 3,000 people go through `lenduong report` into PDF, and pdftotext reads what stands on each page.
Skipped, with the reason, where no browser or no pdftotext is installed.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FAMILIES = ("Lao động mẫu Nguyễn Thị Tên Rất Dài Để Xuống Dòng", "Lao động mẫu")


def run(program, place, *words, **options):
    environment = dict(
        os.environ, LENDUONG_TODAY="2024-12-31", LENDUONG_DATA=os.path.join(place, "data"),
        XDG_STATE_HOME=os.path.join(place, "state"), LANG="vi_VN.UTF-8")
    return subprocess.run([program, *words], env=environment, capture_output=True, text=True, **options)


def person(number):
    """One invented person; every third name takes two lines."""
    return {
        "citizenId": f"010094{number:06d}", "sex": "M",
        "fullName": f"{FAMILIES[0 if number % 3 == 0 else 1]} {number:04d}", "birthDate": "1994-01-02",
        "commune": "02728", "catalogue": "2023", "household": f"Hộ mẫu {number}", "market": "JP",
        "contractForm": "SERVICE_ENT", "contractMonths": 36, "orientationDate": "2024-06-01",
        "orientationCertificate": f"M{number}", "departedOn": f"2024-{7 + number % 6:02d}-{1 + number % 28:02d}",
        "status": "ABROAD",
    }


def fill(program, place, count):
    assert run(program, place, "init", "--unit", "082", "--role", "supervisor").returncode == 0
    people = [person(number) for number in range(1, count + 1)]
    path = os.path.join(place, "people.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for one in people:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
    done = run(program, place, "add", "departure", "--json", path)
    assert done.returncode == 0, done.stderr[:600]
    return people


def pages(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def check_list(program, place, count):
    people = fill(program, place, count)
    pdf = os.path.join(place, "workers.pdf")
    done = run(program, place, "report", "workers", "--unit", "082", "--period", "2024", "--format", "pdf",
               "--output", pdf)
    assert done.returncode == 0, done.stderr
    assert os.stat(pdf).st_mode & 0o777 == 0o600, "a list of people is for its owner alone"
    found = pages(pdf)
    numbers = []
    for index, page in enumerate(found):
        rows = re.findall(r"^\s*(\d+)\s+Lao động mẫu", page, re.M)
        if rows:
            assert "Họ và tên" in page and "Tình trạng" in page, f"page {index + 1} has rows without their head"
            # Each row's cells stand on the page on which it begins: a number, a day and a state for every name.
            days = len(re.findall(r"\d\d/\d\d/2024", page)) - len(re.findall("tính đến ngày", page))
            assert days == len(rows), f"page {index + 1}: {len(rows)} rows, {days} days"
            assert page.count("•••••") == len(rows), f"page {index + 1}: a row is split"
            states = len(re.findall(r"nước ngoài$", page, re.M))
            endings = len(re.findall(r"nước ngoài|ngoài\s*$", page, re.M))
            assert max(states, endings) >= len(rows), f"page {index + 1}: a state is split"
        numbers += [int(number) for number in rows]
        assert "Mã số liệu" in page, f"page {index + 1} has no seal"
        if index > 0:
            assert re.search(rf"^.*\b{index + 1}\s*$", page.splitlines()[0]) or str(index + 1) in page[:300], index
    assert numbers == list(range(1, len(people) + 1)), "every row stands once, in order"
    assert "CHỦ TỊCH" in found[-1] and "Nơi nhận" in found[-1], "the signature is on the last page"
    assert "Tổng cộng" in found[-1], "the signature stands with the sums"
    assert sum("CHỦ TỊCH" in page for page in found) == 1
    return len(found)


def check_others(program, place):
    """Every other paper of a demonstration: its marks, its head, its signature."""
    assert run(program, place, "demo", os.path.join(place, "data")).returncode == 0
    for kind, words in (("period", "KẾT QUẢ THỰC HIỆN"), ("completeness", "Ký hiệu"), ("tasks", "Nhiệm vụ")):
        pdf = os.path.join(place, f"{kind}.pdf")
        done = run(program, place, "report", kind, "--format", "pdf", "--output", pdf)
        assert done.returncode == 0, done.stderr
        found = pages(pdf)
        assert all("DỮ LIỆU MẪU" in page for page in found), f"{kind}: a page does not say that it is invented"
        assert "CHỦ TỊCH" in found[-1] and words in "".join(found), kind
        yield kind, len(found)


def main(program):
    program = os.path.abspath(program)
    browser = next((name for name in BROWSERS if shutil.which(name)), None)
    if not browser or not shutil.which("pdftotext"):
        print("skipped: no browser or no pdftotext (apt-get install chromium poppler-utils)")
        return
    for count in (1, 60, 3000):
        with tempfile.TemporaryDirectory() as place:
            print(f"{count} people: {check_list(program, place, count)} pages")
    with tempfile.TemporaryDirectory() as place:
        for kind, count in check_others(program, place):
            print(f"{kind}: {count} pages")


if __name__ == "__main__":
    main(sys.argv[1])
