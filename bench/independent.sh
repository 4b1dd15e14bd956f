#!/usr/bin/env bash
# Exports and proofs of the record judged by a verifier that is not ours, and ours judging exports and proofs that we did not make.
#   bench/independent.sh [PROGRAM] [VERIFIER]     PROGRAM: out/yakuba, VERIFIER: out/yakuba-verify. Needs apt: golang-go golang-golang-x-mod-dev
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-out/yakuba}"); verifier=$(realpath "${2:-out/yakuba-verify}")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
export GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$work/cache
go build -o "$work/independent" bench/independent/main.go

mkdir "$work/files"; for n in $(seq 700); do printf '# 手続%d\n\n手続%dの手数料は、%d円です。\n' "$n" "$n" "$((n * 10))" >"$work/files/$n.md"; done
"$program" section add kankyo 環境課 --data "$work/data" >/dev/null
"$program" import "$work/files" --section 環境課 --publish --data "$work/data" >/dev/null
"$program" ask 手続7の手数料はいくらですか --data "$work/data" >/dev/null
"$program" audit export "$work/early" --data "$work/data" >/dev/null
for n in 8 9; do "$program" ask "手続${n}の手数料はいくらですか" --data "$work/data" >/dev/null; done
"$program" audit export "$work/export" --data "$work/data" >"$work/said"
key=$(grep -ohE "[^ ']+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+" "$work/said" | head -1)
for id in 0 255 256 500; do "$program" audit prove "$id" --data "$work/data" >"$work/proof-$id"; done

echo "ours, judged by golang.org/x/mod/sumdb:"
"$work/independent" check "$work/export" "$key" "$work/early/checkpoint" "$work"/proof-*
cp -r "$work/export" "$work/changed"; bundle=$work/changed/tile/entries/000
python3 - "$bundle" <<'PY'
import sys; p=sys.argv[1]; b=bytearray(open(p,'rb').read()); b[100]^=1; open(p,'wb').write(b)
PY
! "$work/independent" check "$work/changed" "$key" "$work/early/checkpoint" 2>"$work/refused" || { echo "a changed byte was accepted"; exit 1; }
echo "refused after one changed byte: $(cat "$work/refused")"

echo "theirs, judged by yakuba-verify:"
mkdir "$work/theirs"; theirs=$("$work/independent" make "$work/export" "$work/theirs/log")
"$verifier" dir "$work/theirs/log" --key "$theirs"
"$verifier" proof "$work/theirs/proof" --key "$theirs"
printf 'x' | dd of="$work/theirs/log/tile/entries/000" bs=1 seek=100 conv=notrunc status=none
! "$verifier" dir "$work/theirs/log" --key "$theirs" >"$work/refused" || { echo "a changed byte was accepted"; exit 1; }
echo "refused after one changed byte: $(grep -m1 結果 "$work/refused")"
