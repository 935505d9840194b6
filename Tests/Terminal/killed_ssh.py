"""An ssh client that is killed while a clerk types at the far end: the program ends, nothing typed is lost.

  killed_ssh.py PROGRAM [COUNT] [SEED]

The client is killed COUNT times (3) at random moments of typing, and a tenth as often the instant after a save; SEED, which
is printed, makes the same keys and moments again. The server is one of the test's own, on this machine alone, with keys
made for it. Skipped, with the reason, where OpenSSH is not installed."""

import fcntl
import getpass
import os
import random
import shlex
import shutil
import signal
import socket
import subprocess
import time

import kills
from clerk import Clerk
from driver import Failure, Place, Terminal, check, main, seeded
from lost_terminals import gone

SERVER = "/usr/sbin/sshd"
# Where a server that root starts keeps its unprivileged part; systems make it when they start one.
SEPARATION = "/run/sshd"
SETTINGS = """ListenAddress 127.0.0.1
HostKey {0}/host
AuthorizedKeysFile {0}/authorized_keys
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
PermitRootLogin yes
PrintMotd no
PrintLastLog no
"""


class Server:
    """A server for whoever has the key that lies beside it."""

    def __init__(self, folder):
        self.folder = folder
        os.mkdir(folder, 0o700)
        for name in ("host", "client"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{folder}/{name}"], check=True)
        shutil.copy(f"{folder}/client.pub", f"{folder}/authorized_keys")
        with open(f"{folder}/settings", "w", encoding="ascii") as file:
            file.write(SETTINGS.format(folder))
        self.made = os.getuid() == 0 and not os.path.exists(SEPARATION)
        if self.made:
            os.mkdir(SEPARATION, 0o755)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        with open(f"{folder}/log", "wb") as log:
            self.process = subprocess.Popen(
                [SERVER, "-D", "-e", "-f", f"{folder}/settings", "-p", str(self.port)], stdin=subprocess.DEVNULL, stderr=log)

    def client(self):
        """The words that start a client with a terminal; what is to be started at the far end follows them."""
        return [
            "-tt", "-q", "-e", "none", "-F", "none", "-i", f"{self.folder}/client", "-o", "IdentitiesOnly=yes", "-o",
            "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={self.folder}/known", "-o", "BatchMode=yes", "-p",
            str(self.port), f"{getpass.getuser()}@127.0.0.1"]

    def reason(self):
        """Why nobody can get in, or an empty text."""
        end = time.monotonic() + 10
        while True:
            done = subprocess.run(["ssh", *self.client(), "true"], capture_output=True, stdin=subprocess.DEVNULL, check=False)
            if done.returncode == 0:
                return ""
            if self.process.poll() is not None or time.monotonic() > end:
                with open(f"{self.folder}/log", encoding="utf-8", errors="replace") as file:
                    return f"skipped: no ssh to this machine ({file.read().strip()[-300:]})"
            time.sleep(0.05)

    def end(self):
        self.process.kill()
        self.process.wait()
        if self.made:
            os.rmdir(SEPARATION)


class Remote(Terminal):
    """The program in a terminal at the far end of an ssh connection; `server` is set before."""

    server = None

    def __init__(self, place):
        self.place = place
        self.number = place.path("process")
        if os.path.exists(self.number):
            os.remove(self.number)
        there = ["sh", "-c", 'echo $$ >"$0"; exec "$@"', self.number, "env", "-i"]
        there += [f"{key}={value}" for key, value in place.environment().items()]
        here = Place.__new__(Place)
        here.__dict__.update(place.__dict__, program="ssh")
        super().__init__(here, *self.server.client(), shlex.join([*there, place.program]))

    def process(self):
        with open(self.number, encoding="ascii") as file:
            return int(file.read())

    def kill_client(self):
        """The client goes; then the program must go by itself, and hold nothing."""
        process, client = self.process(), super().process()
        os.kill(client, signal.SIGKILL)
        check(self.ended() == 128 + signal.SIGKILL, "the client did not die of the signal")
        gone(process, "the ssh client was killed")
        for folder, _, names in [*os.walk(self.place.data), *os.walk(self.place.path("state"))]:
            for path in [folder, *(os.path.join(folder, name) for name in names)]:
                with_lock(path)


def with_lock(path):
    """Takes the lock of a file that nobody may hold."""
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise Failure(f"{path} is still locked: {error}") from None
    finally:
        os.close(file)


def after_a_save(place, chance, times):
    """The client is killed as soon as the save is told; the record is there, and no draft of it."""
    clerk = Clerk(place, chance)
    for _ in range(times):
        with Remote(place) as terminal:
            screen = terminal.see("Hôm nay ›", "Năm 2024")
            check("nháp" not in screen, f"a saved record left a draft:\n{screen}")
            terminal.keys("a")
            terminal.see("Nhập xuất cảnh ›")
            terminal.keys("a")
            terminal.see("lượt mới")
            clerk.new_record()
            clerk.record.key = "F2"
            while clerk.record:
                clerk.step(terminal)
            terminal.kill_client()
        saved = {record["citizenId"]: record for record in place.json("list", "departures", "--unmask")["departures"]}
        for citizen, (record, _) in clerk.on_file.items():
            check(citizen in saved, f"{record.person.name} was saved and is lost")
            record.check(saved[citizen])
    return times


def test(program):
    absent = [name for name in ("ssh", "ssh-keygen", SERVER) if not shutil.which(name)]
    if absent:
        return f"skipped: {', '.join(absent)} not installed"
    count, seed = seeded(3)
    place = Place(program)
    Remote.server = Server(place.path("ssh"))
    try:
        reason = Remote.server.reason()
        if reason:
            return reason
        done = place.run("init", "--unit", "02728", "--role", "clerk")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        saves = after_a_save(place, random.Random(seed), max(1, count // 10))
        told = kills.interrupt(program, count, seed, lambda terminal, _: terminal.kill_client(), Remote)
    finally:
        Remote.server.end()
        place.remove()
    return f"{saves} clients killed after a save, no lock left; {told}"


if __name__ == "__main__":
    main(test, __doc__)
