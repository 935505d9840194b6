"""A program on a pseudo-terminal, its output stamped with the time of each read."""
import fcntl
import os
import select
import signal
import struct
import termios
import time

SETTLED = 0.06
KEY_SETTLED = 0.015
DOWN = b"\x1b[B"
UP = b"\x1b[A"


class Terminal:
    """One running program.

    `end` is what the program writes at the end of every frame; without it a frame ends where a silence begins in
    which the program does not compute either, and its time is that of the last byte before.
    """

    def __init__(self, argv, environment, end=None, size=(40, 140)):
        self.end = end
        master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        path = os.ttyname(slave)
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
        self.used = 0

    def read(self, seconds):
        """What comes within some seconds, and when; empty where nothing does or the program has ended."""
        if not self.poll.poll(seconds * 1000):
            return b"", time.perf_counter()
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            data = b""
        self.output += data
        return data, time.perf_counter()

    def frame(self, since, settled=KEY_SETTLED, patience=60):
        """Waits for the end of a frame; gives milliseconds since `since`, `None` where nothing came."""
        seen, last = b"", None
        limit = since + patience
        while time.perf_counter() < limit:
            waiting = last is not None and self.end is None
            data, now = self.read(settled if waiting else limit - time.perf_counter())
            if not data:
                if waiting and self.is_computing():
                    continue
                break
            seen, last = seen[-16:] + data, now
            if self.end and self.end in seen:
                break
        return None if last is None else (last - since) * 1000

    def first_frame(self):
        """Milliseconds from the start of the program to its first frame."""
        return self.frame(self.started, settled=SETTLED)

    def press(self, key):
        """Milliseconds from a key to the end of its frame."""
        before = time.perf_counter()
        os.write(self.master, key)
        return self.frame(before, patience=5)

    def is_computing(self):
        """Whether it has used more than half a millisecond of a processor since this was last asked."""
        try:
            with open("/proc/%d/schedstat" % self.pid) as file:
                used = int(file.read().split()[0])
        except (OSError, IndexError):
            return False
        before, self.used = self.used, used
        return used - before > 500_000

    def settle(self, seconds=SETTLED):
        while self.read(seconds)[0] or self.is_computing():
            pass

    def go(self, *keys):
        """Presses keys that only lead somewhere."""
        for key in keys:
            self.press(key)
            self.settle()

    def memory(self):
        """The most memory that the program has had, in MB."""
        with open("/proc/%d/status" % self.pid) as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024

    def close(self, *keys, seconds=20):
        """Ends the program by its own keys, or by force; gives its exit status."""
        for key in keys:
            os.write(self.master, key)
        if not keys:
            os.kill(self.pid, signal.SIGKILL)
        limit = time.perf_counter() + seconds
        while time.perf_counter() < limit and self.read(1)[0]:
            pass
        done, status = os.waitpid(self.pid, os.WNOHANG)
        while not done and time.perf_counter() < limit:
            time.sleep(0.005)
            done, status = os.waitpid(self.pid, os.WNOHANG)
        if not done:
            os.kill(self.pid, signal.SIGKILL)
            status = os.waitpid(self.pid, 0)[1]
        os.close(self.master)
        return os.waitstatus_to_exitcode(status)
