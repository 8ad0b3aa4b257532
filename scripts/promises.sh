#!/usr/bin/env bash
# Writes anew which test proves which promise, after a change of [Promise] attributes, register.txt or the policy's text: scripts/promises.sh
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build SrmBlazor.sln -v q --nologo
dotnet SrmBlazor.Tests/bin/Debug/net10.0/SrmBlazor.Tests.dll promises
