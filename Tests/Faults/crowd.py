"""Many clerks save at once into one folder, some under one account, some under others; each save is a process of its own.

  crowd.py PROGRAM [CLERKS] [SAVES]

CLERKS (16) save SAVES (200) records each.
"""

import json
import subprocess
import sys
import threading

from ground import Ground, check, main, record

PROCESSES, SAVES = 16, 200
# So many accounts share them: each has its own writer, the processes of one share it.
ACCOUNTS = 4


class Worker(threading.Thread):
    """Adds its records one by one, each by a process of its own."""

    def __init__(self, ground, number, saves):
        super().__init__()
        self.ground, self.number, self.saves = ground, number, saves
        self.saved, self.refused = [], []

    def run(self):
        place = self.ground.place
        environment = place.environment(f"state-{self.number % ACCOUNTS}")
        for step in range(self.saves):
            person = self.number * self.saves + step
            done = subprocess.run(
                [place.program, "add", "departure", "--json", "-"], input=json.dumps(record(person)).encode(),
                capture_output=True, env=environment, cwd=place.root, check=False)
            if done.returncode == 0:
                self.saved.append(person)
            else:
                self.refused.append(done.stderr.decode())


def test(program):
    processes, saves = (int(sys.argv[2]), int(sys.argv[3])) if len(sys.argv) > 3 else (PROCESSES, SAVES)
    with Ground(program) as ground:
        workers = [Worker(ground, number, saves) for number in range(processes)]
        ground.tried = set(range(processes * saves))
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        refused = [words for worker in workers for words in worker.refused]
        # A save may be refused for others hold the lock for five seconds; it says so, and is not acknowledged.
        check(all("CHƯA LƯU" in words for words in refused), f"refused otherwise: {refused[:1]}")
        ground.acknowledged = {person for worker in workers for person in worker.saved}
        found = ground.look("after the crowd")
        check(found == ground.acknowledged, f"{len(found)} on file, {len(ground.acknowledged)} acknowledged")
        check(len(found) > processes * saves * 0.9, f"only {len(found)} were saved")
        return (
            f"{processes} clerks of {ACCOUNTS} accounts, {saves} saves each by a process of its own: {len(found)} acknowledged and on file, "
            f"{len(refused)} refused with a sentence")


if __name__ == "__main__":
    main(test, __doc__)
