#!/usr/bin/env bash
# Presses every operation of Swagger UI as a specialist would, with the example that stands there, in a browser without
# a window. Fails when one is answered other than expected; what is expected, and why, is in swagger-ui.mjs.
#
#   docs/checks/swagger-ui.sh                               against the local run (./mvnw spring-boot:test-run)
#   docs/beside-local-run.sh docs/checks/swagger-ui.sh      against one of its own
#
# Needs Node 20 or newer, and Chromium or Chrome. It saves, publishes and deletes: the local run has to be a fresh one.
set -euo pipefail
cd "$(dirname "$0")"

[ -d node_modules ] || npm ci --silent
exec node swagger-ui.mjs "${BASE:-http://localhost:8080}"
