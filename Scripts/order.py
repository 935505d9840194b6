#!/usr/bin/env python3
"""Puts what a start executes, and behind it what common keys do, side by side in the program's file.

  order.py SCRIPT -- LINKING COMMAND...

SCRIPT is written: a linker script that gathers those pieces of code at the end of the code, so that a start and a
session touch few pages of memory and read few of a cold disk. LINKING COMMAND builds the program; it gets `-Xlinker` options added
and has to print where the program is with `--show-bin-path`. Repeated until a start executes nothing that lies elsewhere.
A name that the program no longer has is passed over when linking; a new one lies with the rest until this is run again.
"""
import bisect
import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Benchmarks"))

from keys import BACK, ENTER, ESCAPE, FORM, PEOPLE, PROGRESS, TAB, there_and_back  # noqa: E402
from peers import DOWN, PAGE_DOWN, PAGE_UP, UP  # noqa: E402
from terminal import Terminal  # noqa: E402

MARK = b"\x1b[?2026l"
QUIT = b"\x1b[21~"
# Nothing but the start; rows and what they open; what a supervisor looks at; a list and its search; a form.
SESSIONS = (
    (),
    (DOWN, DOWN, UP, ENTER, ENTER, ENTER, DOWN, DOWN, PAGE_DOWN, PAGE_UP, DOWN),
    (*PROGRESS, DOWN, UP, ENTER, BACK, b"m", DOWN, BACK, b"t", DOWN, BACK),
    (*PEOPLE, DOWN, DOWN, UP, PAGE_DOWN, PAGE_UP, b"S", b"/", *there_and_back("lan"), ESCAPE, ENTER, BACK),
    (*FORM, *there_and_back("lan"), TAB, b"0", TAB, TAB, TAB, *there_and_back("nu"), ESCAPE),
)
DATA = ("register", "demo")
ROUNDS = 6
OUTPUT = ".text.used"
# What every start needs and has no names of its own, and private pieces whose names differ from build to build.
ALWAYS = ("*crt1.o(.text)", "*crtbeginT.o(.text)", "*Start.c.o(.text .text.*)", "*libc.a:*(.text .text.*)",
          "*(.text..L*)", "*(.text.unlikely .text.unlikely.*)")
LINE = re.compile(r"\s*([0-9a-f]+)\s+[0-9a-f]+\s+([0-9a-f]+)\s+\d+ (\s*)(\S.*)$")
PIECE = re.compile(r"(.*):\((\.text.*)\)$")

Piece = collections.namedtuple("Piece", "address size file section")


def linked(command, script, folder):
    """Builds with a map and with symbols; gives the program and its pieces of code by address."""
    link_map = folder / "map"
    options = ["-Map=%s" % link_map, "--no-demangle", "--strip-debug"] + (["--script=%s" % script] if script.exists() else [])
    program = pathlib.Path(subprocess.run([*command, "--show-bin-path"], check=True, capture_output=True,
                                          text=True).stdout.strip()) / "lenduong"
    program.unlink(missing_ok=True)
    subprocess.run([*command, *[word for option in options for word in ("-Xlinker", option)]], check=True)
    pieces = []
    with open(link_map, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            found = LINE.match(line)
            piece = found and len(found.group(3)) == 8 and PIECE.match(found.group(4))
            if piece and int(found.group(2), 16):
                pieces.append(Piece(int(found.group(1), 16), int(found.group(2), 16), *piece.groups()))
    return program, sorted(pieces)


def executed(program, folder, data, keys=()):
    """Addresses that a start on a data folder and some keys execute, in the order of the profile."""
    profile = folder / "profile"
    environment = {**os.environ, "LENDUONG_DATA": str(folder / data), "XDG_STATE_HOME": str(folder / "state"),
                   "HOME": str(folder), "LENDUONG_TODAY": "2024-09-30", "SWIFT_BACKTRACE": "enable=no"}
    terminal = Terminal(["valgrind", "--tool=callgrind", "--dump-instr=yes", "--callgrind-out-file=%s" % profile,
                         str(program)], environment, end=MARK)
    if terminal.first_frame() is None:
        sys.exit("%s draws nothing under valgrind." % program)
    for key in keys:
        terminal.press(key)
    terminal.close(QUIT)
    address, addresses = 0, {}
    for line in profile.read_text(encoding="utf-8", errors="replace").splitlines():
        at = re.match(r"(0x[0-9a-f]+|[+-]\d+) ", line)
        if at:
            address = int(at.group(1), 16) if at.group(1)[0] == "0" else address + int(at.group(1))
            addresses[address] = True
    return list(addresses)


def prepare(program, folder):
    """Makes the data folders and starts on each once, so that later starts find kept what was read."""
    subprocess.run([str(program), "demo", str(folder / "demo")], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "XDG_STATE_HOME": str(folder / "state")})
    subprocess.run([sys.executable, str(ROOT / "Benchmarks" / "make_register.py"), str(program),
                    str(folder / "register"), "2000"], check=True, stdout=subprocess.DEVNULL)
    for data in DATA:
        executed(program, folder, data)


