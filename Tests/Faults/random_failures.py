"""A fifth of all calls fail by chance, as often as they like one after another, or move fewer bytes than asked (libfiu).

  random_failures.py PROGRAM [RUNS]

Where `errors.py` makes the system calls of the shipped file fail, this makes those of the C library fail in the program
that the unit tests are built with, which is linked to it dynamically, from the same sources. RUNS (48) saves and lists
are made while all or some kinds of calls fail. Which they are comes from the clock: libfiu takes no seed."""

import json
import os
import random
import sys

from ground import Ground, check, in_parallel, main, missing

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Fuzz"))

from building import ROOT  # noqa: E402

DYNAMIC = os.path.join(ROOT, os.environ.get("SCRATCH", ".build"), "debug", "lenduong")
# What libfiu calls them; "reduce" is a call that ends well with fewer bytes.
KINDS = (
    "posix/io/*", "posix/io/oc/*", "posix/io/rw/*", "posix/io/rw/read", "posix/io/rw/pread", "posix/io/rw/write",
    "posix/io/rw/read/reduce", "posix/io/rw/pread/reduce", "posix/io/rw/write/reduce", "posix/io/sync/*",
    "posix/io/dir/*", "posix/io/rw/ftruncate", "posix/mm/mmap")
PROBABILITY = 0.2
RUNS_A_FOLDER = 24


def failing(kinds):
    """The words that start a program in which a fifth of the calls of these kinds fail."""
    words = ["fiu-run", "-x", "-f", ""]
    for kind in kinds:
        words += ["-c", f"enable_random name={kind},probability={PROBABILITY}"]
    return words


def concerns(kinds, call):
    return any(call.startswith(kind.rstrip("*")) for kind in kinds)


def folder(runs, counted):
    """So many saves and lists while calls fail; after each, without faults, everything is as it was told."""
    with Ground(DYNAMIC) as ground:
        ground.add(1)
        for _ in range(runs):
            kinds = random.sample(KINDS, random.choice((1, 1, 2, 3)))
            save(ground, kinds, counted)
            read(ground, kinds, counted)
        ground.add(1)
        ground.look("at the end")


def save(ground, kinds, counted):
    number = ground.next
    done = ground.add(1, prefix=failing(kinds))
    saved, unsaved = number in ground.acknowledged, "CHƯA LƯU" in done.stderr
    what = f"{kinds}: exit {done.returncode}, {done.stderr!r}"
    check(saved == (done.returncode == 0), f"{what}, but the answer is {done.stdout!r}")
    check(not (saved and unsaved), f"{what}: saved, and not saved")
    # Where standard error itself fails, nobody can be told.
    check(saved or done.stderr.strip() or concerns(kinds, "posix/io/rw/write"), f"{what}: refused without a sentence")
    counted["saved" if saved else "refused"] += 1
    found = ground.look(what)
    # A line whose sync failed may be on the disk or not; every other one that is not saved is not there.
    check(not (unsaved and number in found) or concerns(kinds, "posix/io/sync/"), f"{what}: it is there")
    ground.acknowledged |= found


def read(ground, kinds, counted):
    """Where the list ends well it is whole, or says what it could not read."""
    done = ground.place.run("list", "departures", "--json", prefix=failing(kinds))
    what = f"{kinds}, list: exit {done.returncode}, {done.stderr!r}"
    check(done.returncode in (0, 1, 2, 3), what)
    if done.returncode != 0:
        check(done.stderr.strip() or concerns(kinds, "posix/io/rw/write"), f"{what}: refused without a sentence")
        counted["unread"] += 1
        return
    rows = len(json.loads(done.stdout)["departures"])
    whole = rows == len(ground.acknowledged)
    check(whole or done.stderr.strip() or concerns(kinds, "posix/io/rw/write"), f"{what}: {rows} rows without a word")
    counted["whole" if whole else "warned"] += 1


def test(_):
    absent = missing("fiu-run")
    if absent:
        return absent
    check(os.path.exists(DYNAMIC), f"{DYNAMIC} is not built")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 48
    counted = dict.fromkeys(("saved", "refused", "whole", "warned", "unread"), 0)
    in_parallel([
        lambda first=first: folder(min(RUNS_A_FOLDER, runs - first), counted)
        for first in range(0, runs, RUNS_A_FOLDER)])
    check(min(counted["saved"], counted["refused"]) > runs // 8, f"too much of one kind: {counted}")
    check(min(counted["whole"], counted["unread"]) > runs // 8, f"too much of one kind: {counted}")
    return (
        f"{runs} saves and {runs} lists, {PROBABILITY:.0%} of the calls failed: {counted['saved']} saves acknowledged, "
        f"{counted['refused']} refused; {counted['whole']} lists whole, {counted['warned']} with a warning, "
        f"{counted['unread']} refused")


if __name__ == "__main__":
    main(test, __doc__)
