#!/usr/bin/env python3
"""Measures the program beside others on this machine, all in one run and turn by turn.

  bench.py PROGRAM [--sizes 2000,250000] [--rounds 15] [--keys 300] [--saves 1000]

Everybody in the data is invented. A key's time runs from its writing to the end of the frame that it brings:
the mark of synchronized output for this program, the last byte before 15 ms without output or computing for the
others. Machines are noisy: compare within one run, by the ratios, which are to the first row of each table.
"""
import argparse
import math
import os
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time

from make_register import make
from terminal import DOWN, UP, Terminal

MARK = b"\x1b[?2026l"
QUIT = b"\x1b[21~"
HERE = pathlib.Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--sizes", default="2000,250000")
    parser.add_argument("--rounds", type=int, default=15, help="of starts and whole processes")
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--saves", type=int, default=1000)
    given = parser.parse_args()
    program = given.program.resolve()
    saver = build_saver(program.parent.parent)
    print("lenduong %s, %.1f MB; %d processors; load %.1f" % (
        subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip(),
        program.stat().st_size / 1e6, os.cpu_count(), os.getloadavg()[0]))
    for count in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-", dir=program.parent.parent) as folder:
            bench = Bench(program, saver, pathlib.Path(folder), count)
            print("\n## %s departures" % format(count, ","))
            bench.starts(given.rounds)
            bench.instructions()
            bench.keys(given.keys)
            bench.figures(given.rounds)
            bench.disk()
            # These add records.
            bench.saves(given.saves)
            bench.tasks(min(given.rounds, 10))


def build_saver(scratch):
    """The program that saves without a screen; `None` where it cannot be built."""
    built = scratch / "benchmarks"
    done = subprocess.run([os.environ.get("SWIFT", "swift"), "build", "-c", "release", "--package-path", HERE / "Save",
                           "--scratch-path", built], stdout=subprocess.DEVNULL)
    return built / "release" / "Save" if done.returncode == 0 else None


