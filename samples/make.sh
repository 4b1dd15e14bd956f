#!/usr/bin/env bash
# Makes samples/forms/, samples/town/ and samples/town.json again, the town from samples/source/.
# Needs python3 (standard library only), chromium and the IPA fonts (a TrueType face, so that Chromium embeds a real subset). Words given make only the paths that contain one.
set -euo pipefail
cd "$(dirname "$0")"
python3 build/forms.py
exec python3 build/make.py "$@"
