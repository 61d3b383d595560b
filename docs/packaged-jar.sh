#!/usr/bin/env bash
# Starts the packaged jar on port 9080 beside the local run, whose database, upstreams and tokens it uses:
#
#   ./mvnw spring-boot:test-run                        in one terminal
#   ./mvnw verify && docs/packaged-jar.sh              in another
#   BASE=http://localhost:9080 TOKEN=$(curl -s 'localhost:8080/dev/token?role=specialist') docs/journey.sh
# shellcheck disable=SC2155 # what is missing in the answer, the service refuses to start without
set -euo pipefail
cd "$(dirname "$0")/.."

# One of another version may have been left behind.
jars=(target/ai-agent-bff-*.jar)
if [ ${#jars[@]} -gt 1 ]; then
  echo "more than one jar, build it with ./mvnw clean verify: ${jars[*]}" >&2
  exit 1
fi

LOCAL_RUN=${LOCAL_RUN:-http://localhost:8080}
INFO=$(curl -fsS "$LOCAL_RUN/dev/info")
info() { printf '%s' "$INFO" | sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

export PORT=${PORT:-9080} MANAGEMENT_PORT=${MANAGEMENT_PORT:-9081}
export SPRING_DATASOURCE_URL=$(info jdbc_url) SPRING_DATASOURCE_USERNAME=$(info jdbc_user) SPRING_DATASOURCE_PASSWORD=$(info jdbc_password)
export UPSTREAM_MEKARI_AGENT_BASE_URL=$(info mekari-agent) UPSTREAM_MEKARI_AGENT_TOKEN=local
export UPSTREAM_CHATBOT_AI_BASE_URL=$(info chatbot-ai) UPSTREAM_CHATBOT_AI_TOKEN=local
export UPSTREAM_NONCORE_MRAG_BASE_URL=$(info noncore-mrag) UPSTREAM_NONCORE_MRAG_TOKEN=local
export SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI=$(info issuer)
export SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI=$(info jwk_set_uri)
export SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES=$(info audience)

exec java -jar target/ai-agent-bff-*.jar
