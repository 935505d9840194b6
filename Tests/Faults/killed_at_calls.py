"""SIGKILL at every entry of every system call of a save, a bulk `add`, reading, making a folder, and a backup."""

import os

from ground import Ground, calls_in, check, in_parallel, main, missing, not_crashed, strike, was_killed, watched

RECORDS = {"one record": 1, "twelve records at once": 12}
KILL = "signal=SIGKILL"


def adding(program, count):
    """Kills `add` at each call; then reads what is on file, and now and then adds without a fault."""
    with Ground(program) as ground:
        ground.add(3)
        kills = half = 0
        log = ground.place.path("calls")
        ground.add(count, prefix=watched(log))
        for call in calls_in(log):
            when = 1
            while True:
                done = ground.add(count, prefix=strike(call, when, KILL))
                if not was_killed(done):
                    check(done.returncode == 0, f"add after {call} {when}: {done.stderr.strip()}")
                    break
                found = ground.look(f"killed at {call} {when}")
                half += bool(found - ground.acknowledged)
                # What was found stays; it need not have been said.
                ground.acknowledged |= found
                kills += 1
                when += 1
            check(when < 2000, f"{call} never ends")
        ground.add(1)
        ground.look("after all kills")
        check(kills > 100, f"only {kills} kills struck")
        check(half > 0, "no kill came between the write and the answer")
        return kills


def reading(program, *arguments):
    """Kills a command that only reads; nothing may change, and what it keeps must not mislead the next one."""
    with Ground(program) as ground:
        ground.add(60)
        kills = 0
        log = ground.place.path("calls")
        ground.place.run(*arguments, prefix=watched(log))
        for call in calls_in(log):
            ground.add(1)
            when = 1
            while when < 2000:
                done = ground.place.run(*arguments, prefix=strike(call, when, KILL))
                if not was_killed(done):
                    not_crashed(done)
                    break
                ground.look(f"{arguments[0]} killed at {call} {when}")
                kills += 1
                when += 1
        check(kills > 50, f"only {kills} kills struck")
        return kills


def making(program):
    """Kills `init` at each call; the next one makes the folder, whatever was left."""
    kills = 0
    with Ground(program) as ground:
        place = ground.place
        log, place.data = place.path("calls"), place.path("made")
        place.run("init", "--unit", "02728", prefix=watched(log))
        for call in calls_in(log):
            when = 1
            while when < 2000:
                place.data = place.path(f"made-{call}-{when}")
                done = place.run("init", "--unit", "02728", prefix=strike(call, when, KILL))
                if not was_killed(done):
                    check(done.returncode == 0, f"init: {done.stderr.strip()}")
                    break
                kills += 1
                if not os.path.exists(os.path.join(place.data, "format")):
                    again = place.run("init", "--unit", "02728")
                    check(again.returncode == 0, f"init after {call} {when}: {again.stderr.strip()}")
                ground.acknowledged, ground.tried = set(), set()
                ground.add(1)
                ground.look(f"init killed at {call} {when}")
                when += 1
    check(kills > 50, f"only {kills} kills struck")
    return kills


def backing_up(program):
    """Kills `backup` at each call: the file is not there, or whole; what was on file stays as it was."""
    kills = 0
    with Ground(program) as ground:
        ground.add(9)
        log, archive = ground.place.path("calls"), ground.place.path("backup.tar")
        ground.place.run("backup", archive, prefix=watched(log))
        for call in calls_in(log):
            when = 1
            while when < 2000:
                if os.path.exists(archive):
                    os.remove(archive)
                done = ground.place.run("backup", archive, prefix=strike(call, when, KILL))
                if not was_killed(done):
                    check(done.returncode == 0, f"backup: {done.stderr.strip()}")
                    break
                kills += 1
                if os.path.exists(archive):
                    again = ground.place.run("restore", archive, ground.place.path(f"restored-{call}-{when}"))
                    check(again.returncode == 0, f"backup killed at {call} {when}: {again.stderr.strip()}")
                when += 1
        ground.look("after all kills of a backup")
    check(kills > 50, f"only {kills} kills struck")
    return kills


def test(program):
    absent = missing("strace")
    if absent:
        return absent
    names = [*RECORDS, "list", "progress", "making a folder", "backup"]
    kills = in_parallel([
        *[lambda count=count: adding(program, count) for count in RECORDS.values()],
        lambda: reading(program, "list", "departures", "--json"),
        lambda: reading(program, "progress", "--json"),
        lambda: making(program),
        lambda: backing_up(program),
    ])
    said = ", ".join(f"{name} {number}" for name, number in zip(names, kills))
    return f"{sum(kills)} kills ({said}); nothing acknowledged was lost, every next start opened by itself"


if __name__ == "__main__":
    main(test, __doc__)
