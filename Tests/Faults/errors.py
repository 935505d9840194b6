"""Every error at every call that touches a file, once and for good: no false answer, no crash, nothing lost.

`errors.py PROGRAM RUNS [SEED]` has calls fail by chance instead, every third to eighth of some kinds or of all, each
kind with an error of its own, from the start of the program or from somewhere in the middle. No call fails twice in a
row, so an interrupted one (EINTR), which is made again, always comes to an end. Seed and 25 runs repeat one folder.
"""

import itertools
import json
import os
import random
import shutil
import sys

from ground import Ground, check, in_parallel, main, missing, seeded, strike, watched

# What the calls of a save may answer (their manual pages, section 2).
ERRORS = {
    "openat": ("EACCES", "EMFILE", "EIO", "ENOSPC", "ENOENT"),
    "write": ("ENOSPC", "EIO", "EDQUOT", "EINTR"),
    "fdatasync": ("EIO", "ENOSPC", "EDQUOT"),
    "fsync": ("EIO", "ENOSPC", "EINTR"),
    "flock": ("ENOLCK", "EIO", "EINTR"),
    "read": ("EIO", "EINTR"),
    "pread64": ("EIO", "EINTR"),
    "newfstatat": ("EIO", "EACCES", "ENOENT"),
    "getdents64": ("EIO", "ENOENT"),
    "renameat": ("EIO", "ENOSPC", "EACCES"),
}
# What fails by chance, and how; "?" stands before what not every processor's kernel has.
CHANCE_CALLS = (
    "?open", "openat", "read", "pread64", "fstat", "newfstatat", "getdents64", "flock", "mkdirat", "write", "writev",
    "pwrite64", "ftruncate", "fsync", "fdatasync", "?rename", "renameat")
CHANCE_ERRORS = ("EIO", "ENOSPC", "EINTR", "EACCES", "EMFILE")
# Every so many calls one fails: a fifth of them on average.
STEPS = (3, 4, 5, 6, 7, 8)
RUNS_A_FOLDER = 25


def failing(program, call, often):
    """Each error of one call at each of its entries; `often` is "" for once and "+" for good."""
    counted = {"struck": 0, "refused": 0, "saved": 0}
    with Ground(program) as ground:
        log = ground.place.path("calls")
        ground.add(1, prefix=watched(log))
        with open(log, encoding="utf-8", errors="replace") as file:
            entries = sum(f" {call}(" in line for line in file)
        if call == "renameat" and entries == 0:
            return counted
        check(entries > 0, f"a save never calls {call}")
        for error in ERRORS[call]:
            if error == "EINTR" and often:
                # A call that is interrupted is made again; one that always is has no end.
                continue
            for when in range(1, entries + 1):
                one(ground, call, f"{when}{often}", error, counted)
        ground.add(1)
        ground.look(f"after every error of {call}")
    return counted


def one(ground, call, when, error, counted):
    what = f"{error} at {call} {when}"
    before = len(ground.acknowledged)
    log = ground.place.path("calls")
    done = ground.add(1, prefix=[word if word != "/dev/null" else log for word in strike(call, when, f"error={error}")])
    with open(log, encoding="utf-8", errors="replace") as file:
        if "(INJECTED)" not in file.read():
            return
    counted["struck"] += 1
    if len(ground.acknowledged) > before:
        counted["saved"] += 1
    else:
        counted["refused"] += 1
        check(done.returncode != 0, f"{what}: exit 0 without an answer")
        # Where standard output or error itself fails, nobody can be told.
        check(done.stderr.strip() or call == "write", f"{what}: refused without a sentence, exit {done.returncode}")
    found = ground.look(what)
    ground.acknowledged |= found


def reading(program, command, call):
    """Each error of a call at each of its entries while an account that remembers nothing reads several writers' lines.

    What ends well is whole. Gives how many errors struck, and how many of these were refused.
    """
    struck = refused = 0
    with Ground(program) as ground:
        place = ground.place
        for account in ("state", "second", "third"):
            ground.add(2, account=account)
        log, target = place.path("calls"), place.path("backup.tar")
        words = ["backup", target] if command == "backup" else [command, "departures", "--jsonl"]
        whole = place.run(*words, account="new")
        shutil.rmtree(place.path("new"))
        check(whole.returncode == 0, f"{command}: {whole.stderr}")
        if os.path.exists(target):
            os.remove(target)
        # The C library takes ENOENT there for the end of a folder that was removed meanwhile.
        for error in [error for error in ERRORS[call] if (call, error) != ("getdents64", "ENOENT")]:
            for when in itertools.count(1):
                done = place.run(*words, account="new", prefix=[
                    word if word != "/dev/null" else log for word in strike(call, when, f"error={error}")])
                shutil.rmtree(place.path("new"))
                with open(log, encoding="utf-8", errors="replace") as file:
                    if "(INJECTED)" not in file.read():
                        break
                struck += 1
                what = f"{command}: {error} at {call} {when}: exit {done.returncode}"
                if done.returncode == 0:
                    check(done.stdout == whole.stdout, f"{what}, {done.stdout[-200:]!r}")
                else:
                    refused += 1
                    check(done.returncode in (1, 2, 3) and done.stderr.strip(), f"{what}: {done.stderr!r}")
                if os.path.exists(target):
                    os.remove(target)
    return struck, refused


