"""The forecast of T1 once more, by its description alone: an 80 % interval of a negative binomial distribution."""

import calendar
import datetime
from math import exp, lgamma, log, log1p, sqrt
from statistics import mean, variance

MOST, LEAST = 24, 3
METHOD = "negative binomial, from the monthly counts of the last 24 months"


def forecast(days, year, today, achieved):
    """What is said of a year; `days` are those on which somebody left, up to today."""
    today = datetime.date.fromisoformat(today)
    if year != today.year:
        return None
    months = []
    for y in range(year - 2, year + 1):
        for m in range(1, 13):
            length = calendar.monthrange(y, m)[1]
            if datetime.date(y, m, length) <= today:
                months.append((sum(day.startswith(f"{y}-{m:02}") for day in days), length))
    while months and months[0][0] == 0:
        months.pop(0)
    months = months[-MOST:]
    if len(months) < LEAST:
        return None
    counts = [count for count, _ in months]
    spread = 1.0
    if mean(counts) > 0:
        spread = max(1.0, variance(counts) / mean(counts) * len(counts) / (len(counts) - 1))
    share = (datetime.date(year, 12, 31) - today).days / sum(length for _, length in months)
    middle = (sum(counts) + spread / 2) * share
    low, high = interval(middle, spread * middle * (1 + share))
    return {"low": achieved + low, "high": achieved + high, "level": 0.8, "method": METHOD}


def interval(middle, square):
    """The numbers below which, and up to which, the probability comes nearest to a tenth and nine tenths."""
    if middle <= 0 or square <= middle:
        return 0, 0
    size, success = middle ** 2 / (square - middle), middle / square
    last = int(middle + 12 * sqrt(square)) + 20
    chances = [
        exp(lgamma(k + size) - lgamma(size) - lgamma(k + 1) + size * log(success) + k * log1p(-success))
        for k in range(last)]
    sums = [0.0]
    for chance in chances:
        sums.append(sums[-1] + chance)
    # sums[k] is the probability of less than k, sums[k + 1] of up to k; of two equally near the smaller number.
    below = min(range(last), key=lambda k: (abs(sums[k] - 0.1), k))
    up_to = min(range(last), key=lambda k: (abs(sums[k + 1] - 0.9), k))
    return below, up_to
