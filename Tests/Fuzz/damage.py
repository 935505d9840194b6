"""Every byte of segments of 50 lines, changed: all changes are found, two lines at most are not folded, the others are.

  damage.py PROGRAM [SEGMENTS] [WHOLE] [CORRECTIONS] [SEED]

In each of SEGMENTS (10) invented segments every byte gets one value of chance, in WHOLE (0) of them each of the 255 other
values. So does every byte of CORRECTIONS (1) more segments, whose lines are short. One byte of each line is changed on
the disk as well. SEED, which is printed, and the same numbers make the same segments again."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from building import IN_MEMORY, Model, check

from driver import main, seeded

SHARED = [
    f"Tests/ModelTests/{name}.swift"
    for name in ("Fold/Book", "Fold/Dump", "Store/Journal/ScratchFolder", "Text/Seeded")]


def build():
    return Model("plain", "-O").program("Damage", "Tests/Fuzz/Damage.swift", "Tests/Fuzz/InventedSegment.swift", *SHARED)


def test(_):
    whole, corrections = (int(sys.argv.pop(3)) if len(sys.argv) > 3 else usual for usual in (0, 1))
    count, seed = seeded(10, 50)
    program = build()
    parts = os.cpu_count() or 2

    def one(part):
        shares = [str(len(range(part, number, parts))) for number in (count, whole, corrections)]
        return subprocess.run(
            [program, str(seed + part * (count + corrections)), *shares], capture_output=True, text=True, check=False,
            env={**os.environ, **IN_MEMORY, "SWIFT_BACKTRACE": "enable=no"})

    with ThreadPoolExecutor(parts) as pool:
        runs = list(pool.map(one, range(parts)))
    for done in runs:
        check(done.returncode == 0, f"seed {seed}: {done.stderr[:1500]}")
    figures = [list(map(int, done.stdout.split())) for done in runs]
    total, changes, one_line, two_lines, on_disk = (sum(column) for column in zip(*figures))
    check(changes > total > 10_000 * count and on_disk == 50 * (count + corrections) and two_lines > 0, f"too little was changed: {figures}")
    return (
        f"{count:,} segments of 50 lines and {corrections:,} of corrections, {total:,} bytes: each changed once, in {whole} "
        f"segments and all of corrections to every other value; "
        f"{on_disk:,} more on the disk, read and folded; {changes:,} changes, all found: {one_line:,} cost one line, "
        f"{two_lines:,} two, and all other lines were folded")


if __name__ == "__main__":
    main(test, __doc__)
