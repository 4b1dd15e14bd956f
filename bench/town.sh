#!/usr/bin/env bash
# The sample town on this machine: start to ready, memory, and how long an answer takes.
#   bench/town.sh [PROGRAM]     PROGRAM: out/yakuba
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-out/yakuba}
work=$(mktemp -d); server=
trap '[ -n "$server" ] && kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
port=${PORT:-8397}; address=http://127.0.0.1:$port

echo "machine: $(nproc) CPUs, load $(cut -d' ' -f1 /proc/loadavg) at the start"
begin=$(date +%s.%N)
"$program" seed samples --data "$work/data" >"$work/seed" 2>&1
echo "seed: $(date +%s.%N | awk -v a="$begin" '{printf "%.1f s", $1-a}') for $(wc -l < <(find samples/town -type f)) files"

start() { # starts the server and waits until it answers; prints seconds
  local begin; begin=$(date +%s.%N)
  "$program" serve --data "$work/data" --urls "$address" >"$work/serve" 2>&1 &
  server=$!
  until curl -fsS -o /dev/null "$address/healthz" 2>/dev/null; do sleep 0.02; kill -0 "$server" || { cat "$work/serve"; exit 1; }; done
  date +%s.%N | awk -v a="$begin" '{printf "%.2f\n", $1-a}'
}

for round in 1 2 3; do
  start >"$work/ready"; echo "start to ready, round $round: $(cat "$work/ready") s"
  if [ "$round" != 3 ]; then kill -TERM "$server"; wait "$server"; echo "  stopped with exit code $?"; fi
done

"$program" setting set ask.resident-questions-per-minute 10000 --data "$work/data" >/dev/null
python3 - "$address" samples/questions.jsonl <<'PY'
import json, sys, time, urllib.request
address, path = sys.argv[1:]
questions = [json.loads(l) for l in open(path, encoding="utf-8") if l.strip()]
questions = [q for q in questions if not q.get("as")]
def ask(q):
    body = {"question": q["question"]}
    if q.get("on"): body["asOf"] = q["on"]
    request = urllib.request.Request(address + "/api/v1/questions", json.dumps(body).encode(), {"Content-Type": "application/json"})
    begin = time.perf_counter()
    with urllib.request.urlopen(request) as response: json.load(response)
    return (time.perf_counter() - begin) * 1000
for q in questions[:20]: ask(q)
times = sorted(ask(q) for q in questions)
at = lambda share: times[min(len(times) - 1, int(share * len(times)))]
print(f"ask: {len(times)} questions of residents, p50 {at(.5):.0f} ms, p95 {at(.95):.0f} ms, slowest {times[-1]:.0f} ms")
PY
echo "resident: $(awk '/VmRSS/{printf "%.0f MB", $2/1024}' "/proc/$server/status"), at most $(awk '/VmHWM/{printf "%.0f MB", $2/1024}' "/proc/$server/status")"
