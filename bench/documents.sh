#!/usr/bin/env bash
# Import of documents on this machine: pages a minute, memory while a gigabyte comes in, and beside it what a user would pick instead.
#   bench/documents.sh speed|memory|peers|all [PROGRAM]     PROGRAM: out/yakuba; files are made under WORK (out/documents)
set -euo pipefail
cd "$(dirname "$0")/.."
verb=${1:-all}; program=$(realpath "${2:-out/yakuba}")
work=$(realpath -m "${WORK:-out/documents}"); real=${YAKUBA_SHARED:-../shared}/data/documents
mkdir -p "$work"
has_real() { [ -d "$real" ] || { echo "$1: left out, since the real files ($real) are not here"; return 1; }; }

speed() {
  has_real speed || return 0
  command -v soffice >/dev/null || { echo "speed: left out, since LibreOffice, which makes the corpus, is not installed"; return 0; }
  python3 bench/documents/corpus.py text "$real" "$work"
  python3 bench/documents/run.py speed "$program" "$work" "$real"
}
memory() { python3 bench/documents/corpus.py gigabyte "$work"; python3 bench/documents/run.py memory "$program" "$work"; }
peers() { has_real peers || return 0; python3 bench/documents/peers.py "$program" "$work" "$real" tests/Yakuba.Documents.Tests/Golden; }

case $verb in
  speed|memory|peers) "$verb" ;;
  all) speed; memory; peers ;;
  *) sed -n 2,3p "$0"; exit 2 ;;
esac
