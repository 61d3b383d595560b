#!/usr/bin/env bash
# Packages the service, and the gateway it is compared with, then runs one program of src/bench/java:
#
#   src/bench/run.sh ProxyBenchmark sizes=4,64 connections=16
#
# MVN may name another Maven, such as MVN="mvn -o".
set -euo pipefail
cd "$(dirname "$0")/../.."

MVN=${MVN:-./mvnw}
$MVN -q -B -ntp -DskipTests package
$MVN -q -B -ntp -f src/bench/gateway/pom.xml package
exec $MVN -q -B -ntp -Pbench test-compile exec:exec@program -Dprogram="com.qontak.benchmark.proxy.$*"
