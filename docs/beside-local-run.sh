#!/usr/bin/env bash
# Starts the local run, runs a command beside it, and stops it again; ends as the command does.
#
#   docs/beside-local-run.sh docs/tour.sh
#   PORT=18080 MANAGEMENT_PORT=18081 docs/beside-local-run.sh docs/journey.sh
#
# The command finds the service's address in BASE.
set -euo pipefail
ROOT=$(cd "$(dirname "$0")/.." && pwd)
export PORT=${PORT:-8080} MANAGEMENT_PORT=${MANAGEMENT_PORT:-8081}
export BASE=http://localhost:$PORT
# Whoever listens there already would be taken for the local run.
for port in "$PORT" "$MANAGEMENT_PORT"; do
  if (: < "/dev/tcp/localhost/$port") 2> /dev/null; then
    echo "port $port is taken; PORT and MANAGEMENT_PORT move the local run" >&2
    exit 1
  fi
done
LOG=$(mktemp)

# A group of its own, so that what the build starts is stopped with it.
set -m
(cd "$ROOT" && exec ./mvnw --batch-mode --no-transfer-progress spring-boot:test-run) > "$LOG" 2>&1 &
RUN=$!
set +m
# shellcheck disable=SC2317 # the trap calls it
stop() {
  kill -TERM -- "-$RUN" 2> /dev/null || true
  wait "$RUN" 2> /dev/null || true
  rm -f "$LOG"
}
trap stop EXIT

for _ in $(seq 300); do
  if ! kill -0 "$RUN" 2> /dev/null; then
    break
  fi
  if curl -fs --max-time 2 "http://localhost:$MANAGEMENT_PORT/actuator/health/readiness" > /dev/null; then
    "$@"
    exit
  fi
  sleep 1
done
echo "the local run did not come up:" >&2
tail -n 40 "$LOG" >&2
exit 1
