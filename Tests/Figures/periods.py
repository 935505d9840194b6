"""Periods once more, by their description alone: months, quarters, half-years, years; state periods from the 15th.

Decree 09/2019/NĐ-CP, article 12: a month goes from the 15th of the month before to the 14th, a year from 15/12 to 14/12.
"""

import datetime
from fractions import Fraction

PARTS = {"H1": (1, 6), "H2": (7, 12), **{f"Q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)}}
ONE = datetime.timedelta(days=1)


def every(years):
    """The codes of all periods of some years."""
    parts = [""] + [f"-{part}" for part in PARTS] + [f"-{month:02d}" for month in range(1, 13)]
    return [f"{year}{part}{end}" for year in years for part in parts for end in ("", "S")]


def months(code):
    """The year, the first and the last month that a code names."""
    plain = code.rstrip("S")
    year, _, part = plain.partition("-")
    first, last = PARTS[part] if part in PARTS else (int(part), int(part)) if part else (1, 12)
    return int(year), first, last


def begin(year, month, is_state):
    """The first day of a month, 1 to 13."""
    year, month = (year, month) if month <= 12 else (year + 1, 1)
    day = datetime.date(year, month, 1)
    return (day - ONE).replace(day=15) if is_state else day


class Period:
    """One period, by its code."""

    def __init__(self, code):
        self.code, self.is_state = code, code.endswith("S")
        self.year, self.month, self.end = months(code)
        self.first = begin(self.year, self.month, self.is_state)
        self.last = begin(self.year, self.end + 1, self.is_state) - ONE
        self.is_calendar_year = not self.is_state and (self.month, self.end) == (1, 12)

    def holds(self, day):
        return self.first.isoformat() <= day <= self.last.isoformat()

    def is_after(self, day):
        return day < self.first.isoformat()

    def share(self, day, phasing):
        """The part of the year's value that is asked by the end of a day."""
        parts = phasing or [100]
        length, done = 12 // len(parts), Fraction(0)
        for number, percent in enumerate(parts):
            first = begin(self.year, number * length + 1, self.is_state)
            last = begin(self.year, (number + 1) * length + 1, self.is_state) - ONE
            days = min(max((day - first).days + 1, 0), (last - first).days + 1)
            done += Fraction(percent * days, 100 * ((last - first).days + 1))
        return done

    def asked(self, value, today, phasing):
        """What a yearly value asks of the period by a day, rounded half up."""
        until = min(max(datetime.date.fromisoformat(today), self.first - ONE), self.last)
        exact = value * (self.share(until, phasing) - self.share(self.first - ONE, phasing))
        return int(exact + Fraction(1, 2))

    def whole(self, value, phasing):
        return self.asked(value, self.last.isoformat(), phasing)