class Bench:
    """One size of register, and what is measured on it."""

    def __init__(self, program, saver, folder, count):
        self.program, self.saver, self.folder, self.count = program, saver, folder, count
        self.data, self.state, self.table = folder / "data", folder / "state", folder / "table.txt"
        self.database = folder / "table.db"
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "XDG_STATE_HOME": str(self.state),
            "LENDUONG_DATA": str(self.data), "LENDUONG_TODAY": "2024-09-30", "TASKRC": str(folder / "taskrc"),
        }
        self.state.mkdir(mode=0o700)
        self.make_data()

    def make_data(self):
        make(self.program, self.data, self.count, table=self.table, environment=self.environment)
        with sqlite3.connect(self.database) as base:
            base.execute("create table departure (citizen, name, born, commune, market, sector, class, trained, left)")
            rows = (line.rstrip("\n").split("\t") for line in open(self.table, encoding="utf-8"))
            base.executemany("insert into departure values (?,?,?,?,?,?,?,?,?)", rows)
            base.execute("create index figures on departure (substr(commune, 1, 5), substr(left, 1, 4))")
        base.close()

    # What can be opened.

    def screen(self):
        return Terminal([str(self.program)], self.environment, end=MARK)

    def others(self):
        commands = {
            "less": ["less", str(self.table)],
            "vim": ["vim", "-u", "NONE", "-i", "NONE", "-n", str(self.table)],
            "nano": ["nano", "--ignorercfiles", str(self.table)],
        }
        return {name: argv for name, argv in commands.items() if shutil.which(name)}

    def forget(self):
        for cache in self.state.glob("lenduong/*/cache"):
            shutil.rmtree(cache)

    def warm(self):
        """Has the program verify, fold and keep what it reads."""
        self.run([self.program, "progress"])

    # What is measured.

    def starts(self, rounds):
        times = {}
        self.warm()
        echo = ["sh", "-c", "printf ready; exec cat"]
        for _ in range(rounds):
            terminals = {"lenduong": self.screen}
            terminals.update({name: lambda argv=argv: Terminal(argv, self.environment)
                              for name, argv in {**self.others(), "sh (floor)": echo}.items()})
            for name, start in terminals.items():
                terminal = start()
                times.setdefault(name, []).append(terminal.first_frame())
                terminal.close()
        for _ in range(max(3, rounds // 3)):
            self.forget()
            terminal = self.screen()
            times.setdefault("lenduong, nothing kept: folds every line", []).append(terminal.first_frame())
            terminal.close()
        self.warm()
        report("start to first frame, ms", times)

    def keys(self, count):
        lists, forms = {"lenduong": self.screen()}, {"lenduong": self.screen()}
        for terminal in (lists["lenduong"], forms["lenduong"]):
            terminal.first_frame()
        lists["lenduong"].go(b"\r", b"g", b"\r")
        forms["lenduong"].go(b"a", b"\r", b"\r", b"a")
        for name, argv in self.others().items():
            lists[name] = Terminal(argv, self.environment)
            if name != "less":
                forms[name] = Terminal(argv, self.environment)
        echo = ["sh", "-c", "stty raw -echo; printf ready; exec cat"]
        lists["echo (floor)"] = Terminal(echo, self.environment)
        for terminal in [*lists.values(), *forms.values()]:
            terminal.settle(0.3)
        if "vim" in forms:
            forms["vim"].go(b"i")
        down = [DOWN] * 100 + [UP] * 100
        times = press(lists, [down[k % 200] for k in range(count)])
        report("a row down or up to the frame, ms", times)
        letters = [b"a"] * 20 + [b"\x7f"] * 20
        report("a letter typed or erased to the frame, ms", press(forms, [letters[k % 40] for k in range(count)]))
        memory = {name: [terminal.memory()] for name, terminal in lists.items() if "floor" not in name}
        for terminal in [*lists.values(), *forms.values()]:
            terminal.close()
        report("most memory after these rows, MB", memory)

    def saves(self, count):
        if not self.saver:
            return print("\n(saving: the benchmark's own program could not be built)")
        saver = subprocess.Popen(
            [self.saver, self.data, self.state / "lenduong", self.folder / "plain"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, env=self.environment, text=True, bufsize=1)
        base = sqlite3.connect(self.folder / "saves.db", isolation_level=None)
        base.executescript("pragma journal_mode=wal; pragma synchronous=full; create table line (body)")

        def ask(letter):
            saver.stdin.write(letter + "\n")
            return int(saver.stdout.readline()) / 1e6

        def insert():
            start = time.perf_counter()
            base.execute("insert into line values (?)", ("x" * 800,))
            return (time.perf_counter() - start) * 1000

        ways = {"append + fdatasync (floor)": lambda: ask("p"), "lenduong": lambda: ask("s"),
                "SQLite WAL, synchronous=full": insert}
        for way in ways.values():
            way()
        times = {name: [] for name in ways}
        for turn in range(count):
            order = list(ways.items())
            for name, way in order[turn % 3:] + order[:turn % 3]:
                times[name].append(way())
        saver.stdin.close()
        saver.wait()
        base.close()
        report("one durable save in process, ms", times)

    def figures(self, rounds):
        query = "select substr(commune, 1, 5), substr(left, 1, 4), count(*) from departure group by 1, 2"
        count = "{ n[$4 substr($9, 1, 4)]++ } END { for (k in n) print k, n[k] }"
        commands = {"lenduong progress --json": [self.program, "progress", "--json"]}
        if shutil.which("sqlite3"):
            commands["sqlite3, covering index"] = ["sqlite3", self.database, query]
        commands["awk on the plain table"] = ["awk", "-F", "\t", count, self.table]
        self.warm()
        times = {name: [] for name in commands}
        for _ in range(rounds):
            for name, argv in commands.items():
                times[name].append(self.run(argv))
        report("figures by unit and year, whole process, ms", times)

    def run(self, argv, text=None):
        start = time.perf_counter()
        subprocess.run(argv, env=self.environment, stdout=subprocess.DEVNULL, check=True, input=text)
        return (time.perf_counter() - start) * 1000

    def tasks(self, rounds):
        """One record added by a command of its own, beside a task list of at most 2,000 tasks."""
        if not shutil.which("task") or self.count > 2000:
            return
        (self.folder / "taskrc").write_text("data.location=%s/tasks\nconfirmation=no\nverbose=nothing\n" % self.folder)
        names = [line.split("\t")[1] for line in open(self.table, encoding="utf-8")]
        listed = "[%s]" % ",".join('{"description":"%s","status":"pending"}' % name for name in names)
        self.run(["task", "import", "-"], listed.encode())
        record = ('{"citizenId":"0100988%05d","fullName":"Lao động mẫu %d","commune":"02728","catalogue":"2023",'
                  '"market":"JP","contractForm":"DIRECT","departedOn":"2024-07-05","status":"ABROAD"}')
        times = {"lenduong add departure": [], "task add": []}
        for k in range(rounds):
            add = [self.program, "add", "departure", "--json", "-"]
            times["lenduong add departure"].append(self.run(add, (record % (k, k)).encode()))
            times["task add"].append(self.run(["task", "add", "Lao động mẫu %d" % k]))
        report("one record added by a command, whole process, ms", times)

    def instructions(self):
        if not shutil.which("valgrind") or self.count > 2000:
            return
        log = self.folder / "callgrind.log"
        argv = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=%s" % log]
        print("\ninstructions, start to the first frame and quit (valgrind --tool=callgrind)")
        for name, prepare in (("with what is kept between starts", self.warm), ("nothing kept", self.forget)):
            prepare()
            terminal = Terminal([*argv, str(self.program)], self.environment, end=MARK)
            terminal.first_frame()
            terminal.close(QUIT, seconds=120)
            found = re.search(r"Collected : (\d+)", log.read_text())
            print("  %-50s %s million" % (name, "%.2f" % (int(found[1]) / 1e6) if found else "?"))

    def disk(self):
        print("\nsize on disk, MB")
        for name, path in (("journal", self.data / "j"), ("kept between starts", self.state),
                           ("the table in SQLite, one index", self.database), ("the table as plain text", self.table)):
            files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
            print("  %-50s %10.2f" % (name, sum(file.stat().st_size for file in files) / 1e6))


def press(terminals, keys):
    """Each key on every program in turn; the times that brought a frame."""
    times = {name: [] for name in terminals}
    for key in keys:
        for name, terminal in terminals.items():
            spent = terminal.press(key)
            if spent is not None:
                times[name].append(spent)
    return times


def report(title, times):
    """The median and the 99th percentile of each, and the median's ratio to that of the first."""
    print("\n%-52s %10s %10s %10s" % (title, "p50", "p99", "ratio"))
    first = None
    for name, values in times.items():
        values = sorted(value for value in values if value is not None)
        if not values:
            print("  %-50s %10s" % (name, "–"))
            continue
        middle, high = statistics.median(values), values[max(0, math.ceil(len(values) * 0.99) - 1)]
        first = first or middle
        print("  %-50s %10.2f %10.2f %10.3f" % (name, middle, high, middle / first))


if __name__ == "__main__":
    main()
