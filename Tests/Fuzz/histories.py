"""Histories of two to six writers with wrong clocks, repeats and groups: one fold, whatever the order of their lines.

  histories.py PROGRAM [COUNT] [SEED]

Each of COUNT histories (20,000, the same ones unless a number is named) is folded in the order in which it came about and in a random one, in random pieces,
and held against a slow fold that says the rules and nothing else: every value, every conflict. SEED is printed."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

from building import Model, check

from driver import main, seeded

SHARED = [
    f"Tests/ModelTests/{name}.swift"
    for name in ("Fold/RandomHistory", "Fold/ReferenceFold", "Fold/Dump", "Fold/Book", "Text/Seeded")]


def build():
    return Model("plain", "-O").program("Histories", "Tests/Fuzz/Histories.swift", *SHARED)


def test(_):
    count, seed = seeded(20_000, 280)
    program = build()
    parts = os.cpu_count() or 2
    share = -(-count // parts)

    def one(part):
        return subprocess.run(
            [program, str(seed + part * share), str(share)], capture_output=True, text=True, check=False,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})

    with ThreadPoolExecutor(parts) as pool:
        runs = list(pool.map(one, range(parts)))
    for done in runs:
        check(done.returncode == 0, f"seed {seed}: {done.stderr[:1500]}")
    figures = [list(map(int, done.stdout.split())) for done in runs]
    histories, lines, conflicts, erased = (sum(column) for column in zip(*figures))
    check(histories >= count and conflicts > 0 and erased > 0, f"the histories hold too little: {figures}")
    return f"{histories:,} histories of {lines:,} lines, {conflicts:,} conflicts kept, {erased:,} records erased"


if __name__ == "__main__":
    main(test, __doc__)
