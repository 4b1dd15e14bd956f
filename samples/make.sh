#!/usr/bin/env bash
# Makes samples/town/ and samples/town.json again from samples/source/.
# Needs python3 (standard library only), chromium and the Noto CJK fonts. Words given make only the paths that contain one.
set -euo pipefail
cd "$(dirname "$0")"
exec python3 build/make.py "$@"
