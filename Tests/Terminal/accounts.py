"""Two Unix accounts on one shared folder (3770): each writes only its own files, sees the other's save within two
seconds without a key, and is asked before it writes over a field the other has just changed. A third only views."""
import json
import os
import shutil
import stat
import subprocess
import tarfile
import time

from driver import Place, Terminal, check, main

TODAY = "2024-09-30"
GROUP = "lenduong-test"
CLERKS, READER = ["lenduong-test-a", "lenduong-test-b"], "lenduong-test-c"
SEEN_WITHIN = 2.0
AS = """#!/bin/sh
exec setpriv --reuid="$AS" --regid={group} --init-groups "{program}" "$@"
"""
GOOD = {
    "citizenId": "010204000104", "fullName": "Lao động mẫu 04", "birthDate": "2004-09-17", "sex": "M",
    "ethnicGroup": "MONG", "phone": "0911111111", "commune": "02728", "catalogue": "2023", "market": "JP",
    "contractForm": "SERVICE_ENT", "enterprise": "Doanh nghiệp mẫu A", "contractMonths": 36,
    "orientationDate": "2024-06-28", "orientationCertificate": "12/BD", "householdClass": "POOR",
    "householdYear": 2024, "departedOn": "2024-07-05", "status": "ABROAD"}


def account(name, *words):
    done = subprocess.run([*words, name], capture_output=True, text=True)
    check(done.returncode == 0, f"{words}: {done.stderr.strip()}")


class Office:
    """A shared folder as root makes it, and the accounts that may write to it."""

    def __init__(self, program):
        self.place = Place(program, TODAY)
        local = self.place.path("lenduong")
        shutil.copy(program, local)
        os.chmod(local, 0o755)
        os.chmod(self.place.root, 0o755)
        self.place.program = self.place.path("as")
        with open(self.place.program, "w") as file:
            file.write(AS.format(group=GROUP, program=local))
        os.chmod(self.place.program, 0o755)
        self.place.data = self.place.path("data")
        os.mkdir(self.place.data)
        account(GROUP, "groupadd", "--force")
        for name in CLERKS + [READER]:
            subprocess.run(["userdel", name], capture_output=True)
            account(name, "useradd", "--no-create-home", "--gid", GROUP)
            os.mkdir(self.place.path(name), 0o700)
            shutil.chown(self.place.path(name), name, GROUP)
        shutil.chown(self.place.data, "root", GROUP)
        os.chmod(self.place.data, 0o3770)

    def run(self, name, *arguments, text=None):
        """Runs the program as an account of the machine."""
        return self.place.run(*arguments, text=text, account=name, AS=name, HOME=self.place.path(name))

    def screen(self, name, *arguments):
        return Terminal(
            self.place, *arguments, account=name, AS=name, HOME=self.place.path(name))

    def remove(self):
        for name in CLERKS + [READER]:
            subprocess.run(["userdel", name], capture_output=True)
        subprocess.run(["groupdel", GROUP], capture_output=True)
        self.place.remove()


def owners(folder):
    """The owner and the rights of every file of the journal."""
    found = {}
    for path, _, names in os.walk(os.path.join(folder, "j")):
        for name in names:
            status = os.stat(os.path.join(path, name))
            found[os.path.join(path, name)] = (status.st_uid, stat.S_IMODE(status.st_mode))
    return found


def actions(paths):
    """What the lines of some files of the journal do."""
    found = set()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            found |= {json.loads(line)["a"] for line in lines}
    return found


def cannot_touch(office, name, theirs):
    """Nobody may write to, replace or remove another's file."""
    folder = os.path.dirname(theirs)
    for words in (f"echo x >> '{theirs}'", f"rm -f '{theirs}'", f"mv '{folder}' '{folder}x'", f"touch '{folder}/y'"):
        done = subprocess.run(
            ["setpriv", f"--reuid={name}", f"--regid={GROUP}", "--init-groups", "sh", "-c", words], capture_output=True)
        check(done.returncode != 0, f"{name} may do: {words}")
    check(os.path.exists(theirs), f"{theirs} is gone")


