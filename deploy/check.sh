#!/bin/bash
# Runs the real Dockerfiles, docker-compose.yml and Kubernetes manifests where there is neither a Docker engine nor an image
# registry: by podman, as root, on stand-ins for the images of others. Says what it ran, what came out, and what it could not.
#   deploy/check.sh [--keep] [--skip-kubernetes]
# Needs podman, buildah, runc, netavark, aardvark-dns, iptables, debootstrap, python3-yaml, a JDK 21 or newer and Maven.
# --keep leaves the stack and the images for a look and for a quicker next time; otherwise nothing is left.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=/var/tmp/earlyphase-check
keep=
kubernetes=yes
for word in "$@"; do
  case $word in
    --keep) keep=yes ;;
    --skip-kubernetes) kubernetes= ;;
    *) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done
tag=0.1.0
uncovered=()
table=()

say() { printf '%s  %s\n' "$(date -u +%H:%M:%S)" "$*"; }
fail() { say "FAILED: $*"; exit 1; }
could_not() { uncovered+=("$*"); }
# measured WHAT VALUE AIM
measured() { table+=("$(printf '%-44s %10s   %s' "$1" "$2" "${3:-}")"); }
# limited SECONDS COMMAND...: its output goes to the log, whose end is shown where it fails.
limited() {
  local limit=$1
  shift
  say "  $*" | cut -c1-180
  timeout "$limit" "$@" >>"$work/log" 2>&1 || { code=$?; tail -n 25 "$work/log"; fail "$1 ${2:-} ended with $code (limit ${limit} s); log: $work/log"; }
}
# until_true SECONDS WHAT COMMAND...
until_true() {
  local end=$(($(date +%s) + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ "$(date +%s)" -lt "$end" ] || fail "$what: not within its time"
    sleep 1
  done
}
resident() { awk '/VmRSS/ { printf "%d MB", $2 / 1000 }' "/proc/$(podman inspect --format '{{.State.Pid}}' "$1")/status"; }
image_size() { podman image inspect --format '{{.Size}}' "$1" | awk '{ printf "%d MB", $1 / 1000000 }'; }
# ask KEY METHOD URL [FILE]: the body of a successful answer.
ask() {
  curl -fsS --max-time 60 -X "$2" -H "Authorization: Bearer $1" ${4:+-H 'Content-Type: application/yaml' --data-binary "@$4"} "$3"
}
field() { python3 -c 'import json,sys; v=json.load(sys.stdin)
for k in sys.argv[1].split("."): v=v[k]
print(v)' "$1"; }

for program in podman buildah runc debootstrap iptables python3 curl openssl; do
  command -v $program >/dev/null || fail "$program is not here; on Debian: apt-get install podman buildah netavark aardvark-dns iptables debootstrap python3-yaml python3-venv runc curl openssl"
done
[ "$(id -u)" = 0 ] || fail 'this check makes file systems and networks: it has to run as root'

. deploy/check/standins.sh
. deploy/check/compose.sh
. deploy/check/kubernetes.sh

clean() {
  status=$?
  trap - EXIT
  if [ -n "$keep" ]; then
    say "Kept: containers, images and logs in $work. To use them: export CONTAINERS_CONF=$CONTAINERS_CONF CONTAINERS_STORAGE_CONF=$CONTAINERS_STORAGE_CONF"
  else
    remove_containers
    umount -R "$work/storage" 2>/dev/null || true
    [ $status = 0 ] || { cp "$work/log" "$work.log" && say "The log is $work.log"; }
    rm -rf "$work"
  fi
  exit $status
}

mkdir -p "$work"
: >"$work/log"
engine_settings
trap clean EXIT
trap 'exit 130' INT TERM
remove_containers

say 'Stand-ins for the images of others'
base_image
maven_image
say 'The real Dockerfiles'
limited 900 ./earlyphase images --tag $tag -- --network host -v "$HOME/.m2:/root/.m2"
for service in orchestrator analyzer gateway; do measured "image $service" "$(image_size earlyphase/$service:$tag)"; done
measured 'image trainer-worker, both engines' "$(image_size earlyphase/trainer-worker:$tag)" 'aim: 900 MB at most'
measured '  of that the base, here of debootstrap' "$(image_size docker.io/library/debian:12-slim)" 'the published one: 75 MB'
server_images
could_not 'trainer-worker/cuda13.Dockerfile and cuda11.6.Dockerfile: gigabytes of NVIDIA libraries and a GPU'
could_not 'the images of Maven, Debian, Kafka, Postgres, MinIO themselves: stand-ins ran the same programs, but for S3Proxy in MinIO'"'"'s place'
could_not 'waiting for service_healthy: podman schedules no health checks without systemd; this script ran them, and the services started in any order'

check_compose
if [ -n "$kubernetes" ]; then check_kubernetes; else could_not 'Kubernetes: left out as asked'; fi

say 'Measured'
printf '  %s\n' "${table[@]}"
say 'Not covered'
printf '  - %s\n' "${uncovered[@]}"
say 'PASSED'
