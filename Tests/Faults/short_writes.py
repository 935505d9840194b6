"""A real short write at every byte of a line: the file grows to a limit and no further."""

import json
import os
import resource
import signal
import subprocess

from ground import Ground, check, in_parallel, main, record

RECORDS = 3
# So many cuts share a folder: each leaves a segment behind.
SHARE = 40


def limited(limit):
    """Sets, in the child, how far a file may grow, in bytes; the kernel then writes what fits."""
    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    return prepare


def newest(place):
    """The segment that is written to: the last of the only writer."""
    found = [
        os.path.join(path, name) for path, _, names in os.walk(os.path.join(place.data, "j")) for name in names]
    return max(found, key=lambda path: int(path.rsplit("-", 1)[1].split(".")[0]))


def length_of(program, before):
    """How long the line of the record after so many others is, in bytes."""
    with Ground(program) as ground:
        ground.add(before)
        start = os.path.getsize(newest(ground.place))
        ground.add(1)
        return os.path.getsize(newest(ground.place)) - start


def some(program, before, cuts):
    """Cuts the line of the record after so many others at some of its bytes, each once."""
    with Ground(program) as ground:
        ground.add(before)
        for cut in cuts:
            one(ground, cut)
        ground.look("after every cut")
    return len(cuts)


def one(ground, cut):
    place, number = ground.place, ground.next
    ground.next += 1
    ground.tried.add(number)
    done = subprocess.run(
        [place.program, "add", "departure", "--json", "-"], input=json.dumps(record(number)).encode(),
        capture_output=True, env=place.environment(), cwd=place.root, check=False,
        preexec_fn=limited(os.path.getsize(newest(place)) + cut))
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    check(not ground.note(done, [number]), f"cut after {cut} bytes: acknowledged")
    check(done.returncode != 0, f"cut after {cut} bytes: exit 0")
    check("chưa lưu" in done.stderr.lower(), f"cut after {cut} bytes: {done.stderr.strip()!r}")
    ground.add(1)
    check(number + 1 in ground.acknowledged, f"cut after {cut} bytes: the next save fails")


def test(program):
    jobs = []
    for before in (1, 7, 13)[:RECORDS]:
        length = length_of(program, before)
        for first in range(0, length, SHARE):
            cuts = range(first, min(first + SHARE, length))
            jobs.append(lambda before=before, cuts=cuts: some(program, before, cuts))
    return f"{sum(in_parallel(jobs))} short writes in {RECORDS} records; each said so, the next save went to a new file"


if __name__ == "__main__":
    main(test, __doc__)
