#!/usr/bin/env bash
# Takes the README's pictures anew, while the main job is walked in a browser: scripts/pictures.sh
set -euo pipefail
cd "$(dirname "$0")/.."
pictures=$(mktemp -d)
SRM_PICTURES=$pictures dotnet test SrmBlazor.Tests --nologo --filter FullyQualifiedName~MainJobTests
cp "$pictures/wizard-SE.png" docs/img/wizard.png
cp "$pictures/verification-en.png" docs/img/verification.png
cp "$pictures/home-zh-CN.png" docs/img/home-phone.png
