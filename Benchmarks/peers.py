"""Other programs on the same rows, or on as many items of their own as they bear; who is missing is told why."""
import dataclasses
import os
import pathlib
import shutil
import subprocess
from collections.abc import Callable

DOWN, UP, PAGE_DOWN, PAGE_UP, ERASE = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~", b"\x7f"
OWN_ITEMS = 20_000
VISIDATA_ROWS = 250_000


@dataclasses.dataclass
class Peer:
    """How a program is started and driven; a key that it has not stays empty."""

    name: str
    argv: list
    row: tuple = (DOWN, UP)
    page: tuple = (PAGE_DOWN, PAGE_UP)
    # Keys that lead to where rows are, then to where one types.
    setup: tuple = ()
    typing: tuple | None = None
    # What finds a text in the rows as it is typed, and as a whole; what orders the rows by name.
    narrowing: bool = False
    search: Callable | None = None
    sort: tuple = ()
    environment: dict = dataclasses.field(default_factory=dict)
    folder: pathlib.Path | None = None


class Peers:
    """The programs that are there, and why others are not."""

    def __init__(self, scratch, wanted=None):
        self.scratch, self.wanted, self.missing = scratch, wanted, {}
        self.python = self.environment()

    def environment(self):
        """A Python of its own with VisiData and DuckDB; `None` where it cannot be had."""
        folder = self.scratch / "venv"
        python = folder / "bin" / "python"
        packages = {"visidata": "VisiData", "duckdb": "DuckDB"}
        if self.wanted is not None and not {"vd", "duckdb"} & self.wanted:
            return None
        try:
            if not python.exists():
                subprocess.run(["python3", "-m", "venv", folder], check=True, capture_output=True, timeout=120)
            for package, name in packages.items():
                have = subprocess.run([python, "-c", "import " + package], capture_output=True)
                if have.returncode:
                    done = subprocess.run([python, "-m", "pip", "install", "-q", package], capture_output=True,
                                          text=True, timeout=300)
                    if done.returncode:
                        self.missing[name] = "pip install %s: %s" % (package, (done.stderr.splitlines() or ["?"])[-1])
        except (OSError, subprocess.SubprocessError) as error:
            for name in packages.values():
                self.missing[name] = "no Python environment: %s" % error
            return None
        return python

    def has(self, program, name=None):
        if self.wanted is not None and program not in self.wanted:
            return False
        there = shutil.which(program) is not None
        if not there:
            self.missing[name or program] = "not installed, and not to be had from this machine's packages"
        return there

    def on_screen(self, register):
        """The programs with a screen, ready to be opened on a register's rows or on items of their own."""
        table, folder = str(register.table), register.folder / "peers"
        folder.mkdir(exist_ok=True)
        items = min(register.count, OWN_ITEMS)
        own = lambda name, count: name if count == register.count else "%s (%s)" % (name, format(count, ","))
        found = []
        text = lambda before, after=b"\r": lambda word: before + word + after
        if self.has("less"):
            found.append(Peer("less", ["less", table], page=(b" ", b"b"), search=text(b"/")))
        if self.has("vim"):
            found.append(Peer("vim", ["vim", "-u", "NONE", "-i", "NONE", "-n", table], page=(b"\x06", b"\x02"),
                              typing=(b"i",), search=text(b"/")))
        if self.has("nano"):
            found.append(Peer("nano", ["nano", "--ignorercfiles", table], page=(b"\x16", b"\x19"), typing=(),
                              search=text(b"\x17")))
        if self.has("fzf"):
            found.append(Peer("fzf", ["sh", "-c", 'exec fzf --no-sort < "$0"', table], row=(UP, DOWN),
                              page=(PAGE_UP, PAGE_DOWN), narrowing=True))
        if self.python and "VisiData" not in self.missing:
            rows = min(register.count, VISIDATA_ROWS)
            visidata = [str(self.python), "-m", "visidata", "--config", "/dev/null", "--visidata-dir",
                        str(folder / "visidata")]
            if rows == register.count:
                found.append(Peer("VisiData", [*visidata, table], search=text(b"/"), setup=(b"\x1b[C",), sort=(b"[",)))
                if register.lines.exists():
                    found.append(Peer("VisiData, JSON Lines", [*visidata, str(register.lines)], row=(), page=()))
            else:
                self.missing["VisiData at %s" % format(register.count, ",")] = "more rows than it opens in a minute"
        if self.has("tig"):
            found.append(Peer(own("tig", items), ["tig"], folder=commits(folder / "commits", items),
                              search=text(b"/")))
        if self.has("newsboat"):
            found.append(Peer(own("newsboat", items), news(folder / "news", items, register.environment),
                              setup=(b"\r",)))
        if self.has("hledger-ui"):
            found.append(Peer(own("hledger-ui", items), ["hledger-ui", "-f", ledger(folder / "ledger", items),
                                                         "--register=departures"]))
        return found


