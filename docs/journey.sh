#!/usr/bin/env bash
# The whole way of an agent by curl: prompt, draft, save, knowledge, preview, publish, change, versions, restore, delete.
#
#   docs/journey.sh                                    against the local run (./mvnw spring-boot:test-run)
#   BASE=https://… TOKEN=… docs/journey.sh             against any other service, with a specialist's token
#
# Needs bash, curl and sed. Stops at the first answer that is not the expected one.
set -euo pipefail

BASE=${BASE:-http://localhost:8080}
TOKEN=${TOKEN:-$(curl -fsS "$BASE/dev/token?organization_id=1&role=specialist")}
AGENTS=$BASE/v2/ai_agents
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

# call EXPECTED-STATUS curl-arguments…: the body goes to $WORK/body, the headers to $WORK/headers
call() {
  local expected=$1 status
  shift
  status=$(curl -sS -o "$WORK/body" -D "$WORK/headers" -w '%{http_code}' -H "Authorization: Bearer $TOKEN" "$@")
  if [ "$status" != "$expected" ]; then
    echo "expected $expected, got $status from: ${*: -1}" >&2
    cat "$WORK/body" >&2
    exit 1
  fi
}
header() { sed -n "s/^$1: *//Ip" "$WORK/headers" | tr -d '\r'; }
step() { printf '%-58s %s\n' "$1" "$2"; }
json=(-H 'Content-Type: application/json')

call 200 "${json[@]}" -d '{"prompt": "A friendly assistant for a fashion shop: order status and returns", "language": "en"}' "$AGENTS/generate"
sed 's/^{"capability_pack"://; s/,"findings":.*//' "$WORK/body" > "$WORK/pack.json"
step 'Drafted a configuration from a prompt' "$(wc -c < "$WORK/pack.json") bytes"

sed 's/"entry_capability_id":"[a-z_]*"/"entry_capability_id":"nowhere"/' "$WORK/pack.json" > "$WORK/wrong.json"
printf '{"name": "Journey", "capability_pack": %s}' "$(cat "$WORK/wrong.json")" > "$WORK/request.json"
call 422 "${json[@]}" -d @"$WORK/request.json" "$AGENTS"
step 'A broken reference is refused at its place' "$(sed -n 's/.*"pointer":"\([^"]*\)".*/\1/p' "$WORK/body")"

printf '{"name": "Journey", "capability_pack": %s}' "$(cat "$WORK/pack.json")" > "$WORK/request.json"
call 201 "${json[@]}" -H "Idempotency-Key: journey-$$-$RANDOM" -d @"$WORK/request.json" "$AGENTS"
AGENT=$BASE$(header Location)
step 'Saved as a draft' "version $(header ETag)"

call 202 "${json[@]}" -d '{"kind": "snippet", "title": "Opening hours", "text": "Open from 9 to 5 on weekdays."}' "$AGENT/resources"
SNIPPET=$BASE$(header Location)
printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n' > "$WORK/returns.pdf"
call 202 -F "file=@$WORK/returns.pdf;type=application/pdf" "$AGENT/resources"
PDF=$BASE$(header Location)
for resource in "$SNIPPET" "$PDF"; do
  for _ in $(seq 60); do
    call 200 "$resource"
    grep -q '"status":"ready"' "$WORK/body" && break
    sleep 0.5
  done
  grep -q '"status":"ready"' "$WORK/body"
done
step 'Gave it a snippet and a PDF' 'ready'

call 200 -N "${json[@]}" -H 'Accept: text/event-stream' -d '{"message": "Where is my order?"}' "$AGENT/preview"
step 'Previewed a turn by stream' "$(grep -c '^event:' "$WORK/body") events"

call 200 -X POST -H 'If-Match: "1"' "$AGENT/publish"
step 'Published' "version $(header ETag)"

patch=(-X PATCH -H 'Content-Type: application/merge-patch+json' -d '{"capability_pack": {"profile": {"greeting": "Hi!"}}}')
call 412 "${patch[@]}" -H 'If-Match: "0"' "$AGENT"
step 'A stale change is refused' "current version $(header ETag)"
call 200 "${patch[@]}" -H 'If-Match: "1"' "$AGENT"
step 'The same on the current version is saved' "version $(header ETag)"

call 200 "$AGENT/versions/1/diff/2"
step 'What changed' "$(sed -n 's/.*"summary":"\([^"]*\)".*/\1/p' "$WORK/body")"
call 200 -X POST -H 'If-Match: "2"' "$AGENT/versions/1/restore"
step 'Restored version 1 as a new one' "version $(header ETag)"

call 409 -X DELETE "$AGENT"
call 200 -X POST -H 'If-Match: "3"' "$AGENT/pause"
call 204 -X DELETE "$AGENT"
step 'Paused, then deleted' 'gone'

call 200 "$AGENT/activity?per_page=100"
step 'The trail of it' "$(grep -o '"action":"[a-z.]*"' "$WORK/body" | sed 's/"action":"\(.*\)"/\1/' | tr '\n' ' ')"
