#!/usr/bin/env bash
# Runs every benchmark of docs/performance.md as briefly as it can, to see that it runs; no figure of it means anything.
# JAVA_HOME names the Java they run on.
set -euo pipefail
cd "$(dirname "$0")/../.."

export BEFORE=target/bench/before.jar AFTER=target/bench/after.jar
OTHER_JAVA_HOME=${OTHER_JAVA_HOME:-${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}}
quiet=(--quiet --batch-mode --no-transfer-progress)

# JMH: no warm-up, one iteration of a hundredth of a second for each case, and the first failure is the end.
./mvnw "${quiet[@]}" -Pbench test -Dbench.options="-f 1 -wi 0 -i 1 -r 10ms -foe true"
./mvnw "${quiet[@]}" -Pbench test -Dbench=PackValidatorBenchmark -Dbench.options="-f 1 -wi 0 -i 1 -r 10ms -foe true -p bytes=10240"
./mvnw "${quiet[@]}" -Pbench test -Dbench.main=com.qontak.aiagent.impact.report.ImpactBenchmark -Dbench=1

brief=(rounds=1 seconds=1 warmup=1)
src/bench/run.sh ProxyBenchmark sizes=4 connections=2 open=1 "${brief[@]}"
src/bench/run.sh DutiesBenchmark size=64 edited=step connections=2 "${brief[@]}"
mkdir -p target/bench
jars=(target/ai-agent-bff-*.jar)
if [ ${#jars[@]} -gt 1 ]; then
  echo "more than one jar, build it with ./mvnw clean verify: ${jars[*]}" >&2
  exit 1
fi
cp "${jars[0]}" "$BEFORE"
cp "${jars[0]}" "$AFTER"
src/bench/run.sh VariantsBenchmark size=4 "variants=before:$BEFORE;after:$AFTER,--impact.freshness=0s,-XX:+UseSerialGC" "${brief[@]}"
src/bench/run.sh VariantsBenchmark size=4 rate=200 beside=1024 "variants=before:$BEFORE;after:$AFTER" "${brief[@]}"
src/bench/run.sh DraftsBenchmark java="$OTHER_JAVA_HOME" drafts=50 "${brief[@]}"
src/bench/run.sh StartBenchmark java="$OTHER_JAVA_HOME" rounds=1
src/bench/run.sh StreamsBenchmark streams=10 tokens=5 every=50 rounds=5 warmup=5
src/bench/run.sh UploadsBenchmark together=1,2 settings=--spring.threads.virtual.enabled=true kibibytes=512 heap=1 "${brief[@]}"
src/bench/run.sh MemoryBenchmark jvm=-Xmx512m,-XX:+UseSerialGC drafts=50 streams=10 "${brief[@]}"
