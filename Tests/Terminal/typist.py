"""A quick typist: types the fields of a form by keys alone, each press counted, in the way that takes the fewest."""

import os
import sys

from form_view import beginning, carried, choices, folded, is_shown, mark, texts
from paper import BESIDE, DATES, NUMBERS, OF_HOUSEHOLD, ORDER, PERSONAL
from people import caret, reason_asked

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Scripts"))

from recording import telex

NAME, NUMBER, BIRTH = ORDER[:3]
# Where texts typed before are offered.
OFFERED = ["Thôn, bản", "Đơn vị đưa đi"]
REASON = "Lý do vẫn nhận:"


class Typist:
    """Sits at a form with Telex on. What the form holds is read from the screen, as a clerk does."""

    def __init__(self, terminal, codes, known, today):
        self.terminal, self.codes, self.today = terminal, codes, today
        # What was typed before in the fields that offer it.
        self.known = {label: set(known[label]) for label in OFFERED}
        # All presses, and those of what is written in fields that the limits are not for.
        self.presses = self.beside = 0
        self.sheet = None
        # What each field shows, what the batch fills in, and what the form held that was saved before.
        self.shown, self.carried, self.before = {}, set(), {}
        # Whether the twelfth digit has just moved the caret: the next Enter goes no further then.
        self.has_just_advanced = False

    # Pressing and seeing

    def key(self, name):
        self.presses += 1
        self.has_just_advanced = False
        self.terminal.keys(name)

    def text(self, text):
        """Letters one by one; a capital is one press, for Shift is held down."""
        self.presses += len(text)
        self.has_just_advanced = False
        self.terminal.raw(text)

    def wait(self, condition, what):
        return self.terminal.wait(condition, f"{what}, form {self.sheet.number if self.sheet else '–'}")

    def here(self):
        return self.wait(caret, "a caret")

    def left(self, label):
        """Waits for the caret to leave a field, and takes in what a number gave away of others."""
        self.wait(lambda screen: caret(screen) not in (None, label), f"{label!r} to be left")
        if label == NUMBER:
            self.look()

    def look(self):
        """Takes in the whole form; not while candidates cover a part of it."""
        screen = self.terminal.screen()
        self.shown, self.carried = texts(screen), carried(screen)

    def missing(self):
        """The fields that do not show yet what stands on the paper; who is on file is told by the number."""
        return [
            label for label in ORDER
            if (text := self.sheet.texts.get(label)) and not is_shown(self.shown.get(label, ""), text)
            and not (label == NAME and self.sheet.is_known)]

    def behind(self, label):
        return [other for other in self.missing() if ORDER.index(other) < ORDER.index(label)]

    def ahead(self, label):
        return [other for other in self.missing() if ORDER.index(other) > ORDER.index(label)]

    # Typing one field

    def put(self, label):
        """Types a field; says whether the caret goes on by itself."""
        start = self.presses
        goes_on = self.write(label)
        if label in BESIDE:
            self.beside += self.presses - start
        return goes_on

    def write(self, label):
        text, was_empty = self.sheet.texts[label], not self.shown.get(label)
        self.shown[label] = text
        if was_empty and label not in PERSONAL and self.before.get(label) == text:
            self.key("F3")
            return True
        # What is typed on a day or a number takes its place.
        if not was_empty and label not in DATES + NUMBERS:
            self.key("C-u")
        if label in self.codes:
            return self.choose(label, text)
        if label in OFFERED and text in self.known[label]:
            self.take_offered(label, text)
        else:
            self.text(self.short(label, text) if label in DATES else telex(text))
        if label in OFFERED:
            self.known[label].add(text)
        # Only a number that is in order goes on, and only where one has not been before.
        self.has_just_advanced = label == NUMBER and was_empty and not any(
            mistake.label == label and mistake.code == "B01" for mistake in self.sheet.mistakes)
        return self.has_just_advanced

    def take_offered(self, label, text):
        begin = beginning(text, self.known[label] - {text})
        self.text(begin)
        self.wait(lambda screen: f"\n → {text}" in screen, f"{text!r} to be offered after {begin!r}")
        self.key("Right")

    def short(self, label, text):
        """A day without the year that the field knows: that of the citizen id, or that of the latest such day."""
        day, month, year = text.split("/")
        if label == BIRTH:
            number = self.sheet.texts[NUMBER]
            known = str(1900 + int(number[3]) // 2 * 100 + int(number[4:6]))
        else:
            known = str(int(self.today[:4]) - (f"{month}-{day}" > self.today[5:]))
        return day + month + (year[2:] if year != known else "")

    def choose(self, label, text):
        """A digit of the list as it is shown, else letters until the wanted one is its first."""
        names = list(self.codes[label])
        listed = self.wait(
            lambda screen: caret(screen) == label and len(choices(screen)) == min(9, len(names))
            and choices(screen), f"the choices of {label!r}")
        if digit := next((digit for digit, name in listed.items() if is_shown(name, text)), None):
            self.key(digit)
            return True
        begin = beginning(text, [name for name in names if name != text], lambda name: [folded(name)])
        self.text(begin)
        self.wait(
            lambda screen: is_shown(choices(screen).get("1", ""), text), f"{text!r} to be first after {begin!r}")
        return False

    # From field to field

    def steps(self, label, other):
        """How many times Tab or Shift-Tab is pressed between two fields."""
        first, last = sorted([ORDER.index(label), ORDER.index(other)])
        return sum(passed not in self.carried for passed in ORDER[first:last])

    def saved_by_rest(self, label):
        """How many presses F5 saves here: it fills what is empty as in the form before, and goes to the first field
        of a person's own; what is unlike is typed anew."""
        rest = [
            other for other in ORDER[ORDER.index(label):] if other not in self.carried and not self.shown.get(other)]
        own = PERSONAL + OF_HOUSEHOLD
        shared = [other for other in rest if other not in own]
        unlike = [
            other for other in shared if self.before.get(other, "") != self.sheet.texts.get(other, "")]
        following = label if label in self.missing() else next(iter(self.ahead(label)), None)
        if following not in shared or any(not self.sheet.texts.get(other) for other in unlike):
            return 0
        landing = next((other for other in rest if other in PERSONAL and other in self.before), ORDER[-1])
        first = next(
            (other for other in rest if other in unlike or other in own and self.sheet.texts.get(other)), landing)
        # Words are erased before others are typed.
        erased = sum(other in self.before and other not in DATES + NUMBERS for other in unlike)
        if ORDER.index(first) > ORDER.index(landing):
            return self.steps(label, landing) - 1 - erased
        return self.steps(label, first) - 1 - self.steps(first, landing) - erased

    def repeat_rest(self, label):
        self.key("F5")
        self.left(label)
        for other in ORDER[ORDER.index(label):]:
            if other not in PERSONAL + OF_HOUSEHOLD and not self.shown.get(other) and other in self.before:
                self.shown[other] = self.before[other]

    def go_on(self, label):
        """Leaves a field for the next one that is of use."""
        ahead = self.ahead(label)
        if behind := self.behind(label):
            self.key("Up" if behind[0] in self.carried else "BTab")
        elif self.saved_by_rest(label) > 0:
            return self.repeat_rest(label)
        elif ahead and self.steps(label, ahead[0]) > 2 and mark(self.terminal.screen(), ahead[0]) == "?":
            return self.jump(ahead[0])
        else:
            self.key("Down" if ahead and ahead[0] in self.carried or self.has_just_advanced else "Enter")
        self.left(label)

    def jump(self, label):
        """To the first warning, and from its reason to the field."""
        self.key("F12")
        self.wait(lambda screen: reason_asked(screen) and caret(screen) == label, f"a reason asked at {label!r}")
        self.leave_reason()

    def leave_reason(self):
        self.key("Escape")
        self.wait(lambda screen: REASON not in screen and caret(screen), "the reason's line to go")

    def field(self, label, is_last):
        """Types what is missing in the field with the caret and leaves it; what comes last is left by saving."""
        goes_on = False
        if label in self.missing():
            if self.saved_by_rest(label) > 0:
                return self.repeat_rest(label)
            goes_on = self.put(label)
        if goes_on:
            self.left(label)
        elif self.missing() or not is_last:
            self.go_on(label)
