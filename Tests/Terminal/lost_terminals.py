"""A terminal that goes away, is small, is none, or stops the program: nothing typed is lost, it is usable again.

  lost_terminals.py PROGRAM [COUNT] [SEED]

A signal from outside (SIGHUP, SIGTERM) and a terminal whose other end is killed, as when a connection breaks, strike
COUNT times each (4) at random moments of typing; SEED, which is printed, makes the same keys and moments again."""

import os
import random
import re
import signal
import subprocess
import time

import kills
from driver import DEADLINE, Failure, Place, Terminal, check, main, seeded

NAME = "Lao động mẫu 07"
RESIZES = 1000
# What of the terminal's own settings a program may have changed: all that `stty` tells.
SETTINGS = ["stty", "-a", "-F"]


def gone(process, what):
    """Waits until a process has ended."""
    end = time.monotonic() + DEADLINE
    while True:
        try:
            with open(f"/proc/{process}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return
        except (FileNotFoundError, ProcessLookupError):
            return
        check(time.monotonic() < end, f"the program goes on after {what}")
        time.sleep(0.005)


def by_signal(number):
    def end(terminal, process):
        os.kill(process, number)
        os.kill(process, signal.SIGCONT)
        gone(process, signal.Signals(number).name)

    return end


def by_losing(terminal, process):
    """The other end of the terminal is killed, and with it the terminal."""
    server = int(terminal._tmux("display", "-p", "#{pid}"))
    os.kill(server, signal.SIGKILL)
    gone(process, "the terminal was lost")


ENDS = {"SIGHUP": by_signal(signal.SIGHUP), "SIGTERM": by_signal(signal.SIGTERM), "lost terminals": by_losing}


def begin_record(terminal):
    """The form of a new record with a name in it."""
    terminal.see("Hôm nay ›")
    terminal.keys("a")
    terminal.see("Nhập xuất cảnh ›")
    terminal.keys("a")
    terminal.see("lượt mới")
    terminal.raw(NAME)
    terminal.see(NAME)


def settings(terminal):
    tty = terminal._tmux("display", "-p", "#{pane_tty}").strip()
    return subprocess.run([*SETTINGS, tty], capture_output=True, text=True).stdout


def looks(terminal):
    """Whether the second screen is in use, the cursor shows, and the mouse or marked pastes are asked for."""
    return terminal._tmux("display", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{insert_flag}").strip()


class Shell(Terminal):
    """An interactive shell in which the program is one job among others."""

    def __init__(self, place):
        self.real = place.program
        shell = Place.__new__(Place)
        shell.__dict__.update(place.__dict__, program="/bin/bash")
        super().__init__(shell, "--norc", "--noprofile", "-i", PS1="ready> ")
        self.see("ready>")

    def start(self):
        self.keys(self.real, "Enter")

    def job(self):
        """The process of the program, a child of the shell."""
        with open(f"/proc/{self.process()}/task/{self.process()}/children") as file:
            return int(file.read().split()[-1])

    def prompt(self, what):
        """Waits until the shell asks for the next command."""
        self.wait(lambda screen: screen.rstrip().endswith("ready>"), f"the shell after {what}")

    def is_usable(self):
        """Types a command, and sees what it says of how the last one ended."""
        self.keys("echo us''able $?", "Enter")
        return int(self.row(r"^usable (\d+)")[1])


def signals_restore(place):
    """After SIGTERM and SIGHUP from outside the terminal is as it was; the draft opens again."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        with Shell(place) as shell:
            before, look = settings(shell), looks(shell)
            shell.start()
            begin_record(shell)
            check(settings(shell) != before, "the program left the terminal's settings as they were")
            os.kill(shell.job(), number)
            shell.prompt(number.name)
            check(settings(shell) == before, f"{number.name}: other settings than before:\n{settings(shell)}")
            check(looks(shell) == look, f"{number.name}: the terminal is left as {looks(shell)}, was {look}")
            # It ends in order: what was typed is kept, nothing went wrong.
            status = shell.is_usable()
            check(status == 0, f"{number.name}: the program ended with {status}")
        with Terminal(place) as terminal:
            discard_draft(terminal)


def discard_draft(terminal):
    """Opens the draft that waits, sees the name on the field, and gives it up."""
    terminal.see("Hôm nay ›", "1 nháp chưa xong")
    terminal.choose("1 nháp chưa xong", down="Up")
    terminal.keys("Enter")
    terminal.see("lượt mới", NAME)
    terminal.keys("C-c")
    terminal.keys("C-c")
    terminal.gone("lượt mới")
    terminal.keys("F10")
    check(terminal.ended() == 0, "the program ended badly")


def stopped(place):
    """Ctrl-Z, and a stop from outside: the shell is usable, and `fg` brings the same screen back."""
    with Shell(place) as shell:
        before, look = settings(shell), looks(shell)
        shell.start()
        begin_record(shell)
        for way in ("key", "signal"):
            if way == "key":
                shell.keys("C-z")
            else:
                os.kill(shell.job(), signal.SIGTSTP)
            shell.prompt(f"a stop by a {way}")
            check(settings(shell) == before, f"stopped by a {way}: other settings than before")
            check(looks(shell) == look, f"stopped by a {way}: the terminal is left as {looks(shell)}")
            shell.keys("clear", "Enter")
            shell.gone("Stopped")
            shell.is_usable()
            shell.keys("fg", "Enter")
            shell.see("lượt mới", NAME)
            shell.keys("BSpace", "8")
            shell.see(NAME[:-1] + "8")
            shell.keys("BSpace", "7")
            shell.see(NAME)
        shell.keys("C-c")
        shell.keys("C-c")
        shell.gone("lượt mới")
        shell.keys("F10")
        shell.prompt("its end")
        check(shell.is_usable() == 0, "the program ended badly")
    return 2


def no_terminal(place):
    """Standard input or output that is no terminal: one sentence, and an end."""
    for what, words in (
            ("closed input", '"$0" <&-'), ("empty input", '"$0" </dev/null'), ("closed output", '"$0" >&-'),
            ("a file as output", '"$0" >out </dev/null')):
        done = subprocess.run(
            ["setsid", "sh", "-c", words, place.program], env=place.environment(), cwd=place.root, capture_output=True,
            timeout=20, stdin=subprocess.DEVNULL)
        said = done.stderr.decode().strip().splitlines()
        check(done.returncode in (2, 3) and len(said) == 1, f"{what}: {done.returncode} {said}")
    return 4


def odd_names(place):
    """Terminals that are called `dumb`, by no name or by one that nobody knows: the screens, or one sentence."""
    told = 0
    for term in ("dumb", "", "no-such-terminal", "xterm", "linux", "vt100", "screen", "tmux-256color"):
        with Terminal(place, TERM=term) as terminal:
            terminal.wait(
                lambda screen: "Hôm nay ›" in screen or os.path.exists(terminal.status), f"TERM={term}")
            if os.path.exists(terminal.status):
                told += 1
                check(terminal.ended() in (2, 3), f"TERM={term}: ended with {terminal.ended()}")
                terminal.see("biến TERM")
            else:
                terminal.quit()
    check(0 < told < 8, f"{told} of 8 kinds of terminal are refused")
    return told


def resized(place, chance):
    """Smallest and random sizes while one types: all of it is there at the end."""
    with Terminal(place, columns=1, rows=1) as terminal:
        terminal.wait(lambda _: kills.child(terminal), "the program's process")
        terminal._tmux("resize-window", "-x", "80", "-y", "24")
        begin_record(terminal)
        typed = NAME
        for number in range(RESIZES):
            terminal._tmux("resize-window", "-x", str(chance.randint(1, 200)), "-y", str(chance.randint(1, 60)))
            if number % 100 == 50:
                letter = chance.choice("abcdefgh")
                terminal.keys(letter)
                typed += letter
        terminal._tmux("resize-window", "-x", "1", "-y", "1")
        terminal._tmux("resize-window", "-x", "80", "-y", "24")
        terminal.see("lượt mới", typed)
        terminal.keys("C-c")
        terminal.keys("C-c")
        terminal.gone("lượt mới")
        terminal.quit()
    return RESIZES


def test(program):
    count, seed = seeded(4)
    place = Place(program)
    try:
        done = place.run("init", "--unit", "02728", "--role", "clerk")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        signals_restore(place)
        stops = stopped(place)
        nothing, told, sizes = no_terminal(place), odd_names(place), resized(place, random.Random(seed))
    finally:
        place.remove()
    for name, end in ENDS.items():
        try:
            kills.interrupt(program, count, seed, end)
        except Failure as failure:
            raise Failure(f"{name}: {failure}") from None
    return (
        f"signals left the terminal as it was, {stops} stops and goings on, {nothing} times no terminal, {told} of 8 "
        f"names of terminals refused with a sentence, {sizes} sizes; {', '.join(ENDS)}: {count} each at random "
        "moments, nothing lost")


if __name__ == "__main__":
    main(test, __doc__)
