#!/usr/bin/env bash
# The figures of docs/quality.md that need no tuning by hand: the sample town, and the public sets beside the repository where present.
set -euo pipefail
cd "$(dirname "$0")/.."
program=out/yakuba
shared=${YAKUBA_SHARED:-../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== sample town: judged questions"
"$program" seed samples --data "$work/town" >"$work/seed.log" 2>&1
grep '取込み' "$work/seed.log"
"$program" eval town --questions samples/questions.jsonl --today 2026-11-21 --data "$work/town"

if [ ! -d "$shared/data" ]; then
  echo "skipped: no $shared/data here"
  exit 0
fi

for set in localgovfaq lawqa_jp gomi_tsu precedents jsquad jaquad; do
  echo "== $set: retrieval"
  "$program" eval retrieval --docs "$shared/data/$set/docs.jsonl" --queries "$shared/data/$set/queries.dev.jsonl" --run "$work/run.tsv" >/dev/null
  python3 "$shared/eval/score_retrieval.py" "$shared/data/$set/qrels.dev.tsv" "$work/run.tsv" | grep -E 'queries|P@1 |R@10 |MRR|nDCG@10 '
done
set=$shared/data/localgovfaq
echo "== localgovfaq: learned from judged questions, five-fold cross-validation"
"$program" learn try --docs "$set/docs.jsonl" --queries "$set/queries.dev.jsonl" --judgments "$set/qrels.dev.tsv" --run "$work/run.tsv" >/dev/null
python3 "$shared/eval/score_retrieval.py" "$set/qrels.dev.tsv" "$work/run.tsv" | grep -E 'queries|P@1 |R@10 |MRR|nDCG@10 '
echo "== localgovfaq: can it answer at all"
"$program" eval abstain --docs "$set/docs.jsonl" --queries "$set/queries.dev.jsonl" --without "$set/abstain.dev.removed.txt" --out "$work/confidence.tsv" >/dev/null
python3 "$shared/eval/score_abstain.py" "$set/abstain.dev.tsv" "$work/confidence.tsv"
for set in jnli jsick; do
  for folds in "" "--folds 10"; do
    echo "== $set: support ${folds:-by rules}"
    # shellcheck disable=SC2086 # an option and its value, or nothing
    "$program" eval pairs --pairs "$shared/data/$set/pairs.dev.jsonl" --out "$work/pairs.tsv" $folds >/dev/null
    python3 "$shared/eval/score_pairs.py" nli "$shared/data/$set/pairs.dev.jsonl" "$work/pairs.tsv"
  done
done
echo "== jsquad: shortest answer"
"$program" eval read --docs "$shared/data/jsquad/docs.jsonl" --queries "$shared/data/jsquad/queries.dev.jsonl" --out "$work/answers.tsv" --folds 10 >/dev/null
python3 "$shared/eval/score_qa.py" "$shared/data/jsquad/queries.dev.jsonl" "$work/answers.tsv"

echo "== documents: reading report"
"$program" section add 010 総務課 --data "$work/documents" >/dev/null
"$program" import "$shared/data/documents" --section 010 --publish --data "$work/documents" 2>/dev/null | tail -n 1
"$program" search '会社法 第847条 株主代表訴訟' --top 3 --data "$work/documents"
