"""What an account of the group does with its own files, or puts in the way of the others', costs the others nothing: no
line that they counted, no line that does not verify, no folder in which it could remove what they write."""
import json
import os
import resource
import shutil
import signal
import stat
import subprocess

import ground  # noqa: F401  the folder of the terminal tests is among the places to look in from here on
from accounts import CLERKS, GOOD, GROUP, Office
from driver import check, main

ONE, TWO = CLERKS
AS_CLERK = ("--unit", "02728", "--role", "clerk")
# Six of these are more than MEMORY, each is less than a quarter of it.
SPARSE, MEMORY = 150 << 20, 700 << 20


def test(program):
    if os.geteuid() != 0 or not shutil.which("useradd") or not shutil.which("setpriv"):
        return "skipped: only root can make accounts"
    said = []
    for play in (unreadable, altered, in_the_way, closed_until_whole, removable, sparse):
        office = Office(program)
        try:
            said.append(play(office))
        finally:
            office.remove()
    return "; ".join(said)


def begin(office):
    done = office.run("root", "init")
    check(done.returncode == 0, f"root: init: {done.stderr.strip()}")


def add(office, name, number, **more):
    record = {**GOOD, "citizenId": f"0102040009{number:02}", "fullName": f"Lao động mẫu C{number}", **more}
    done = office.run(name, "add", "departure", "--json", "-", text=json.dumps(record))
    check(done.returncode == 0, f"{name}: add {number}: {done.stderr.strip()}")


def owned(office):
    """Whose each file of the journal is."""
    found = [
        os.path.join(path, file) for path, _, files in os.walk(os.path.join(office.place.data, "j")) for file in files]
    return {file: os.stat(file).st_uid for file in found}


def segment(office, name):
    """The one file that an account has written."""
    uid = int(subprocess.run(["id", "-u", name], capture_output=True).stdout)
    found = [file for file, owner in owned(office).items() if owner == uid]
    check(len(found) == 1, f"{name} has written {found}")
    return found[0]


def names(office, name, state=None):
    """Who is listed for an account, and what it is told; with `state`, by a fold made anew."""
    more = {"XDG_STATE_HOME": office.place.path(name, state)} if state else {}
    done = office.place.run(
        "list", "departures", "--json", account=name, AS=name, HOME=office.place.path(name), **more)
    check(done.returncode == 0, f"{name}: list: {done.stderr.strip()}")
    return sorted(row["fullName"] for row in json.loads(done.stdout)["departures"]), done.stderr


def unreadable(office):
    """A segment that cannot be read at one look of an open screen: nothing else of that look is forgotten."""
    begin(office)
    for number, name in enumerate(("root", ONE, TWO)):
        add(office, name, number)
    number = 3
    for closed in (TWO, "root"):
        with office.screen(ONE, *AS_CLERK) as screen:
            screen.see("Hôm nay ›")
            screen.keys("a")
            screen.see("Lao động mẫu C0", "Lao động mẫu C2")
            process = screen.process()
            os.kill(process, signal.SIGSTOP)
            add(office, closed, number)
            other = "root" if closed == TWO else TWO
            add(office, other, number + 1)
            file = segment(office, closed)
            os.chmod(file, 0)
            os.kill(process, signal.SIGCONT)
            screen.see(f"Lao động mẫu C{number + 1}")
            check(f"mẫu C{number}" not in screen.screen(), f"what {closed} closed was read")
            os.chmod(file, 0o640)
            screen.see(f"Lao động mẫu C{number}", f"Lao động mẫu C{number + 1}")
            screen.quit()
        kept, _ = names(office, ONE)
        anew, _ = names(office, ONE, "anew")
        check(kept == anew and len(kept) == number + 2, f"kept {kept}, anew {anew}")
        number += 2
    return "two looks past a closed file"


def altered(office):
    """A line that was copied, changed and appended while a screen is open counts for nobody."""
    begin(office)
    add(office, TWO, 1)
    file = segment(office, TWO)
    with office.screen(ONE, *AS_CLERK) as screen:
        screen.see("Hôm nay ›")
        screen.keys("a")
        screen.see("Lao động mẫu C1")
        with open(file, "rb") as lines:
            last = lines.read().splitlines(keepends=True)[-1]
        forged = last.replace("mẫu C1".encode(), "mẫu C7".encode())
        check(forged != last, "nothing was changed")
        with open(file, "ab") as lines:
            lines.write(forged)
        screen.see("Dữ liệu hỏng 1 chỗ")
        check("mẫu C7" not in screen.screen(), "the changed line is shown")
        screen.quit()
    found, told = names(office, ONE)
    check(found == ["Lao động mẫu C1"] and os.path.basename(file) in told, f"listed {found}, told {told!r}")
    return "a changed line left out"


