#!/usr/bin/env python3
"""Types a batch of five records in a terminal of 80 by 24, writes what the terminal was sent as an asciicast
(version 2), and puts its screens into the page that tells of it.

  recording.py PROGRAM CAST [PAGE]

The keys are pressed as soon as the program has answered the last one; the pauses in the recording are those of
somebody who reads a form and types. PAGE holds `<!-- screen NAME -->` before each block of text that is replaced. Needs
tmux for the page. Everybody is invented."""

import codecs
import fcntl
import json
import os
import pty
import random
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata

COLUMNS, ROWS = 80, 24
TODAY = "2024-09-30"
UNIT = "02728"

ENTER, TAB, UP, F2, F4, F7, F8 = b"\r", b"\t", b"\x1b[A", b"\x1bOQ", b"\x1bOS", b"\x1b[18~", b"\x1b[19~"
ERASE_FIELD = b"\x15"

# Given name, what stands in the number after the province, day of birth, household, its class, certificate.
PEOPLE = [
    ("Ân", "204000101", "1709", "h1", "1", "101"),
    ("Bình", "203000102", "0503", "h2", "2", "102"),
    ("Đức", "205000103", "2111", "h3", "1", "103"),
    ("Hường", "304000104", "0806", "h4", "3", "104"),
    ("Ước", "202000105", "3001", "h5", "2", "105"),
]


def telex(text):
    """The keys of a text by Telex: the letter, its hat or horn, and the tone at the word's end."""
    tones = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
    words = []
    for word in text.split(" "):
        keys, tone = "", ""
        for letter in word:
            parts = unicodedata.normalize("NFD", letter)
            plain = {"đ": "d", "Đ": "D"}.get(parts[0], parts[0])
            keys += plain + ("d" if parts[0] in "đĐ" else "")
            for mark in parts[1:]:
                if mark in tones:
                    tone = tones[mark]
                else:
                    keys += {"\u0302": plain.lower(), "\u0306": "w", "\u031b": "w"}[mark]
        words.append(keys + tone)
    return " ".join(words)


class Recorder:
    """The program on a terminal of its own, what it writes, and a clock that runs as a person types."""

    def __init__(self, program, folder):
        self.events, self.clock, self.pages = [], 0.0, {}
        self.chance = random.Random(280)
        # A letter may come in two reads.
        self.decoder = codecs.getincrementaldecoder("utf-8")()
        environment = {
            "HOME": folder, "XDG_STATE_HOME": folder + "/state", "LENDUONG_DATA": folder + "/data",
            "LENDUONG_TODAY": TODAY, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        }
        subprocess.run(
            [program, "init", "--unit", UNIT, "--role", "clerk"], env=environment, check=True,
            stdout=subprocess.DEVNULL)
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(program, [program], environment)
        self.take(5)
        self.seen("Hôm nay")

    def take(self, patience):
        """Takes what the program answers, until it has been quiet for an instant."""
        output = b""
        while select.select([self.terminal], [], [], 0.03 if output else patience)[0]:
            try:
                output += os.read(self.terminal, 1 << 16)
            except OSError:
                break
        text = self.decoder.decode(output)
        if text:
            self.events.append((self.clock, "o", text))
        return text

    def seen(self, text):
        """Waits until the program has written this."""
        end = time.monotonic() + 20
        while not any(text in event[2] for event in self.events[-3:]):
            if time.monotonic() > end:
                sys.exit(f"recording.py: {text!r} did not come; the last was {self.events[-1][2]!r}")
            self.take(0.1)

    def pause(self, seconds):
        self.clock += 1.5 * seconds * self.chance.uniform(0.8, 1.2)

    def press(self, key, think=0.2):
        self.pause(think)
        os.write(self.terminal, key)
        self.take(0.25)

    def type(self, text, then=None, think=0.28):
        """A text letter by letter, after a look at the paper; then a key."""
        self.pause(think)
        for letter in text:
            self.press(letter.encode(), 0.09)
        if then:
            self.press(then, 0.17)

    def screen(self, name):
        """Keeps the screen as it is now for the page."""
        self.pages[name] = len(self.events)

    def chapter(self, name):
        self.events.append((self.clock, "m", name))


def play(recorder):
    """A batch of five, with a shared date that turns out to be wrong after the third."""
    r = recorder
    r.pause(1.5)
    r.press(b"a", 1)
    r.press(F8, 1.2)
    r.seen("Telex")
    r.chapter("Lô mới: phần chung")
    r.press(b"A", 1)
    r.seen("phần chung của lô")
    r.screen("empty")
    r.type("nhat", ENTER, 1)
    r.type("doanh", ENTER)
    r.press(ENTER)
    r.type("che bien", ENTER)
    r.press(ENTER)
    r.type(telex("Doanh nghiệp mẫu A"), ENTER)
    r.type("36", ENTER)
    r.type("2806", ENTER)
    r.press(ENTER)
    r.type("0507")
    r.screen("shared")
    r.press(F2, 1.2)
    for number, person in enumerate(PEOPLE):
        if number == 3:
            correct(r)
        record(r, number, person)
    r.press(F2, 0.8)
    r.seen("Đã lưu")
    r.screen("five")
    r.pause(4)
    r.events.append((r.clock, "o", ""))