def names(program):
    """The symbols of each address: pieces of equal code are kept once and have all their names."""
    found = {}
    for line in subprocess.run(["readelf", "-sW", str(program)], check=True, capture_output=True,
                               text=True).stdout.splitlines():
        words = line.split()
        if len(words) == 8 and words[3] in ("FUNC", "NOTYPE"):
            found.setdefault(int(words[1], 16), set()).add(words[7])
    return found


def used(pieces, addresses):
    """The pieces in which addresses lie, each once."""
    starts = [piece.address for piece in pieces]
    found = {}
    for address in addresses:
        piece = pieces[bisect.bisect_right(starts, address) - 1]
        if piece.address <= address < piece.address + piece.size:
            found[piece] = True
    return list(found)


def patterns(pieces, symbols):
    """What a linker script calls them."""
    for piece in pieces:
        if piece.section == ".text":
            member = re.search(r"([^/]+\.a)\(([^)]+)\)$", piece.file)
            yield "*%s(.text)" % (":".join(member.groups()) if member else "/" + piece.file.rsplit("/", 1)[-1])
        else:
            yield '*("%s")' % piece.section
            for symbol in sorted(symbols.get(piece.address, ())):
                yield '*(".text.%s")' % symbol


def write(script, found):
    lines = ["/* What a start executes, then what common keys do. Made by Scripts/order.py; `make order` makes it anew. */",
             "SECTIONS {", "  /DISCARD/ : { *(.eh_frame) }", "  %s : {" % OUTPUT, *["    " + one for one in [*ALWAYS, *found]], "  }",
             "  .init : { KEEP(*(.init)) }", "  .fini : { KEEP(*(.fini)) }", "} INSERT AFTER .text;"]
    script.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) < 4 or sys.argv[2] != "--":
        sys.exit(__doc__)
    script, command = pathlib.Path(sys.argv[1]).resolve(), sys.argv[3:]
    script.unlink(missing_ok=True)
    found = {}
    with tempfile.TemporaryDirectory(prefix="order-") as name:
        folder = pathlib.Path(name)
        for round_ in range(ROUNDS):
            program, pieces = linked(command, script, folder)
            if round_ == 0:
                prepare(program, folder)
            addresses = [address for keys in SESSIONS for data in DATA
                         for address in executed(program, folder, data, keys)]
            now = used(pieces, addresses)
            begin = min((piece.address for piece in now if piece.file.endswith("crt1.o")), default=0)
            strays = [piece for piece in now if round_ == 0 or piece.address < begin]
            print("%d pieces of %d bytes are executed; %d lie elsewhere." % (
                len(now), sum(piece.size for piece in now), len(strays)))
            for piece in strays[:20] if round_ else ():
                print("  %x %s(%s)" % (piece.address, piece.file.rsplit("/", 1)[-1], piece.section))
            if not strays:
                return
            found.update(dict.fromkeys(patterns(strays, names(program))))
            write(script, found)
    sys.exit("After %d rounds something is still executed that lies elsewhere." % ROUNDS)


if __name__ == "__main__":
    main()
