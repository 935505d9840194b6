#!/usr/bin/env python3
"""Measures the program beside others on this machine, all in one run and turn by turn.

  bench.py PROGRAM [--sizes 2000,250000] [--keep FOLDER] [--json FILE] [--only PARTS]
           [--without-peers | --growth]

Everybody in the data is invented; registers are made once and kept in FOLDER (.build/bench). A key's time runs from
its writing to the end of the frame that it brings: the mark of synchronized output for this program, the last byte
before 15 ms without output or computing for the others. Machines are noisy: compare within one run, by the ratios,
which are to the first row of each group. PARTS: warm, cold, keys, search, memory, figures, save, add, saved,
size, instructions. FILE (FOLDER/results.json) takes the figures; report.py makes a table and a plot of it.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import time

import keys
import processes
import starts
from kept import Register
from make_register import PROFILES
from peers import Peers
from results import Results

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ("warm", "cold", "keys", "search", "memory", "figures", "save", "add", "saved", "size", "instructions")
NATION = 1_000_000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--sizes", default="2000,250000")
    parser.add_argument("--profile", choices=PROFILES, help="else nation from a million on, province below")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--growth", action="store_true", help="this program alone, one profile, no register kept")
    parser.add_argument("--rounds", type=int, default=12, help="of starts and whole processes")
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--saves", type=int, default=1000)
    parser.add_argument("--valgrind", type=int, default=60, metavar="SECONDS", help="for folding all; else not counted")
    given = parser.parse_args()
    if given.growth:
        given.without_peers, given.profile = True, given.profile or "province"
    parts = given.only.split(",")
    if unknown := set(parts) - set(PARTS):
        parser.error("no such part: %s" % ", ".join(sorted(unknown)))
    program = given.program.resolve()
    keep = (given.keep or program.parent.parent / "bench").resolve()
    version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip()
    results = Results((given.json or keep / "results.json").resolve(), program, version)
    keep.mkdir(parents=True, exist_ok=True)
    peers = Peers(keep, wanted=set() if given.without_peers else None)
    saver = build_saver(program.parent.parent) if "save" in parts else None
    print("lenduong %s, %.1f MB; %d processors; load %.1f" % (
        version, program.stat().st_size / 1e6, os.cpu_count(), os.getloadavg()[0]))
    for count in map(int, given.sizes.split(",")):
        begun = time.perf_counter()
        profile = given.profile or ("nation" if count >= NATION else "province")
        register = Register(program, keep, count, profile, others=not given.without_peers)
        results.begin(register)
        print("made ready in %.0f s" % (time.perf_counter() - begun))
        measure(results, register, peers, saver, given, parts)
        for name, why in peers.missing.items():
            results.skip(name, why)
        results.save()
        if given.growth:
            shutil.rmtree(register.folder)
        print("\n%.0f s for this size" % (time.perf_counter() - begun))


def measure(results, register, peers, saver, given, parts):
    """The parts that were asked for; those that add records come last and leave none."""
    rounds = given.rounds
    others = peers.on_screen(register) if {"warm", "cold", "keys", "search", "memory"} & set(parts) else []
    ways = {
        "warm": lambda: starts.warm_starts(results, register, others, rounds),
        "cold": lambda: (starts.starts_with_nothing_kept(results, register, rounds),
                         starts.cold_starts(results, register, others, rounds)),
        "keys": lambda: keys.measure(results, register, others, given.keys),
        "search": lambda: keys.searches(results, register, others, rounds),
        "memory": lambda: keys.at_rest(results, register, others),
        "figures": lambda: processes.figures(results, register, peers, rounds),
        "size": lambda: processes.sizes(results, register),
        "instructions": lambda: processes.instructions(results, register, given.valgrind),
        "save": lambda: processes.saves(results, register, saver, given.saves),
        "add": lambda: processes.adding(results, register, peers),
        "saved": lambda: keys.saved(results, register, given.keys),
    }
    register.warm()
    for name, way in ways.items():
        if name in parts:
            begun = time.perf_counter()
            try:
                way()
            except (OSError, subprocess.SubprocessError, ValueError) as error:
                results.skip(name, "%s: %s" % (type(error).__name__, error))
            print("  [%s: %.0f s]" % (name, time.perf_counter() - begun), flush=True)


def build_saver(scratch):
    """The program that saves without a screen; `None` where it cannot be built."""
    built = scratch / "benchmarks"
    done = subprocess.run([os.environ.get("SWIFT", "swift"), "build", "-c", "release", "--package-path", HERE / "Save",
                           "--scratch-path", built], stdout=subprocess.DEVNULL)
    return built / "release" / "Save" if done.returncode == 0 else None


if __name__ == "__main__":
    main()
