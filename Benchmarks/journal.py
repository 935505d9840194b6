"""One writer's part of a journal: numbered lines in segments, each line tied to the one before."""
import binascii
import hashlib
import os
import random

from people import Ids

URL_SAFE = bytes.maketrans(b"+/", b"-_")


class Writer:
    """Appends lines to a new writer's segments, or goes on with an existing one's last (`resume`)."""

    def __init__(self, journal, seed):
        self.ids = Ids(random.Random(seed))
        self.name = self.ids(10)
        self.folder = journal / self.name
        self.n, self.hash, self.file, self.segment = 0, b"", None, None

    @classmethod
    def resume(cls, folder, seed):
        """The writer of a folder, after its last line."""
        self = cls(folder.parent, seed)
        self.name, self.folder = folder.name, folder
        path = last_segment(folder)
        with open(path, "rb") as file:
            file.seek(max(0, path.stat().st_size - (1 << 16)))
            line = file.read().splitlines()[-1]
        self.n = int(line.split(b'"n":', 1)[1].split(b",", 1)[0])
        self.hash = line[-24:-2]
        self.segment = path.stem
        self.file = open(path, "ab", buffering=1 << 20)
        return self

    def begin(self, month):
        """A new segment; its head names the one before."""
        before = ""
        if self.file:
            length = self.file.tell()
            self.file.close()
            old = "%s/%s" % (self.name, self.segment)
            before = ',"length.%s":%d,"h.%s":"%s"' % (old, length, old, self.hash.decode())
        self.segment = "%s-1" % month
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.file = open(self.folder / (self.segment + ".jsonl"), "wb", buffering=1 << 20,
                         opener=lambda name, flags: os.open(name, flags, 0o600))
        self.append('"a":"head","e":"writer/%s","f":{"segment":"%s"%s}' % (self.name, self.segment, before),
                    month[:4] + "-" + month[4:] + "-01")

    def append(self, rest, day="2024-10-01"):
        self.n += 1
        line = f'{{"v":1,"i":"{self.ids()}","n":{self.n},"t":"{day}T00:00:00.000Z","u":"mau",{rest}'.encode()
        digest = hashlib.sha256(self.hash + line).digest()[:16]
        self.hash = binascii.b2a_base64(digest, newline=False).translate(URL_SAFE)[:22]
        self.file.write(line + b',"h":"' + self.hash + b'"}\n')

    def close(self):
        self.file.close()


def last_segment(folder):
    return max(folder.glob("*.jsonl"), key=lambda path: tuple(map(int, path.stem.split("-"))))
