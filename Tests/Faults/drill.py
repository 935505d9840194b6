"""The drill: a backup while clerks write, restored into a new folder, compared byte for byte, and gone on with."""

import json
import os
import subprocess
import threading

from ground import Ground, check, main, record

CLERKS = 4
BACKUPS = 12


def files(folder):
    """Every file of a folder with its bytes."""
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                found[os.path.relpath(os.path.join(path, name), folder)] = file.read()
    return found


class Clerk(threading.Thread):
    """Adds one record after the other, under a writer of their own, until told to stop."""

    def __init__(self, ground, number, stop):
        super().__init__()
        self.ground, self.number, self.stop = ground, number, stop
        self.saved = []

    def run(self):
        person = self.number * 10_000
        while not self.stop.is_set():
            person += 1
            done = self.ground.place.run(
                "add", "departure", "--json", "-", text=json.dumps(record(person)), account=f"state-{self.number}")
            if done.returncode == 0:
                self.saved.append(person)


def test(program):
    with Ground(program) as ground:
        place = ground.place
        ground.add(20)
        stop = threading.Event()
        clerks = [Clerk(ground, number, stop) for number in range(1, CLERKS + 1)]
        for clerk in clerks:
            clerk.start()
        try:
            lines = [one(ground, clerks, number) for number in range(BACKUPS)]
        finally:
            stop.set()
            for clerk in clerks:
                clerk.join()
        check(lines[-1] > lines[0], "nobody wrote while the backups were made")
        at_rest(ground)
        refusals(ground)
        saved = sum(len(clerk.saved) for clerk in clerks)
        check(saved > BACKUPS, f"only {saved} records were written meanwhile")
        return (
            f"{BACKUPS} backups while {CLERKS} clerks saved {saved} records: each restored whole, with everything that "
            f"was acknowledged before it began ({lines[0]} to {lines[-1]} lines)")


def one(ground, clerks, number):
    """One backup and its restored folder; gives the lines in it."""
    place = ground.place
    before = set(ground.acknowledged).union(*[list(clerk.saved) for clerk in clerks])
    archive, folder = place.path(f"{number}.tar"), place.path(f"restored-{number}")
    done = place.run("backup", archive, "--json")
    check(done.returncode == 0, f"backup: {done.stderr.strip()}")
    report = json.loads(done.stdout)
    again = place.run("restore", archive, folder, "--json", account="elsewhere")
    check(again.returncode == 0, f"restore: {again.stdout} {again.stderr.strip()}")
    check(json.loads(again.stdout)["lines"] == report["lines"], "restored and backed up differ")
    rows = json.loads(
        place.run("list", "departures", "--unmask", "--json", "--data", folder, account="elsewhere").stdout)
    found = {int(row["citizenId"][6:]) for row in rows["departures"]}
    check(before <= found, f"acknowledged before the backup and not in it: {sorted(before - found)[:5]}")
    return report["lines"]


def at_rest(ground):
    """Nobody writes: the restored folder is the same byte for byte, by tar and by the program; work goes on in it."""
    place = ground.place
    archive, folder, unpacked = place.path("rest.tar"), place.path("rest"), place.path("unpacked")
    check(place.run("backup", archive).returncode == 0, "backup at rest")
    check(place.run("restore", archive, folder, account="elsewhere").returncode == 0, "restore at rest")
    here = files(place.data)
    restored = files(folder)
    check(len(restored.pop("restored")) == 17, "no mark of a restored folder")
    check(restored == here, "the restored folder differs")
    os.mkdir(unpacked)
    subprocess.run(["tar", "-xf", archive, "-C", unpacked], check=True)
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=unpacked, capture_output=True, text=True, check=False)
    check(checked.returncode == 0, f"sha256sum: {checked.stdout} {checked.stderr}")
    os.remove(os.path.join(unpacked, "SHA256SUMS"))
    check(files(unpacked) == here, "what tar unpacks differs")
    for account in ("elsewhere", "state"):
        done = place.run(
            "add", "departure", "--json", "-", "--data", folder, text=json.dumps(record(900_000 + len(account))),
            account=account)
        check(done.returncode == 0, f"going on in the restored folder: {done.stderr.strip()}")
    before, now = set(here), set(files(folder))
    new = {name.split("/")[1] for name in now - before - {"restored"}}
    old = {name.split("/")[1] for name in before if name.startswith("j/")}
    check(len(new) == 2 and not new & old, f"new writers: {new}")
    check(all(files(folder)[name] == here[name] for name in here), "an old segment changed")
    check(place.run("verify", "--data", folder, account="elsewhere").returncode == 0, "verify of the restored folder")
    # The first folder goes on as well, although its account has written elsewhere meanwhile.
    ground.add(1)
    ground.verify("the first folder")


def refusals(ground):
    place = ground.place
    archive = place.path("rest.tar")
    whole = files(place.root)[os.path.relpath(archive, place.root)]
    damaged = place.path("damaged.tar")
    with open(damaged, "wb") as file:
        file.write(whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:])
    cases = [
        ("a file that exists", ("backup", archive)),
        ("a folder in use", ("restore", archive, place.data)),
        ("no such archive", ("restore", place.path("none.tar"), place.path("x"))),
        ("a damaged archive", ("restore", damaged, place.path("y"))),
        ("no archive", ("restore", os.path.join(place.data, "plan.json"), place.path("z"))),
    ]
    for what, words in cases:
        done = place.run(*words)
        said = done.stderr.strip()
        check(done.returncode == 3 and said and "\n" not in said, f"{what}: exit {done.returncode}: {said!r}")
    check(not any(os.path.exists(place.path(name)) for name in "xyz"), "a refused restore left a folder")
    check(files(place.root)[os.path.relpath(archive, place.root)] == whole, "the archive was touched")


if __name__ == "__main__":
    main(test, __doc__)
