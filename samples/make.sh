#!/usr/bin/env bash
# Makes samples/town/ and samples/town.json again from samples/source/.
# Needs python3 (standard library only), chromium and the IPA fonts (a TrueType face, so that Chromium embeds a real subset). Words given make only the paths that contain one.
set -euo pipefail
cd "$(dirname "$0")"
exec python3 build/make.py "$@"