def commits(folder, count):
    """A git repository of so many commits."""
    if not (folder / ".git").exists():
        subprocess.run(["git", "init", "-q", folder], check=True)
        stream = b"".join(b"commit refs/heads/main\ncommitter Mau <mau@example.org> %d +0000\ndata %d\n%b\n" % (
            1_400_000_000 + k, len(b"Invented %06d" % k), b"Invented %06d" % k) for k in range(count))
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=stream, check=True, env=environment)
        subprocess.run(["git", "-C", folder, "symbolic-ref", "HEAD", "refs/heads/main"], check=True)
    return folder


def news(folder, count, environment):
    """A feed of so many items, already fetched."""
    argv = ["newsboat", "-C", "/dev/null", "-u", str(folder / "urls"), "-c", str(folder / "cache.db")]
    if not (folder / "cache.db").exists():
        folder.mkdir(exist_ok=True)
        items = "".join("<item><title>Invented %06d</title><guid>%d</guid><link>http://example.org/%d</link></item>" %
                        (k, k, k) for k in range(count))
        (folder / "feed.xml").write_text(
            '<?xml version="1.0"?><rss version="2.0"><channel><title>Invented</title>'
            "<link>http://example.org</link><description>-</description>%s</channel></rss>" % items)
        (folder / "urls").write_text("file://%s\n" % (folder / "feed.xml"))
        subprocess.run([*argv, "-x", "reload"], env=environment, capture_output=True, timeout=120)
    return argv


def ledger(path, count):
    """An hledger journal of so many transactions."""
    if not path.exists():
        path.write_text("".join("2024-%02d-%02d Invented %06d\n    departures  1\n    people\n\n" % (
            1 + k // 28 % 12, 1 + k % 28, k) for k in range(count)))
    return str(path)


def counting(register, peers):
    """Whole processes that count departures by district and year, on the same rows."""
    group = 'select district, substr("left", 1, 4), count(*) from %s group by 1, 2'
    found = {}
    if peers.has("sqlite3"):
        found["sqlite3, covering index"] = ["sqlite3", register.database, group % "departure"]
        found["sqlite3, table"] = ["sqlite3", register.database, group % "plain"]
    if peers.python and "DuckDB" not in peers.missing:
        def duck(source, file=None):
            opened = "duckdb.connect(%r, read_only=True)" % str(file) if file else "duckdb"
            return [peers.python, "-c", "import duckdb\n%s.sql(%r).fetchall()" % (opened, group % source)]
        if not register.duck.exists():
            subprocess.run([peers.python, "-c", "import duckdb\nduckdb.connect(%r).sql(%r)" % (
                str(register.duck), "create table departure as select * from read_csv('%s', delim='\t', header=true, "
                "all_varchar=true)" % register.table)], check=True)
        found["DuckDB (Python), own file"] = duck("departure", register.duck)
        found["DuckDB (Python), CSV"] = duck("read_csv('%s', delim='\t', header=true, all_varchar=true)" %
                                            register.table)
        if register.lines.exists():
            found["DuckDB (Python), JSON Lines"] = duck(
                "read_json('%s', format='newline_delimited', columns={district:'varchar', \"left\":'varchar'})" %
                register.lines)
    count = "{ n[$4 substr($10, 1, 4)]++ } END { for (k in n) print k, n[k] }"
    if peers.has("mawk"):
        found["mawk on the plain table"] = ["mawk", "-F", "\t", count, register.table]
    return found
