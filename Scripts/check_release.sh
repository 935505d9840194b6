#!/usr/bin/env bash
# Checks the program's file: static, stripped, small enough, and able to run by itself from anywhere.
set -euo pipefail

program=$(realpath "$1")
limit=18000000

fail() { echo "$program: $1" >&2; exit 1; }

size=$(stat -c %s "$program")
[ "$size" -le "$limit" ] || fail "$size bytes, more than $limit"

if linked=$(LC_ALL=C ldd "$program" 2>&1); then fail "needs shared libraries: $linked"; fi
grep -qE 'not a dynamic executable|statically linked' <<<"$linked" || fail "ldd: $linked"

elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
version=$(cd "$elsewhere" && env -i HOME="$elsewhere" "$program" --version) || fail "does not run by itself"

echo "$1: lenduong $version, one static file, $(awk "BEGIN { printf \"%.1f\", $size / 1e6 }") MB"
