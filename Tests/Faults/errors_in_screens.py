"""Errors at every call that touches the journal, while a record is saved in the screens: never a false “Đã lưu”.

Each call fails in each way, once and for good. The screen says CHƯA LƯU and keeps what was typed, and the same key saves
it once the fault is over; what was on file stays byte for byte."""

import os
import subprocess

from ground import check, in_parallel, main, missing
from screens import FIRST, KEYS, Desk, Terminal, caret, says_saved, typed

CALLS = {
    "openat": ["EIO", "EMFILE", "EACCES"], "flock": ["EINTR", "EIO"], "fstat": ["EIO"], "newfstatat": ["EIO"],
    "pread64": ["EIO", "EINTR"], "read": ["EIO"], "lseek": ["EIO"], "write": ["ENOSPC", "EIO", "EDQUOT", "EINTR"],
    "pwrite64": ["ENOSPC", "EIO", "EDQUOT"], "fdatasync": ["EIO", "ENOSPC", "EDQUOT"], "fsync": ["EIO"],
}


def strike(desk, call, error, when):
    """The words by which the first such call on the journal's file or folders fails, or every one from then on."""
    segment = desk.segment()
    paths = [segment, os.path.dirname(segment), os.path.dirname(os.path.dirname(segment))]
    return [
        "strace", "-f", "-qq", "-o", desk.place.path("struck"), "-e", f"trace={call}",
        "-e", f"inject={call}:error={error}:when={when}", *[word for path in paths for word in ("-P", path)]]


def struck(desk):
    with open(desk.place.path("struck"), encoding="utf-8", errors="replace") as file:
        return file.read().count("(INJECTED)")


def attached(terminal, words):
    """The fault begins once the form is filled in: `strace` joins the program that runs."""
    program = terminal.process()
    process = subprocess.Popen(
        [*words, "-p", str(program)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    terminal.wait(lambda _: tracer(program), "the tracer")
    return process


def tracer(process):
    with open(f"/proc/{process}/status") as file:
        return int(next(line for line in file if line.startswith("TracerPid")).split()[1])


def let_go(fault):
    """Ends the fault; a tracer that is killed would leave the call it was at half changed."""
    fault.terminate()
    try:
        fault.wait(10)
    except subprocess.TimeoutExpired:
        fault.kill()
        fault.wait()


def answered(desk, terminal, what):
    """Saves, and tells whether that was refused; what is said is so, and what was typed is still there."""
    terminal.raw(KEYS["F2"])
    screen = terminal.wait(
        lambda screen: screen if says_saved(screen, FIRST) or "CHƯA LƯU" in screen else None, f"an answer to {what}")
    refused = "CHƯA LƯU" in screen
    check(refused or FIRST.name in desk.on_file(), f"{what}: said to be saved and is not:\n{screen}")
    if refused:
        check(caret(screen) is not None and FIRST.name in screen, f"{what}: what was typed is gone:\n{screen}")
    return refused


def one(program, call, error, is_lasting):
    what = f"{call} {error} {'for good' if is_lasting else 'once'}"
    with Desk(program) as desk:
        segment = desk.segment()
        with open(segment, "rb") as file:
            before = file.read()
        with Terminal(desk.place) as terminal:
            desk.open_form(terminal)
            terminal.raw(typed(FIRST))
            terminal.wait(lambda screen: caret(screen) == "Ngày xuất cảnh" and "12/8/24" in screen, "the last field")
            fault = attached(terminal, strike(desk, call, error, "1+" if is_lasting else "1"))
            try:
                refused = answered(desk, terminal, what)
            finally:
                let_go(fault)
            if refused:
                terminal.raw(KEYS["F2"])
                terminal.wait(lambda screen: says_saved(screen, FIRST), f"the save after {what}")
            terminal.quit()
        hits = struck(desk)
        found = desk.on_file()
        check(FIRST.name in found and len(found) == 2, f"{what}: on file are {sorted(found)}")
        # A save that may have been cut goes on in another file.
        with open(segment, "rb") as file:
            check(file.read()[:len(before)] == before, f"{what}: what was on file has changed")
        return hits, refused


def test(program):
    absent = missing("strace")
    if absent:
        return absent
    # A call that is interrupted is made again, for as long as it takes.
    jobs = [
        (call, error, lasting) for call, errors in CALLS.items() for error in errors for lasting in (False, True)
        if not (lasting and error == "EINTR")]
    ends = in_parallel([lambda job=job: one(program, *job) for job in jobs])
    hits, refused = sum(hits for hits, _ in ends), sum(refused for _, refused in ends)
    met = {job[0] for job, (hits, _) in zip(jobs, ends) if hits}
    check({"write", "fdatasync"} <= met or {"pwrite64", "fdatasync"} <= met, f"only {met} were struck")
    check(refused > 0, "no save was refused")
    return f"{hits} errors struck at {', '.join(sorted(met))}; {refused} of {len(jobs)} saves refused at first, all saved then"


if __name__ == "__main__":
    main(test, __doc__)
