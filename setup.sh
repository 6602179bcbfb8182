#!/usr/bin/env bash
# Installs the system packages that are missing, and nothing else. Safe to run again.
#   ./setup.sh           what building and running need
#   ./setup.sh --tests   also what the tests need (a browser, a PostgreSQL server that they start and stop)
set -euo pipefail

packages=(cmake g++ make libtorch-dev libopenblas0-pthread)
[ "${1:-}" = "--tests" ] && packages+=(chromium curl fonts-dejavu-core postgresql)

if ! command -v dotnet >/dev/null; then
    echo "setup: the .NET SDK 10 is missing: see https://dotnet.microsoft.com/download" >&2
    exit 1
fi

missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo)
echo "setup: installing ${missing[*]}" >&2
"${sudo[@]}" apt-get update -qq
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
