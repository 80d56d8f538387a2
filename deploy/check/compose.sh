# The unchanged docker-compose.yml.

compose() { "$composer" --env-file "$work/env" -p epcheck -f docker-compose.yml "$@"; }
secret() { sed -n "s/^$1=//p" "$work/env"; }
healthy() { podman healthcheck run "epcheck_$1_1"; }

remove_containers() {
  podman pod rm -fa -t 5 >/dev/null 2>&1 || true
  podman rm -fa -t 5 >/dev/null 2>&1 || true
  podman volume prune -f >/dev/null 2>&1 || true
  podman secret ls -q 2>/dev/null | xargs -r podman secret rm >/dev/null 2>&1 || true
  podman network rm -f epcheck_default epcheck-kubernetes >/dev/null 2>&1 || true
}

# Debian 12 has 1.0, which knows neither --scale nor profiles.
find_composer() {
  composer=$(command -v podman-compose || true)
  if [ -n "$composer" ] && "$composer" version 2>/dev/null | grep -qE 'podman-compose version (1\.[1-9]|[2-9])'; then return; fi
  composer=$work/venv/bin/podman-compose
  [ -x "$composer" ] || { limited 60 python3 -m venv "$work/venv"; limited 120 "$work/venv/bin/pip" -q install 'podman-compose>=1.1'; }
}

write_env() {
  cat >"$work/env" <<ENV
POSTGRES_PASSWORD=$(openssl rand -hex 24)
S3_ACCESS_KEY=$(openssl rand -hex 10)
S3_SECRET_KEY=$(openssl rand -hex 24)
EARLYPHASE_ACCESS_OPERATOR_KEY=ep_$(openssl rand -hex 24)
EARLYPHASE_ACCESS_WORKER_KEY=ep_$(openssl rand -hex 24)
EARLYPHASE_ACCESS_GATEWAY_KEY=ep_$(openssl rand -hex 24)
GRAFANA_PASSWORD=$(openssl rand -hex 24)
DATA_FOLDER=$work/data
GATEWAY_PORT=18080
EARLYPHASE_TAG=$tag
ENV
  mkdir -p "$work/data"
}

