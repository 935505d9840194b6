"""SIGKILL at every entry of every system call of a save, a bulk `add`, reading, making a folder, a backup, and a restoring.

`killed_at_calls.py PROGRAM exits` strikes after each call instead, when the kernel has done it and nobody was told.
"""

import itertools
import os
import sys

from ground import Failure, Ground, calls_in, check, in_parallel, main, missing, strike, was_killed, watched

RECORDS = {"one record": 1, "twelve records at once": 12}
EXITS = sys.argv[2:] == ["exits"]
AT_EXIT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "at_exit.py")


def killed_at_each(log, run, whole):
    """Runs a command again and again, killed at each entry of each call in turn, or after each call; says where each time.

    `run` takes the words before the command; `whole` gets what a command that was not killed any more has done.
    """
    for call in ["the end of call"] if EXITS else calls_in(log):
        for when in range(1, 2000):
            done = run([sys.executable, AT_EXIT, str(when)] if EXITS else strike(call, when, "signal=SIGKILL"))
            if not was_killed(done):
                whole(done)
                break
            yield f"{call} {when}"
        else:
            raise Failure(f"{call} never ends")


def ended_well(done):
    check(done.returncode == 0, f"not killed any more, it failed: {done.stderr.strip()}")


def adding(program, count):
    """Kills `add` at each call; then reads what is on file, and now and then adds without a fault."""
    with Ground(program) as ground:
        ground.add(3)
        kills = half = 0
        log = ground.place.path("calls")
        ground.add(count, prefix=watched(log))
        for where in killed_at_each(log, lambda words: ground.add(count, prefix=words), ended_well):
            found = ground.look(f"add killed at {where}")
            half += bool(found - ground.acknowledged)
            # What was found stays; it need not have been said.
            ground.acknowledged |= found
            kills += 1
        ground.add(1)
        ground.look("after all kills")
        check(half > 0, "no kill came between the write and the answer")
        return kills


def reading(program, *arguments):
    """Kills a command that only reads; nothing may change, and what it keeps must not mislead the next one."""
    with Ground(program) as ground:
        ground.add(60)
        kills = 0
        log = ground.place.path("calls")
        ground.place.run(*arguments, prefix=watched(log))

        def whole(done):
            ended_well(done)
            ground.add(1)

        for where in killed_at_each(log, lambda words: ground.place.run(*arguments, prefix=words), whole):
            ground.look(f"{arguments[0]} killed at {where}")
            kills += 1
        return kills


def making(program):
    """Kills `init` at each call; the next one makes the folder, whatever was left."""
    kills = 0
    with Ground(program) as ground:
        place, numbers = ground.place, itertools.count()
        log = place.path("calls")

        def make(words):
            place.data = place.path(f"made-{next(numbers)}")
            return place.run("init", "--unit", "02728", prefix=words)

        make(watched(log))
        for where in killed_at_each(log, make, ended_well):
            if not os.path.exists(os.path.join(place.data, "format")):
                again = place.run("init", "--unit", "02728")
                check(again.returncode == 0, f"init after {where}: {again.stderr.strip()}")
            ground.acknowledged, ground.tried = set(), set()
            ground.add(1)
            ground.look(f"init killed at {where}")
            kills += 1
    return kills


def backing_up(program):
    """Kills `backup` at each call: the file is not there, or whole; what was on file stays as it was."""
    kills = 0
    with Ground(program) as ground:
        ground.add(9)
        place = ground.place
        log, archive = place.path("calls"), place.path("backup.tar")

        def back_up(words):
            if os.path.exists(archive):
                os.remove(archive)
            return place.run("backup", archive, prefix=words)

        back_up(watched(log))
        for where in killed_at_each(log, back_up, ended_well):
            kills += 1
            if os.path.exists(archive):
                again = place.run("restore", archive, place.path(f"restored-{kills}"))
                check(again.returncode == 0, f"backup killed at {where}: {again.stderr.strip()}")
        ground.look("after all kills of a backup")
    return kills


def restoring(program):
    """Kills `restore` at each call: no data folder is there, or a whole one; what is left is refused by its name."""
    kills = named = 0
    with Ground(program) as ground:
        ground.add(9)
        place = ground.place
        log, archive = place.path("calls"), place.path("backup.tar")
        ended_well(place.run("backup", archive))
        first, numbers = place.data, itertools.count()

        def restore(words):
            place.data = place.path(f"restored-{next(numbers)}")
            return place.run("restore", archive, place.data, prefix=words)

        restore(watched(log))
        for where in killed_at_each(log, restore, ended_well):
            if os.path.exists(os.path.join(place.data, "format")):
                found = ground.look(f"restore killed at {where}")
                check(found == ground.acknowledged, f"restore killed at {where}: {len(found)} records")
            else:
                again = place.run("restore", archive, place.data)
                left = "ngắt" in again.stderr
                named += left
                check(left or again.returncode == 0, f"restore after {where}: {again.stderr.strip()}")
            kills += 1
        check(named > 0, "no kill left a folder half restored")
        place.data = first
        ground.look("the folder that was backed up")
    return kills


def test(program):
    absent = missing("strace")
    if absent:
        return absent
    names = [*RECORDS, "list", "progress", "making a folder", "backup", "restore"]
    kills = in_parallel([
        *[lambda count=count: adding(program, count) for count in RECORDS.values()],
        lambda: reading(program, "list", "departures", "--json"),
        lambda: reading(program, "progress", "--json"),
        lambda: making(program),
        lambda: backing_up(program),
        lambda: restoring(program),
    ])
    check(min(kills) > 50, f"too few kills struck: {kills}")
    said = ", ".join(f"{name} {number}" for name, number in zip(names, kills))
    return f"{sum(kills)} kills {'after' if EXITS else 'at'} calls ({said}); nothing acknowledged was lost, every next start opened by itself"


if __name__ == "__main__":
    main(test, __doc__)
