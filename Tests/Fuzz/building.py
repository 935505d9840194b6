"""Programs of test sources that see the inside of the model, built by the compiler alone."""

import glob
import os
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", ".."))
sys.path.insert(0, os.path.join(HERE, "..", "Terminal"))

from driver import check  # noqa: E402

# For programs of which not the disk is tried: what they write and sync costs nothing there.
IN_MEMORY = {"TMPDIR": "/dev/shm"} if os.access("/dev/shm", os.W_OK) else {}


class Model:
    """The model as a library that tests may look into, in a folder of its own; built anew where a source is newer."""

    def __init__(self, name, *options):
        self.folder = os.path.join(ROOT, os.environ.get("SCRATCH", ".build"), "inside", name)
        self.options = options
        self.library = os.path.join(self.folder, f"libModel{options[0]}.a")
        os.makedirs(self.folder, exist_ok=True)
        found = glob.glob(os.path.join(ROOT, "Sources/Model/**/*.swift"), recursive=True)
        newest = max(os.path.getmtime(path) for path in found)
        if not os.path.exists(self.library) or os.path.getmtime(self.library) < newest:
            self.compile(
                "-wmo", "-num-threads", "2", "-module-name", "Model", "-enable-testing", "-emit-module",
                "-emit-module-path", os.path.join(self.folder, "Model.swiftmodule"), *sorted(found), "-emit-library",
                "-static", "-o", self.library)

    def compile(self, *words):
        swift = shlex.split(os.environ.get("SWIFT", "swift"))[0]
        compiler = os.path.join(os.path.dirname(swift), "swiftc")
        done = subprocess.run(
            [compiler, "-swift-version", "6", "-parse-as-library", *self.options, *words], cwd=ROOT, capture_output=True,
            text=True)
        check(done.returncode == 0, f"{words[-1]} does not build: {done.stderr[-2000:]}")

    def program(self, name, *sources):
        """Builds a program of these sources with the library, where one of them is newer; gives where it lies."""
        path = os.path.join(self.folder, name.lower())
        newest = max(os.path.getmtime(os.path.join(ROOT, source)) for source in [*sources, self.library])
        if not os.path.exists(path) or os.path.getmtime(path) < newest:
            self.compile("-module-name", name, "-I", self.folder, *sources, self.library, "-o", path)
        return path
