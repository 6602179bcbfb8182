#!/usr/bin/env bash
# Starts the web app: builds, serves http://localhost:5080 with the default model.
# Needs nothing but the .NET SDK and installs nothing.
# Further arguments go to the app, e.g. ./run.sh --Model:Path /path/to/model.zip --urls http://localhost:8080
set -euo pipefail
cd "$(dirname "$0")"

./setup.sh
echo "building ..."
dotnet build Pneumonia.Blazor -c Release --nologo -v quiet
exec dotnet run --project Pneumonia.Blazor -c Release --no-build --no-launch-profile -- "$@"
