#!/usr/bin/env bash
# Runs the suites of `make test` in order, stops at the first that fails, and prints the time of each.
set -uo pipefail
cd "$(dirname "$0")/.."

swift=${SWIFT:-swift}
scratch=${SCRATCH:-.build}
program=${PROGRAM:-$scratch/release/lenduong}
long=${1:-}
times=()
total=0

# suite NAME COMMAND...
suite() {
  local name=$1 start=$EPOCHREALTIME spent result=ok
  shift
  printf '\n── %s\n' "$name"
  "$@" || result=FAILED
  spent=$(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $start }")
  total=$(awk "BEGIN { printf \"%.1f\", $total + $spent }")
  times+=("$(printf '%8s s  %-6s  %s' "$spent" "$result" "$name")")
  [ $result = ok ] || finish "$name"
}

# finish [FAILED SUITE]
finish() {
  printf '\n── times\n'
  printf '%s\n' "${times[@]}"
  if [ $# -gt 0 ]; then
    printf '%8s s  FAILED: %s\n' "$total" "$1"
    exit 1
  fi
  printf '%8s s  everything passed\n' "$total"
  exit 0
}

# Every file of a folder that can be started; what they share is imported by them.
runners() { grep -lE '^if __name__ ==' "$1"/*.py 2>/dev/null; }

suite "format" "$swift" format lint --strict --recursive Sources Tests Package.swift
suite "embedded data" python3 Scripts/embed.py --check
suite "build" "$swift" build --build-tests --scratch-path "$scratch"
suite "unit tests" "$swift" test --skip-build --scratch-path "$scratch"
suite "release" "${MAKE:-make}" --no-print-directory release
# What the fuzzers look into is built beside the suites that wait for terminals and disks.
PYTHONPATH=Tests/Fuzz nice -n 19 python3 -c 'import damage, fuzz, histories, pens
for part in damage, fuzz, histories, pens: part.build()' \
  > "$scratch/inside.log" 2>&1 &
inside=$!
trap 'kill "$inside" 2> /dev/null' EXIT
built() { wait "$inside" || { cat "$scratch/inside.log"; false; }; }
for folder in Tests/Figures Tests/Terminal Tests/Faults Tests/Performance; do
  for runner in $(runners "$folder"); do suite "$runner" python3 "$runner" "$program"; done
done
suite "models to look into" built
for runner in $(runners Tests/Fuzz); do suite "$runner" python3 "$runner" "$program"; done

if [ "$long" = --long ]; then
  suite "input methods, every syllable in every way" env LONG=1 "$swift" test --skip-build --scratch-path "$scratch" \
    --filter "everySyllable"
  # What the toolchain's own runner of tests never gives back is not asked about.
  for sanitizer in address thread; do
    suite "unit tests, $sanitizer sanitizer" env ASAN_OPTIONS=detect_leaks=0 \
      "$swift" test --sanitize="$sanitizer" --scratch-path "$scratch/$sanitizer"
  done
  suite "200 kills at random moments" python3 Tests/Terminal/kills.py "$program" 200
  suite "ssh clients killed at random moments" python3 Tests/Terminal/killed_ssh.py "$program" 200
  suite "lost terminals at random moments" python3 Tests/Terminal/lost_terminals.py "$program" 200
  suite "kills after every call" python3 Tests/Faults/killed_at_calls.py "$program" exits
  suite "1,000 power cuts" python3 Tests/Faults/power_cuts.py "$program" 1000
  suite "64 clerks at once" python3 Tests/Faults/crowd.py "$program" 64 1000
  suite "64 processes of 16,000 saves" python3 Tests/Fuzz/pens.py "$program" 64 16000
  suite "every value of every byte" python3 Tests/Fuzz/damage.py "$program" 1000 20 1000
  suite "500 saves and lists while calls fail by chance" python3 Tests/Faults/errors.py "$program" 500
  suite "2,000 saves and lists while the C library fails" python3 Tests/Faults/random_failures.py "$program" 2000
  suite "kills at every call of a session" python3 Tests/Faults/killed_in_screens.py "$program" 1000
  # Eight hours in all; what is reached is kept for the next time.
  suite "seven fuzzers, 69 minutes each" python3 Tests/Fuzz/fuzz.py "$program" 4115 "$scratch/corpora"
  suite "a million histories" python3 Tests/Fuzz/histories.py "$program" 1000000
  suite "a million hostile texts" python3 Tests/Faults/hostile.py "$program" 1000000
  suite "hostile screens, many keys" python3 Tests/Faults/hostile_screens.py "$program" 2000
  suite "planted numbers, many keys" python3 Tests/Faults/planted_ids.py "$program" 1000
  suite "papers through a browser" python3 Tests/Documents/pages.py "$program"
  suite "2,000 more random folders" python3 Tests/Figures/random_folders.py "$program" 1000 2000
fi
finish
