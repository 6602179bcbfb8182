#!/usr/bin/env bash
# Looks whether the .NET SDK is there, all that building and running need: everything else comes from NuGet.
#   ./setup.sh --tests   also installs the system packages that the tests need and that are missing, where there is apt-get: a
#                        browser, a PostgreSQL server and a proxy that they start and stop. Safe to run again.
set -euo pipefail

if ! command -v dotnet >/dev/null; then
    echo "setup: the .NET SDK 10 is missing: see https://dotnet.microsoft.com/download" >&2
    exit 1
fi
[ "${1:-}" = "--tests" ] || exit 0

packages=(chromium curl fonts-dejavu-core nginx-light postgresql)
if ! command -v apt-get >/dev/null; then
    echo "setup: without apt-get nothing is installed; the tests want what Debian calls ${packages[*]}" >&2
    exit 0
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
"${sudo[@]}" env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
