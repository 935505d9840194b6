"""500 syllables typed into the journal: by outside input methods in bursts, and by the built-in Telex and VNI."""

import itertools
import os
import random
import unicodedata

from driver import Place, Terminal, check, main
from people import caret

SYLLABLES = 500
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
TELEX = {"marks": {"\u0302": "", "\u0306": "w", "\u031b": "w", "đ": "d"}, "tones": " frxsj"}
VNI = {"marks": {"\u0302": "6", "\u0306": "8", "\u031b": "7", "đ": "9"}, "tones": " 23415"}


def syllables():
    """Every onset with every rime and tone of `Tests/syllables.txt`, but for gi, g and qu, whose letters are shared."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "syllables.txt")
    with open(path, encoding="utf-8") as file:
        onsets, *rimes = [line.split() for line in file if line.strip() and not line.startswith("#")]
    for onset, rime in itertools.product(onsets, itertools.chain(*rimes)):
        if onset in ("gi", "qu") and rime[0] in "iyuưo" or onset == "g" and rime in ("ia", "iu"):
            continue
        vowels = [i for i, letter in enumerate(rime) if unicodedata.normalize("NFD", letter)[0] in "aeiouy"]
        marked = [i for i in vowels if rime[i] not in "aeiouy"]
        if marked:
            place = marked[-1]
        elif vowels[-1] < len(rime) - 1:
            place = vowels[-1]
        else:
            place = vowels[1] if len(vowels) == 3 else vowels[0]
        for tone in TONES[4:] if rime.endswith(("c", "ch", "p", "t")) else TONES:
            yield onset + unicodedata.normalize("NFC", rime[:place + 1] + tone + rime[place + 1:])


def outside(word, number):
    """The bytes of one word: each letter plain, marked, and with its tone, or committed as a whole."""
    erase, form = (b"\x7f", b"\x08")[number % 2], ("NFC", "NFD")[number // 2 % 2]
    if number // 4 % 2:
        return unicodedata.normalize(form, word).encode()
    shown, data = "", b""
    steps = []
    for place, letter in enumerate(word):
        parts = unicodedata.normalize("NFD", letter)
        for step in {"đ": "dđ"}.get(letter, [parts[:end] for end in range(1, len(parts) + 1)]):
            steps.append(word[:place] + step)
    for step in steps:
        step = unicodedata.normalize(form, step)
        kept = len(os.path.commonprefix([shown, step]))
        data += erase * (len(shown) - kept) + step[kept:].encode()
        shown = step
    return data


def plain(word, method):
    """The keys of the built-in method: marks beside their letters, the tone at the end."""
    keys, tone, before = "", "", ""
    for letter in word:
        base, *marks = unicodedata.normalize("NFD", letter)
        keys += {"đ": "d"}.get(base, base)
        for mark in ["đ"] if base == "đ" else marks:
            if mark in TONES:
                tone = method["tones"][TONES.index(mark)]
            else:
                keys += method["marks"][mark] or base
        bare = base if set(marks) <= set(TONES) else ""
        # Two plain o come by the third, which takes the hat back.
        if method is TELEX and before == bare == "o":
            keys += "o"
        before = bare
    return (keys + tone).encode()


def test(program):
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    words = random.Random(seed).sample(sorted(set(syllables())), SYLLABLES)
    place = Place(program)
    try:
        done = place.run("init", "--unit", "02728", "--role", "clerk")
        check(done.returncode == 0, f"init: {done.stderr.strip()}")
        wanted = write(place, words)
        on_file = place.json("list", "tasks")["tasks"]
        notes = [update["note"] for task in on_file if task["task"] == "III.1.1" for update in task["updates"]]
        lost = [note for note in wanted if note not in notes]
        check(not lost, f"seed {seed}: not on file as typed: {lost}")
        journal = b"".join(open(os.path.join(folder, name), "rb").read()
                           for folder, _, names in os.walk(place.data) for name in names if name.endswith(".jsonl"))
        text = journal.decode()
        check(text == unicodedata.normalize("NFC", text), "the journal holds decomposed text")
        check(all(note in text for note in wanted), "a note is not in the journal")
        check(place.json("verify")["problems"] == [], "verify found problems")
        return f"{sum(len(note.split()) for note in wanted)} syllables in {len(wanted)} notes, seed {seed}"
    finally:
        place.remove()


def write(place, words):
    """Types the words into notes of a task, 25 to each: two of four notes in bursts, then Telex, then VNI."""
    wanted = []
    with Terminal(place) as terminal:
        terminal.see("Hôm nay ›")
        terminal.choose("Nhiệm vụ ")
        terminal.keys("Enter")
        terminal.see("Nhiệm vụ › KH 280/KH-UBND", "Chủ trì")
        terminal.choose(r"III\.1 ")
        terminal.choose(r"III\.1\.1 ")
        method = None
        for number, first in enumerate(range(0, len(words), 25)):
            part = words[first:first + 25]
            wish = (None, None, TELEX, VNI)[number % 4]
            while method is not wish:
                terminal.keys("F8")
                method = TELEX if method is None else VNI if method is TELEX else None
                name = {id(TELEX): "Telex", id(VNI): "VNI"}.get(id(method))
                terminal.see(f"F8 {name}" if name else "Bộ gõ có sẵn: tắt")
            terminal.keys("u")
            terminal.wait(lambda screen: caret(screen) == "Tiến độ (%)", "the caret in the percentage")
            terminal.raw(b"%d\r" % (number + 1))
            terminal.wait(lambda screen: caret(screen) == "Nội dung", "the caret in the note")
            # All in one write, as a fast hand and an input method would send it.
            send = (lambda word, at: plain(word, method)) if method else outside
            terminal.raw(b" ".join(send(word, at) for at, word in enumerate(part)))
            terminal.keys("F2")
            terminal.see("Đã lưu: mục III.1.1")
            terminal.keys("Home")
            terminal.gone("Đã lưu: mục III.1.1")
            terminal.choose(r"III\.1\.1 ")
            wanted.append(" ".join(part))
        terminal.quit()
    return wanted


if __name__ == "__main__":
    main(test, __doc__)