def in_the_way(office):
    """Whatever a colleague has put where a known writer's folder is to be, the writer writes elsewhere."""
    begin(office)
    with open(os.path.join(office.place.data, "format"), encoding="utf-8") as file:
        writer = json.load(file)["root"]
    place = os.path.join(office.place.data, "j", writer)
    state = office.place.path("root")
    for folder, copy in ((office.place.data, "before"), (state, "state-before")):
        subprocess.run(["cp", "-a", folder, office.place.path(copy)], check=True)
    ways = {
        "a folder": f"mkdir '{place}'", "a closed folder": f"mkdir -m 0 '{place}'", "a file": f": > '{place}'",
        "a link": f"ln -s /tmp '{place}'", "a folder for all": f"mkdir '{place}' && chmod 2777 '{place}'"}
    for what, words in ways.items():
        for folder, copy in ((office.place.data, "before"), (state, "state-before")):
            subprocess.run(["rm", "-rf", folder], check=True)
            subprocess.run(["cp", "-a", office.place.path(copy), folder], check=True)
        subprocess.run(["setpriv", f"--reuid={ONE}", f"--regid={GROUP}", "--init-groups", "sh", "-c", words], check=True)
        add(office, "root", 1)
        file = segment(office, "root")
        check(not file.startswith(place), f"{what}: root wrote in it")
        done = subprocess.run(
            ["setpriv", f"--reuid={ONE}", f"--regid={GROUP}", "--init-groups", "rm", "-f", file], capture_output=True)
        check(done.returncode != 0 and os.path.exists(file), f"{what}: {ONE} may remove what root has written")
        # What may hold lines and cannot be read is never passed over: the others are told so.
        reader = "root" if what == "a closed folder" else TWO
        check(names(office, reader)[0] == ["Lao động mẫu C1"], f"{what}: {names(office, reader)}")
        add(office, "root", 2)
        check(segment(office, "root") == file, f"{what}: root began again")
    return f"{len(ways)} things in a writer's way"


def closed_until_whole(office):
    """While a shared folder is being made, nobody else can put anything among the journals."""
    if not shutil.which("strace"):
        return "skipped: what is made in which order only strace tells"
    begin(office)
    add(office, "root", 1)
    archive = office.place.path("root", "whole.tar")
    done = office.run("root", "backup", archive)
    check(done.returncode == 0, f"backup: {done.stderr.strip()}")
    for words in (("init",), ("restore", archive), ("epoch",)):
        target = office.place.path(f"by-{words[0]}")
        os.mkdir(target)
        shutil.chown(target, "root", GROUP)
        os.chmod(target, 0o3770)
        is_init = words[0] == "init"
        log = office.place.path("calls")
        done = office.place.run(
            *words, *([] if is_init else [target]), account="root", AS="root", HOME=office.place.path("root"),
            prefix=["strace", "-f", "-qq", "-o", log, "-e", "trace=mkdirat,fchmod,openat,renameat"],
            **({"LENDUONG_DATA": target} if is_init else {}))
        check(done.returncode == 0, f"{words}: {done.returncode} {done.stderr}")
        with open(log, encoding="utf-8") as file:
            calls = file.read().splitlines()
        opened = [number for number, call in enumerate(calls) if "fchmod(" in call and "03770" in call]
        made = [number for number, call in enumerate(calls) if "mkdirat(" in call or "O_CREAT" in call]
        last = [number for number, call in enumerate(calls) if "renameat(" in call and '"format.new"' in call]
        check(len(opened) == len(last) == 1 and max(made) < opened[0] < last[0], f"{words}: {made}, {opened}, {last}")
        journal = os.path.join(target, "j")
        check(stat.S_IMODE(os.stat(journal).st_mode) == 0o3770, f"{words}: the journals are not the group's")
        group = os.stat(target).st_gid
        for path, folders, files in os.walk(journal):
            for name in folders + files:
                status = os.stat(os.path.join(path, name))
                check(status.st_uid == 0 and status.st_gid == group, f"{words}: {name} {status}")
                check(stat.S_IMODE(status.st_mode) in (0o2750, 0o640), f"{words}: {name} {status}")
    return "folders made closed"


def removable(office):
    """A file in a folder of another account is told of."""
    begin(office)
    add(office, TWO, 1)
    file = segment(office, TWO)
    shutil.chown(os.path.dirname(file), ONE)
    done = office.run(ONE, "verify", "--json")
    found = [(problem["kind"], problem["file"]) for problem in json.loads(done.stdout)["problems"]]
    wanted = [("others-folder", os.path.relpath(file, office.place.data))]
    check(done.returncode == 0 and found == wanted, f"verify: {done.returncode} {found}")
    # Its writer writes elsewhere from then on, in one place, also where the old file's end is not whole.
    with open(file, "ab") as lines:
        lines.write(b'{"v":1')
    for number in (2, 3):
        add(office, TWO, number)
    files = [name for name, uid in owned(office).items() if uid == os.stat(file).st_uid and name != file]
    check(len(files) == 1 and os.stat(os.path.dirname(files[0])).st_uid == os.stat(file).st_uid, f"written: {files}")
    check(len(names(office, ONE)[0]) == 3, f"{ONE} sees {names(office, ONE)}")
    done = office.run("root", "epoch", office.place.path("next"))
    check(done.returncode == 0, f"epoch: {done.returncode} {done.stderr}")
    return "a folder of another's named, and left"


def sparse(office):
    """Files that state great lengths, each within the bound for one, are not read all at once."""
    begin(office)
    add(office, TWO, 1)
    folder = os.path.dirname(segment(office, TWO))
    for number in range(1, 7):
        path = os.path.join(folder, f"209901-{number}.jsonl")
        with open(path, "wb") as file:
            file.truncate(SPARSE)
            # A line break wherever one is looked for.
            for part in range(17):
                file.seek((SPARSE - 65_536) // 16 * part + 100)
                file.write(b"\n")
        shutil.chown(path, TWO, GROUP)
        os.chmod(path, 0o640)
    done = subprocess.run(
        [office.place.program, "list", "departures", "--json"], capture_output=True,
        env=office.place.environment(ONE, AS=ONE, HOME=office.place.path(ONE)), cwd=office.place.root, timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))
    check(done.returncode in (0, 1, 2, 3, 4, 5), f"list ended with {done.returncode}: {done.stderr[-300:]}")
    listed = [row["fullName"] for row in json.loads(done.stdout)["departures"]] if done.stdout else None
    check(listed in (None, ["Lao động mẫu C1"]), f"listed {listed}")
    check(listed or done.stderr, "nothing was said")
    return "six sparse files read one by one"


if __name__ == "__main__":
    main(test, __doc__)
