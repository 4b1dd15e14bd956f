#!/usr/bin/env python3
"""Prints the results of bench/peers.sh as Markdown, each engine beside Lucene. usage: peers_table.py NAME results.json"""
import json
import sys

name, path = sys.argv[1:]
runs = json.load(open(path))["runs"]


def number(value):
    return "–" if value is None else f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def beside(row, reference, key):
    mine, theirs = row.get(key), reference.get(key)
    if not mine or not theirs:
        return number(mine)
    ratio = mine / theirs
    return f"{number(mine)} ({ratio:.2f}×)" if 0.01 <= ratio < 100 else f"{number(mine)} ({ratio:,.3g}×)"


for size in sorted(runs, key=int):
    rows = runs[size]
    lucene = rows.get("lucene", {})
    print(f"\n{int(size):,} passages ({name}); in brackets: times Lucene's")
    print("\n| engine | p50 ms | p95 ms | p99 ms | queries/s ×2 | build CPU s | MB | open + first ms |")
    print("|---|---|---|---|---|---|---|---|")
    for engine, row in sorted(rows.items(), key=lambda pair: pair[1].get("p50_ms", 1e9)):
        if "p50_ms" not in row:
            print(f"| {engine} | {row.get('error', 'no figures')} | | | | | | |")
            continue
        row["cold_ms"] = row.get("open_ms", 0) + row.get("first_query_ms", 0)
        lucene.setdefault("cold_ms", lucene.get("open_ms", 0) + lucene.get("first_query_ms", 0))
        cells = [beside(row, lucene, key) for key in ("p50_ms", "p95_ms", "p99_ms", "qps2", "build_cpu_s", "index_mb", "cold_ms")]
        print(f"| {engine} | " + " | ".join(cells) + " |")
