#!/usr/bin/env bash
# 200 towns on this machine, each a copy of the sample town: time to open one, memory, and what a noisy one costs the others.
#   bench/towns.sh [PROGRAM] [TOWNS]     PROGRAM: out/yakuba
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-out/yakuba}"); towns=${2:-200}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
"$program" seed samples --data "$work/template" >/dev/null
"$program" setting set ask.resident-questions-per-minute 10000 --data "$work/template" >/dev/null
echo "one town: $(du -sm "$work/template" | cut -f1) MB on the disk"
dotnet run --project bench/Yakuba.Bench -c Release --no-launch-profile -- towns "$work" "$program" "$towns"
