#!/usr/bin/env bash
# Images per second of this project's training (augmentation, gradient clipping and weight averaging included) beside the bare
# training step of the same network, batch and precision in Debian's python3-torch. The two take turns; the ratio is of medians.
# Needs: sudo apt-get install -y python3-torch python3-torchvision. Nothing else may run meanwhile.
#   bench/training-throughput.sh [--data DIR] [--rounds N]
set -euo pipefail
cd "$(dirname "$0")/.."

data="" rounds=3
while [ $# -gt 0 ]; do
    case "$1" in
        --data) data=$2; shift 2 ;;
        --rounds) rounds=$2; shift 2 ;;
        *) echo "usage: bench/training-throughput.sh [--data DIR] [--rounds N]" >&2; exit 2 ;;
    esac
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build Pneumonia.Model -c Release --nologo -v quiet
pneumonia() { dotnet Pneumonia.Model/bin/Release/net10.0/Pneumonia.Model.dll "$@"; }
if [ -z "$data" ]; then
    data=$work/phantoms
    pneumonia data synthesize --output "$data" --count 1200 --seed 1 2>/dev/null
fi

for round in $(seq "$rounds"); do
    pneumonia train --data "$data" --output "$work/model.zip" --workspace "$work/workspace" --epoch 1 --batch-size 32 \
        --json "$work/train.json" >/dev/null 2>&1
    ours=$(/usr/bin/python3 -c "import json; print(json.load(open('$work/train.json'))['history'][-1]['imagesPerSecond'])")
    peer=$(/usr/bin/python3 bench/peers/training_step.py --batch-size 32 --steps 24)
    printf 'round %d: this project %.1f images/s, python3-torch %.1f images/s\n' "$round" "$ours" "$peer"
    echo "$ours $peer" >> "$work/rounds"
done
/usr/bin/python3 - "$work/rounds" <<'PY'
import statistics
import sys

ours, peer = zip(*((float(value) for value in line.split()) for line in open(sys.argv[1])))
ours, peer = statistics.median(ours), statistics.median(peer)
print(f"median: this project {ours:.1f}, python3-torch {peer:.1f} images/s, ratio {ours / peer:.2f}")
PY
