"""From a key to the end of the frame that it brings, on every kind of screen, and the bytes of that frame."""
import time

from peers import DOWN, ERASE, PAGE_DOWN, PAGE_UP, UP
from starts import opened, screen
from terminal import Terminal

ENTER, TAB, BACK, ESCAPE = b"\r", b"\t", b"\x7f", b"\x1b"
# A program takes no more turns in a group once it has used so many seconds.
SECONDS = 5
WIDE, SMALL = (40, 140), (24, 80)

PROGRESS = (b":", "tiến độ".encode(), ENTER)
PEOPLE = (*PROGRESS, b"g", ENTER)
FORM = (b":", "mường hum".encode(), ENTER, b"a")


def there_and_back(text):
    """Letters one by one, then each erased."""
    return [letter.encode() for letter in text] + [ERASE] * len(text)


def screens(register):
    """What is pressed where: the way there, a text that proves one is there, the keys."""
    with open(register.table, encoding="utf-8") as rows:
        next(rows)
        citizen = next(rows).split("\t")[0].encode()
    return {
        "row": (PEOPLE, "đã xuất cảnh", [DOWN] * 100 + [UP] * 100),
        "page": (PEOPLE, "đã xuất cảnh", [PAGE_DOWN, PAGE_UP]),
        "letter in a form": (FORM, "lượt mới", there_and_back("a" * 20)),
        "letter in a picker": ((*FORM, TAB, TAB, TAB, TAB), "Mông", there_and_back("nu")),
        "12th digit of a known person": ((*FORM, TAB, citizen[:11]), "lượt mới", [citizen[11:], ERASE]),
        "letter in a list's search": ((*PEOPLE, b"/"), "đã xuất cảnh", there_and_back("mau yen 9x")),
        "letter in the finder": ((*PEOPLE, b":"), "Tìm lệnh", there_and_back("mau yen 9x")),
        "into a unit and back": (PROGRESS, "Đơn vị", [ENTER, BACK]),
        "the paper of a list and back": (PEOPLE, "đã xuất cảnh", [b"p", BACK]),
    }


# Screens that may not be there yet: from which, the words of the key in its help, the keys.
LATER = {
    "report matrix and back": (PROGRESS, "Ma trận", [b"m", BACK]),
    "trend and back": (PROGRESS, "Xu hướng", [b"t", BACK]),
    "order of a list": (PEOPLE, "Sắp xếp", [b"S"]),
}


def reach(register, keys, text, size):
    """The program on a screen; `None` where that screen does not come."""
    terminal = screen(register, size=size)
    if terminal.first_frame() is not None:
        terminal.settle()
        terminal.go(*keys)
        if terminal.shows(text):
            return terminal
    terminal.close()
    return None


def ready(register, peer, size):
    """Another program with its rows on the screen, all loaded."""
    terminal = opened(register, peer, size=size)
    terminal.first_frame()
    terminal.settle(0.3)
    terminal.go(*peer.setup)
    return terminal