def record(r, number, person):
    given, citizen, birth, household, level, certificate = person
    r.chapter(f"Người thứ {number + 1}")
    name = telex(f"Lao động mẫu {given}")
    if number == 0:
        r.type(name[:len(telex("Lao động"))], think=1)
        r.screen("telex")
        name = name[len(telex("Lao động")):]
    r.type(name, ENTER, 0 if number == 0 else 0.9)
    r.type("010" + citizen)
    r.type(birth, ENTER)
    if number == 0:
        r.screen("number")
    r.press(ENTER)
    r.type("mong", ENTER)
    r.press(ENTER)
    if number == 0:
        r.type("Ky Quan San", ENTER)
    else:
        # The village of the person before.
        r.press(b"*", 0.4)
    r.type(household, ENTER)
    r.type(level)
    r.press(ENTER)
    r.press(ENTER)
    r.type(certificate + "/BD")
    if number == 0:
        r.screen("first")
    if number < len(PEOPLE) - 1:
        r.press(F7, 0.6)
        r.seen("Đã lưu")


def correct(r):
    """The shared day was the fifth, the paper of the fourth says the eighth."""
    r.chapter("F4: sửa phần chung")
    r.screen("three")
    r.press(F4, 2)
    r.seen("phần chung của lô")
    for _ in range(9):
        r.press(TAB, 0.15)
    r.press(ERASE_FIELD, 0.5)
    r.type("0807")
    r.press(F2, 1)
    r.seen("Sửa 3 lượt của lô")
    r.screen("preview")
    r.press(F2, 4)
    r.seen("Đã sửa phần chung của lô")
    r.screen("corrected")
    r.pause(1.5)


def write_cast(recorder, path):
    header = {
        "version": 2, "width": COLUMNS, "height": ROWS, "title": "Lên Đường: một lô năm người",
        "env": {"TERM": "xterm-256color"},
    }
    with open(path, "w", encoding="utf-8") as file:
        for line in [header, *([round(when, 3), kind, text] for when, kind, text in recorder.events)]:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def shown(output):
    """The screen after this output, by tmux."""
    with tempfile.TemporaryDirectory() as folder:
        socket, path = folder + "/s", folder + "/o"
        # A title tells that everything before it was drawn.
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(output + "\x1b]2;drawn\x07")
        tmux = ["tmux", "-S", socket]
        environment = dict(os.environ, LC_ALL="C.UTF-8", TERM="xterm-256color")
        subprocess.run(
            [*tmux, "-u", "-f", "/dev/null", "new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS + 1),
             f"stty raw; cat {path}; exec cat"], check=True, env=environment)
        try:
            subprocess.run([*tmux, "set", "-g", "status", "off"], check=True)
            subprocess.run([*tmux, "resize-window", "-x", str(COLUMNS), "-y", str(ROWS)], check=True)
            end = time.monotonic() + 10
            while said(tmux, "display", "-p", "#{pane_title}").strip() != "drawn":
                if time.monotonic() > end:
                    sys.exit("recording.py: tmux does not draw the screen")
                time.sleep(0.01)
            return said(tmux, "capture-pane", "-p").rstrip("\n")
        finally:
            subprocess.run([*tmux, "kill-server"], check=False)


def said(tmux, *words):
    return subprocess.run([*tmux, *words], check=True, capture_output=True).stdout.decode()


def write_page(recorder, path):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    wanted = re.findall(r"<!-- screen (\w+) -->", page)
    for name in wanted:
        if name not in recorder.pages:
            sys.exit(f"recording.py: the page wants a screen {name!r} that is not taken")
        output = "".join(text for _, kind, text in recorder.events[:recorder.pages[name]] if kind == "o")
        block = f"<!-- screen {name} -->\n```text\n{shown(output)}\n```"
        page = re.sub(
            rf"<!-- screen {name} -->\n```text\n.*?```", lambda _: block, page, count=1, flags=re.DOTALL)
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        recorder = Recorder(os.path.abspath(sys.argv[1]), folder)
        try:
            play(recorder)
        finally:
            # What leaves the screen is not wanted any more.
            os.kill(recorder.process, 9)
            os.waitpid(recorder.process, 0)
    write_cast(recorder, sys.argv[2])
    if len(sys.argv) == 4:
        write_page(recorder, sys.argv[3])
    keys = sum(1 for event in recorder.events if event[1] == "o")
    print(f"{sys.argv[2]}: {recorder.clock:.0f} s, {keys} frames, {os.path.getsize(sys.argv[2]) // 1024} kB")


if __name__ == "__main__":
    main()
