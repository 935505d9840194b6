"""Somebody is erased: hidden everywhere at once, and after the next epoch no file holds a byte of them."""

import json
import os
import shutil

from ground import Ground, check, main, not_crashed, record

PEOPLE = 12
# Whom the test erases: a name that no other name begins with, an id, a phone, a passport, a household.
SECRETS = ["Lao động mẫu Đặc Biệt", "010304777777", "0977777777", "C7777777", "hộ mẫu 777"]


def files_with(folder, secrets):
    """The files below a folder whose name or bytes hold any of these texts."""
    found = []
    for path, _, names in os.walk(folder):
        for name in names:
            file = os.path.join(path, name)
            with open(file, "rb") as opened:
                held = opened.read() + file.encode()
            found += [(file, secret) for secret in secrets if secret.encode() in held]
    return found


def run(place, *words, status=0, **more):
    """Runs a command and checks how it ends."""
    done = place.run(*words, **more)
    not_crashed(done)
    said = f"{done.stdout[:200]} {done.stderr[:300]}"
    check(done.returncode == status, f"{words[0]} ended with {done.returncode}: {said}")
    return done


def listed(place):
    """Everything that the command line lists in every way, whole numbers included."""
    kinds = ("departures", "workers", "households", "incidents", "reports", "tasks")
    plain = [run(place, "list", kind, form).stdout for kind in kinds for form in ("--json", "--csv")]
    return plain + [run(place, "list", kind, "--json", "--unmask").stdout for kind in kinds[:2]]


def figures(place):
    answer = json.loads(run(place, "progress", "--json", "--unit", "02728", "--year", "2024").stdout)
    return json.dumps(answer, sort_keys=True)


def test(program):
    with Ground(program) as ground:
        place = ground.place
        ground.add(PEOPLE)
        person = {
            **record(777), "fullName": SECRETS[0], "citizenId": SECRETS[1], "phone": SECRETS[2],
            "passport": SECRETS[3], "household": SECRETS[4], "householdClass": "POOR", "householdYear": 2024}
        run(place, "add", "departure", "--json", "-", text=json.dumps(person))
        check(all(any(secret in text for text in listed(place)) for secret in SECRETS), "the person was not listed")

        said = run(place, "erase", "-", text=SECRETS[1], status=2).stderr
        check("1 hồ sơ người" in said and "--decision" in said, f"asked without a decision: {said}")
        run(place, "erase", "worker/nobody", "--decision", "1/QĐ", status=2)
        check(any(SECRETS[0] in text for text in listed(place)), "a refused erasing hid somebody")
        run(place, "erase", "-", "--decision", "12/YC-XDL", text=SECRETS[1])
        for text in listed(place):
            check(not any(secret in text for secret in SECRETS), f"listed after erasing: {text[:300]}")
        before = figures(place)
        run(place, "verify")

        # Nothing that is half a folder is taken for one, and nothing is written over.
        new, private = place.path("next"), private_folders(place)
        check(len(private) == 1, f"the account knows {private}")
        os.makedirs(os.path.join(new, "something"))
        run(place, "epoch", new, status=3)
        shutil.rmtree(new)
        report = json.loads(run(place, "epoch", new, "--json").stdout)
        check(report["epoch"] == 2 and report["redacted"] > 0 and not report["leftOver"], f"epoch: {report}")
        check(files_with(place.data, SECRETS), "the old folder held nothing of the person to begin with")

        for folder in [place.data, *private]:
            shutil.rmtree(folder)
        os.rename(new, place.data)
        check(figures(place) == before, "an epoch changed a figure")
        others = json.loads(run(place, "list", "departures", "--json").stdout)["departures"]
        check(len(others) == PEOPLE, f"{len(others)} others are left")
        run(place, "verify")
        ground.add(3)
        run(place, "verify")
        left = files_with(os.path.dirname(place.data), SECRETS)
        check(not left, f"still there: {left}")
        return (
            f"hidden from {len(listed(place))} lists; then {report['redacted']} of {report['lines']} lines without "
            "them, no byte left in any file, figures as before")


def private_folders(place):
    """The folders in which the account keeps drafts and the last fold, one for each register it knows."""
    root = place.path("state", "lenduong")
    paths = [os.path.join(root, name) for name in os.listdir(root)]
    return [path for path in paths if os.path.isdir(path)]


if __name__ == "__main__":
    main(test, __doc__)
