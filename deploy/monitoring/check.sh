#!/bin/sh
# Checks the monitoring against the real thing: promtool on configuration, rules and their tests; then a real Prometheus
# with the shipped configuration scrapes the embedded stack during a study, and every expression of every dashboard,
# recording rule and alert is asked of it. Each must have data. Needs Debian's package prometheus; takes some minutes.
#
# The one change to the configuration: where it looks services up by name, it gets the local stack's ports instead.
# GPU metrics need a GPU. An alert that is not raised has no data, rightly: its metrics must have some.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
work=$(mktemp -d)
home=$work/home
prometheus_pid=
good=0 missed=0 without_gpu=0

say() { printf '%s\n' "$*"; }

stop() {
  trap - EXIT INT TERM
  [ -z "$prometheus_pid" ] || { kill "$prometheus_pid" 2>/dev/null || true; wait "$prometheus_pid" 2>/dev/null || true; }
  [ ! -d "$home" ] || timeout 120 "$root/earlyphase" down --home "$home" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

for tool in prometheus promtool curl timeout; do
  command -v $tool >/dev/null || { say "$tool is not here: apt-get install prometheus curl coreutils" >&2; exit 3; }
done

# --- the files by themselves ---

promtool check config "$here/prometheus.yml"
promtool check rules "$here"/rules/recording.yml "$here"/rules/alerts.yml
(cd "$here/rules" && promtool test rules ./*.test.yml)

# --- a stack, and a Prometheus that scrapes it ---

timeout 600 "$root/earlyphase" up --detach --home "$home"

# The host:port of a child's metrics, from the stack's state file.
metrics_of() { sed -n "s|^$1\.metrics=http\\\\://\(.*\)\\\\:\([0-9]*\)/.*|\1:\2|p" "$home/supervisor.properties"; }

mkdir "$work/prometheus"
cp -r "$here/rules" "$work/prometheus/"
awk -v gateway="$(metrics_of gateway)" -v orchestrator="$(metrics_of orchestrator)" \
  -v analyzer="$(metrics_of analyzer)" -v worker="$(metrics_of worker-1)" '
  BEGIN { at["gateway"] = gateway; at["orchestrator"] = orchestrator; at["analyzer"] = analyzer; at["trainer-worker"] = worker }
  /job_name:/ { job = $3 }
  /dns_sd_configs:/ { print "    static_configs:"; print "      - targets: [\"" at[job] "\"]"; skip = 1; next }
  /^ *$/ { skip = 0 }
  !skip { print }' "$here/prometheus.yml" >"$work/prometheus/prometheus.yml"

prometheus --config.file="$work/prometheus/prometheus.yml" --storage.tsdb.path="$work/data" \
  --web.listen-address=127.0.0.1:0 --log.level=info >"$work/prometheus.log" 2>&1 &
prometheus_pid=$!

# Waits for a command to succeed: await SECONDS WHAT COMMAND...
await() {
  limit=$1 what=$2
  shift 2
  while ! "$@"; do
    limit=$((limit - 1))
    [ $limit -gt 0 ] || { say "waited in vain for $what" >&2; tail -n 20 "$work/prometheus.log" >&2; exit 1; }
    sleep 1
  done
}

listens() {
  url=$(sed -n 's/.*msg="Listening on" address=\(127[0-9.:]*\).*/http:\/\/\1/p' "$work/prometheus.log" | head -n 1)
  [ -n "$url" ] && curl -fsS --max-time 5 "$url/-/ready" >/dev/null 2>&1
}
await 30 Prometheus listens

# The samples of an expression, one a line; those that are no number are none.
ask() { timeout 20 promtool query instant "$url" "$1" 2>&1 | grep -v '=> NaN' || true; }

samples() { ask "$1" | grep -c '=>' || true; }

all_up() { [ "$(samples 'up{job!="minio"} == 1')" = 4 ]; }
await 60 "all four services to be scraped" all_up
# Counters must have been seen once before they move, and rates want two samples of them.
sleep 20
timeout 300 "$root/earlyphase" submit --watch --home "$home" "$here/check-study.yaml"
# Two more scrapes and evaluations; storage is weighed once a minute.
sleep 65

# --- every expression ---

# Strings under a key of JSON, unescaped: strings KEY < FILE
strings() {
  grep -oE "\"$1\": ?\"([^\"\\\\]|\\\\.)*\"" | sed -e "s/^\"$1\": *\"//" -e 's/"$//' -e 's/\\n/ /g' \
    -e 's/\\u003c/</g' -e 's/\\u003e/>/g' -e 's/\\u0026/\&/g' -e 's/\\"/"/g' -e 's/\\\\/\\/g'
}

row() { printf '%-8s %-20s %6s  %s\n' "$1" "$2" "$3" "$4"; }

# judge WHERE EXPRESSION: one row of the table.
judge() {
  found=$(samples "$2")
  if [ "$found" -gt 0 ]; then
    good=$((good + 1))
    row ok "$1" "$found" "$2"
  elif [ "${2#*earlyphase_gpu_}" != "$2" ] && [ "$gpus" = 0 ]; then
    without_gpu=$((without_gpu + 1))
    row "no GPU" "$1" 0 "$2"
  else
    missed=$((missed + 1))
    row MISSING "$1" 0 "$2"
    ask "$2" | head -n 2
  fi
}

gpus=$(curl -fsS --max-time 10 "http://$(metrics_of worker-1)/q/metrics" | grep -c '^earlyphase_gpu_' || true)

row result where samples expression
for dashboard in "$here"/grafana/dashboards/*.json; do
  # The variable of a dashboard stands for all that it can be.
  strings expr <"$dashboard" | sed 's/\$job/.+/g' >"$work/expressions"
  while IFS= read -r expression; do
    judge "$(basename "$dashboard")" "$expression"
  done <"$work/expressions"
done

curl -fsS --max-time 10 "$url/api/v1/rules?type=record" | strings query >"$work/expressions"
while IFS= read -r expression; do judge recording.yml "$expression"; done <"$work/expressions"

# Of alerts, whatever they compare: their metrics by name.
curl -fsS --max-time 10 "$url/api/v1/rules?type=alert" | strings query >"$work/alerts"
grep -oE '\b(earlyphase[_:]|http_|jvm_|kafka_)[a-z0-9_:]+|\bup\b' "$work/alerts" | sort -u >"$work/expressions"
while IFS= read -r metric; do judge alerts.yml "$metric"; done <"$work/expressions"

say ""
say "alerts: $(wc -l <"$work/alerts" | tr -d ' '), raised: $(samples 'ALERTS{alertstate="firing"}')"
say "expressions with data: $good, without a GPU to tell of: $without_gpu, missing: $missed"
[ "$missed" = 0 ] && [ "$good" -gt 0 ]
