"""A register for fault tests: what was acknowledged, what was only tried, and what is on file afterwards."""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Terminal"))

from driver import Failure, Place, check, main, seeded  # noqa: E402,F401

# Findings that lose nothing that was acknowledged; `verify` names them and passes.
NOTICES = {"torn", "newer-version", "unknown-action", "foreign-file", "incomplete-group"}
# What a program that crashed ends with: a signal, or what a shell makes of it.
CRASHES = {"Fatal error", "Segmentation", "Illegal instruction", "*** Program crashed"}


def record(number):
    """A departure of somebody invented; equal numbers are the same person."""
    return {
        "citizenId": f"010204{number:06d}", "fullName": f"Lao động mẫu {number}", "birthDate": "2004-09-17",
        "sex": "M", "commune": "02728", "catalogue": "2023", "market": "JP", "contractForm": "SERVICE_ENT",
        "orientationDate": "2024-06-28", "orientationCertificate": f"M{number}", "departedOn": "2024-07-05",
        "status": "ABROAD",
    }


def strike(call, when, fault):
    """The words that start a program whose `when`-th call of that name fails, or is its last."""
    return [
        "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}"]


def watched(log):
    """The words that start a program whose system calls are written to a file."""
    return ["strace", "-f", "-qq", "-o", log]


def calls_in(log):
    """The names of the system calls in such a file, but those with which a program begins and ends."""
    with open(log, encoding="utf-8", errors="replace") as file:
        found = (re.match(r"\d+ +(\w+)\(", line) for line in file)
        return sorted({match[1] for match in found if match} - {"execve", "exit_group"})


class Ground:
    """A data folder, and what its clerk was told about each record."""

    def __init__(self, program):
        self.place = Place(program)
        done = self.place.run("init", "--unit", "02728")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        self.acknowledged = set()
        self.tried = set()
        self.next = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.place.remove()

    def add(self, count=1, prefix=(), **more):
        """Adds so many new records by one command; remembers what it said."""
        numbers = range(self.next, self.next + count)
        self.next += count
        self.tried.update(numbers)
        text = "\n".join(json.dumps(record(number)) for number in numbers)
        done = self.place.run("add", "departure", "--json", "-", text=text, prefix=prefix, **more)
        self.note(done, numbers)
        return done

    def note(self, done, numbers):
        """What a command said about these records: they count as acknowledged by its whole answer alone."""
        not_crashed(done)
        try:
            answer = json.loads(done.stdout)
        except ValueError:
            answer = {"added": []}
        check(len(answer["added"]) in (0, len(numbers)), f"{len(answer['added'])} of {len(numbers)} acknowledged")
        if answer["added"]:
            self.acknowledged.update(numbers)
        return bool(answer["added"])

    def look(self, what):
        """Nothing acknowledged is lost, nothing is there that nobody tried, each is whole and there once."""
        answer = self.place.json("list", "departures", "--unmask")
        found = set()
        for row in answer["departures"]:
            number = int(row["citizenId"][6:])
            wanted = record(number)
            wrong = {key: row[key] for key in wanted if row[key] != wanted[key]}
            check(not wrong, f"{what}: record {number} is not whole: {wrong}")
            check(number not in found, f"{what}: record {number} is there twice")
            found.add(number)
        check(self.acknowledged <= found, f"{what}: acknowledged and lost: {sorted(self.acknowledged - found)[:5]}")
        check(found <= self.tried, f"{what}: there although nobody tried: {sorted(found - self.tried)[:5]}")
        self.verify(what)
        return found

    def verify(self, what):
        done = self.place.run("verify", "--json")
        check(done.returncode == 0, f"{what}: verify: exit {done.returncode}: {done.stdout} {done.stderr}")
        kinds = {problem["kind"] for problem in json.loads(done.stdout)["problems"]}
        check(kinds <= NOTICES, f"{what}: verify finds {kinds}")


def not_crashed(done):
    """The program ended by itself, or was killed by the test."""
    check(done.returncode in (0, 1, 2, 3, 4, 5, 64, -9, 137), f"it ended with {done.returncode}: {done.stderr.strip()}")
    check(not any(word in done.stderr for word in CRASHES), f"it crashed: {done.stderr.strip()}")
    check("\x1b" not in done.stdout + done.stderr, "control sequences without a terminal")


def was_killed(done):
    return done.returncode in (-9, 137)


def in_parallel(jobs):
    """Runs functions without arguments on both cores; gives their results in order, or the first failure."""
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        return [future.result() for future in [pool.submit(job) for job in jobs]]


def missing(*programs):
    """The sentence to print when a tool is not installed, or may not be used here, or an empty text."""
    absent = [
        name for name in programs
        if subprocess.run(["which", name], capture_output=True, check=False).returncode != 0]
    if absent:
        return f"skipped: {', '.join(absent)} not installed"
    if "strace" in programs:
        done = subprocess.run(
            ["strace", "-f", "-qq", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return f"skipped: processes may not be traced here ({done.stderr.strip()})"
    return ""
