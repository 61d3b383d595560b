#!/usr/bin/env bash
# Runs every command of docker/Dockerfile without a container engine, taken from that file: both builds, from the files
# that it copies and no others, the user, the training, both entry points, both health checks; then a journey through
# the service, and the stop.
#
#   docker/checks/image.sh                  on the image's own ports
#   PORT=8090 MANAGEMENT_PORT=8091 STAND_INS_PORT=9010 docker/checks/image.sh
#
# Needs a JDK 25 (JAVA_HOME), curl and jq. The database is an embedded one. For root the user is made, in a folder, and
# the service runs as it does in its container: as user 10001, on a read-only file system with a /tmp that nothing can be
# executed from.
set -euo pipefail
cd "$(dirname "$0")/../.."
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
run_of() { stage "$1" | sed -n '/^RUN /,/[^\\]$/p' | sed '1s/^RUN //; s/--mount=[^ ]*//'; }
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

# What a stage copies from the repository, as far as .dockerignore lets it through.
copied_by() {
  local path
  for path in $(stage "$1" | sed -n 's/^COPY \([^-].*\) [^ ]*$/\1/p'); do
    grep -qxF "!$path" .dockerignore
    cp -R --parents "$path" "$2"
  done
}
# The build of a stage, with its folders put below $WORK; Maven's repository is this machine's own.
built_by() {
  run_of "$1" | sed "s#/m2/repository#${REPOSITORY:-$HOME/.m2/repository}#; s#/layers#$WORK/layers#; s#/stand-ins#$WORK/stand-ins#" > "$WORK/$1.sh"
  (cd "$2" && sh -e "$WORK/$1.sh") > "$WORK/$1.log" 2>&1 || { cat "$WORK/$1.log"; exit 1; }
}

mkdir "$WORK/source" "$WORK/source-stand-ins" "$WORK/service" "$WORK/stand-ins"
copied_by source "$WORK/source"
copied_by source "$WORK/source-stand-ins"
copied_by build-stand-ins "$WORK/source-stand-ins"
built_by build "$WORK/source"
built_by build-stand-ins "$WORK/source-stand-ins"
step 'Built, from what is copied' "$(du -m "$WORK/source/ai-agent-bff.jar" | cut -f1) MiB"
for layer in $(stage service | sed -n 's#^COPY --from=build /layers/\([a-z-]*\)/.*#\1#p'); do
  cp -a "$WORK/layers/$layer/." "$WORK/service/"
done
step 'Taken apart' "$(find "$WORK/service" -name '*.jar' | wc -l) jars"

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$WORK/users/etc"
  touch "$WORK/users/etc/passwd" "$WORK/users/etc/group" "$WORK/users/etc/shadow" "$WORK/users/etc/gshadow"
  run_of java | sed "s#\(groupadd\|useradd\) #\1 --prefix $WORK/users #" > "$WORK/user.sh"
  sh -e "$WORK/user.sh"
  grep -q '^service:x:10001:10001:.*:/usr/sbin/nologin$' "$WORK/users/etc/passwd"
  step 'Its user is made' "$(cut -d: -f1,3 "$WORK/users/etc/passwd")"
fi

for file in $(stage service | sed -n 's#^COPY \(docker/.*\) \./$#\1#p'); do
  grep -qxF "!$file" .dockerignore
  cp "$file" "$WORK/service/"
done
run_of service > "$WORK/train.sh"
(cd "$WORK/service" && sh "$WORK/train.sh" > "$WORK/train.log" 2>&1)
step 'Trained' "$(du -m "$WORK/service/service.aot" | cut -f1) MiB"

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
