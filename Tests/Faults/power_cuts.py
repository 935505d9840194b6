"""Power cuts: a file system in an image is shut down while four clerks save; after the next mount all they were told is there.

  power_cuts.py PROGRAM [CUTS]

CUTS (20) are shared out evenly between ext4 and XFS. Shutting down (`xfs_io -x -c shutdown`) drops what is not on the
disk yet, as when the power fails. Skipped, with the reason, where loop mounts are not allowed or the tools are not installed.
"""

import json
import os
import subprocess
import sys
import threading
import time

from ground import Ground, check, main, missing, record

CUTS, CLERKS = 20, 4
# After so many a new disk is taken: what is on it is read after each of them.
CUTS_A_DISK = 100
# So many numbers of people are set apart for what one clerk saves before one cut, and for everybody else.
PEOPLE, OTHERS = 100, 10_000
MAKERS = {"ext4": ["mkfs.ext4", "-q", "-F"], "xfs": ["mkfs.xfs", "-q", "-f"]}
MEGABYTES = 320


def command(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    check(done.returncode == 0, f"{' '.join(words)}: {done.stderr.strip()}")


class Clerk(threading.Thread):
    """Adds one record after the other until the disk is gone; notes each answer at once."""

    def __init__(self, ground, number, first):
        super().__init__()
        self.ground, self.number, self.person = ground, number, first
        self.saved, self.tried, self.stop = [], [], False

    def run(self):
        environment = self.ground.place.environment(LENDUONG_DATA=self.ground.place.data)
        environment["XDG_STATE_HOME"] = os.path.join(os.path.dirname(self.ground.place.data), f"state-{self.number}")
        os.makedirs(environment["XDG_STATE_HOME"], mode=0o700, exist_ok=True)
        while not self.stop:
            self.person += 1
            self.tried.append(self.person)
            done = subprocess.run(
                [self.ground.place.program, "add", "departure", "--json", "-"],
                input=json.dumps(record(self.person)).encode(), capture_output=True, env=environment,
                cwd=self.ground.place.root, check=False)
            if done.returncode != 0:
                return
            self.saved.append(self.person)


def cut(ground, mount, number):
    """Four clerks save; the disk is shut down under them, and mounted again."""
    clerks = [Clerk(ground, clerk, OTHERS + (number * CLERKS + clerk) * PEOPLE) for clerk in range(CLERKS)]
    for clerk in clerks:
        clerk.start()
    wanted = CLERKS * (2 + number % 5)
    deadline = time.monotonic() + 30
    while sum(len(clerk.saved) for clerk in clerks) < wanted and time.monotonic() < deadline:
        time.sleep(0.002)
    # What is answered while the disk goes down is not judged: the kernel may still say yes then.
    acknowledged = [person for clerk in clerks for person in clerk.saved]
    with open(os.path.join(mount, f"unsafe-{number}"), "w", encoding="utf-8") as file:
        file.write("never synced")
    command("xfs_io", "-x", "-c", "shutdown", mount)
    for clerk in clerks:
        clerk.stop = True
    for clerk in clerks:
        clerk.join()
    ground.acknowledged.update(acknowledged)
    for clerk in clerks:
        ground.tried.update(clerk.tried)
    return len(acknowledged)


def one(program, kind, cuts):
    saved = 0
    with Ground(program) as ground:
        place = ground.place
        image, mount = place.path("image"), place.path("disk")
        os.mkdir(mount)
        with open(image, "wb") as file:
            file.truncate(MEGABYTES << 20)
        command(*MAKERS[kind], image)
        command("mount", "-o", "loop", image, mount)
        try:
            os.chmod(mount, 0o700)
            place.data = os.path.join(mount, "data")
            done = place.run("init", "--unit", "02728")
            check(done.returncode == 0, f"init: {done.stderr.strip()}")
            ground.add(3)
            for number in range(1, cuts + 1):
                saved += cut(ground, mount, number)
                command("umount", mount)
                command("mount", "-o", "loop", image, mount)
                unsafe = os.path.join(mount, f"unsafe-{number}")
                check(not os.path.exists(unsafe) or os.path.getsize(unsafe) == 0, f"{kind}: the power did not fail")
                found = ground.look(f"{kind}, cut {number}")
                ground.acknowledged |= found
                ground.add(1)
        finally:
            subprocess.run(["umount", "-l", mount], capture_output=True, check=False)
    return saved


def allowed():
    done = subprocess.run(
        ["sh", "-c", "D=$(mktemp -d) && truncate -s 16M $D.img && mkfs.ext4 -q -F $D.img && mount -o loop $D.img $D && "
         "umount $D; S=$?; rm -rf $D $D.img; exit $S"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"skipped: no loop mounts here ({done.stderr.strip()})"


def test(program):
    reason = missing("unshare", "xfs_io", "mkfs.ext4", "mkfs.xfs") or allowed()
    if reason:
        return reason
    cuts = -(-(int(sys.argv[2]) if len(sys.argv) > 2 else CUTS) // len(MAKERS))
    saved = {
        kind: sum(one(program, kind, min(CUTS_A_DISK, cuts - first)) for first in range(0, cuts, CUTS_A_DISK))
        for kind in MAKERS}
    said = ", ".join(f"{kind} {number} saves" for kind, number in saved.items())
    return f"{cuts} cuts on each file system ({said}): everything acknowledged was there after the next mount"


if __name__ == "__main__":
    # Mounts of its own, so that nothing is left behind however it ends.
    if os.environ.get("LENDUONG_OWN_MOUNTS") is None and not missing("unshare"):
        os.environ["LENDUONG_OWN_MOUNTS"] = "1"
        probe = subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False)
        if probe.returncode == 0:
            os.execvp("unshare", ["unshare", "-m", sys.executable, *sys.argv])
    main(test, __doc__)
