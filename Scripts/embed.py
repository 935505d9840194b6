#!/usr/bin/env python3
"""Makes Sources/Model/Resources/*.swift and Plan/Status.swift from Data/*.json; the same data always gives the same bytes.

  embed.py            writes the files
  embed.py --check    writes nothing; exit status 1 and the names of the files that differ
"""
import datetime
import hashlib
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "Data"
MODEL = ROOT / "Sources" / "Model"
HEADER = "// Made by Scripts/embed.py from Data/{}. Change the data and run the script again.\n\n"

LIST_NAMES = {
    "receivingMarkets": "markets", "workerStatuses": "statuses", "povertyOutcome": "povertyOutcomes",
    "prohibitedWork": "prohibitedWork",
}
FACTS = [
    "market", "form", "clause", "since", "until", "successor", "phase", "gso1979", "gso2008", "section", "scale",
    "validMonths", "pattern", "alpha3",
]
KINDS = {
    "tinh": "province", "thanh_pho": "city", "thi_xa": "town", "huyen": "ruralDistrict",
    "xa": "commune", "phuong": "ward", "thi_tran": "township",
}
CATALOGUES = {"2023": ".y2023", "2024-11": ".y202411", "2025": ".y2025"}


def load(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def text(value):
    """A Swift string literal."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def optional(value, show=text):
    return "nil" if value is None else show(value)


def flag(value):
    return {None: "nil", True: "true", False: "false"}[value]


def day(iso):
    """Days since 1970 of a date, as Swift code."""
    if iso is None:
        return "nil"
    return str((datetime.date.fromisoformat(iso) - datetime.date(1970, 1, 1)).days)


def eve(iso):
    return (datetime.date.fromisoformat(iso) - datetime.timedelta(days=1)).isoformat()


def camel(code):
    first, *rest = code.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def wrapped(items, indent, width=108):
    """Short items of a literal, as many to a line as fit."""
    lines, line = [], " " * indent
    for item in items:
        piece = item + ", "
        if len(line) + len(piece) > width:
            lines.append(line.rstrip())
            line = " " * indent
        line += piece
    return "\n".join(lines + [line.rstrip()])


# Places

def units():
    """All units of all catalogues in their order: catalogue, level, code."""
    old, new, moves = load("units-2023.json"), load("units-2025.json"), load("units-2023-to-2025.json")
    start, stop = moves["effective"], eve(moves["effective"])
    ended = {c["code"]: c for c in old["communes"] if "endedOn" in c}
    via = {(c["oldCode"], step["code"]): step for c in moves["mapping"] for step in c.get("via", [])}
    between = sorted({step["effective"] for step in via.values()})
    if len(between) != 1 or {code for code, _ in via} != set(ended):
        sys.exit("embed.py: only one reorganisation between the catalogues of 2023 and 2025 is provided for")
    grown = {target for _, target in via}

    rows = []

    def add(catalogue, code, kind, name, parent, poor, special, of_plan, since, until, aliases=()):
        rows.append(dict(catalogue=catalogue, code=code, kind=KINDS[kind], name=name, parent=parent, poor=poor,
                         special=special, of_plan=of_plan, since=since, until=until, aliases=list(aliases)))

    for catalogue in ("2023", "2024-11"):
        p = old["province"]
        add(catalogue, p["code"], p["level"], p["name"], None, None, None, True, None, stop)
        for d in sorted(old["districts"], key=lambda d: d["code"]):
            add(catalogue, d["code"], d["level"], d["name"], p["code"], d["poorDistrict"], None, True, None, stop)
        for c in sorted(old["communes"], key=lambda c: c["code"]):
            if catalogue != "2023" and c["code"] in ended:
                continue
            since = between[0] if catalogue != "2023" and c["code"] in grown else None
            until = eve(between[0]) if c["code"] in ended else stop
            add(catalogue, c["code"], c["level"], c["name"], c["districtCode"], c["inPoorDistrict"],
                c["especiallyDisadvantaged"], True, since, until, c["aliases"])
    p = new["province"]
    add("2025", p["code"], p["level"], p["name"], None, None, None, True, start, None)
    for c in sorted(new["communes"], key=lambda c: c["code"]):
        add("2025", c["code"], c["level"], c["name"], p["code"], c["poorDistrict"], c["especiallyDisadvantaged"],
            c["fromOldProvinceCode"] == old["province"]["code"], start, None)

    index = {(row["catalogue"], row["code"]): n for n, row in enumerate(rows)}
    successor = []
    moved = {c["oldCode"]: c["newCode"] for c in moves["mapping"]}
    merged = {code: target for code, target in via}
    for row in rows:
        code = row["code"]
        if row["catalogue"] == "2023":
            successor.append(index["2024-11", merged.get(code, code)])
        elif row["catalogue"] == "2024-11" and row["parent"] is None:
            successor.append(index["2025", p["code"]])
        elif row["catalogue"] == "2024-11" and code in moved:
            successor.append(index["2025", moved[code]])
        else:
            successor.append(None)
    return rows, index, successor


def unit_table():
    rows, index, successor = units()
    starts = [min(n for n, row in enumerate(rows) if row["catalogue"] == c) for c in CATALOGUES] + [len(rows)]
    kinds = list(KINDS.values())
    marks = {None: 0, False: 1, True: 2}
    columns = [
        ("codes", "UInt16", "The codes as numbers; their length follows from the level.", [int(row["code"]) for row in rows]),
        ("kinds", "UInt8", "Places in `Unit.Kind.allCases`.", [kinds.index(row["kind"]) for row in rows]),
        ("parents", "UInt16", "Numbers of the units above.", [
            "none" if row["parent"] is None else index[row["catalogue"], row["parent"]] for row in rows]),
        ("successors", "UInt16", "Numbers of the units that took their place in the next catalogue.", [
            "none" if s is None else s for s in successor]),
        ("marks", "UInt8", "Poor district + 3 × especially disadvantaged (0 unknown, 1 no, 2 yes) + 9 if outside the plan.", [
            marks[row["poor"]] + 3 * marks[row["special"]] + (0 if row["of_plan"] else 9) for row in rows]),
        ("firstDays", "Int32", "First days where they are known.", [
            "unknown" if row["since"] is None else day(row["since"]) for row in rows]),
        ("lastDays", "Int32", "Last days of units that have ended.", [
            "unknown" if row["until"] is None else day(row["until"]) for row in rows]),
    ]
    aliases = [f"    ({n}, {text(alias)})," for n, row in enumerate(rows) for alias in row["aliases"]]
    if any(";" in row["name"] for row in rows):
        sys.exit("embed.py: a unit's name holds a semicolon")
    out = [
        HEADER.format("units-2023.json, units-2025.json and units-2023-to-2025.json"),
        "/// The units of all catalogues, ordered by catalogue, level and code; one array for each of their properties.\n",
        "enum UnitTable {\n",
        f"  static let count = {len(rows)}\n",
        "  static let none = UInt16.max\n",
        "  static let unknown = Int32.min\n\n",
        "  /// Where each catalogue's units begin, and the end.\n",
        f"  static let starts = [{', '.join(map(str, starts))}]\n\n",
    ]
    for name, kind, what, values in columns:
        out.append(f"  /// {what}\n  static let {name}: [{kind}] = [\n{wrapped(map(str, values), 4)}\n  ]\n\n")
    out.append("  /// The names, each ended by a semicolon.\n  static let names = \"\"\"\n")
    names = [row["name"] + ";" for row in rows]
    out.append("\\\n".join("    " + "".join(names[n:n + 8]) for n in range(0, len(names), 8)))
    out.append('\n    """\n\n')
    out.append("  /// Other writings of units' full names.\n")
    out.append("  static let aliases: [(unit: Int, name: String)] = [\n" + "\n".join(aliases) + "\n  ]\n}\n")
    return "".join(out)


# Code lists

def code_value(value, level):
    parts = [text(value["code"]), text(value["vi"]), text(value["en"])]
    if value.get("aliases"):
        parts.append("aliases: [" + ", ".join(map(text, value["aliases"])) + "]")
    rank = value.get("rank", value.get("laoCaiRank", value.get("order")))
    if rank is not None:
        parts.append(f"rank: {rank}")
    if value.get("pinned"):
        parts.append("pinned: true")
    facts = [f"Fact(.{name}, {text(str(value[name]))})" for name in FACTS if value.get(name) is not None]
    line = " " * level + "Code(" + ", ".join(parts)
    if facts:
        line += ",\n" + " " * (level + 2) + "facts: [" + ", ".join(facts) + "]"
    return line + "),"


def code_lists():
    lists = load("reference-lists.json")["lists"]
    out = [HEADER.format("reference-lists.json") + "extension CodeList {"]
    names = []
    for key, value in lists.items():
        name = LIST_NAMES.get(key, key)
        names.append(name)
        values = "\n".join(code_value(v, 6) for v in value["values"])
        out.append(
            f"  /// {value['en']}.\n  public static let {name} = CodeList(\n    {text(name)}, {text(value['vi'])},\n"
            f"    {text(value['en'])},\n    [\n{values}\n    ])\n")
    out.append("  /// Every list.\n  public static let all: [CodeList] = [\n" + wrapped(names, 4) + "\n  ]\n}\n")
    return "\n".join(out)


def statuses():
    values = load("reference-lists.json")["lists"]["workerStatuses"]
    codes = [v["code"] for v in values["values"]]
    phases = {p["code"]: camel(p["code"].split("_", 1)[1]) for p in values["phases"]}
    transitions = values["suggestedTransitions"]
    cases = "\n".join(f"  /// {v['en']} ({v['code']}).\n  case {camel(v['code'])}" for v in values["values"])
    phase_cases = "\n".join(f"    /// {p['en']}.\n    case {phases[p['code']]}" for p in values["phases"])
    phase_words = "\n".join(
        f"      case .{phases[p['code']]}: Words({text(p['vi'])}, {text(p['en'])})" for p in values["phases"])
    phase_of = []
    for p in values["phases"]:
        members = ["." + camel(v["code"]) for v in values["values"] if v["phase"] == p["code"]]
        phase_of.append("    case\n" + wrapped(members, 6).rstrip(",") + f":\n      .{phases[p['code']]}")
    nexts = []
    for v in values["values"]:
        after = transitions.get(v["code"], [])
        if after:
            body = wrapped(["." + camel(code) for code in after], 8)
            nexts.append(f"    case .{camel(v['code'])}:\n      [\n{body}\n      ]")
    last = [camel(code) for code in codes if not transitions.get(code)]
    nexts.append("    case " + ", ".join("." + code for code in last) + ": []")
    return (
        HEADER.format("reference-lists.json")
        + "/// Where a worker stands between registering and being back; its number is its place in `CodeList.statuses`.\n"
        + "public enum Status: UInt8, CaseIterable, Sendable {\n" + cases + "\n\n"
        + "  /// The part of a departure's life that a status belongs to.\n"
        + "  public enum Phase: UInt8, CaseIterable, Sendable {\n" + phase_cases + "\n\n"
        + "    public var words: Words {\n      switch self {\n" + phase_words + "\n      }\n    }\n  }\n\n"
        + "  public var phase: Phase {\n    switch self {\n" + "\n".join(phase_of) + "\n    }\n  }\n\n"
        + "  /// The statuses that usually follow.\n"
        + "  public var next: [Status] {\n    switch self {\n" + "\n".join(nexts) + "\n    }\n  }\n}\n")


# The plan

def words(vi, en):
    return f"Words({text(vi)}, {text(en)})"


def codes(values):
    return "[" + ", ".join(map(text, values or [])) + "]"


def plan():
    p = load("plan-280.json")
    d = p["document"]
    basis = "\n".join(
        f"        Plan.Basis(number: {text(b['number'])}, date: Day(known: {day(b['date'])}), by: {text(b['by'])}),"
        for b in d["basis"])
    objectives = []
    for o in p["objectives"]:
        points = "\n".join(
            f"        Plan.Point(\n          id: {text(q['id'])},\n          words: {pair(q, 10)}),"
            for q in o["points"])
        objectives.append(
            f"    Plan.Objective(\n      id: {text(o['id'])}, clause: {text(o['clause'])}, kind: {text(o['kind'])},\n"
            f"      title: {words(o['titleVi'], o['titleEn'])},\n      points: [\n{points}\n      ]),")
    operators = {"about": ".about", "at least": ".atLeast", "equal": ".equal"}
    measures = {"workers/year": ".workersPerYear", "percent": ".percent", "cases": ".cases"}
    targets = "\n".join(
        f"    Plan.Target(\n      id: {text(t['id'])}, clause: {text(t['clause'])}, kind: {text(t['kind'])},\n"
        f"      title: {title(t, 6)},\n      comparison: {operators[t['operator']]}, value: {t['value']},"
        f" measure: {measures[t['unit']]}, period: {optional(t.get('period'))}, wording: {optional(t.get('wording'))}),"
        for t in p["targets"])
    tasks = []
    for t in p["tasks"]:
        elements = "\n".join(f"        {pair(e, 8)}," for e in t.get("elements", []))
        tasks.append(
            f"    Plan.Task(\n      id: {text(t['id'])}, clause: {text(t['clause'])},"
            f" parent: {optional(t['parent'])},\n      title: {title(t, 6)},\n"
            + ("      elements: [\n" + elements + "\n      ],\n" if elements else "      elements: [],\n")
            + f"      lead: {codes(t['lead'])}, coordinating: {codes(t['coordinating'])},\n"
            f"      leadText: {optional(t.get('leadText'))},\n"
            f"      coordinatingText: {optional(t.get('coordinatingText'))},\n"
            f"      isInherited: {flag(t.get('inherited', False))},"
            f" deadline: {'nil' if t.get('deadline') is None else 'Day(known: ' + day(t['deadline']) + ')'},\n"
            f"      coverage: {text(t['inSeed'])}, note: {optional(t.get('note') or t.get('leadNote'))}),")
    gaps = "\n".join(
        f"    Plan.Gap(clause: {text(g['clause'])}, status: {text(g['status'])}, note: {optional(g.get('note'))}),"
        for g in p["notInSeed"])
    return (
        HEADER.format("plan-280.json") + "extension Plan {\n  /// Plan " + d["number"] + " of Lào Cai.\n"
        + "  public static let standard = Plan(\n    document: document, objectives: objectives, targets: targets,"
        + " tasks: tasks, gaps: gaps,\n    reportDueDay: "
        + (str(p["reportDueDay"]) if "reportDueDay" in p else "usualReportDueDay") + ")\n\n"
        + "  private static let document = Document(\n"
        + f"    number: {text(d['number'])},\n    kind: {words(d['type'], d['typeEn'])},\n    title: {title(d, 4)},\n"
        + f"    issuedBy: {words(d['issuedBy'], d['issuedByEn'])},\n    place: {text(d['place'])},\n"
        + f"    issuedOn: Day(known: {day(d['issuedOn'])}),\n    effectiveOn: Day(known: {day(d['effectiveOn'])}),\n"
        + f"    validUntil: {'nil' if d['validUntil'] is None else 'Day(known: ' + day(d['validUntil']) + ')'},\n"
        + f"    signedBy: {text(d['signedBy'])}, signerTitle: {optional(d['signerTitle'])}, field: {text(d['field'])},\n"
        + "    basis: [\n" + re.sub(r"^  ", "", basis, flags=re.M) + "\n    ])\n\n"
        + "  private static let objectives: [Objective] = [\n" + "\n".join(objectives) + "\n  ]\n\n"
        + "  private static let targets: [Target] = [\n" + targets + "\n  ]\n\n"
        + "  private static let tasks: [Task] = [\n" + "\n".join(tasks) + "\n  ]\n\n"
        + "  private static let gaps: [Gap] = [\n" + gaps + "\n  ]\n}\n")


def pair(value, indent):
    space = " " * (indent + 2)
    return f"Words(\n{space}{text(value['vi'])},\n{space}{text(value['en'])})"


def title(value, indent):
    return pair({"vi": value["titleVi"], "en": value["titleEn"]}, indent)


# Tasks of other plans, and days off

def templates():
    made = load("plan-template-common-tasks.json")
    groups = {group["code"]: group for group in made["groups"]}
    rows = [
        f"    TaskTemplate(\n      {text(task['id'])}, {words(groups[task['group']]['vi'], groups[task['group']]['en'])},\n"
        f"      {words(task['titleVi'], task['titleEn'])},\n"
        f"      lead: {codes(task['typicalLead'])}, coordinating: {codes(task['typicalCoordinating'])}),"
        for task in made["tasks"]]
    return (
        HEADER.format("plan-template-common-tasks.json") + "extension TaskTemplate {\n"
        "  /// Typical tasks of other plans under Directive 20-CT/TW; none is text of Plan 280.\n"
        "  public static let all: [TaskTemplate] = [\n" + "\n".join(rows) + "\n  ]\n}\n")


def number(iso):
    return (datetime.date.fromisoformat(iso) - datetime.date(1970, 1, 1)).days


def holidays():
    made = load("holidays.json")
    off = [number(day["on"]) for day in made["days"]]
    on = [number(day["on"]) for day in made["workingSaturdays"]]
    return (
        HEADER.format("holidays.json") + "extension WorkingDays {\n"
        "  /// Weekdays on which nobody works (Labour Code 45/2019/QH14, articles 111 and 112), as days since 1970.\n"
        "  static let daysOff: Set<Int32> = [\n" + wrapped([str(day) for day in off], 4) + "\n  ]\n\n"
        "  /// Saturdays that are worked in exchange.\n"
        f"  static let workedSaturdays: Set<Int32> = [{', '.join(map(str, on))}]\n\n"
        "  /// The years for which they are known.\n"
        f"  public static let years = {made['days'][0]['on'][:4]}...{made['days'][-1]['on'][:4]}\n}}\n")


# The files of a new data folder

def folder_files():
    files = [
        ("plan", "plan.json", "plan-280.json"), ("places2023", "places/2023.json", "units-2023.json"),
        ("places2025", "places/2025.json", "units-2025.json"),
        ("moves2025", "places/2023-to-2025.json", "units-2023-to-2025.json"),
    ]
    out = [
        HEADER.format("plan-280.json and units-*.json") + "extension FolderFile {",
        "  /// The files of a new data folder, in the order in which they are written.",
        "  public static let all: [FolderFile] = [" + ", ".join(name for name, _, _ in files) + "]",
    ]
    for name, path, source in files:
        body = json.dumps(load(source), ensure_ascii=False, separators=(",", ":")) + "\n"
        if '"#' in body:
            sys.exit(f"embed.py: {source} holds a quotation mark before #")
        digest = hashlib.sha256(body.encode("utf-8")).hexdigest()
        out += [
            "", f"  public static let {name} = FolderFile(", f"    path: {text(path)},", f"    sha256: {text(digest)},",
            '    text: #"""', "      " + body.rstrip("\n"), "", '      """#)',
        ]
    return "\n".join(out) + "\n}\n"


def fingerprint(bodies):
    """Another number whenever what the bodies say changes, so that numbers kept elsewhere can tell."""
    digest = hashlib.sha256("".join(bodies).encode("utf-8")).hexdigest()[:16]
    return (
        HEADER.format("*.json") + "/// Tells one version of the embedded places and code lists from another.\n"
        f"enum Embedded {{\n  static let fingerprint: UInt64 = 0x{digest}\n}}\n")


def main():
    made = {
        "Resources/UnitTable.swift": unit_table(), "Resources/CodeLists.swift": code_lists(),
        "Resources/StandardPlan.swift": plan(), "Resources/FolderFiles.swift": folder_files(),
        "Resources/TaskTemplates.swift": templates(), "Resources/Holidays.swift": holidays(),
        "Plan/Status.swift": statuses(),
    }
    made["Resources/Embedded.swift"] = fingerprint(
        [made["Resources/UnitTable.swift"], made["Resources/CodeLists.swift"]])
    made = {name: "// swift-format-ignore-file\n" + body for name, body in made.items()}
    if sys.argv[1:] == ["--check"]:
        present = {"Resources/" + path.name for path in (MODEL / "Resources").glob("*.swift")}
        wrong = sorted(
            name for name in present | set(made)
            if not (MODEL / name).exists() or (MODEL / name).read_text(encoding="utf-8") != made.get(name))
        for name in wrong:
            print(f"Sources/Model/{name} does not agree with Data; run Scripts/embed.py", file=sys.stderr)
        sys.exit(1 if wrong else 0)
    if sys.argv[1:]:
        sys.exit(__doc__)
    for name, body in made.items():
        (MODEL / name).parent.mkdir(parents=True, exist_ok=True)
        (MODEL / name).write_text(body, encoding="utf-8")


if __name__ == "__main__":
    main()