def test(program):
    if os.geteuid() != 0 or not shutil.which("useradd") or not shutil.which("setpriv"):
        return "skipped: only root can make accounts"
    office = Office(program)
    try:
        return play(office)
    finally:
        office.remove()


def play(office):
    one, two = CLERKS
    # A clerk who made the register could remove what others write: root makes it.
    done = office.run(one, "init")
    check(done.returncode == 3 and "quản trị" in done.stderr, f"{one}: init: {done.returncode} {done.stderr}")
    check(os.listdir(office.place.data) == [], f"a refused init left {os.listdir(office.place.data)}")
    done = office.run("root", "init")
    check(done.returncode == 0, f"root: init: {done.stderr.strip()}")
    done = office.run(one, "add", "departure", "--json", "-", text=json.dumps(GOOD))
    check(done.returncode == 0, f"{one}: add: {done.stderr.strip()}")

    as_clerk = ("--unit", "02728", "--role", "clerk")
    with office.screen(one, *as_clerk) as mine, office.screen(two, *as_clerk) as theirs:
        for terminal in (mine, theirs):
            terminal.see("Hôm nay ›")
            terminal.keys("a")
            terminal.see("Lao động mẫu 04")
        # The other screen is left alone: what is saved here appears there.
        delays = []
        for number in range(5):
            mine.keys("a")
            mine.see("lượt mới")
            mine.raw(f"Lao động mẫu A{number}\t01020400020{number}\t0507\t\t")
            mine.keys("F6", "F6")
            mine.raw("JP\tSERVICE_ENT\t")
            mine.keys("F6", "F6")
            mine.see("Trạng thái")
            mine.raw("\t0507\t")
            mine.keys("F2")
            save(mine, f"mẫu A{number}")
            start = time.monotonic()
            theirs.see(f"mẫu A{number}", deadline=SEEN_WITHIN + 5)
            delays.append(time.monotonic() - start)
        check(max(delays) <= SEEN_WITHIN, f"a save appeared only after {max(delays):.2f} s")

        # Both correct one field: whoever saves second is asked.
        for terminal in (mine, theirs):
            terminal.keys("Home")
            terminal.choose("Lao động mẫu 04")
            terminal.keys("E")
            terminal.see("› sửa")
            terminal.keys(*["Tab"] * 5)
        for terminal, number in ((mine, "0922222222"), (theirs, "0933333333")):
            terminal.keys("C-u")
            terminal.keys(number)
            terminal.see(number)
        mine.keys("F2")
        save(mine, "mẫu 04")
        theirs.keys("F2")
        theirs.see(f"vừa được {one} sửa: 0922222222", "Ghi đè")
        theirs.keys("g")
        theirs.gone("vừa được")
        theirs.see("Nhập xuất cảnh ›")
        found = phone(office)
        check(found == ("0922222222", []), f"kept theirs, on file is {found}")
        for terminal in (mine, theirs):
            terminal.quit()

    # A supervisor's or reader's account does not write, and does not see whole numbers.
    done = office.run(READER, "list", "departures", "--unit", "02728", "--json")
    check(len(json.loads(done.stdout)["departures"]) == 6, f"the reader sees {done.stdout[:200]}")
    with office.screen(READER, "--unit", "02728", "--role", "reader") as terminal:
        terminal.see("Hôm nay ›", "CHỈ XEM")
        terminal.keys("a")
        terminal.see("Lao động mẫu 04")
        terminal.keys("v")
        terminal.see("chỉ xem")
        check("010204000104" not in terminal.screen(), "the reader sees a whole number")
        terminal.quit()

    files = owners(office.place.data)
    uids = {name: int(subprocess.run(["id", "-u", name], capture_output=True).stdout) for name in CLERKS}
    # The other one kept what was there, and has looked at a number on the way.
    written = {name: actions(path for path, (uid, _) in files.items() if uid == uids[name]) for name in CLERKS}
    check(written[two] <= {"head", "see"} and not written[one] <= {"head", "see"}, f"who wrote: {written}")
    done = office.run(two, "add", "departure", "--json", "-", text=json.dumps({**GOOD, "citizenId": "010204000155"}))
    check(done.returncode == 0, f"{two}: add: {done.stderr.strip()}")
    files = owners(office.place.data)
    check({uid for uid, _ in files.values()} == set(uids.values()), f"who wrote: {files}, accounts {uids}")
    check({mode for _, mode in files.values()} == {0o640}, f"rights: {files}")
    for name, other in ((one, two), (two, one)):
        for path, (uid, _) in files.items():
            if uid == uids[other]:
                cannot_touch(office, name, path)
    for name in CLERKS + [READER]:
        done = office.run(name, "verify")
        check(done.returncode == 0, f"{name}: verify: {done.stdout} {done.stderr}")
    kills = killed_at_birth(office, one, two)
    planted(office, one)
    named_readers(office, one)
    named_meanwhile(office, one)
    return (
        f"two clerks and a reader on one folder: saves seen after {max(delays):.2f} s at most, nobody touched another's file; "
        f"{kills} kills in a first save, nobody was locked out; what others planted changed nothing")


