#!/usr/bin/env bash
# Resident memory of train over more than 1,000 steps: a tiny training on phantoms, looked at after 100, 500 and 1,000 steps.
#   bench/training-memory.sh
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'kill "${training:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
program=Pneumonia.Model/bin/Release/net10.0/Pneumonia.Model.dll
[ -e "$program" ] || dotnet build Pneumonia.Model -c Release --nologo -v quiet
dotnet "$program" data synthesize --output "$work/phantoms" --count 200 --seed 1 2>/dev/null

# 8 images a step, 64 pixels a side; the line at the end of each epoch tells how many there were.
touch "$work/progress"
dotnet "$program" train --data "$work/phantoms" --output "$work/model.zip" --workspace "$work/workspace" --epoch 90 --patience 90 \
    --batch-size 8 --image-size 64 --progress-json >"$work/progress" 2>"$work/log" &
training=$!
/usr/bin/env python3 - "$training" "$work/progress" <<'PY'
import json
import sys
import time

process, progress = sys.argv[1], open(sys.argv[2])
steps, marks = 0, [100, 500, 1000]
while marks:
    line = progress.readline()
    if not line:
        try:
            open(f"/proc/{process}/status").close()
        except FileNotFoundError:
            sys.exit(f"the training ended after {steps} steps")
        time.sleep(0.05)
        continue
    told = json.loads(line) if line.startswith("{") else {}
    if told.get("phase", "").lower() == "epoch":
        steps = told["epoch"] * (told["total"] // 8)
    if steps >= marks[0]:
        status = dict(entry.split(":", 1) for entry in open(f"/proc/{process}/status").read().splitlines())
        print(f"{steps} steps: {int(status['VmRSS'].split()[0]) / 1024:.0f} MB")
        marks.pop(0)
PY
