"""A program in a real terminal: tmux, 80 by 24, on a socket of its own."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

DEADLINE = 20.0


class Failure(Exception):
    """What a test expected and did not find."""


def check(condition, message):
    if not condition:
        raise Failure(message)


class Place:
    """Folders of its own for one test: home, settings and data, removed at the end."""

    def __init__(self, program, today="2024-09-30"):
        self.program = os.path.abspath(program)
        self.root = tempfile.mkdtemp(prefix="lenduong-test-")
        self.today = today
        self.data = self.path("data")
        for name in ("home", "state", "share"):
            os.mkdir(self.path(name), 0o700)

    def path(self, *names):
        return os.path.join(self.root, *names)

    def environment(self, account="state", **more):
        """The environment of one account; another name of `account` is another person's settings."""
        os.makedirs(self.path(account), mode=0o700, exist_ok=True)
        environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": self.path("home"),
            "XDG_STATE_HOME": self.path(account),
            "XDG_DATA_HOME": self.path("share"),
            "LENDUONG_DATA": self.data,
            "LENDUONG_TODAY": self.today,
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        environment.update(more)
        return environment

    def run(self, *arguments, text=None, account="state", prefix=(), **more):
        """Runs the program without a terminal; bytes or text may be given as its standard input."""
        given = text.encode() if isinstance(text, str) else text
        done = subprocess.run(
            [*prefix, self.program, *arguments], input=given if given is not None else b"",
            capture_output=True, env=self.environment(account, **more), timeout=60, cwd=self.root)
        done.stdout = done.stdout.decode("utf-8", "replace")
        done.stderr = done.stderr.decode("utf-8", "replace")
        return done

    def json(self, *arguments, account="state"):
        done = self.run(*arguments, "--json", account=account)
        check(done.returncode == 0, f"{arguments}: exit {done.returncode}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def remove(self):
        for folder, _, _ in os.walk(self.root):
            os.chmod(folder, 0o700)
        shutil.rmtree(self.root, ignore_errors=True)


class Terminal:
    """One run of the program under tmux."""

    def __init__(self, place, *arguments, account="state", columns=80, rows=24, **more):
        self.folder = tempfile.mkdtemp(prefix="lenduong-tmux-")
        self.socket = os.path.join(self.folder, "s")
        settings = os.path.join(self.folder, "conf")
        with open(settings, "w") as file:
            file.write(
                "set -g status off\nset -g remain-on-exit on\nset -g default-terminal xterm-256color\n"
                "set -sg escape-time 0\n")
        environment = place.environment(account, **more)
        self.status = os.path.join(self.folder, "status")
        shell = ["sh", "-c", f'"$@"; echo $? >{self.status}.new; mv {self.status}.new {self.status}', "sh"]
        words = shell + ["env", "-i"] + [f"{key}={value}" for key, value in environment.items()]
        self.alive = True
        self._tmux(
            "-u", "-f", settings, "new-session", "-d", "-x", str(columns), "-y", str(rows), *words,
            place.program, *arguments, environment=environment)

    def _tmux(self, *words, environment=None):
        done = subprocess.run(
            ["tmux", "-S", self.socket, *words], capture_output=True, env=environment, timeout=20)
        if done.returncode:
            raise Failure(f"tmux {words[:2]}: {done.stderr.decode().strip()}")
        return done.stdout.decode("utf-8", "replace")

    # Keys

    def keys(self, *names):
        """Keys by their tmux names: `Enter`, `F10`, `Down`; a plain text is sent letter by letter."""
        self._tmux("send-keys", *names)

    def raw(self, data):
        """These very bytes, in one burst."""
        data = data.encode() if isinstance(data, str) else data
        self._tmux("send-keys", "-H", *[f"{byte:02x}" for byte in data])

    # What is on the screen

    def screen(self):
        return self._tmux("capture-pane", "-p", "-t", ":0.0")

    def styled(self):
        """The screen with the sequences that set its colours and looks."""
        return self._tmux("capture-pane", "-e", "-p", "-t", ":0.0")

    def lines(self):
        return self.screen().split("\n")

    def cursor(self):
        """Column and row of the cursor, from 0, or None where it is hidden."""
        x, y, shown = self._tmux("display", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}").split()
        return (int(x), int(y)) if shown == "1" else None

    def wait(self, condition, what, deadline=DEADLINE):
        """Waits until `condition(screen)` gives something, and returns that."""
        end = time.monotonic() + deadline
        pause = 0.005
        while True:
            screen = self.screen()
            found = condition(screen)
            if found:
                return found
            if time.monotonic() > end:
                raise Failure(f"waited {deadline:.0f} s for {what}; the screen shows:\n{screen}")
            time.sleep(pause)
            pause = min(pause * 1.5, 0.1)

    def see(self, *texts, deadline=DEADLINE):
        """Waits until all these texts are on the screen."""
        return self.wait(
            lambda screen: screen if all(text in screen for text in texts) else None, repr(texts), deadline)

    def gone(self, text, deadline=DEADLINE):
        return self.wait(lambda screen: text not in screen, f"{text!r} to go", deadline)

    def row(self, pattern, deadline=DEADLINE):
        """Waits for a line that fits the pattern and returns the match."""
        return self.wait(
            lambda screen: next((m for m in map(re.compile(pattern).search, screen.split("\n")) if m), None),
            f"a line like {pattern!r}", deadline)

    def choose(self, pattern, down="Down", limit=200):
        """Moves the selection down to the line that fits the pattern."""
        for _ in range(limit):
            before = self.screen()
            if any(re.search(pattern, line) and "▸" in line for line in before.split("\n")):
                return
            self.keys(down)
            self.wait(lambda screen: screen != before, f"the selection to move towards {pattern!r}", 3)
        raise Failure(f"no line like {pattern!r} in {limit} rows:\n{self.screen()}")

    # The program

    def process(self):
        """The program's own process id: it replaced `env`, below the shell that keeps its exit status."""
        shell = self._tmux("display", "-p", "#{pane_pid}").strip()
        with open(f"/proc/{shell}/task/{shell}/children") as file:
            return int(file.read())

    def ended(self, deadline=DEADLINE):
        """Waits for the end and returns the exit status as a shell knows it."""
        end = time.monotonic() + deadline
        while not os.path.exists(self.status):
            check(time.monotonic() < end, f"the program did not end:\n{self.screen()}")
            time.sleep(0.005)
        with open(self.status) as file:
            return int(file.read())

    def quit(self):
        """Leaves the program by its key."""
        self.keys("F10")
        check(self.ended() == 0, "the program ended badly")

    def kill(self):
        """Ends the program by SIGKILL, which it cannot see coming."""
        os.kill(self.process(), signal.SIGKILL)
        check(self.ended() == 128 + signal.SIGKILL, "the program did not die of the signal")

    def close(self):
        if self.alive:
            self.alive = False
            subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def burst(text, erase=b"\x7f"):
    """The bytes an input method sends for a text: each marked letter is first the plain letter, then an erase
    and the letter with its hat or tone, as it is typed by Telex."""
    import unicodedata

    tones = "\u0300\u0301\u0303\u0309\u0323"
    data = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        steps = [{"đ": "d", "Đ": "D"}.get(parts[0], parts[0])]
        hats = "".join(mark for mark in parts[1:] if mark not in tones)
        if parts[0] in "đĐ":
            steps.append(parts[0])
        if hats:
            steps.append(unicodedata.normalize("NFC", parts[0] + hats))
        if letter != steps[-1]:
            steps.append(letter)
        data += erase.join(step.encode() for step in steps)
    return data


def seeded(count, seed=None):
    """How often something is done, and the seed of chance: the words after the program, else `count` and `seed`, or any.

    Whoever names a count alone wants other seeds than the usual one.
    """
    count = int(sys.argv[2]) if len(sys.argv) > 2 else count
    usual = seed if len(sys.argv) < 3 else None
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else int.from_bytes(os.urandom(4)) if usual is None else usual
    print(f"{os.path.basename(sys.argv[0])}: seed {seed}", flush=True)
    return count, seed


def main(test, doc):
    """Runs `test(program)`, which returns its summary, as a script."""
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(f"usage: {os.path.basename(sys.argv[0])} PROGRAM\n{doc}")
    start = time.monotonic()
    try:
        summary = test(sys.argv[1])
    except Failure as failure:
        sys.exit(f"{os.path.basename(sys.argv[0])}: FAILED: {failure}")
    print(f"{os.path.basename(sys.argv[0])}: {summary} ({time.monotonic() - start:.1f} s)")
