"""Whole processes: figures, finding, adding; saving in one process; sizes; instructions."""
import functools
import json
import lzma
import re
import shutil
import sqlite3
import subprocess
import time

from peers import counting
from starts import MARK, turns
from terminal import Terminal

QUIT = b"\x1b[21~"
# How many times longer a process takes under valgrind.
VALGRIND = 20


def timed(register, argv, text=None, patience=120):
    """Milliseconds of a whole process; `None` where it fails or takes too long."""
    begun = time.perf_counter()
    try:
        register.run(argv, text, patience)
    except subprocess.SubprocessError:
        return None
    return (time.perf_counter() - begun) * 1000


def figures(results, register, peers, rounds):
    register.warm()
    ways = {"lenduong progress --json": [register.program, "progress", "--json"], **counting(register, peers)}
    results.add("figures by district and year, whole process", "ms", turns(
        {name: lambda argv=argv: timed(register, argv) for name, argv in ways.items()}, rounds))
    with open(register.table, encoding="utf-8") as rows:
        name = rows.readlines()[-1].split("\t")[1]
    last = " ".join(name.split()[-2:])
    ways = {"lenduong list departures --text": [register.program, "list", "departures", "--text", last]}
    if peers.has("sqlite3"):
        ways["sqlite3, like"] = ["sqlite3", register.database, "select * from plain where name like '%%%s%%'" % last]
    if peers.has("mawk"):
        ways["mawk"] = ["mawk", "-F", "\t", 'index($2, "%s")' % last, register.table]
    results.add("one person by name, whole process", "ms", turns(
        {name: lambda argv=argv: timed(register, argv) for name, argv in ways.items()}, max(3, rounds // 3)))


def adding(results, register, peers):
    """Records added by one command each: one, a thousand, ten thousand."""
    register.warm()
    number = [0]

    def records(count):
        lines = []
        for _ in range(count):
            number[0] += 1
            lines.append(json.dumps({
                "citizenId": "0100988%05d" % number[0], "fullName": "Lao động mẫu %d" % number[0], "commune": "02728",
                "catalogue": "2023", "market": "JP", "contractForm": "DIRECT", "departedOn": "2024-07-05",
                "status": "ABROAD"}, ensure_ascii=False))
        return "\n".join(lines).encode()

    def add(count):
        text = records(count)
        return timed(register, [register.program, "add", "departure", "--json", "-"], text)

    ways = {"lenduong add departure": lambda: add(1)}
    if peers.has("task", "taskwarrior") and register.count <= 2000:
        register.environment["TASKRC"] = str(register.scratch / "taskrc")
        (register.scratch / "taskrc").write_text(
            "data.location=%s/tasks\nconfirmation=no\nverbose=nothing\n" % register.scratch)
        listed = ",".join('{"description":"Invented %d","status":"pending"}' % k for k in range(register.count))
        register.run(["task", "import", "-"], ("[%s]" % listed).encode())
        ways["task add"] = lambda: timed(register, ["task", "add", "Invented"])
    if peers.has("sqlite3"):
        copy = register.scratch / "added.db"
        shutil.copy(register.database, copy)
        line = "insert into departure select * from departure limit %d"
        ways["sqlite3, insert"] = lambda: timed(register, ["sqlite3", copy, line % 1])
    results.add("one record added by a command", "ms", turns(ways, 10))
    rates = {}
    for count in (1_000, 10_000):
        spent = add(count)
        if spent is None:
            results.skip("%s records added by one command" % format(count, ","), "more than two minutes")
            break
        rates["lenduong add, %s at once" % format(count, ",")] = [count / spent * 1000]
        if peers.has("sqlite3"):
            rows = register.scratch / "rows.tsv"
            with open(register.table, encoding="utf-8") as table, open(rows, "w", encoding="utf-8") as some:
                next(table)
                some.writelines(line for _, line in zip(range(min(count, register.count)), table))
            spent = timed(register, ["sqlite3", copy, ".mode tabs", ".import %s departure" % rows])
            if spent:
                rates["sqlite3 .import, %s at once" % format(count, ",")] = [min(count, register.count) / spent * 1000]
    results.add("records added by one command", "records/s", rates)
    register.restore()


def saves(results, register, saver, count):
    """One durable save in a process that has everything open, beside the disk's floor and SQLite."""
    if not saver:
        return results.skip("one durable save in process", "the benchmark's own program could not be built")
    process = subprocess.Popen(
        [saver, register.data, register.state / "lenduong", register.scratch / "plain"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, env=register.environment, text=True, bufsize=1)
    base = sqlite3.connect(register.scratch / "saves.db", isolation_level=None)
    base.executescript("pragma journal_mode=wal; pragma synchronous=full; create table line (body)")

    def ask(letter):
        process.stdin.write(letter + "\n")
        answer = process.stdout.readline()
        return int(answer) / 1e6 if answer else None

    def insert():
        begun = time.perf_counter()
        base.execute("insert into line values (?)", ("x" * 800,))
        return (time.perf_counter() - begun) * 1000

    ways = {"lenduong": lambda: ask("s"), "append + fdatasync (floor)": lambda: ask("p"),
            "SQLite WAL, synchronous=full": insert}
    for way in ways.values():
        way()
    samples = {name: [] for name in ways}
    limit = time.perf_counter() + 60
    for turn in range(count):
        order = list(ways.items())
        for name, way in order[turn % 3:] + order[:turn % 3]:
            samples[name].append(way())
        if time.perf_counter() > limit:
            break
    process.stdin.close()
    process.wait(timeout=60)
    base.close()
    results.add("one durable save in process", "ms", samples)
    register.restore()


def sizes(results, register):
    """Bytes on the disk, of the data and of the program; the package as what it would be compressed."""
    register.warm()
    size = lambda path: sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*"))
                            if file.is_file())
    rows = {"journal": register.data / "j", "kept between starts": register.state,
            "the same rows in SQLite, one table and an index": register.database,
            "the same rows in DuckDB": register.duck, "the same rows as plain text": register.table}
    results.add("size on disk", "MB", {name: [size(path) / 1e6] for name, path in rows.items() if path.exists()})
    results.add("the program's file", "MB", {
        "stripped": [register.program.stat().st_size / 1e6],
        "compressed as in a package (xz)": [compressed(register.program) / 1e6]})


@functools.cache
def compressed(path):
    """Bytes of a program packed by `xz --x86 --lzma2=preset=9`, the filter that xz(1) has for programs."""
    filters = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 9}]
    return len(lzma.compress(path.read_bytes(), format=lzma.FORMAT_XZ, filters=filters))


def instructions(results, register, patience):
    """Counted, so the same on a busy machine: starting and leaving, figures, folding everything."""
    if not shutil.which("valgrind"):
        return results.skip("instructions", "valgrind is not installed")
    rows = {}
    # Drafts that the keys of other parts left would be read at a start.
    register.restore()
    register.warm()
    # A quiet second may pass on a busy machine: the least of three is the start itself.
    rows["start and quit, kept"] = [min(
        filter(None, (counted(register, [register.program], on_screen=True) for _ in range(3))), default=None)]
    rows["progress, kept"] = [counted(register, [register.program, "progress"])]
    register.forget()
    alone = timed(register, [register.program, "progress"])
    if alone and alone / 1000 * VALGRIND < patience:
        register.forget()
        rows["progress, nothing kept, every chain verified"] = [counted(register, [register.program, "progress"])]
        register.forget()
        rows["start and quit, nothing kept"] = [counted(register, [register.program], on_screen=True)]
        register.warm()
    else:
        results.skip("instructions, nothing kept", "longer than %d s, see --valgrind" % patience)
    results.add("instructions", "million", rows)


def counted(register, argv, on_screen=False, patience=900):
    """Million instructions of a process, by valgrind; `None` where it does not end."""
    log = register.scratch / "valgrind.log"
    argv = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
            "--log-file=%s" % log, *map(str, argv)]
    if on_screen:
        terminal = Terminal(argv, register.environment, end=MARK, patience=patience)
        terminal.first_frame()
        terminal.close(QUIT, seconds=patience)
    elif timed(register, argv, patience=patience) is None:
        return None
    found = re.search(r"I +refs: +([\d,]+)", log.read_text())
    return int(found[1].replace(",", "")) / 1e6 if found else None
