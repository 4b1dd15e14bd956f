#!/usr/bin/env bash
# Many connections that are open and say nothing, beside steady questions whose answers come as streams: memory, waiting, errors. Server and client are two processes.
#   bench/idle.sh [PROGRAM] [CONNECTIONS] [ASKS-A-SECOND] [SECONDS]     PROGRAM: out/yakuba
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-out/yakuba}"); connections=${2:-10000}; rate=${3:-50}; seconds=${4:-120}
ulimit -n "$(ulimit -Hn)"
[ "$(ulimit -n)" -ge $((connections + 500)) ] || { echo "too few files may be open: $(ulimit -n)" >&2; exit 2; }
work=$(mktemp -d); server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; wait 2>/dev/null || true; rm -rf "$work"' EXIT
"$program" seed samples --data "$work/data" >"$work/seed" 2>&1 || { cat "$work/seed" >&2; exit 1; }
"$program" setting set ask.resident-questions-per-minute 10000 --data "$work/data" >/dev/null
: >"$work/log"
"$program" serve --urls http://127.0.0.1:0 --data "$work/data" >"$work/log" 2>&1 & server=$!
for _ in $(seq 600); do url=$(sed -nE 's#.*起動しました: (http://[^ （]+).*#\1#p' "$work/log"); [ -z "$url" ] || break; kill -0 "$server" || { cat "$work/log" >&2; exit 1; }; sleep 0.1; done
dotnet run --project bench/Yakuba.Bench -c Release --no-launch-profile -- idle "$url" "$server" "$connections" "$rate" "$seconds"
