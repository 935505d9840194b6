"""Bad input: one clear sentence, the documented exit status, and nothing lost or overwritten."""

import hashlib
import json
import os
import re
import shutil
import subprocess

from driver import Place, Terminal, check, main

GOOD = {
    "citizenId": "010204000104", "fullName": "Lao động mẫu 04", "birthDate": "2004-09-17", "sex": "M",
    "commune": "02728", "catalogue": "2023", "market": "JP", "contractForm": "SERVICE_ENT",
    "orientationDate": "2024-06-28", "orientationCertificate": "M1", "departedOn": "2024-07-05", "status": "ABROAD",
}

# What is wrong, the field that the sentence must name, and for whole files the text itself.
RECORDS = [
    ("unknown unit", {"commune": "99999"}, "commune"),
    ("unknown catalogue", {"commune": "02728", "catalogue": "1999"}, "commune"),
    ("impossible date", {"departedOn": "2024-02-30"}, "departedOn"),
    ("a date that is none", {"birthDate": "17/09/2004"}, "birthDate"),
    ("11-digit id", {"citizenId": "01020400010"}, "citizenId"),
    ("id with a letter", {"citizenId": "01020400010A"}, "citizenId"),
    ("unknown market", {"market": "XX"}, "market"),
    ("unknown status", {"status": "GONE"}, "status"),
    ("departure in the future", {"departedOn": "2024-10-01"}, "departedOn"),
    ("no name", {"fullName": None}, "fullName"),
    ("a number for a name", {"fullName": 7}, "fullName"),
]


