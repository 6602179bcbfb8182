#!/usr/bin/env bash
# Runs every test: installs what they need besides the .NET SDK (setup.sh --tests), builds with warnings as errors, tests. Arguments go to dotnet test,
# e.g. ./test.sh --filter FullyQualifiedName~Evaluation
set -uo pipefail
cd "$(dirname "$0")"

./setup.sh --tests || exit 1
dotnet build PneumoniaML.sln -c Release --nologo -v quiet -warnaserror || exit 1
dotnet test Pneumonia.Tests -c Release --no-build --nologo --logger "console;verbosity=minimal" "$@"