def killed_at_birth(office, one, two):
    """Wherever the first save of an account ends, the others go on: what it has made so far they can read."""
    if not shutil.which("strace"):
        return 0
    kills = saved = 0
    for call in ("mkdirat", "fchmod", "flock", "write", "fsync", "fdatasync"):
        for when in range(1, 99):
            state = office.place.path(f"born-{call}-{when}")
            os.mkdir(state, 0o700)
            shutil.chown(state, two, GROUP)
            done = office.place.run(
                "add", "departure", "--json", "-", text=json.dumps(
                    {**GOOD, "citizenId": f"010204001{kills + saved:03}", "fullName": "Lao động mẫu 90"}),
                account=os.path.basename(state), AS=two, HOME=state,
                prefix=["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                        f"inject={call}:signal=SIGKILL:when={when}"])
            if done.returncode == 0:
                saved += 1
                break
            check(done.returncode in (-9, 137), f"{call} {when}: {done.returncode} {done.stderr}")
            kills += 1
            what = f"{two} killed at {call} {when}; {one}"
            seen = office.run(one, "list", "departures")
            check(seen.returncode == 0, f"{what}: list: {seen.stderr}")
            # Only who made a file knows that nothing was ever in it.
            kinds = {problem["kind"] for problem in json.loads(office.run(one, "verify", "--json").stdout)["problems"]}
            check(kinds <= {"empty"}, f"{what}: verify finds {kinds}")
    check(kills > 12, f"only {kills} kills")
    return kills


def planted(office, one):
    """What somebody of the group puts beside the folder's own files changes nothing for the others."""
    private = os.path.join(office.place.path(one), "lenduong")
    before = sorted(os.listdir(private))
    wanted = office.run(one, "list", "departures", "--json").stdout
    for name in ("restored", "synthetic"):
        path = os.path.join(office.place.data, name)
        for make in (lambda: open(path, "w").close(), lambda: os.mkfifo(path)):
            make()
            shutil.chown(path, READER, GROUP)
            done = office.run(one, "list", "departures", "--json")
            check(done.stdout == wanted, f"{name} planted: list says {done.stderr!r}")
            check(sorted(os.listdir(private)) == before, f"{name} planted: another private folder was begun")
            archive = os.path.join(office.place.path(one), f"{name}-{stat.S_IFMT(os.stat(path).st_mode)}.tar")
            done = office.run(one, "backup", archive)
            with tarfile.open(archive) as file:
                held = file.getnames()
            check(done.returncode == 0 and name not in held, f"{name} planted: backup: {done.stderr!r}, {held}")
            done = office.run(one, "verify")
            check(f"{name}:" in done.stdout + done.stderr, f"{name} planted: verify: {done.stdout!r}")
            os.remove(path)


def named_readers(office, one):
    """Who is named in root's list only views, whatever they choose; a list that anybody else puts there is none."""
    path = os.path.join(office.place.data, "readers")
    for owner, bound in ((one, False), ("root", True)):
        with open(path, "w") as file:
            file.write(f"nobody\n{READER}\n")
        shutil.chown(path, owner, GROUP)
        for words, text in ((("list", "workers", "--unmask", "--json"), None), (("add", "departure", "--json", "-"), json.dumps(
                {**GOOD, "citizenId": "010204000106", "fullName": "Lao động mẫu 91"}))):
            done = office.place.run(
                *words, text=text, account=f"chosen-{owner}", AS=READER, HOME=office.place.path(READER),
                XDG_STATE_HOME=office.place.path(READER) + f"/{owner}-{words[0]}")
            check((done.returncode != 0) == bound, f"{READER}, list of {owner}: {words}: {done.returncode} {done.stderr}")
            check(not bound or "chỉ" in done.stderr.lower(), f"{READER}: {words}: {done.stderr}")
        if owner == "root":
            backed_up(office, path)
        os.remove(path)


def backed_up(office, path):
    """The list goes with a backup: whoever only views does so in the restored folder, too."""
    archive, folder = office.place.path("root", "readers.tar"), office.place.path("restored")
    os.mkdir(folder)
    shutil.chown(folder, "root", GROUP)
    os.chmod(folder, 0o3770)
    for words in (("backup", archive), ("restore", archive, folder)):
        done = office.run("root", *words)
        check(done.returncode == 0, f"root: {words}: {done.stderr}")
    with open(path, "rb") as old, open(os.path.join(folder, "readers"), "rb") as new:
        check(old.read() == new.read(), "another list was restored")
    done = office.place.run(
        "add", "departure", "--json", "-", text=json.dumps(GOOD), account="restored-reader", AS=READER,
        HOME=office.place.path(READER), LENDUONG_DATA=folder, XDG_STATE_HOME=office.place.path(READER, "restored"))
    check(done.returncode != 0 and "chỉ" in done.stderr, f"{READER} in a restored folder: {done.returncode} {done.stderr}")


def named_meanwhile(office, one):
    """Who is named while a screen is open saves nothing from then on, and goes on once the name is taken away."""
    path = os.path.join(office.place.data, "readers")
    with office.screen(one, "--unit", "02728", "--role", "clerk") as terminal:
        terminal.see("Hôm nay ›")
        terminal.keys("a")
        terminal.choose("Lao động mẫu A1")
        terminal.keys("E")
        terminal.see("› sửa")
        terminal.keys(*["Tab"] * 5)
        terminal.keys("C-u")
        terminal.keys("0944444444")
        terminal.see("0944444444")
        with open(path, "w") as file:
            file.write(f"{one}\n")
        terminal.keys("F2")
        answered(terminal, "CHƯA LƯU")
        terminal.see("chỉ cho xem")
        check(phone(office, "Lao động mẫu A1")[0] != "0944444444", "saved by somebody who only views")
        os.remove(path)
        terminal.keys("F2")
        terminal.see("Đã lưu: Lao động mẫu A1")
        terminal.quit()
    check(phone(office, "Lao động mẫu A1")[0] == "0944444444", "not saved once the name was taken away")


def save(terminal, name):
    answered(terminal, f"Đã lưu: Lao động {name}")


def answered(terminal, wanted):
    """Waits for the answer to a save, giving a reason to whatever is warned of."""
    for _ in range(8):
        screen = terminal.wait(lambda text: text if wanted in text or "Lý do" in text else None, wanted)
        if wanted in screen:
            return
        terminal.keys("x")
        terminal.see("Lý do vẫn nhận: x")
        terminal.keys("Enter")
        terminal.gone("Lý do vẫn nhận: x")
    check(False, f"never said: {wanted}")


def phone(office, name="Lao động mẫu 04"):
    done = office.run(CLERKS[0], "list", "departures", "--json")
    record = next(r for r in json.loads(done.stdout)["departures"] if r["fullName"] == name)
    return record["phone"], record["conflicts"]


if __name__ == "__main__":
    main(test, __doc__)
