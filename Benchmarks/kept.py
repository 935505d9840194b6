"""Registers that are made once and kept between runs, each as it was made whenever a run begins."""
import hashlib
import json
import os
import pathlib
import select
import shutil
import sqlite3
import subprocess
import tempfile

from make_register import init, make_journal
from people import COLUMNS

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = ("people.py", "journal.py", "make_register.py", "kept.py")
# What takes longer to write than it is worth for what is compared with it.
JSON_LINES_LIMIT = 300_000


class Register:
    """One size of register in a folder of its own: the data, what is kept privately, the same rows for `others`."""

    def __init__(self, program, root, count, profile="province", seed=1, others=True):
        self.program, self.count, self.profile = program, count, profile
        self.folder = root / ("%s-%d-%d%s" % (profile, count, seed, "" if others else "-alone"))
        self.data, self.state, self.scratch = self.folder / "data", self.folder / "state", self.folder / "scratch"
        self.journal = self.folder / "journal"
        self.table, self.lines = self.folder / "table.tsv", self.folder / "rows.jsonl"
        self.database, self.duck = self.folder / "table.db", self.folder / "table.duckdb"
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.scratch), "XDG_STATE_HOME": str(self.state),
            "LENDUONG_DATA": str(self.data), "LENDUONG_TODAY": "2024-09-30", "SWIFT_BACKTRACE": "interactive=no",
        }
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        manifest = self.folder / "manifest.json"
        wanted = {"count": count, "profile": profile, "seed": seed, "made by": made_by()}
        known = json.loads(manifest.read_text()) if manifest.exists() else {}
        files = known.pop("files", None)
        if known != wanted:
            for path in self.folder.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            make_journal(self.journal, count, profile, seed, self.table)
            if others:
                self.make_others()
            files = {str(path.relative_to(self.journal)): path.stat().st_size
                     for path in self.journal.rglob("*.jsonl")}
            manifest.write_text(json.dumps({**wanted, "files": files}))
        self.files = files
        self.restore()

    def make_others(self):
        """The same rows as a database with and without an index, and as JSON Lines."""
        rows = (line.rstrip("\n").split("\t") for line in open(self.table, encoding="utf-8"))
        next(rows)
        with sqlite3.connect(self.database) as base:
            for name in ("departure", "plain"):
                base.execute("create table %s (%s)" % (name, ", ".join('"%s"' % column for column in COLUMNS)))
            base.executemany("insert into departure values (%s)" % ",".join("?" * len(COLUMNS)), rows)
            base.execute("insert into plain select * from departure")
            base.execute("create index figures on departure (district, substr(\"left\", 1, 4))")
        base.close()
        if self.count > JSON_LINES_LIMIT:
            return
        with open(self.lines, "w", encoding="utf-8") as file:
            for line in open(self.table, encoding="utf-8").read().splitlines()[1:]:
                file.write(json.dumps(dict(zip(COLUMNS, line.split("\t"))), ensure_ascii=False) + "\n")

    def restore(self):
        """The folder as it was made: nothing added to the journal, nothing kept privately but the office."""
        for folder in (self.state, self.scratch):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700)
        if self.data.exists():
            if not self.journal.exists():
                (self.data / "j").rename(self.journal)
            shutil.rmtree(self.data)
        for path in list(self.journal.rglob("*.jsonl")):
            length = self.files.get(str(path.relative_to(self.journal)))
            if length is None:
                path.unlink()
            elif path.stat().st_size > length:
                os.truncate(path, length)
        for writer in self.journal.iterdir():
            if not any(writer.iterdir()):
                writer.rmdir()
        init(self.program, self.data, self.environment)
        if (self.data / "j").exists():
            (self.data / "j").rmdir()
        self.journal.rename(self.data / "j")

    # What one asks of it.

    def run(self, argv, text=None, patience=300):
        """Runs a program to its end, its output thrown away; of other programs also what they complain about."""
        complaints = None if argv[0] == self.program else subprocess.DEVNULL
        with tempfile.TemporaryFile() as given:
            given.write(text or b"")
            given.seek(0)
            process = subprocess.Popen(argv, env=self.environment, stdin=given, stdout=subprocess.DEVNULL,
                                       stderr=complaints)
            try:
                if not ended(process, patience):
                    raise subprocess.TimeoutExpired(argv, patience)
            except BaseException:
                process.kill()
                process.wait()
                raise
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, argv)

    def warm(self):
        """Has the program verify, fold and keep what it reads."""
        self.run([self.program, "progress"])

    def forget(self):
        """Removes what the program keeps between starts."""
        for cache in self.state.glob("lenduong/*/cache"):
            shutil.rmtree(cache)

    def files_read(self):
        """Every file that a start may read."""
        return [self.program] + [path for folder in (self.data, self.state) for path in folder.rglob("*")
                                 if path.is_file()]


def ended(process, patience):
    """Waits for the end itself: `subprocess` with a limit looks after 1, 3, 7, 15 ms, and so rounds what is timed."""
    handle = os.pidfd_open(process.pid)
    try:
        if not select.select([handle], [], [], patience)[0]:
            return False
    finally:
        os.close(handle)
    process.wait()
    return True


def made_by():
    """Changes whenever what makes the data does."""
    return hashlib.sha256(b"".join((HERE / name).read_bytes() for name in SOURCES)).hexdigest()[:16]
