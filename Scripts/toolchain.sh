#!/usr/bin/env bash
# Sees to it that the named Swift is there, starts, and is new enough; says in one sentence what is missing.
set -euo pipefail

swift=$1
page=https://www.swift.org/install

if ! command -v "$swift" >/dev/null; then
  echo "Swift 6 is needed and not found: $page" >&2
  exit 1
fi
if ! version=$("$swift" --version 2>&1); then
  echo "Swift is there and does not start; $page names the packages it needs: ${version%%$'\n'*}" >&2
  exit 1
fi
if ! grep -qE 'Swift version ([6-9]|[1-9][0-9])\.' <<<"$version"; then
  echo "Swift 6 is needed ($page), and this is ${version%%$'\n'*}" >&2
  exit 1
fi
