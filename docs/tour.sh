#!/usr/bin/env bash
# Runs the README's tour as it is printed, against the local run, and holds each answer against what the README shows
# of it: every field that is printed there must be answered.
#
#   docs/tour.sh                                       against the local run (./mvnw spring-boot:test-run)
#   docs/beside-local-run.sh docs/tour.sh              against one of its own
set -euo pipefail
README=$(cd "$(dirname "$0")/.." && pwd)/README.md
BASE=${BASE:-http://localhost:8080}
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
cd "$WORK"

# Each block of commands to a file of its own, and what is shown after it beside it.
awk '
  /^```bash$/ { block = "command"; number++; next }
  /^```text$/ { block = "shown"; next }
  /^```/      { block = ""; next }
  block       { print > sprintf("%02d.%s", number, block) }
' "$README"

for command in [0-9]*.command; do
  # The first block is the two commands that build and start it.
  case $command in 01.*) continue ;; esac
  sed "s#localhost:8080#${BASE#http://}#g" "$command" > step
  # In this very shell: a step uses what the one before it has set.
  # shellcheck source=/dev/null
  source ./step > answer
  shown=${command%.command}.shown
  if [ -f "$shown" ]; then
    while read -r word; do
      if ! grep -qF "$word" answer; then
        echo "step ${command%.command} did not answer $word, but:" >&2
        cat answer >&2
        exit 1
      fi
    done < <(grep -oE '"[a-z_]+":|^[a-z]+:' "$shown" | sort -u)
  fi
  printf 'step %s of the tour: as the README shows it\n' "${command%.command}"
done
