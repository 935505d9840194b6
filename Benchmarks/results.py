"""What was measured: printed as it comes, and kept as JSON; sizes measured before stay where they are not measured anew."""
import json
import math
import os
import platform
import statistics
import time


class Results:
    """Groups of figures for each size; in a group the program's own rows come first."""

    def __init__(self, path, program, version):
        self.path = path
        known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self.sizes = known.get("sizes", {})
        self.program = {"version": version, "bytes": program.stat().st_size}
        self.groups = None

    def begin(self, register):
        print("\n## %s departures (%s)" % (format(register.count, ","), register.profile))
        previous = self.sizes.get(str(register.count), {})
        self.size = {
            "profile": register.profile, "when": time.strftime("%Y-%m-%d %H:%M", time.gmtime()),
            "load": os.getloadavg()[0], "program": self.program,
            "machine": "%s, %d processors" % (platform.machine(), os.cpu_count()),
            "groups": previous.get("groups", {}), "skipped": {}}
        self.groups = self.size["groups"]
        self.sizes[str(register.count)] = self.size

    def add(self, title, unit, samples):
        """One group: samples by name; its median, its 99th percentile, and the ratio to the first of the median."""
        print("\n%-56s %10s %10s %9s %5s" % ("%s, %s" % (title, unit), "p50", "p99", "ratio", "n"))
        rows, first = {}, None
        for name, values in samples.items():
            values = sorted(value for value in values if value is not None)
            if not values:
                self.skip("%s: %s" % (title, name), "nothing came in the time given")
                continue
            row = {"p50": statistics.median(values), "n": len(values),
                   "p99": values[max(0, math.ceil(len(values) * 0.99) - 1)]}
            rows[name] = row
            first = first or row["p50"]
            print("  %-54s %10s %10s %9.3f %5d" % (name, figure(row["p50"]), figure(row["p99"]),
                                                   row["p50"] / first if first else 0, row["n"]))
        if rows:
            self.groups[title] = {"unit": unit, "rows": rows}
        self.save()

    def skip(self, what, why):
        print("  (not measured: %s: %s)" % (what, why))
        self.size["skipped"][what] = why

    def save(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"schema": 1, "sizes": self.sizes}, ensure_ascii=False, indent=1)
        self.path.write_text(text + "\n", encoding="utf-8")


def figure(value):
    """Three digits that count."""
    if value >= 100:
        return format(round(value), ",")
    return "%.1f" % value if value >= 10 else "%.2f" % value
