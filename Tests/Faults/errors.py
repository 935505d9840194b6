"""Every error at every call that touches a file, once and for good: no false answer, no crash, nothing lost."""

from ground import Ground, check, in_parallel, main, missing, strike, watched

# What the calls of a save may answer (their manual pages, section 2).
ERRORS = {
    "openat": ("EACCES", "EMFILE", "EIO", "ENOSPC", "ENOENT"),
    "write": ("ENOSPC", "EIO", "EDQUOT", "EINTR"),
    "fdatasync": ("EIO", "ENOSPC", "EDQUOT"),
    "fsync": ("EIO", "ENOSPC", "EINTR"),
    "flock": ("ENOLCK", "EIO", "EINTR"),
    "read": ("EIO", "EINTR"),
    "pread64": ("EIO", "EINTR"),
    "newfstatat": ("EIO", "EACCES", "ENOENT"),
    "getdents64": ("EIO", "ENOENT"),
    "renameat": ("EIO", "ENOSPC", "EACCES"),
}


def failing(program, call, often):
    """Each error of one call at each of its entries; `often` is "" for once and "+" for good."""
    counted = {"struck": 0, "refused": 0, "saved": 0}
    with Ground(program) as ground:
        log = ground.place.path("calls")
        ground.add(1, prefix=watched(log))
        with open(log, encoding="utf-8", errors="replace") as file:
            entries = sum(f" {call}(" in line for line in file)
        if call == "renameat" and entries == 0:
            return counted
        check(entries > 0, f"a save never calls {call}")
        for error in ERRORS[call]:
            if error == "EINTR" and often:
                # A call that is interrupted is made again; one that always is has no end.
                continue
            for when in range(1, entries + 1):
                one(ground, call, f"{when}{often}", error, counted)
        ground.add(1)
        ground.look(f"after every error of {call}")
    return counted


def one(ground, call, when, error, counted):
    what = f"{error} at {call} {when}"
    before = len(ground.acknowledged)
    log = ground.place.path("calls")
    done = ground.add(1, prefix=[word if word != "/dev/null" else log for word in strike(call, when, f"error={error}")])
    with open(log, encoding="utf-8", errors="replace") as file:
        if "(INJECTED)" not in file.read():
            return
    counted["struck"] += 1
    if len(ground.acknowledged) > before:
        counted["saved"] += 1
    else:
        counted["refused"] += 1
        check(done.returncode != 0, f"{what}: exit 0 without an answer")
        # Where standard output or error itself fails, nobody can be told.
        check(done.stderr.strip() or call == "write", f"{what}: refused without a sentence, exit {done.returncode}")
    found = ground.look(what)
    ground.acknowledged |= found


def test(program):
    absent = missing("strace")
    if absent:
        return absent
    counts = in_parallel([
        lambda call=call, often=often: failing(program, call, often) for call in ERRORS for often in ("", "+")])
    total = {key: sum(count[key] for count in counts) for key in counts[0]}
    check(total["struck"] > 300, f"only {total['struck']} errors struck")
    return (
        f"{total['struck']} errors struck; {total['refused']} saves refused with a sentence, {total['saved']} went "
        "through; every answer was true")


if __name__ == "__main__":
    main(test, __doc__)
