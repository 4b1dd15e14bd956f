#!/usr/bin/env bash
# One, two and three nodes of one installation behind nginx, on one PostgreSQL server: answers a second, memory, and what a town takes;
# then one of three killed under load: nothing lost, nothing wrong, how soon its towns answer again.
#   bench/scale.sh [TOWNS] [SECONDS]     needs ./dev setup test
set -euo pipefail
cd "$(dirname "$0")/.."
export YAKUBA_SCALE_TOWNS=${1:-30} YAKUBA_SCALE_SECONDS=${2:-20}
dotnet build tests/Yakuba.Faults.Tests -c Release -v q -nologo -clp:NoSummary
tests=tests/Yakuba.Faults.Tests/bin/Release/net10.0/Yakuba.Faults.Tests.dll
dotnet exec $tests -noColor -noLogo -class '*Nodes.ThroughputTests' -showLiveOutput
dotnet exec $tests -noColor -noLogo -class '*Nodes.KilledNodeTests' -showLiveOutput