def test(program):
    absent = missing("strace")
    if absent:
        return absent
    reads = in_parallel([
        lambda command=command, call=call: reading(program, command, call)
        for command in ("list", "backup") for call in ("openat", "newfstatat", "getdents64", "read", "pread64")])
    counts = in_parallel([
        lambda call=call, often=often: failing(program, call, often) for call in ERRORS for often in ("", "+")])
    total = {key: sum(count[key] for count in counts) for key in counts[0]}
    check(total["struck"] > 300, f"only {total['struck']} errors struck")
    return (
        f"{sum(struck for struck, _ in reads)} errors while reading, {sum(refused for _, refused in reads)} refused, nothing "
        f"left out without a word; {total['struck']} while saving: {total['refused']} saves refused with a sentence, {total['saved']} went "
        "through; every answer was true")


def calls(log):
    """The calls in a file of them, each from its name on."""
    with open(log, encoding="utf-8", errors="replace") as file:
        words = [line.split(maxsplit=1)[1] for line in file]
    return [call for call in words if call.split("(")[0].isidentifier()]


def struck(log, *names):
    """The calls in such a file that were made to fail; only those that begin so, if that is asked."""
    return [call for call in calls(log) if "(INJECTED)" in call and call.startswith(names or "")]


def by_chance(chance, entries, log):
    """The words that start a program some of whose calls fail; `entries` are the calls of one that ends well."""
    begin, words = chance.choice((0, chance.random())), []
    kinds = chance.sample(CHANCE_CALLS, chance.choice((2, 4, len(CHANCE_CALLS))))
    for kind in kinds:
        step, made = chance.choice(STEPS), sum(call.startswith(f"{kind.strip('?')}(") for call in entries)
        first = int(begin * made) + chance.randint(1, step)
        words += ["-e", f"inject={kind}:error={chance.choice(CHANCE_ERRORS)}:when={first}+{step}"]
    return [*watched(log), "-e", f"trace={','.join(kinds)}", *words]


def folder_by_chance(program, runs, seed):
    """So many saves and lists while calls fail; after each, without faults, everything is as it was told."""
    chance = random.Random(seed)
    counted = dict.fromkeys(("calls", "failed", "saved", "refused", "kept", "whole", "warned"), 0)
    with Ground(program) as ground:
        log = ground.place.path("calls")
        ground.add(1, prefix=watched(log))
        entries = calls(log)
        for run in range(runs):
            what = f"seed {seed}, run {run}"
            save_by_chance(ground, by_chance(chance, entries, log), log, what, counted)
            list_by_chance(ground, by_chance(chance, entries, log), log, what, counted)
        ground.add(1)
        ground.look(f"seed {seed}, at the end")
    return counted


def save_by_chance(ground, words, log, what, counted):
    what = f"{what}: {' '.join(words)}"
    number = ground.next
    done = ground.add(1, prefix=words)
    saved, unsaved = number in ground.acknowledged, "CHƯA LƯU" in done.stderr
    check(done.returncode in (0, 1, 2, 3), f"{what}: exit {done.returncode}")
    check(saved == (done.returncode == 0), f"{what}: exit {done.returncode}, but the answer is {done.stdout!r}")
    check(not (saved and unsaved), f"{what}: saved, and not saved: {done.stderr!r}")
    # Where standard error itself fails, nobody can be told.
    check(saved or done.stderr.strip() or struck(log, "write(2,"), f"{what}: refused without a sentence")
    counted["calls"] += len(calls(log))
    counted["failed"] += len(struck(log))
    counted["saved" if saved else "refused"] += 1
    found = ground.look(what)
    # A line whose sync failed may be on the disk or not; every other one that is not saved is not there.
    kept = not saved and number in found
    check(not (kept and unsaved) or struck(log, "fdatasync", "fsync"), f"{what}: there, but {done.stderr!r}")
    counted["kept"] += kept
    ground.acknowledged |= found


def list_by_chance(ground, words, log, what, counted):
    """Where the list ends well it is whole, or says what it could not read."""
    what = f"{what}, list: {' '.join(words)}"
    done = ground.place.run("list", "departures", "--json", prefix=words)
    check(done.returncode in (0, 1, 2, 3), f"{what}: exit {done.returncode}: {done.stderr!r}")
    counted["calls"] += len(calls(log))
    counted["failed"] += len(struck(log))
    if done.returncode == 0:
        rows = len(json.loads(done.stdout)["departures"])
        whole = rows == len(ground.acknowledged)
        check(whole or done.stderr.strip() or struck(log, "write(2,"), f"{what}: {rows} rows without a word")
        counted["whole" if whole else "warned"] += 1


def test_by_chance(program):
    absent = missing("strace")
    if absent:
        return absent
    runs, seed = seeded(0)
    counts = in_parallel([
        lambda first=first: folder_by_chance(program, min(RUNS_A_FOLDER, runs - first), seed + first // RUNS_A_FOLDER)
        for first in range(0, runs, RUNS_A_FOLDER)])
    total = {key: sum(count[key] for count in counts) for key in counts[0]}
    check(runs < 100 or total["failed"] > 2 * runs, f"only {total['failed']} calls failed")
    check(runs < 100 or min(total["saved"], total["refused"]) > runs // 10, f"too much of one kind: {total}")
    return (
        f"{runs} saves and {runs} lists, {total['failed']} of {total['calls']} calls failed: {total['saved']} saves "
        f"acknowledged, {total['refused']} refused ({total['kept']} are on file: what failed came after the line), "
        f"{total['whole']} lists whole, {total['warned']} with a warning")


if __name__ == "__main__":
    main(test_by_chance if len(sys.argv) > 2 else test, __doc__)
