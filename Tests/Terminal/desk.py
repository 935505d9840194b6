"""A clerk's desk: paper forms typed and saved one after the other, each mistake seen where it is said and put right."""

import re

from driver import check
from form_view import is_shown, mark
from paper import ORDER, SAVING, Sheet
from people import caret, reason_asked
from typist import NAME, NUMBER, Typist, telex

WAITING = "chờ đi · F11"


class Caught:
    """A mistake that was said, with the line that said it."""

    def __init__(self, sheet, mistake, line):
        self.sheet, self.mistake, self.line = sheet, mistake, line


class Keys:
    """What a record took: all presses, and those without what is written in fields that the limits are not for."""

    def __init__(self, every, within):
        self.every, self.within = every, within


class Desk(Typist):
    """Goes through a pile. `sentences` has the words of each rule."""

    def __init__(self, terminal, codes, known, today, sentences):
        super().__init__(terminal, codes, known, today)
        self.sentences, self.caught = sentences, []

    # Forms

    def open(self, key, label):
        """Opens a form from the list."""
        self.key(key)
        self.wait(lambda screen: caret(screen) == label, f"a form on {label!r}")
        self.look()

    def share(self, texts):
        """Types what a batch shares; returns how many keys that took."""
        start = self.presses
        self.open("A", "Thị trường")
        self.fill(Sheet(0, texts))
        self.key("F2")
        self.next_form()
        return self.presses - start

    def next_form(self):
        self.wait(lambda screen: caret(screen) == NAME, "the next form")
        self.look()

    def record(self, sheet, is_last):
        """Types and saves one form; returns how many keys that took."""
        every, beside = self.presses, self.beside
        self.fill(sheet)
        self.save("F2" if is_last else "F7")
        every, beside = self.presses - every, self.beside - beside
        self.before = {
            label: sheet.texts[label] if is_shown(text, sheet.texts.get(label, "")) else text
            for label, text in self.shown.items() if text}
        if not is_last:
            self.next_form()
        return Keys(every, every - beside)

    def fill(self, sheet):
        """Types what is missing, field after field; what is said of a mistake comes before the next field."""
        self.sheet = sheet
        while self.missing() or self.unseen():
            label = self.here()
            self.field(label, is_last=not self.unseen())
            if due := self.due(self.here()):
                self.put_right(due)
            elif label == NUMBER and WAITING in self.terminal.screen():
                self.key("F11")
                self.wait(lambda screen: "› sửa" in screen and caret(screen) not in (None, NUMBER), "what is on file")
                self.look()

    def save(self, key):
        """Saves; what is asked must be a mistake of the paper."""
        self.key(key)
        asked = []
        while True:
            found = self.wait(
                lambda screen: f"Đã lưu: {self.sheet.name}" in screen and SAVING
                or (code := reason_asked(screen)) and code not in asked and code
                or re.search(r"^ Chặn", screen, re.MULTILINE) and "Chặn", f"{self.sheet.name} to be saved")
            if found == SAVING:
                return
            asked.append(found)
            mistake = next(
                (mistake for mistake in self.sheet.mistakes if (mistake.after, mistake.code) == (SAVING, found)), None)
            check(mistake, f"form {self.sheet.number} was stopped:\n{self.terminal.screen()}")
            self.see(mistake)
            if mistake.reason:
                self.sheet.correct(mistake)
                self.text(telex(mistake.reason))
                self.key("Enter")
            else:
                self.leave_reason()
                self.retype(mistake)
                self.key(key)

    # Mistakes

    def unseen(self):
        """The mistakes that must be said before saving."""
        return [mistake for mistake in self.sheet.mistakes if mistake.after != SAVING]

    def due(self, label):
        """A mistake that must be said now that the caret is here."""
        missing = self.missing()
        return next(
            (mistake for mistake in self.unseen() if ORDER.index(mistake.after) < ORDER.index(label)
             and mistake.after not in missing and mistake.label not in missing), None)

    def see(self, mistake):
        """Waits for the rule's sentence, and for the mark beside its field."""
        words = mistake.said or self.sentences[mistake.code]
        wanted = "!" if mistake.code.startswith("B") else "?"
        line = self.wait(
            lambda screen: mark(screen, mistake.at) == wanted
            and (mistake.after != SAVING or caret(screen) == mistake.at)
            and next((line for line in screen.split("\n")[19:] if words in line), None),
            f"{mistake.code} {words!r}, and {wanted!r} beside {mistake.at!r}")
        self.caught.append(Caught(self.sheet, mistake, line.strip()))

    def put_right(self, mistake):
        """Sees a mistake, goes back to its field, and types there what is right."""
        self.see(mistake)
        if self.steps(self.here(), mistake.label) > 2:
            self.jump(mistake.label)
        while (label := self.here()) != mistake.label:
            self.key("BTab")
            self.wait(lambda screen: caret(screen) not in (None, label), f"{label!r} to be left backwards")
        if mistake.at == mistake.label and not mistake.said:
            words = f"{mistake.code}: {self.sentences[mistake.code]}"
            self.wait(lambda screen: words in screen, words)
        self.retype(mistake)

    def retype(self, mistake):
        self.sheet.correct(mistake)
        if self.put(mistake.label):
            self.left(mistake.label)
