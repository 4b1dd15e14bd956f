#!/usr/bin/env bash
# Our search engine beside its peers, in one run. Needs the folder of peers (../shared/eval/search-peers), root for apt-get, and a quiet machine.
#   bench/peers.sh setup                 installs the peers, builds their helpers and ours, makes the corpora (about ten minutes)
#   bench/peers.sh real SIZES [BUDGET]   SIZES of 10000,100000: real passages
#   bench/peers.sh synth SIZES [BUDGET]  SIZES of 10000,100000,1000000: the stand-in corpus
#   bench/peers.sh goals                 what the goals need: Lucene and ours at all sizes, FTS5 and PostgreSQL at a million (about 15 minutes)
#   bench/peers.sh table                 prints what was measured as tables with ratios to Lucene
#   bench/peers.sh all                   everything, then the table (about two hours)
# BUDGET: seconds for the latencies of one engine (20). ONLY=lucene,yakuba limits the engines. SB_DATA: where it all lies (several GB).
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${YAKUBA_SHARED:-$PWD/../shared}
peers=$shared/eval/search-peers
data=${SB_DATA:-/var/tmp/yakuba-peers} # where PostgreSQL, which does not run as root, can read
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PATH=/usr/bin:$PATH
[ -d "$peers" ] || { echo "There is no folder of peers at $peers; nothing to run beside." >&2; exit 0; }

publish() {
  local rid=linux-x64; [ "$(uname -m)" = aarch64 ] && rid=linux-arm64
  dotnet publish bench/Yakuba.Bench -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -o "$data/yakuba" -v q -clp:NoSummary
}

contender() { # a copy of the runner that knows one contender more
  rm -rf "$data/peers"; cp -r "$peers" "$data/peers"; chmod -R u+w "$data/peers"
  sed -i 's|^CONTENDERS = {.*|&\n "yakuba": ([os.environ["YAKUBA_BENCH"], "contender"], {}, None),|' "$data/peers/run.py"
  grep -q '"yakuba"' "$data/peers/run.py"
}

setup() {
  mkdir -p "$data/real" "$data/synth"
  apt-get update -qq
  SB_DATA=$data/real bash "$peers/setup.sh"
  local helper
  for helper in lucene xapian groonga fts5 csprobe npm; do ln -sfn "../real/$helper" "$data/synth/$helper"; done
  cp "$shared/data/search-tokens/queries.txt" "$data/real/"
  xz -dkc "$shared/data/search-tokens/tok_100000.txt.xz" >"$data/real/tok_100000.txt"
  head -10000 "$data/real/tok_100000.txt" >"$data/real/tok_10000.txt"
  python3 "$peers/synth.py" "$data/synth" 10000 100000 1000000
  publish
  contender
}

measure() { # measure CORPUS SIZES [BUDGET]
  [ -d "$data/$1" ] || { echo "There is no corpus in $data/$1; run: bench/peers.sh setup" >&2; exit 1; }
  SB_DATA=$data/$1 SB_NPM=$data/real/npm YAKUBA_BENCH=$data/yakuba/Yakuba.Bench python3 "$data/peers/run.py" \
    --sizes "$2" --budget "${3:-20}" ${ONLY:+--only "$ONLY"} --out "$data/$1/results.json"
}

table() {
  local corpus
  for corpus in real synth; do
    [ ! -f "$data/$corpus/results.json" ] || python3 bench/peers_table.py "$corpus" "$data/$corpus/results.json"
  done
}

renew() { publish; contender; } # else an older build of ours is measured

case "${1:-}" in
  setup) setup ;;
  real | synth) renew; measure "$@" ;;
  goals)
    renew
    ONLY=lucene,yakuba measure real 10000,100000
    ONLY=lucene,yakuba measure synth 10000,100000,1000000
    ONLY=fts5,pg-gin measure synth 1000000
    table
    ;;
  table) table ;;
  all) setup; measure real 10000,100000; measure synth 10000,100000,1000000; table ;;
  *) sed -n '2,9p' "$0"; exit 2 ;;
esac
