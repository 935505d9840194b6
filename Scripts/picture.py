#!/usr/bin/env python3
"""Draws the progress screen of the invented province, as a terminal of 80 by 24 shows it, into a PNG file.

  picture.py PROGRAM FILE

Needs Python's pyte and pillow, and two fonts:
  pip install pyte pillow; apt-get install fonts-noto-mono fonts-dejavu-core
"""
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

try:
    import pyte
    from PIL import Image, ImageDraw, ImageFont
except ImportError as missing:
    sys.exit("%s: pip install pyte pillow" % missing)

# The first has every Vietnamese letter, the second the shapes that the first lacks.
FONTS = ["noto/NotoMono-Regular.ttf", "dejavu/DejaVuSansMono.ttf"]
ROWS, COLUMNS, SIZE, MARGIN = 24, 80, 20, 12
INK, PAPER = "d8dee4", "15191e"
PALETTE = b"\x1b[20~"
COLOURS = {"black": "000000", "red": "e0605e", "green": "5fb878", "brown": "d9a441", "blue": "5a9bd8",
           "magenta": "c678c6", "cyan": "56b6c2", "white": "d8dee4"}


def frames(program, keys):
    """What the program has written once it has shown its first frame and answered the keys."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"HOME": folder, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LENDUONG_DATA": folder + "/mau",
                       "LENDUONG_TODAY": "2024-09-30", "PATH": os.environ["PATH"]}
        subprocess.run([program, "demo", folder + "/mau"], env=environment, check=True, stdout=subprocess.DEVNULL)
        pid, terminal = pty.fork()
        if pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(program, [program], environment)
        output = drain(terminal, 2)
        for key in keys:
            os.write(terminal, key)
            output += drain(terminal, 0.5)
        # What leaves the screen is not wanted any more.
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(terminal)
        return output


def drain(terminal, patience):
    output = b""
    while select.select([terminal], [], [], 0.3 if output else patience)[0]:
        output += os.read(terminal, 1 << 16)
    return output


def colour(name, default):
    name = COLOURS.get(name, default if name == "default" else name)
    return "#" + (name if len(name) == 6 else default)


def draw(screen, path):
    fonts = [ImageFont.truetype("/usr/share/fonts/truetype/" + name, SIZE) for name in FONTS]
    width, height = round(fonts[0].getlength("M")), sum(fonts[0].getmetrics()) + 2
    image = Image.new("RGB", (COLUMNS * width + 2 * MARGIN, ROWS * height + 2 * MARGIN), "#" + PAPER)
    pen = ImageDraw.Draw(image)
    for y in range(ROWS):
        for x in range(COLUMNS):
            cell = screen.buffer[y][x]
            ink, paper = colour(cell.fg, INK), colour(cell.bg, PAPER)
            if cell.reverse:
                ink, paper = paper, ink
            left, top = MARGIN + x * width, MARGIN + y * height
            pen.rectangle([left, top, left + width - 1, top + height - 1], fill=paper)
            if not shape(pen, cell.data, left, top, width, height, ink):
                letter = unicodedata.normalize("NFC", cell.data)
                font = next((font for font in fonts if has(font, letter)), fonts[0])
                for shift in (0, 1) if cell.bold else (0,):
                    pen.text((left + shift, top + 2), letter, ink, font)
            if cell.underscore:
                pen.line([left, top + height - 2, left + width - 1, top + height - 2], ink)
    image.save(path, optimize=True)


def has(font, letter):
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


def shape(pen, character, left, top, width, height, ink):
    """Bars and rules as shapes, so that they join up; false for everything else."""
    if character == "─":
        pen.line([left, top + height // 2, left + width - 1, top + height // 2], ink)
    elif "█" <= character <= "▏":
        eighths = ord("▐") - ord(character)
        pen.rectangle([left, top + 2, left + max(1, width * eighths // 8) - 1, top + height - 3], fill=ink)
    else:
        return False
    return True


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.ByteStream(screen).feed(frames(os.path.abspath(sys.argv[1]), [PALETTE, b"tien do", b"\r"]))
    if not screen.display[0].strip().startswith("Tiến độ"):
        sys.exit("not the progress screen:\n" + "\n".join(screen.display))
    draw(screen, sys.argv[2])


if __name__ == "__main__":
    main()
