#!/bin/sh
# Runs the whole chain with every connection encrypted: a study goes in over HTTPS and its figure comes out, with Kafka
# on SASL_SSL, Postgres on TLS with the certificate verified, S3 and the services on HTTPS. At the end the certificate is
# replaced, and the services are to show the new one without a restart. Certificates are of a throw-away authority. Needs openssl, a JDK, and the project built (./earlyphase doctor builds it).
# Usage: deploy/check-tls.sh [--keep]
set -eu

root=$(cd "$(dirname "$0")/.." && pwd -P)
keep=${1:-}
: "${JAVA_HOME:=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}"
java=$JAVA_HOME/bin/java
work=$(mktemp -d)
pids=
began=$(date +%s)

say() { printf '%4d s  %s\n' $(($(date +%s) - began)) "$*"; }
fail() {
  say "FAILED: $*"
  for log in "$work"/*.log; do echo "--- $(basename "$log")"; tail -n 15 "$log"; done
  exit 1
}
finish() {
  status=$?
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  if [ "$keep" = --keep ]; then say "kept: $work"; else rm -rf "$work"; fi
  exit $status
}
trap finish EXIT
trap 'exit 130' INT TERM

# Waits at most $1 seconds for command $3... to succeed; $2 says for what.
await() {
  limit=$(($(date +%s) + $1)); what=$2; shift 2
  until "$@" >/dev/null 2>&1; do
    [ "$(date +%s)" -lt "$limit" ] || fail "waited for $what"
    for pid in $pids; do kill -0 "$pid" 2>/dev/null || fail "a process ended while waiting for $what"; done
    sleep 1
  done
  say "$what"
}

begin() { name=$1; shift; "$@" >"$work/$name.log" 2>&1 & pids="$pids $!"; }

port=${EARLYPHASE_CHECK_PORT:-23000}
kafka=$((port + 1)); controller=$((port + 2)); s3=$((port + 3)); postgres=$((port + 4))
gateway=$((port + 10)); orchestrator=$((port + 11)); analyzer=$((port + 12)); worker=$((port + 13))

# --- certificates ----------------------------------------------------------------------------------------------------
cd "$work"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=check-authority -keyout ca.key -out ca.pem 2>/dev/null
printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n' >server.ext
password=$(openssl rand -hex 16)
# A new key and certificate for localhost: $1.key, $1.pem, and both in $1.p12.
certificate() {
  openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout "$1.key" -out "$1.csr" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile server.ext -out "$1.pem" 2>/dev/null
  openssl pkcs12 -export -in "$1.pem" -inkey "$1.key" -certfile ca.pem -name server -passout "pass:$password" -out "$1.p12"
}
certificate server
"$JAVA_HOME/bin/keytool" -importcert -noprompt -alias authority -file ca.pem -keystore trust.p12 -storetype PKCS12 \
  -storepass changeit 2>/dev/null
trust="-Djavax.net.ssl.trustStore=$work/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
say "certificates are made"

# --- Kafka, Postgres, S3 ---------------------------------------------------------------------------------------------
libraries="$root/standalone/embedded/target/embedded.jar:$root/standalone/embedded/target/lib/*"
cat >kafka.properties <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
controller.listener.names=CONTROLLER
listeners=CLIENTS://127.0.0.1:$kafka,CONTROLLER://127.0.0.1:$controller
advertised.listeners=CLIENTS://localhost:$kafka
inter.broker.listener.name=CLIENTS
listener.security.protocol.map=CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT
sasl.enabled.mechanisms=PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
listener.name.clients.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="broker" password="$password" user_broker="$password" user_earlyphase="$password";
ssl.keystore.type=PKCS12
ssl.keystore.location=$work/server.p12
ssl.keystore.password=$password
log.dirs=$work/kafka
auto.create.topics.enable=false
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.share.heartbeat.interval.ms=1000
group.share.min.heartbeat.interval.ms=1000
log.cleaner.dedupe.buffer.size=4194304
PROPERTIES
"$java" -cp "$libraries" kafka.tools.StorageTool format --standalone -t check -c kafka.properties >format.log 2>&1 \
  || "$java" -cp "$libraries" kafka.tools.StorageTool format -t "$("$java" -cp "$libraries" kafka.tools.StorageTool random-uuid 2>/dev/null | tail -n 1)" -c kafka.properties >format.log 2>&1 \
  || fail "Kafka's folder could not be formatted"
# shellcheck disable=SC2086
begin kafka "$java" $trust -Xmx256m -cp "$libraries" kafka.Kafka kafka.properties

mkdir -p s3
cat >S3OverTls.java <<'JAVA'
import java.net.URI;

import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

class S3OverTls {
    public static void main(String[] words) throws Exception {
        S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(words[0]))
                .secureEndpoint(URI.create(words[1]))
                .keyStore(words[2], words[3])
                .awsAuthentication(AuthenticationType.AWS_V4, "check", words[3])
                .ignoreUnknownHeaders(true)
                .build()
                .start();
    }
}
JAVA
begin s3 "$java" -Xmx192m -cp "$libraries" S3OverTls.java "$work/s3" "https://127.0.0.1:$s3" "$work/server.p12" "$password"

# Of the embedded servers only Postgres is used; once it runs it is told to speak TLS and to refuse anything else.
begin embedded "$java" -Xmx256m -cp "$libraries" dev.earlyphase.embedded.EmbeddedServers --home "$work/home" \
  --kafka-port 0 --postgres-port $postgres --s3-port 0
await 120 "Postgres runs" test -s home/embedded.properties
setting() { sed -n "s/^$1=//p" home/embedded.properties | sed 's/\\\(.\)/\1/g'; }
url=$(setting earlyphase.postgres.url)
data=$(find home -name pg_hba.conf -exec dirname {} \; | head -n 1)
cp server.pem server.key "$data/"
chmod 600 "$data/server.key"
chown "$(stat -c %u "$data")" "$data/server.pem" "$data/server.key" 2>/dev/null || true
printf "ssl = on\nssl_cert_file = 'server.pem'\nssl_key_file = 'server.key'\n" >>"$data/postgresql.conf"
sed -i 's/^host /hostssl /' "$data/pg_hba.conf"
kill -HUP "$(head -n 1 "$data/postmaster.pid")"
say "Postgres speaks TLS alone"

# --- the services ----------------------------------------------------------------------------------------------------
key() { printf 'ep_%s' "$(openssl rand -hex 24)"; }
operator=$(key); workers=$(key); gateways=$(key)
export EARLYPHASE_ACCESS_OPERATOR_KEY="$operator" EARLYPHASE_ACCESS_WORKER_KEY="$workers" EARLYPHASE_ACCESS_GATEWAY_KEY="$gateways"
export EARLYPHASE_KAFKA="localhost:$kafka" KAFKA_SECURITY_PROTOCOL=SASL_SSL KAFKA_SASL_MECHANISM=PLAIN
export KAFKA_SASL_JAAS_CONFIG="org.apache.kafka.common.security.plain.PlainLoginModule required username=\"earlyphase\" password=\"$password\";"
export EARLYPHASE_POSTGRES_URL="$(printf '%s' "$url" | sed 's/127\.0\.0\.1/localhost/')?sslmode=verify-full&sslrootcert=$work/ca.pem"
EARLYPHASE_POSTGRES_USER=$(setting earlyphase.postgres.user)
EARLYPHASE_POSTGRES_PASSWORD=$(setting earlyphase.postgres.password)
export EARLYPHASE_POSTGRES_USER EARLYPHASE_POSTGRES_PASSWORD
export EARLYPHASE_S3_ENDPOINT="https://localhost:$s3" EARLYPHASE_S3_ACCESS_KEY=check EARLYPHASE_S3_SECRET_KEY="$password"
export EARLYPHASE_ORCHESTRATOR_URL="https://localhost:$orchestrator" EARLYPHASE_CACHE="$work/cache"
export QUARKUS_HTTP_INSECURE_REQUESTS=disabled QUARKUS_TLS_KEY_STORE_P12_PATH="$work/server.p12" QUARKUS_TLS_KEY_STORE_P12_PASSWORD="$password"
export QUARKUS_TLS_RELOAD_PERIOD=5s
export OPENBLAS_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE OMP_NUM_THREADS=1
service() {
  # shellcheck disable=SC2086
  QUARKUS_HTTP_SSL_PORT=$3 QUARKUS_MANAGEMENT_PORT=$(($3 + 100)) begin "$1" "$java" $trust -Xmx448m -XX:+UseSerialGC \
    --enable-native-access=ALL-UNNAMED -jar "$root/$2/target/quarkus-app/quarkus-run.jar"
}
service orchestrator orchestrator $orchestrator
service analyzer analyzer $analyzer
service trainer-worker trainer-worker/service $worker
service gateway gateway $gateway
ready() { curl -fsS --cacert "$work/ca.pem" "https://localhost:$1/q/health/ready"; }
for service in "orchestrator $orchestrator" "analyzer $analyzer" "trainer-worker $worker" "gateway $gateway"; do
  await 180 "${service% *} is ready over HTTPS" ready "${service#* }"
done
if curl -fsS -m 5 "http://localhost:$gateway/q/health/live" >/dev/null 2>&1; then fail "the gateway answers without TLS"; fi

# --- a study ---------------------------------------------------------------------------------------------------------
cat >study.yaml <<'STUDY'
recipe: imp-rewinding
name: TLS check
network: lenet-300-100
dataset: strokes
seeds: [1]
rewind: [0it]
levels: 1
training: {end: 40it}
STUDY
export EARLYPHASE_KEY="$operator" JAVA_TOOL_OPTIONS="$trust"
early() { "$root/earlyphase" "$@" --url "https://localhost:$gateway"; }
timeout 300 sh -c '"$0/earlyphase" submit study.yaml --watch --url "https://localhost:$1"' "$root" $gateway >study.log 2>&1 \
  || fail "the study did not end well"
say "the study ran"
study=$(sed -n 's/^\([0-9a-f]\{20\}\) .*/\1/p' study.log | head -n 1)
early results "$study" --format csv >figure.log 2>&1 || fail "no figure"
say "its figure has $(grep -c , figure.log) lines"

# --- a new certificate -----------------------------------------------------------------------------------------------
certificate renewed
mv renewed.p12 server.p12
renewed=$(openssl x509 -in renewed.pem -noout -fingerprint)
shows() {
  [ "$(openssl s_client -connect "localhost:$1" </dev/null 2>/dev/null | openssl x509 -noout -fingerprint)" = "$renewed" ]
}
for service in "orchestrator $orchestrator" "gateway $gateway"; do
  await 60 "${service% *} shows the new certificate" shows "${service#* }"
done
early list >list.log 2>&1 || fail "the list of studies under the new certificate"
say "passed: HTTPS to gateway, orchestrator, worker, analyzer and S3; SASL_SSL to Kafka; verified TLS to Postgres"
