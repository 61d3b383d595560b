#!/usr/bin/env bash
# Makes the jar, takes it apart and archives its classes, as docs/operations.md says, and starts it beside a local run as
# docs/packaged-jar.sh does, goes on the journey through it, and stops it.
#
#   docs/beside-local-run.sh docs/checks/packaged-jar.sh
#
# Its ports are JAR_PORT and JAR_MANAGEMENT_PORT.
set -euo pipefail
cd "$(dirname "$0")/../.."

export LOCAL_RUN=${BASE:-http://localhost:8080}
JAR_PORT=${JAR_PORT:-9080} JAR_MANAGEMENT_PORT=${JAR_MANAGEMENT_PORT:-9081}
LOG=$(mktemp)

./mvnw --batch-mode --no-transfer-progress --quiet -Dspotless.check.skip=true -DskipTests package
jars=(target/ai-agent-bff-*.jar)
if [ ${#jars[@]} -gt 1 ]; then
  echo "more than one jar, build it with ./mvnw clean verify: ${jars[*]}" >&2
  exit 1
fi

# Both starts end where the database should be, with most classes loaded: as docker/Dockerfile trains the image.
rm -rf target/service target/service.jsa
java -Djarmode=tools -jar target/ai-agent-bff-*.jar extract --destination target/service
(
  set -a
  # shellcheck source=/dev/null
  . docker/training.env
  java @docker/jvm.options -XX:ArchiveClassesAtExit=target/service.jsa -jar target/service/ai-agent-bff-*.jar > "$LOG" 2>&1 || true
  test -s target/service.jsa
  MALLOC_ARENA_MAX=2 java @docker/jvm.options -XX:SharedArchiveFile=target/service.jsa -jar target/service/ai-agent-bff-*.jar > "$LOG" 2>&1 || true
)

PORT=$JAR_PORT MANAGEMENT_PORT=$JAR_MANAGEMENT_PORT docs/packaged-jar.sh > "$LOG" 2>&1 &
JAR=$!
# shellcheck disable=SC2317 # the trap calls it
stop() {
  kill -TERM "$JAR" 2> /dev/null || true
  wait "$JAR" 2> /dev/null || true
  rm -f "$LOG"
}
trap stop EXIT

if ! curl -fs --retry 120 --retry-all-errors --retry-delay 1 -o /dev/null "http://localhost:$JAR_MANAGEMENT_PORT/actuator/health/readiness"; then
  echo "the jar did not come up:" >&2
  tail -n 40 "$LOG" >&2
  exit 1
fi
TOKEN=$(curl -fsS "$LOCAL_RUN/dev/token?role=specialist") BASE=http://localhost:$JAR_PORT docs/journey.sh