# ended KEY ADDRESS STUDY: whether every trial of it has ended.
ended() { ask "$1" GET "$2/api/v1/studies/$3" | python3 -c 'import json,sys
p=json.load(sys.stdin)["progress"]; sys.exit(p["ended"] < p["of"])'; }

# figures KEY ADDRESS STUDY: it has completed, and its figure comes as numbers, as SVG and as PNG.
figures() {
  ask "$1" GET "$2/api/v1/studies/$3" >"$work/study.json"
  [ "$(field state <"$work/study.json")" = completed ] || fail "the study ended so: $(cat "$work/study.json")"
  until_true 60 'rows of the figure' sh -c "curl -fsS -H 'Authorization: Bearer $1' '$2/api/v1/studies/$3/figures/figure-1.csv' | grep -q ,"
  for form in csv svg png; do ask "$1" GET "$2/api/v1/studies/$3/figures/figure-1.$form" >"$work/figure.$form"; done
  grep -q '<svg' "$work/figure.svg" || fail 'the figure is no SVG'
  head -c 4 "$work/figure.png" | grep -q PNG || fail 'the figure is no PNG'
  say "  figure-1: $(wc -l <"$work/figure.csv") rows, SVG $(wc -c <"$work/figure.svg") bytes, PNG $(wc -c <"$work/figure.png") bytes"
}

attempts_of_two() { podman ps -a --format '{{.Names}}' | grep trainer-worker | while read -r one; do podman logs "$one" 2>&1 | grep 'attempt=2'; done | head -n 1; }
trains() { podman logs --tail 1 "$1" 2>&1 | grep -q 'Training'; }
worker() { podman ps --format '{{.Names}}' | grep "^epcheck_trainer-worker_$1$"; }

check_compose() {
  say 'docker-compose.yml by podman-compose'
  find_composer
  write_env
  local services='kafka postgres minio orchestrator analyzer gateway trainer-worker'
  local gateway=http://127.0.0.1:18080
  local key began
  key=$(secret EARLYPHASE_ACCESS_OPERATOR_KEY)
  (sed -i.full '/^POSTGRES_PASSWORD/d' "$work/env"; compose config >/dev/null 2>&1) && fail 'it starts without a password'
  mv "$work/env.full" "$work/env"
  say '  refused without POSTGRES_PASSWORD, as it should be'
  began=$(date +%s)
  # shellcheck disable=SC2086
  limited 180 "$composer" --env-file "$work/env" -p epcheck -f docker-compose.yml up -d $services
  for service in kafka postgres minio orchestrator analyzer gateway trainer-worker; do until_true 120 "health of $service" healthy $service; done
  measured 'compose, cold start to healthy' "$(($(date +%s) - began)) s" 'aim: 60 s at most'
  measured '  runnable processes meanwhile' "$(cut -d ' ' -f 1 /proc/loadavg)" "on $(nproc) cores"
  for service in orchestrator analyzer gateway trainer-worker; do
    measured "memory of $service, idle" "$(resident epcheck_${service}_1)" 'aim: 350 MB at most'
  done
  local study
  study=$(ask "$key" POST "$gateway/api/v1/studies" deploy/check/study.yaml | field id)
  say "  study $study submitted through the published port"
  limited 60 "$composer" --env-file "$work/env" -p epcheck -f docker-compose.yml up -d --no-recreate --scale trainer-worker=2 trainer-worker
  until_true 60 'second worker' worker 2
  until_true 60 'second worker to train' trains epcheck_trainer-worker_2
  limited 20 podman kill -s KILL epcheck_trainer-worker_2
  say '  two workers trained; one was killed in the middle of a trial'
  until_true 300 'end of the study' ended "$key" $gateway "$study"
  [ -n "$(attempts_of_two)" ] || fail 'nobody took up the trial of the killed worker'
  say "  taken up: $(attempts_of_two | cut -c14-120)"
  figures "$key" $gateway "$study"
  for service in orchestrator analyzer gateway trainer-worker; do
    measured "memory of $service, after a study" "$(resident epcheck_${service}_1)"
  done
  check_prometheus
  local code
  began=$(date +%s)
  podman stop -t 60 epcheck_trainer-worker_1 >>"$work/log" 2>&1
  code=$(podman inspect --format '{{.State.ExitCode}}' epcheck_trainer-worker_1)
  [ "$code" = 0 ] || fail "a worker that was asked to stop ended with $code"
  measured 'worker, SIGTERM to its end' "$(($(date +%s) - began)) s" 'ended with 0'
  could_not 'the profile gpu (no GPU) and Grafana (no stand-in)'
}

check_prometheus() {
  if [ ! -e deploy/monitoring/prometheus.yml ] || ! command -v prometheus >/dev/null; then
    could_not 'Prometheus of the profile monitoring: no deploy/monitoring/prometheus.yml, or no prometheus on this machine to stand in'
    return
  fi
  mkdir -p "$work/prometheus" && cp "$(command -v prometheus)" "$work/prometheus/"
  has_image docker.io/prom/prometheus:v3.5.0 || limited 120 buildah build --network host \
    -f deploy/check/prometheus.Containerfile -t docker.io/prom/prometheus:v3.5.0 "$work/prometheus"
  limited 60 "$composer" --env-file "$work/env" -p epcheck -f docker-compose.yml --profile monitoring up -d --no-recreate prometheus
  until_true 60 'health of prometheus' healthy prometheus
  local address
  address=$(podman inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' epcheck_prometheus_1)
  until_true 60 'services that Prometheus reads' sh -c \
    "curl -fsS 'http://$address:9090/api/v1/query?query=count(up==1)' | grep -q '\"[4-9]\"'"
  say "  Prometheus reads $(curl -fsS "http://$address:9090/api/v1/query?query=count(up==1)" | grep -o '"[0-9]*"\]' | tr -d '"]') processes"
}
