"""A disk without room, without inodes, or that nobody may write: old bytes stay, one sentence, and work goes on afterwards.

Each case runs in a mount namespace of its own, on a small file system in memory; skipped, with the reason, where that
is not allowed.
"""

import json
import os
import subprocess

from ground import Ground, check, main, not_crashed, record

from bad_input import files

# The options of the file system, and how it is filled up: a file of zeros, many empty files, or made read-only.
CASES = {
    "no room": ("size=4m", "dd if=/dev/zero of=$T/filler bs=4k 2>/dev/null; true"),
    "no inodes": ("size=64m,nr_inodes=60", "i=0; while touch $T/x$i; do i=$((i+1)); done 2>/dev/null; true"),
    "read-only": ("size=64m", "mount -o remount,ro $T"),
}
FREE = {
    "no room": "rm $T/filler", "no inodes": "rm -f $T/x*", "read-only": "mount -o remount,rw $T",
}


def allowed():
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"skipped: no mounts here ({done.stderr.strip() or 'unshare fails'})"


def one(program, name):
    """Fills the disk under a folder of ten records, saves, looks, makes room and saves again, all in one namespace."""
    options, fill = CASES[name]
    with Ground(program) as ground:
        place = ground.place
        ground.add(10)
        before, mount = files(place.data), place.path("disk")
        os.mkdir(mount)
        for number in (10, 11):
            with open(place.path(f"{number}.json"), "w", encoding="utf-8") as file:
                json.dump(record(number), file)
        # What it prints and with which status goes to files beside the disk.
        script = f"""set -u; T={mount}; P={place.program}; O={place.root}
          mount -t tmpfs -o {options},mode=700 tmpfs $T && cp -a {place.data} $T/data && cp -a {place.path('state')} $T/state
          export LENDUONG_DATA=$T/data XDG_STATE_HOME=$T/state
          $P verify --json > $O/before.out 2> $O/before.err; echo $? > $O/before.rc
          {fill}
          $P add departure --json $O/10.json > $O/full.out 2> $O/full.err; echo $? > $O/full.rc
          $P list departures --json > $O/read.out 2> $O/read.err; echo $? > $O/read.rc
          $P backup $T/backup.tar > $O/backup.out 2> $O/backup.err; echo $? > $O/backup.rc
          ls $T > $O/left
          mkdir $O/kept && cp -r $T/data/. $O/kept
          {FREE[name]}
          $P add departure --json $O/11.json > $O/after.out 2> $O/after.err; echo $? > $O/after.rc
          $P verify --json > $O/verify.out 2> $O/verify.err; echo $? > $O/verify.rc
          cp -r $T/data $O/last"""
        done = subprocess.run(
            ["unshare", "-m", "sh", "-c", script], env=place.environment(), capture_output=True, text=True, check=False)
        check(done.returncode == 0, f"{name}: {done.stderr}")

        def result(step):
            words = []
            for kind in ("out", "err", "rc"):
                with open(place.path(f"{step}.{kind}"), encoding="utf-8") as file:
                    words.append(file.read())
            ended = subprocess.CompletedProcess([], int(words[2]), words[0], words[1])
            not_crashed(ended)
            return ended

        check(result("before").returncode == 0, f"{name}: the folder is not sound before")
        full = result("full")
        check(full.returncode == 3 and "CHƯA LƯU" in full.stderr, f"{name}: exit {full.returncode}: {full.stderr!r}")
        check(len(full.stderr.strip().splitlines()) == 1, f"{name}: {full.stderr!r}")
        check(result("read").returncode == 0, f"{name}: reading: {result('read').stderr}")
        backup = result("backup")
        check(backup.returncode == 3 and "CHƯA SAO LƯU" in backup.stderr, f"{name}: backup: {backup.stderr!r}")
        with open(place.path("left"), encoding="utf-8") as file:
            check("backup" not in file.read(), f"{name}: a part of a backup was left")
        kept = files(place.path("kept"))
        changed = [path for path, value in before.items() if kept.get(path) != value]
        for path in changed:
            with open(os.path.join(place.data, path), "rb") as old, open(os.path.join(place.path("kept"), path), "rb") as new:
                check(new.read().startswith(old.read()), f"{name}: old bytes of {path} changed")
        after = result("after")
        check(after.returncode == 0, f"{name}: after there is room: {after.stderr!r}")
        check(result("verify").returncode == 0, f"{name}: verify: {result('verify').stdout}")


def test(program):
    reason = allowed()
    if reason:
        return reason
    for name in CASES:
        one(program, name)
    return f"{', '.join(CASES)}: refused with a sentence, old bytes as they were, and the next save went through"


if __name__ == "__main__":
    main(test, __doc__)
