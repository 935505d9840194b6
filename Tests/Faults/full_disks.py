"""A disk without room or inodes, that nobody may write, or with a quota: old bytes stay, one sentence, work goes on.

Each case runs in a mount namespace of its own, on a small file system in memory, or for the quota on Btrfs in an
image; skipped, with the reason, where that is not allowed.
"""

import json
import os
import subprocess
import tempfile

from ground import Ground, check, main, missing, not_crashed, record

from bad_input import files

MEMORY = "mount -t tmpfs -o size={},mode=700 tmpfs $T"
# The folder becomes a subvolume of a file system in an image, with no more than this to use.
QUOTA = """truncate -s 128M $O/image && mkfs.btrfs -q $O/image >/dev/null && mount -o loop $O/image $T &&
          btrfs quota enable $T && btrfs subvolume create $T/small >/dev/null && btrfs qgroup limit 4M $T/small &&
          T=$T/small && chmod 700 $T"""
# Btrfs counts what is reserved, and gives back what was too much when it is synced: full is where nothing more goes in
# after that, neither a file nor a line.
USED_UP = """i=0; while touch $T/x$i && echo >> $T/line; do
            dd if=/dev/zero of=$T/x$i bs=4k; sync -f $T; i=$((i+1)); done 2>/dev/null"""

# How the file system is made, filled up (a file of zeros, many empty files, made read-only, or the quota used up) and
# freed, and what the sentence says of it.
CASES = {
    "no room": (
        MEMORY.format("4m"), "dd if=/dev/zero of=$T/filler bs=4k 2>/dev/null; true", "rm $T/filler", "đĩa đã đầy"),
    "no inodes": (
        MEMORY.format("64m,nr_inodes=60"), "i=0; while touch $T/x$i; do i=$((i+1)); done 2>/dev/null; true",
        "rm -f $T/x*", "đĩa đã đầy"),
    "read-only": (MEMORY.format("64m"), "mount -o remount,ro $T", "mount -o remount,rw $T", "chỉ cho xem"),
    "quota": (QUOTA, USED_UP, "btrfs qgroup limit none $T", "hết hạn mức đĩa"),
    # The writer has a file already: here the quota is met by the line, above by the folder for the file.
    "quota at the next line": (
        QUOTA, f"$P add departure --json $O/12.json >/dev/null || exit 1; {USED_UP}", "btrfs qgroup limit none $T",
        "hết hạn mức đĩa"),
}


def allowed(mount):
    """The reason why such a file system cannot be made here, or an empty text."""
    absent = missing("unshare", *(["mkfs.btrfs", "btrfs"] if "btrfs" in mount else []))
    if absent:
        return absent
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["unshare", "-m", "sh", "-c", f"O={folder}; T=$O/disk; mkdir $T && {mount}"], capture_output=True,
            text=True, check=False)
    return "" if done.returncode == 0 else f"skipped: no mounts here ({done.stderr.strip() or 'unshare fails'})"


def one(program, name):
    """Fills the disk under a folder of ten records, saves, looks, makes room and saves again, all in one namespace."""
    mount, fill, free, why = CASES[name]
    with Ground(program) as ground:
        place = ground.place
        ground.add(10)
        os.mkdir(place.path("disk"))
        for number in (10, 11, 12):
            with open(place.path(f"{number}.json"), "w", encoding="utf-8") as file:
                json.dump(record(number), file)
        # What it prints and with which status goes to files beside the disk.
        script = f"""set -u; O={place.root}; T=$O/disk; P={place.program}
          {mount} && cp -a $O/data $O/state $T || exit 1
          export LENDUONG_DATA=$T/data XDG_STATE_HOME=$T/state
          $P verify --json > $O/before.out 2> $O/before.err; echo $? > $O/before.rc
          {fill}
          cp -r $T/data $O/old
          $P add departure --json $O/10.json > $O/full.out 2> $O/full.err; echo $? > $O/full.rc
          $P list departures --json > $O/read.out 2> $O/read.err; echo $? > $O/read.rc
          $P backup $T/backup.tar > $O/backup.out 2> $O/backup.err; echo $? > $O/backup.rc
          ls $T > $O/left
          mkdir $O/kept && cp -r $T/data/. $O/kept
          {free}
          $P add departure --json $O/11.json > $O/after.out 2> $O/after.err; echo $? > $O/after.rc
          $P verify --json > $O/verify.out 2> $O/verify.err; echo $? > $O/verify.rc
          $P list departures --json --unmask > $O/last.out 2> $O/last.err; echo $? > $O/last.rc"""
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
        check(len(full.stderr.strip().splitlines()) == 1 and why in full.stderr, f"{name}: {full.stderr!r}")
        check(result("read").returncode == 0, f"{name}: reading: {result('read').stderr}")
        backup = result("backup")
        check(backup.returncode == 3 and "CHƯA SAO LƯU" in backup.stderr, f"{name}: backup: {backup.stderr!r}")
        with open(place.path("left"), encoding="utf-8") as file:
            check("backup" not in file.read(), f"{name}: a part of a backup was left")
        before, kept = files(place.path("old")), files(place.path("kept"))
        check(len(before) > 2, f"{name}: nothing to compare")
        for path in [path for path, value in before.items() if kept.get(path) != value]:
            with open(place.path("old", path), "rb") as old, open(place.path("kept", path), "rb") as new:
                check(new.read().startswith(old.read()), f"{name}: old bytes of {path} changed")
        after = result("after")
        check(after.returncode == 0, f"{name}: after there is room: {after.stderr!r}")
        check(result("verify").returncode == 0, f"{name}: verify: {result('verify').stdout}")
        there = {int(row["citizenId"][6:]) for row in json.loads(result("last").stdout)["departures"]}
        wanted = {*range(10), 11, *([12] if "12.json" in fill else [])}
        check(there == wanted, f"{name}: at last {sorted(there)} are there, not {sorted(wanted)}")


def test(program):
    reasons = {name: allowed(case[0]) for name, case in CASES.items()}
    done = [name for name, reason in reasons.items() if not reason]
    for name in done:
        one(program, name)
    said = [f"{name} {reason}" for name, reason in reasons.items() if reason]
    if done:
        said.insert(
            0, f"{', '.join(done)}: refused with a sentence, old bytes as they were, and the next save went through")
    return "; ".join(said)


if __name__ == "__main__":
    main(test, __doc__)
