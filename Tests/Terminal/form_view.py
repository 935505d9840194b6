"""What a clerk sees of a form: its fields, their marks, the candidates of a list; and how a text is found in one."""

import re
import unicodedata

from killed import cells

CARRIED = "(lô)"


def form_on(screen):
    """The cells of the form, not those words in the sentence below it."""
    return cells("\n".join(screen.split("\n")[:19]))


def texts(screen):
    """What each field shows, without marks and remarks."""
    return {
        label: re.split(r"\s{2,}", text.replace(CARRIED, "").strip(" []▸!?"))[0]
        for label, text in form_on(screen).items()
    }


def carried(screen):
    """The fields that the batch fills in and that are passed by."""
    return {label for label, text in form_on(screen).items() if CARRIED in text}


def mark(screen, label):
    """`!` or `?` beside a field."""
    found = re.search(r"\s([!?])(\s|$)", form_on(screen).get(label, ""))
    return found and found[1]


def is_shown(shown, text):
    """Whether a field shows a text, the end of a long one cut off."""
    return shown == text or shown.endswith("…") and text.startswith(shown[:-1])


def choices(screen):
    """The candidates below the form, each at its digit."""
    found = {}
    for line in screen.split("\n"):
        if re.match(r"  [ ▸][1-9] ", line):
            found.update(re.findall(r"(?<=[ ▸])([1-9]) (\S.*?)(?=\s{2,}[1-9] |\s*$)", line))
    return found


def folded(text):
    """Small letters without marks."""
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def ways(text):
    """By what a text is found: its beginning, or its initials."""
    return [folded(text), "".join(word[0] for word in folded(text).split())]


def beginning(text, others, ways=ways):
    """The shortest beginning by which a text is found and none of the others."""
    taken = [way for other in others for way in ways(other)]
    found = []
    for way in ways(text):
        lengths = range(1, len(way) + 1)
        alone = (way[:length] for length in lengths if not any(other.startswith(way[:length]) for other in taken))
        found.append(next(alone, way))
    return min(found, key=len)
