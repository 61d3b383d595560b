#!/usr/bin/env bash
# Runs every command of docker/Dockerfile without a container engine, taken from that file: the build, taking the jar
# apart, the training, both entry points, both health checks, then a journey through the service, and the stop.
#
#   docker/checks/image.sh                  on the image's own ports
#   BUILD=no PORT=8090 MANAGEMENT_PORT=8091 STAND_INS_PORT=9010 docker/checks/image.sh
#
# Needs a JDK 25 (JAVA_HOME), curl and jq. The database is an embedded one. For root the service runs as it does in its
# container: as user 10001, on a read-only file system with a /tmp that nothing can be executed from.
set -euo pipefail
cd "$(dirname "$0")/../.."
SOURCE=$PWD
WORK=$(mktemp -d -p /var/tmp)
chmod 755 "$WORK"
export PORT=${PORT:-8080} MANAGEMENT_PORT=${MANAGEMENT_PORT:-8081} STAND_INS_PORT=${STAND_INS_PORT:-9000}
[ -z "${JAVA_HOME:-}" ] || PATH=$JAVA_HOME/bin:$PATH
SERVICE='' STAND_INS=''

end() {
  for process in $SERVICE $STAND_INS; do
    kill "$process" 2> /dev/null || continue
    wait "$process" || true
  done
  rm -rf "$WORK"
}
trap end EXIT

stage() { sed -n "/^FROM .* AS $1\$/,/^FROM /p" docker/Dockerfile; }
command_of() { stage "$1" | sed -n "s/^ *$2 \(\[.*\]\)\$/\1/p" | jq -r '.[]'; }
healthy() {
  local check
  mapfile -t check < <(command_of "$1" CMD | sed "s/8081/$MANAGEMENT_PORT/; s/9000/$STAND_INS_PORT/")
  "${check[@]}" 2> /dev/null
}
wait_for() {
  for _ in $(seq 240); do
    healthy "$1" && return
    kill -0 "$2" || return 1
    sleep 0.25
  done
  return 1
}
confined() {
  if [ "$(id -u)" = 0 ] && unshare --mount true 2> /dev/null; then
    exec unshare --mount bash -c 'mount -o remount,ro,bind / && mount -t tmpfs -o noexec,nosuid,nodev tmpfs /tmp &&
      exec setpriv --reuid=10001 --regid=10001 --clear-groups "$@"' confined "$@"
  fi
  exec "$@"
}
step() { printf '%-52s %s\n' "$1" "$2"; }

if [ "${BUILD:-yes}" = yes ]; then
  ./mvnw -B -ntp -q -Dspotless.check.skip=true -Dmaven.test.skip=true package
  ./mvnw -B -ntp -q test-compile dependency:copy-dependencies -DincludeScope=test -DoutputDirectory="$SOURCE/target/stand-ins/lib"
fi

mkdir "$WORK/service" "$WORK/stand-ins"
cp target/ai-agent-bff-*.jar "$WORK/ai-agent-bff.jar"
(cd "$WORK" && java -Djarmode=tools -jar ai-agent-bff.jar extract --layers --destination "$WORK/layers")
for layer in $(stage service | sed -n 's#^COPY --from=build /layers/\([a-z-]*\)/.*#\1#p'); do
  cp -a "$WORK/layers/$layer/." "$WORK/service/"
done
step 'Taken apart' "$(find "$WORK/service" -name '*.jar' | wc -l) jars"

for file in $(stage service | sed -n 's#^COPY \(docker/.*\) \./$#\1#p'); do
  cp "$file" "$WORK/service/"
done
stage service | sed -n '/^RUN /,/[^\\]$/p' | sed '1s/^RUN //' > "$WORK/train.sh"
(cd "$WORK/service" && sh "$WORK/train.sh" > "$WORK/train.log" 2>&1)
step 'Trained' "$(du -m "$WORK/service/service.aot" | cut -f1) MiB"

cp -R target/classes target/test-classes target/stand-ins/lib "$WORK/stand-ins/"
mapfile -t entry < <(command_of stand-ins ENTRYPOINT)
(cd "$WORK/stand-ins" && exec "${entry[@]}") > "$WORK/stand-ins.log" 2>&1 &
STAND_INS=$!
wait_for stand-ins "$STAND_INS" || { cat "$WORK/stand-ins.log"; exit 1; }
step 'Stand-ins are healthy' "port $STAND_INS_PORT"

INFO=$(curl -fsS "localhost:$STAND_INS_PORT/dev/info")
info() { jq -r ".\"$1\"" <<< "$INFO"; }
sed -e "s#jdbc:postgresql://database/postgres#$(info jdbc_url)#" -e "s#stand-ins:900\([1-4]\)#localhost:\$((STAND_INS_PORT + \1))#" docker/settings.env > "$WORK/settings.env"
# shellcheck source=/dev/null
(
  set -a
  eval "$(grep -v '^#' "$WORK/settings.env")"
  eval "$(stage service | sed -n 's/^ENV //p')"
  mapfile -t entry < <(command_of service ENTRYPOINT)
  cd "$WORK/service" && confined "${entry[@]}"
) > "$WORK/service.log" 2>&1 &
SERVICE=$!
SECONDS=0
wait_for service "$SERVICE" || { cat "$WORK/service.log"; exit 1; }
step "The service is healthy, as user $(stat -c %u "/proc/$SERVICE")" "after ${SECONDS} s, $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$SERVICE/status" 2> /dev/null || echo '?') MiB"

TOKEN=$(curl -fsS "localhost:$STAND_INS_PORT/dev/token?role=specialist")
BASE=http://localhost:$PORT TOKEN=$TOKEN docs/journey.sh > "$WORK/journey.log" || { cat "$WORK/journey.log"; exit 1; }
step 'A journey through it' "$(wc -l < "$WORK/journey.log") steps"

step 'Lines of its log that are not JSON' "$(grep -c '^[^{]' "$WORK/service.log" || true)"
grep -q '^[^{]' "$WORK/service.log" && grep '^[^{]' "$WORK/service.log" && exit 1

kill -TERM "$SERVICE"
wait "$SERVICE" || [ $? -eq 143 ]
SERVICE=''
step 'Stopped' 'by SIGTERM'
