"""What is read from files and from others, tried on invented bytes: libFuzzer with the address sanitizer.

  fuzz.py PROGRAM [SECONDS] [FOLDER]

Each part is tried for SECONDS (10), more than ten minutes in turns. It begins with examples of what it reads, with what
earlier runs have found (`Tests/Fuzz/found`), and, where FOLDER is named, with all that runs with that folder have reached
so far; a turn begins with what the one before reached."""

import glob
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Terminal"))

from building import IN_MEMORY, Model  # noqa: E402
from driver import Place, check, main  # noqa: E402

PARTS = ["json", "line", "segment", "draft", "add", "plan", "format"]
SECONDS = 10
TURN = 600
# Besides the fuzzer's own source: what the tests compare with, and what reads drafts.
SHARED = [
    "Tests/ModelTests/JSON/FoundationVerdict.swift", "Tests/ModelTests/Fold/Dump.swift",
    "Sources/App/Core/DraftRecord.swift", "Sources/App/World/Drafts.swift", "Sources/App/World/PrivateFile.swift",
    "Sources/App/World/FolderNames.swift"]


def build():
    """The fuzzer, with a model that watches its memory and its paths."""
    model = Model("fuzz", os.environ.get("FUZZ_LEVEL", "-Onone"), "-sanitize=fuzzer,address")
    return model.program("Fuzz", "Tests/Fuzz/Fuzz.swift", *SHARED)


def examples(program):
    """What each part reads, as the program itself writes it."""
    place = Place(program)
    try:
        folder = place.path("demo")
        done = place.run("demo", folder)
        check(done.returncode == 0, f"demo: {done.stderr}")
        segments = [path for path in glob.glob(os.path.join(folder, "j", "*", "*.jsonl"))]
        with open(segments[0], "rb") as file:
            lines = file.read().split(b"\n")
        lines = [line for line in lines[:: max(1, len(lines) // 150)] if line]
        with open(os.path.join(folder, "plan.json"), "rb") as file:
            plan = file.read()
        with open(os.path.join(folder, "format"), "rb") as file:
            format = file.read()
        listed = {
            kind: json.loads(place.run("list", kind, "--json", "--unmask", "--data", folder).stdout)[kind]
            for kind in ("departures", "households", "incidents", "reports")}
    finally:
        place.remove()
    records = [json.dumps(record, ensure_ascii=False).encode() for kind in listed.values() for record in kind[:20]]
    draft = {"kind": "departure", "focus": "fullName", "scope": {"unit": "02728@2023"}, "texts": {"fullName": "Lao động"}}
    return {
        "json": records[:10] + [format, b'[1.5e3,"\\u0111\\ud83d\\ude00",null,true]'], "line": lines,
        "segment": [b"\n".join(lines[at:at + 4]) + b"\n" for at in range(0, 40, 4)],
        "draft": [json.dumps(draft, ensure_ascii=False).encode()],
        "add": records + [b"\n".join(records[:3])], "plan": [plan],
        "format": [format, b'{"schema":1,"lines":{"aaaaaaaaaaaaaaaa":"AAAAAAAAAAAAAAAAAAAAAA"}}'],
    }


def run(fuzzer, folder, part, seconds, inputs, kept):
    """Tries one part so long; gives how many inputs it tried. What it reaches is kept in a folder."""
    corpus, found = os.path.join(kept, part), os.path.join(HERE, "found", part)
    os.makedirs(corpus, exist_ok=True)
    for number, content in enumerate(inputs):
        with open(os.path.join(corpus, str(number)), "wb") as file:
            file.write(content)
    known = [found] if os.path.isdir(found) else []
    words = [
        fuzzer, corpus, *known, f"-max_total_time={seconds}", "-max_len=20000", "-timeout=60", "-rss_limit_mb=4000",
        f"-dict={os.path.join(HERE, 'words')}", f"-artifact_prefix={folder}/{part}-", "-print_final_stats=1"]
    options = {"FUZZ": part, "ASAN_OPTIONS": "detect_leaks=0:symbolize=0", "SWIFT_BACKTRACE": "enable=no"}
    log = os.path.join(folder, f"{part}.log")
    with open(log, "wb") as said:
        status = subprocess.run(
            words, env={**os.environ, **IN_MEMORY, **options}, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            timeout=seconds * 3 + 60).returncode
    with open(log, encoding="utf-8", errors="replace") as file:
        said = file.read()
    tried = [line.split()[-1] for line in said.splitlines() if "number_of_executed_units" in line]
    return status, said, int(tried[0]) if tried else 0


def test(program):
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    turns = -(-seconds // TURN)
    fuzzer = build()
    inputs = examples(program)
    with tempfile.TemporaryDirectory() as folder:
        kept = sys.argv[3] if len(sys.argv) > 3 else folder
        status, said, _ = run(fuzzer, folder, "itself", 60, [b"L"], folder)
        check(status != 0 and "finds what it is to find" in said, "the fuzzer found no planted error")

        def one(part):
            status, said, tried = run(fuzzer, folder, part, seconds // turns, inputs[part], kept)
            if status != 0:
                broken = glob.glob(os.path.join(folder, f"{part}-*"))
                content = open(broken[0], "rb").read()[:400] if broken else b""
                wrong = [line for line in said.splitlines() if re.search("Precondition failed|Fatal error:|ERROR:", line)][:3]
                check(False, f"{part}: {wrong} {content!r}")
            check(tried > 100, f"{part}: only {tried} inputs were tried")
            return tried

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            tried = list(pool.map(one, PARTS * turns))
    counts = ", ".join(f"{part} {sum(tried[at::len(PARTS)]):,}" for at, part in enumerate(PARTS))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return f"{seconds} s each, {(used.ru_utime + used.ru_stime) / 60:.1f} minutes of one core: {counts} inputs"


if __name__ == "__main__":
    main(test, __doc__)
