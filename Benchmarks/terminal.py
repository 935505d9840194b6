"""A program on a pseudo-terminal, its output stamped with the time of each read."""
import fcntl
import os
import re
import select
import signal
import struct
import termios
import time

SETTLED = 0.06
KEY_SETTLED = 0.015
SILENCE = 0.5
# The share of the time for which a busy program runs or waits for a processor; one that only blinks wants less.
BUSY = 0.7
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|[@-Z\\-_=>78])")


class Terminal:
    """One running program.

    `end` is what the program writes at the end of every frame; without it a frame ends where a silence begins in
    which the program does not compute either, and its time is that of the last byte before. Every wait ends.
    """

    def __init__(self, argv, environment, end=None, size=(40, 140), patience=120, folder=None):
        self.end, self.patience = end, patience
        master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        path = os.ttyname(slave)
        if folder:
            argv = ["env", "-C", str(folder), *argv]
        self.started = time.perf_counter()
        self.pid = os.posix_spawnp(
            argv[0], argv, {**environment, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}, setsid=True,
            file_actions=[(os.POSIX_SPAWN_OPEN, 0, path, os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1),
                          (os.POSIX_SPAWN_DUP2, 0, 2), (os.POSIX_SPAWN_CLOSE, master)])
        os.close(slave)
        self.master = master
        self.poll = select.poll()
        self.poll.register(master, select.POLLIN)
        self.output = b""
        self.asked, self.wanted = self.started, 0
        self.ended = False

    def read(self, seconds):
        """What comes within some seconds, and when; empty where nothing does or the program has ended."""
        if self.ended or not self.poll.poll(max(0, seconds) * 1000):
            return b"", time.perf_counter()
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            data = b""
        self.ended = not data
        self.output = self.output[-(1 << 18):] + data
        return data, time.perf_counter()

    def frame(self, since, settled=KEY_SETTLED, patience=None, silence=None):
        """Waits for the end of a frame; gives milliseconds since `since` and bytes, `None` where nothing came.

        After `silence` seconds without output or computing nothing is waited for any longer.
        """
        seen, last, size = b"", None, 0
        limit = since + (patience or self.patience)
        while time.perf_counter() < limit:
            waiting = last is not None and self.end is None
            rest = limit - time.perf_counter()
            data, now = self.read(settled if waiting else min(rest, silence or rest))
            if not data:
                if (waiting or silence) and not self.ended and self.is_computing():
                    continue
                break
            seen, last, size = seen[-16:] + data, now, size + len(data)
            if self.end and self.end in seen:
                break
            if not self.end:
                self.is_computing()
        return None if last is None else ((last - since) * 1000, size)

    def first_frame(self):
        """Milliseconds from the start of the program to its first frame; `None` where it does not come."""
        found = self.frame(self.started, settled=SETTLED)
        return None if found is None or (self.end and self.end not in self.output) else found[0]

    def press(self, key, patience=10):
        """Milliseconds from a key to the end of its frame, and the bytes of the frame."""
        self.is_computing()
        # A frame that came by itself meanwhile, such as names put in order, answers no key.
        while not self.ended and self.read(0)[0]:
            pass
        before = time.perf_counter()
        os.write(self.master, key)
        return self.frame(before, patience=patience, silence=SILENCE)

    def is_computing(self):
        """Whether it has run, or wanted to, for most of the time since this was last asked, or a thread has ended."""
        now, wanted = time.perf_counter(), sum(map(wanted_by, family(self.pid)))
        share = (wanted - self.wanted) / 1e9 / max(1e-6, now - self.asked)
        self.asked, self.wanted = now, wanted
        return share > BUSY or share < 0

    def settle(self, seconds=SETTLED, patience=60):
        """Waits until it neither writes nor computes."""
        self.is_computing()
        limit = time.perf_counter() + patience
        while time.perf_counter() < limit and not self.ended and (self.read(seconds)[0] or self.is_computing()):
            pass

    def go(self, *keys):
        """Presses keys that only lead somewhere."""
        for key in keys:
            os.write(self.master, key)
            self.settle()

    def shows(self, text, redraw=b"\x0c"):
        """Whether a text stands on the screen, drawn anew for this."""
        self.output = b""
        self.go(redraw)
        return text in SEQUENCE.sub(b"", self.output).decode("utf-8", "replace")

    def memory(self):
        """Kilobytes by name of the program and what it started: VmRSS, RssAnon, RssFile now, VmHWM at most."""
        total = dict.fromkeys(("VmRSS", "RssAnon", "RssFile", "VmHWM"), 0)
        for pid in family(self.pid):
            try:
                with open("/proc/%d/status" % pid) as file:
                    for line in file:
                        name = line.split(":")[0]
                        if name in total:
                            total[name] += int(line.split()[1])
            except OSError:
                continue
        return total

    def bytes_from_disk(self):
        """What was read from the disk for the program, its own pages included; `None` where that is not told."""
        try:
            with open("/proc/%d/io" % self.pid) as file:
                return next(int(line.split()[1]) for line in file if line.startswith("read_bytes"))
        except (OSError, StopIteration):
            return None

    def close(self, *keys, seconds=20):
        """Ends the program by its own keys, or by force; gives its exit status."""
        for key in keys:
            os.write(self.master, key)
        if not keys:
            self.kill()
        limit = time.perf_counter() + seconds
        while time.perf_counter() < limit and self.read(1)[0]:
            pass
        done, status = os.waitpid(self.pid, os.WNOHANG)
        while not done and time.perf_counter() < limit:
            time.sleep(0.005)
            done, status = os.waitpid(self.pid, os.WNOHANG)
        if not done:
            self.kill()
            status = os.waitpid(self.pid, 0)[1]
        os.close(self.master)
        return os.waitstatus_to_exitcode(status)

    def kill(self):
        """The program and what it started, which is a session of its own."""
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def family(pid):
    """A process and its descendants."""
    pids = [pid]
    for one in pids:
        try:
            with open("/proc/%d/task/%d/children" % (one, one)) as file:
                pids += map(int, file.read().split())
        except OSError:
            continue
    return pids


def wanted_by(pid):
    """Nanoseconds that all threads of a process have run or waited for a processor."""
    total = 0
    try:
        for thread in os.listdir("/proc/%d/task" % pid):
            with open("/proc/%d/task/%s/schedstat" % (pid, thread)) as file:
                total += sum(map(int, file.read().split()[:2]))
    except (OSError, ValueError):
        pass
    return total
