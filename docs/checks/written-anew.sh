#!/usr/bin/env bash
# What is written by a command is what is committed: writes it anew, as CONTRIBUTING.md says, and shows what differs.
set -euo pipefail
cd "$(dirname "$0")/../.."

./mvnw --batch-mode --no-transfer-progress spotless:apply
./mvnw --batch-mode --no-transfer-progress test -Dtest=OpenApiDocumentTests -Dopenapi.update=true
./mvnw --batch-mode --no-transfer-progress test -Dtest=SettingsFileTests -Dsettings.update=true
git diff --exit-code