def files(folder):
    """Every file of a folder with a hash of its bytes."""
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                found[os.path.relpath(os.path.join(path, name), folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def one_sentence(done, status, what, *words):
    """The exit status, and one line on stderr that holds these words; a last line may count the refused records."""
    said = re.sub(r"\n.*(Đã từ chối|Refused) \d+ .*$", "", done.stderr.strip())
    check(done.returncode == status, f"{what}: exit {done.returncode}, not {status}; said {said!r}")
    check(said and "\n" not in said, f"{what}: not one line: {said!r}")
    check("Fatal error" not in said and "error:" not in said, f"{what}: {said!r}")
    check("lỗi hệ thống" not in said, f"{what}: a number for a cause: {said!r}")
    for word in words:
        check(word in said, f"{what}: {word!r} is not in {said!r}")
    check("\x1b" not in done.stdout + said, f"{what}: control sequences without a terminal")
    return said


def test(program):
    place = Place(program)
    counted = {"records": 0, "files": 0, "folders": 0, "journals": 0, "arguments": 0}
    skipped = []
    try:
        done = place.run("init", "--unit", "02728")
        check(done.returncode == 0, f"init: {done.stderr}")
        done = place.run("add", "departure", "--json", "-", text=json.dumps(GOOD))
        check(done.returncode == 0, f"add: {done.stderr}")
        bad_records(place, counted)
        bad_files(place, counted)
        bad_arguments(place, counted)
        bad_folders(place, counted, skipped)
        changed_lines(place, counted)
    finally:
        place.remove()
    only_views(program, counted)
    for reason in skipped:
        print(f"skipped: {reason}")
    total = sum(counted.values())
    return f"{total} bad inputs refused (" + ", ".join(f"{n} {name}" for name, n in counted.items()) + f"), " \
        f"{len(skipped)} skipped"


def untouched(place, what, act):
    """Does something that must leave every byte of the data folder as it is."""
    before = files(place.data)
    done = act()
    check(files(place.data) == before, f"{what}: the data folder changed")
    return done


def bad_records(place, counted):
    for what, change, field in RECORDS:
        record = {**GOOD, "citizenId": "010204000199", **change}
        done = untouched(place, what, lambda: place.run("add", "departure", "--json", "-", text=json.dumps(record)))
        said = one_sentence(done, 2, what, field)
        check(re.search(r"\b1\b", said), f"{what}: the line is not named in {said!r}")
        check(json.loads(done.stdout)["added"] == [], f"{what}: {done.stdout!r}")
        english = place.run(
            "add", "departure", "--lang", "en", "--json", "-", text=json.dumps(record))
        other = one_sentence(english, 2, what, field)
        check(other != said, f"{what}: the same words in both languages: {said!r}")
        counted["records"] += 1
    # Of three lines the middle one is wrong: the others are saved, and the line is named.
    lines = [json.dumps({**GOOD, "citizenId": f"01020400020{n}", "commune": c}) for n, c in
             enumerate(["02728", "99999", "02728"])]
    done = untouched(place, "all or nothing", lambda: place.run(
        "add", "departure", "--json", "-", "--all-or-nothing", text="\n".join(lines)))
    one_sentence(done, 2, "all or nothing", "commune", "2")
    done = place.run("add", "departure", "--json", "-", text="\n".join(lines))
    said = one_sentence(done, 2, "the middle line of three", "commune")
    check(re.search(r"\b2\b", said), f"the line is not named in {said!r}")
    check(len(json.loads(done.stdout)["added"]) == 2, f"the good lines beside a bad one: {done.stdout}")
    # One that is too long for a line is named as well.
    lines = [json.dumps({**GOOD, "citizenId": f"01020400021{n}", "departedOn": f"2024-07-0{n + 1}", **more}) for n, more in
             enumerate([{}, {"overrides": {"W13": "x" * 100_000}}, {}])]
    done = place.run("add", "departure", "--json", "-", text="\n".join(lines))
    check(re.search(r"\b2\b.*65536", done.stderr), f"the line that is too long is not named in {done.stderr!r}")
    check(len(json.loads(done.stdout)["added"]) == 2, f"the good lines beside one too long: {done.stdout}")
    counted["records"] += 3
    # Other kinds.
    for kind, record, field in [
        ("report", {"unit": "99999", "catalogue": "2023", "period": "2024-08", "state": "sent", "on": "2024-09-02"}, "unit"),
        ("report", {"unit": "02728", "catalogue": "2023", "period": "2024-13", "state": "sent", "on": "2024-09-02"}, "period"),
        ("report", {"unit": "02728", "catalogue": "2023", "period": "2024-08", "state": "lost", "on": "2024-09-02"}, "state"),
        ("report", {"unit": "02728", "catalogue": "2023", "period": "2024-08", "state": "sent", "on": "2024-10-02"}, "on"),
        ("report", {"unit": "02728", "catalogue": "2023", "period": "2025-07", "state": "approved", "on": "2024-09-02"},
         "period"),
        ("report", {"unit": "02728", "catalogue": "2023", "period": "2024-08", "state": "sent", "on": "2024-09-02",
                    "by": "a\u0000b"}, "by"),
        ("incident", {"type": "ILLEGAL_STAY", "on": "2024-06-31", "commune": "02728", "catalogue": "2023", "state": "open"}, "on"),
        ("task-update", {"task": "IX.9", "unit": "02728", "catalogue": "2023", "on": "2024-09-12", "percent": 50}, "task"),
        ("task-update", {"task": "III.1.1", "unit": "02728", "catalogue": "2023", "on": "2024-09-12", "percent": 150}, "percent"),
        ("target", {"id": "T9", "year": 2024, "catalogue": "2023", "value": 1, "shares": {}}, "id"),
        ("target", {"id": "T1", "year": 2024, "catalogue": "2023", "value": 1, "shares": {"999": 1}}, "share"),
        ("household-review", {"household": "h1", "commune": "02728", "catalogue": "2023", "year": 2025, "class": "RICH"}, "class"),
    ]:
        done = untouched(place, kind, lambda: place.run("add", kind, "--json", "-", text=json.dumps(record)))
        one_sentence(done, 2, f"{kind} with a bad {field}", field)
        counted["records"] += 1


def bad_files(place, counted):
    good = json.dumps(GOOD, ensure_ascii=False).encode()
    for what, data, words in [
        ("invalid JSON", b'{"citizenId": "010204000104", "fullName": }', ["1"]),
        ("JSON that stops", good[:-20], []),
        ("invalid JSON in line 2", good.replace(b"000104", b"000301") + b"\n{nonsense}\n", ["2"]),
        ("invalid UTF-8", good.replace("động".encode(), b"\xc3\x28"), []),
        ("a lone surrogate", good.replace("động".encode(), b"\\ud800"), []),
        ("deep nesting", b"[" * 100_000, []),
        ("a number", b"12", []),
        ("zero bytes", b"\0\0\0\0", []),
    ]:
        name = place.path("bad.json")
        with open(name, "wb") as file:
            file.write(data)
        options = ["--all-or-nothing"] if "line 2" in what else []
        done = untouched(place, what, lambda: place.run("add", "departure", "--json", name, *options))
        one_sentence(done, 2, what, *words)
        counted["files"] += 1
    done = untouched(place, "no such file", lambda: place.run("add", "departure", "--json", place.path("none.json")))
    one_sentence(done, 2, "no such file", "none.json")
    done = untouched(place, "a folder for a file", lambda: place.run("add", "departure", "--json", place.root))
    one_sentence(done, 2, "a folder for a file")
    counted["files"] += 2


def bad_arguments(place, counted):
    for arguments in [
        ["progress", "--unit", "99999"], ["progress", "--year", "x"], ["progress", "--today", "2024-02-30"],
        ["progress", "--as-of", "yesterday"], ["list", "departures", "--unit", "99999"],
        ["list", "departures", "--market", "XX"], ["list", "departures", "--status", "XX"], ["list", "nonsense"],
        ["init", "--unit", "99999"], ["nonsense"], ["add", "departure"],
    ]:
        done = untouched(place, str(arguments), lambda: place.run(*arguments))
        check(done.returncode == 2, f"{arguments}: exit {done.returncode}, not 2: {done.stderr.strip()!r}")
        check(done.stderr.strip(), f"{arguments}: nothing was said")
        counted["arguments"] += 1
    done = place.run("progress", LENDUONG_TODAY="someday")
    one_sentence(done, 2, "LENDUONG_TODAY=someday")
    counted["arguments"] += 1


def only_views(program, counted):
    """An account whose role is to view writes nothing, and sees no whole number."""
    place = Place(program)
    try:
        done = place.run("init", "--unit", "02728", "--role", "reader")
        check(done.returncode == 0, f"init: {done.stderr}")
        for arguments in [
            ["add", "departure", "--json", "-"], ["erase", "worker/x", "--decision", "1"],
            ["list", "workers", "--unmask", "--json"],
        ]:
            done = untouched(place, str(arguments), lambda: place.run(*arguments, text=json.dumps(GOOD)))
            one_sentence(done, 2, str(arguments), "chỉ xem")
            counted["arguments"] += 1
    finally:
        place.remove()


def bad_folders(place, counted, skipped):
    as_file = place.path("a-file")
    with open(as_file, "w") as file:
        file.write("not a folder\n")
    for arguments in (["progress"], ["verify"], ["list", "departures"], ["add", "departure", "--json", "-"],
                      ["init", "--unit", "02728"], ["demo", as_file], []):
        done = place.run(*arguments, text=json.dumps(GOOD), LENDUONG_DATA=as_file)
        one_sentence(done, 3, f"a file for a folder, {arguments}", "a-file")
        counted["folders"] += 1
    with open(as_file) as file:
        check(file.read() == "not a folder\n", "the file in the folder's place was overwritten")

    # A folder with other things in it is not taken over.
    strange = place.path("strange")
    os.mkdir(strange, 0o700)
    with open(os.path.join(strange, "format"), "w") as file:
        file.write("something else\n")
    before = files(strange)
    for arguments in (["progress"], ["init", "--unit", "02728"], ["verify"]):
        done = place.run(*arguments, LENDUONG_DATA=strange)
        one_sentence(done, 3, f"a strange format, {arguments}")
        check(files(strange) == before, f"{arguments} changed a folder that is none of ours")
        counted["folders"] += 1

    done = place.run("progress", LENDUONG_DATA=place.path("nowhere"))
    one_sentence(done, 3, "no folder", "nowhere")
    counted["folders"] += 1
    bad_archives(place, counted, as_file)

    if os.geteuid() != 0:
        skipped.append("a read-only folder and a folder of somebody else: only root can change accounts")
        return
    read_only(place, counted)
    of_somebody_else(place, counted)


def bad_archives(place, counted, as_file):
    """What is no file, no folder or no name where a backup is written or read."""
    pipe, new, long = place.path("pipe"), place.path("new"), place.path("x" * 300)
    os.mkfifo(pipe)
    done = place.run("backup", place.path("good.tar"))
    check(done.returncode == 0, f"backup: {done.stderr}")
    for arguments, word in [
        (["restore", place.root, new], "là thư mục"), (["restore", pipe, new], "không phải là tệp trên đĩa"),
        (["restore", "/dev/zero", new], "không phải là tệp trên đĩa"),
        (["restore", as_file, new], "không phải bản sao lưu"),
        (["restore", place.path("good.tar"), os.path.join(as_file, "new")], "đường dẫn"),
        (["restore", place.path("good.tar"), long], "tên quá dài"), (["restore", place.path("good.tar"), ""], "để trống"),
        (["backup", os.path.join(as_file, "new")], "đường dẫn"), (["backup", long], "tên quá dài"),
        (["backup", pipe], "đã có sẵn"), (["epoch", ""], "để trống"), (["demo", ""], "để trống"),
        (["verify", "--data", ""], "để trống"),
    ]:
        done = untouched(place, str(arguments), lambda: place.run(*arguments))
        one_sentence(done, 3, str(arguments), word)
        check(not os.path.exists(new), f"{arguments} made a folder")
        counted["files"] += 1


def other_account(place):
    """Another, unprivileged account may pass to the program and to the data."""
    local = place.path("program")
    shutil.copy(place.program, local)
    os.chmod(local, 0o755)
    os.chmod(place.root, 0o755)
    home = place.path("nobody")
    os.makedirs(home, exist_ok=True)
    os.chown(home, 65534, 65534)
    prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    def run(*arguments, text=None, data):
        environment = {**place.environment(), "HOME": home, "XDG_STATE_HOME": home, "LENDUONG_DATA": data}
        done = subprocess.run(
            [*prefix, local, *arguments], input=(text or "").encode(), capture_output=True, env=environment,
            cwd="/", timeout=60)
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
        return done
    return run


def read_only(place, counted):
    """A folder of one's own without the right to write: reading works, adding says so."""
    run = other_account(place)
    mine = place.path("mine")
    shutil.copytree(place.data, mine)
    for path, folders, names in os.walk(mine):
        for name in names:
            os.chmod(os.path.join(path, name), 0o400)
            os.chown(os.path.join(path, name), 65534, 65534)
    for path, _, _ in os.walk(mine, topdown=False):
        os.chown(path, 65534, 65534)
        os.chmod(path, 0o500)
    before = files(mine)
    for arguments in (["progress", "--json"], ["list", "departures", "--json"], ["verify", "--json"]):
        done = run(*arguments, data=mine)
        check(done.returncode == 0, f"read-only, {arguments}: exit {done.returncode}: {done.stderr.strip()}")
        json.loads(done.stdout)
        counted["folders"] += 1
    done = run("add", "departure", "--json", "-", text=json.dumps({**GOOD, "citizenId": "010204000177"}), data=mine)
    one_sentence(done, 3, "adding to a read-only folder")
    check(files(mine) == before, "a read-only folder changed")
    counted["folders"] += 1


def of_somebody_else(place, counted):
    run = other_account(place)
    theirs = place.path("theirs")
    shutil.copytree(place.data, theirs)
    before = files(theirs)
    for mode in (0o700, 0o777):
        os.chmod(theirs, mode)
        for arguments in (["progress"], ["add", "departure", "--json", "-"], ["verify"]):
            done = run(*arguments, text=json.dumps(GOOD), data=theirs)
            one_sentence(done, 3, f"a folder of root, mode {mode:o}, {arguments}", "theirs")
            check(files(theirs) == before, "a folder of somebody else changed")
            counted["folders"] += 1


def changed_lines(place, counted):
    """A line changed by hand is left out and named, the others count, the file stays as it is."""
    segment = next(
        os.path.join(path, name) for path, _, names in os.walk(os.path.join(place.data, "j")) for name in names)
    with open(segment, "rb") as file:
        whole = file.read()
    lines = whole.splitlines(keepends=True)
    number = next(i for i, line in enumerate(lines) if b"010204000104" in line)
    short = os.path.relpath(segment, place.data)
    people = len(place.json("list", "departures")["departures"])
    changes = {
        "a value": lines[number].replace(b'"market":"JP"', b'"market":"KR"'),
        "a hash": lines[number][:-4] + (b"A" if lines[number][-4:-3] != b"A" else b"B") + lines[number][-3:],
        "no JSON": b"x" + lines[number][1:],
        "bad UTF-8": lines[number].replace("động".encode(), b"\xff\xfe"),
    }
    for what, line in changes.items():
        check(line != lines[number], f"{what}: nothing changed")
        with open(segment, "wb") as file:
            file.write(b"".join(lines[:number] + [line] + lines[number + 1:]))
        before = files(place.data)
        done = place.run("verify")
        said = done.stderr + done.stdout
        check(done.returncode == 1, f"{what} changed by hand: verify exits {done.returncode}, not 1")
        check(os.path.basename(short) in said, f"{what}: verify does not name the file: {said!r}")
        found = place.run("verify", "--json")
        check(found.returncode == 1, f"{what}: verify --json exits {found.returncode}")
        problems = json.loads(found.stdout)["problems"]
        check(
            any(p["line"] == number + 1 and p["file"].endswith(os.path.basename(short)) for p in problems),
            f"{what}: line {number + 1} of {short} is not among {problems}")
        check(re.search(rf"\b{number + 1}\b", said), f"{what}: verify does not name line {number + 1}: {said!r}")
        listed = place.run("list", "departures", "--json")
        check(listed.returncode == 0, f"{what}: list exits {listed.returncode}: {listed.stderr.strip()}")
        seen = len(json.loads(listed.stdout)["departures"])
        check(seen == people - 1, f"{what}: {seen} departures instead of {people - 1}")
        check(os.path.basename(short) in listed.stderr, f"{what}: list does not say what it left out: {listed.stderr!r}")
        with Terminal(place) as terminal:
            named = os.path.basename(short).removesuffix(".jsonl")
            terminal.see("Hôm nay ›", "DỮ LIỆU HỎNG", "! Dữ liệu hỏng 1 chỗ")
            terminal.keys("Home", "Enter")
            terminal.wait(
                lambda screen: named in screen and re.search(rf"\b{number + 1}\b", screen),
                f"{what}: the file and line of what is left out", 5)
            terminal.see("sao lưu")
            terminal.quit()
        check(files(place.data) == before, f"{what}: looking changed the data folder")
        # Adding goes on, and what is there stays there. What the account remembers is put back with the folder.
        state, kept = place.environment()["XDG_STATE_HOME"], place.path("state-before")
        shutil.copytree(state, kept)
        done = place.run("add", "departure", "--json", "-", text=json.dumps({**GOOD, "citizenId": "010204000188"}))
        check(done.returncode == 0, f"{what}: adding afterwards: exit {done.returncode}: {done.stderr.strip()}")
        after = files(place.data)
        with open(segment, "rb") as file:
            check(file.read().startswith(b"".join(lines[:number] + [line])), f"{what}: the segment was rewritten")
        for name in after:
            if name not in before:
                os.remove(os.path.join(place.data, name))
        shutil.rmtree(state)
        os.rename(kept, state)
        with open(segment, "wb") as file:
            file.write(whole)
        counted["journals"] += 1


if __name__ == "__main__":
    main(test, __doc__)