def measure(results, register, peers, count):
    waiting = {}
    for size in (WIDE, SMALL):
        others = peers if size == WIDE else [peer for peer in peers if peer.name == "vim"]
        for group in [*screens(register), *LATER]:
            press_group(results, register, others, group, count if size == WIDE else count // 4, size, waiting)
    for terminal in waiting.values():
        terminal.close()


def saved(results, register, count):
    """A count typed in the month grid, saved, with the figures of this screen and the two below it counted anew."""
    way = (*PROGRESS, b":", "bảng theo tháng".encode(), ENTER)
    terminal = reach(register, way, "Đơn vị", WIDE)
    if not terminal:
        return results.skip("a save until the figures show it", "the month grid did not come")
    samples = press({"lenduong": (terminal, [b"5\r", b"6\r"])}, count)
    results.add("a save until the figures show it, 140×40", "ms",
                {name: [ms for ms, _ in pairs] for name, pairs in samples.items()})
    terminal.close()
    # None of it is to be left.
    register.restore()


def press_group(results, register, peers, group, count, size, waiting):
    """One kind of key on every program that has it; who shows rows stays open, `waiting` for the next such group."""
    title = "%s, %d×%d" % (group, size[1], size[0])
    if group in LATER:
        way, words, keys = LATER[group]
        helped = reach(register, (*way, b"?"), words, size)
        if not helped:
            return results.skip(title, "no key of that screen is called “%s”" % words)
        helped.go(ESCAPE)
        terminals = {"lenduong": (helped, keys)}
    else:
        way, text, keys = screens(register)[group]
        own = reach(register, way, text, size)
        if not own:
            return results.skip(title, "the screen with “%s” did not come" % text)
        terminals = {"lenduong": (own, keys)}
    for peer in peers:
        theirs = peer_keys(peer, group)
        if theirs:
            terminal = waiting.pop((peer.name, size), None) or ready(register, peer, size)
            if group.startswith("letter in a form"):
                terminal.go(*peer.typing)
            terminals[peer.name] = (terminal, theirs)
    if group == "row":
        echo = Terminal(["sh", "-c", "stty raw -echo; printf ready; exec cat"], register.environment, size=size)
        echo.settle(0.3)
        terminals["echo (floor)"] = (echo, keys)
    presses = max(10, count // 3 if group in ("page", "into a unit and back") else count)
    samples = press(terminals, presses)
    results.add(title, "ms", {name: [ms for ms, _ in pairs] for name, pairs in samples.items()})
    results.add(title + ": size of the frame", "bytes", {
        name: [written for _, written in pairs] for name, pairs in samples.items()})
    if group == "row" and size == WIDE:
        peak = {name: [terminal.memory()["VmHWM"] / 1024] for name, (terminal, _) in terminals.items()
                if "floor" not in name}
        results.add("memory, most while rows were moved", "MB", peak)
    for name, (terminal, _) in terminals.items():
        if group == "row" and name in {peer.name for peer in peers}:
            waiting[name, size] = terminal
        else:
            terminal.close()


def peer_keys(peer, group):
    """What is pressed in another program for the same; empty where it has nothing of the kind."""
    if group == "row" and peer.row:
        return [peer.row[0]] * 100 + [peer.row[1]] * 100
    if group == "page" and peer.page:
        return list(peer.page)
    if group == "letter in a form" and peer.typing is not None:
        return there_and_back("a" * 20)
    if group in ("letter in a list's search", "letter in the finder") and peer.narrowing:
        return there_and_back("mau yen 9x")
    return []


def press(terminals, count):
    """Each program's keys in turn; pairs of milliseconds and bytes of those that brought a frame."""
    samples = {name: [] for name in terminals}
    used = dict.fromkeys(terminals, 0)
    for k in range(count):
        for name, (terminal, keys) in terminals.items():
            if used[name] > SECONDS or terminal.ended:
                continue
            begun = time.perf_counter()
            pair = terminal.press(keys[k % len(keys)])
            used[name] += time.perf_counter() - begun
            if pair is not None:
                samples[name].append(pair)
    return samples


def searches(results, register, peers, rounds):
    """A whole text that is found in the last row only, given at once; and ordering the rows by name."""
    with open(register.table, encoding="utf-8") as rows:
        name = rows.readlines()[-1].split("\t")[1]
    word = name.split()[-1].encode()
    found, ordered = {}, {}
    for _ in range(max(3, rounds // 5)):
        own = reach(register, (b":",), "Tìm lệnh", WIDE)
        if own:
            found.setdefault("lenduong, finder", []).append((own.press(word) or (None,))[0])
            own.close()
        for peer in peers:
            if not peer.search:
                continue
            terminal = ready(register, peer, WIDE)
            spent = terminal.press(peer.search(word), patience=30)
            found.setdefault(peer.name, []).append(spent and spent[0])
            if peer.sort:
                spent = terminal.press(peer.sort[0], patience=30)
                ordered.setdefault(peer.name, []).append(spent and spent[0])
            terminal.close()
    results.add("a text given at once, found in the last row", "ms", found)
    if ordered:
        results.add("rows ordered by name", "ms", ordered)


def at_rest(results, register, peers):
    """Memory after the first frame: resident, of it shared with files, of it the program's own."""
    rows = {"VmRSS": {}, "RssAnon": {}, "RssFile": {}, "VmHWM": {}}
    ways = {"lenduong": lambda: screen(register)}
    for peer in peers:
        ways[peer.name] = lambda peer=peer: opened(register, peer)
    for name, way in ways.items():
        terminal = way()
        terminal.first_frame()
        terminal.settle(0.2)
        for key, value in terminal.memory().items():
            rows[key][name] = [value / 1024]
        terminal.close()
    words = {"VmRSS": "resident", "RssAnon": "own pages", "RssFile": "pages of files", "VmHWM": "most at the start"}
    for key, samples in rows.items():
        results.add("memory at rest, %s (%s)" % (words[key], key), "MB", samples)
