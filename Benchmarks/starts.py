"""From the start of a program to its first whole frame: warm, after additions, with nothing kept, from the disk."""
import os
import time

from make_register import append, take_back
from terminal import Terminal

MARK = b"\x1b[?2026l"
# A program takes no more turns once it has used so many seconds, twice as many in the first three.
SECONDS = 10


def screen(register, **options):
    return Terminal([str(register.program)], register.environment, end=MARK, **options)


def opened(register, peer, **options):
    return Terminal(peer.argv, {**register.environment, **peer.environment}, folder=peer.folder, **options)


def first_frame(start):
    terminal = start()
    spent = terminal.first_frame()
    terminal.close()
    return spent


def turns(ways, rounds, seconds=SECONDS):
    """Every way in turn; samples by name. Slow ones stop early."""
    samples = {name: [] for name in ways}
    used = dict.fromkeys(ways, 0)
    for turn in range(rounds):
        for name, way in ways.items():
            if used[name] < (2 * seconds if turn < 3 else seconds):
                start = time.perf_counter()
                samples[name].append(way())
                used[name] += time.perf_counter() - start
    return samples


def warm_starts(results, register, peers, rounds):
    """The page cache holds everything; the program has kept what it read."""
    register.warm()
    journal = register.data / "j"

    def after(lines, writers):
        known = append(journal, lines, writers)
        try:
            return first_frame(lambda: screen(register))
        finally:
            take_back(known)

    ways = {"lenduong": lambda: first_frame(lambda: screen(register)),
            "lenduong, one line more": lambda: after(1, 1),
            "lenduong, 1,000 lines more from 152 writers": lambda: after(1000, 152)}
    for peer in peers:
        ways[peer.name] = lambda peer=peer: first_frame(lambda: opened(register, peer))
    for name, argv in (("sh (floor)", ["sh", "-c", "printf ready; exec cat"]),):
        ways[name] = lambda argv=argv: first_frame(lambda: Terminal(argv, register.environment))
    results.add("start, warm", "ms", turns(ways, rounds))


def starts_with_nothing_kept(results, register, rounds):
    """Every line is read and folded: on the screen in a hurry, in a command with every chain verified."""
    def bare(start):
        register.forget()
        return start()

    def timed(argv):
        begun = time.perf_counter()
        register.run(argv)
        return (time.perf_counter() - begun) * 1000

    segments = sorted((register.data / "j").rglob("*.jsonl"))
    def read():
        begun = time.perf_counter()
        for path in segments:
            with open(path, "rb", buffering=0) as file:
                while file.read(1 << 20):
                    pass
        return (time.perf_counter() - begun) * 1000

    ways = {"lenduong, to the first frame": lambda: bare(lambda: first_frame(lambda: screen(register))),
            "lenduong progress, every chain verified": lambda: bare(lambda: timed([register.program, "progress"])),
            "reading every byte (floor)": read}
    results.add("start, nothing kept", "ms", turns(ways, max(3, rounds // 3)))
    register.warm()


def cold_starts(results, register, peers, rounds):
    """Nothing in the page cache: neither data nor program."""
    register.warm()
    os.sync()
    drop = dropping(register)
    if isinstance(drop, str):
        return results.skip("start, cold disk", drop)
    frames, reads = {}, {}
    ways = {"lenduong": lambda: screen(register)}
    for peer in peers:
        if peer.name in ("less", "vim"):
            ways[peer.name] = lambda peer=peer: opened(register, peer)
    for _ in range(max(3, rounds // 3)):
        for name, way in ways.items():
            drop()
            terminal = way()
            frames.setdefault(name, []).append(terminal.first_frame())
            read = terminal.bytes_from_disk()
            reads.setdefault(name, []).append(None if read is None else read / 1e6)
            terminal.close()
    results.add("start, cold disk", "ms", frames)
    results.add("start, cold disk: read from it", "MB", reads)


def dropping(register):
    """What empties the page cache: all of it where that is allowed, else of the files that are read."""
    try:
        with open("/proc/sys/vm/drop_caches", "w") as file:
            file.write("1\n")

        def drop():
            with open("/proc/sys/vm/drop_caches", "w") as file:
                file.write("3\n")
        return drop
    except OSError as error:
        reason = str(error)
    if not hasattr(os, "posix_fadvise"):
        return "the page cache cannot be emptied: %s" % reason

    def advise():
        for path in register.files_read():
            fd = os.open(path, os.O_RDONLY)
            os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(fd)
    print("  (cold disk: only the files that are read leave the page cache: %s)" % reason)
    return advise
