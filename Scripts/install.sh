#!/usr/bin/env bash
# Installs those of the named Debian packages that are missing; says so where that cannot be done.
set -euo pipefail

if ! command -v dpkg-query >/dev/null; then
  echo "This is not a Debian system: please see to it that these are there: $*" >&2
  exit 0
fi

missing=()
for package in "$@"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Missing packages, and no right to install them; ask for: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

echo "Installing ${missing[*]}"
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >/dev/null; }
if ! { apt update && apt install --yes --no-install-recommends "${missing[@]}"; }; then
  echo "These packages could not be installed: ${missing[*]}" >&2
  exit 1
fi
