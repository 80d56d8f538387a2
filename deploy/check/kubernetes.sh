# The rendered overlay `small` by podman kube play.

# play NAME: the Deployment or StatefulSet of that name, reached by its Service's name.
play() {
  python3 deploy/check/playable.py "$work/small.yaml" "$1" >"$work/$1.yaml"
  limited 60 podman kube play --network "epcheck-kubernetes:alias=$1" "$work/$1.yaml"
}
address_of() {
  podman pod inspect --format '{{.InfraContainerID}}' "$1-pod-0" | xargs podman inspect \
    --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}'
}

check_kubernetes() {
  if ! command -v kubectl >/dev/null; then
    could_not 'Kubernetes: no kubectl, which renders'
    return
  fi
  say 'The overlay small by podman kube play'
  remove_containers
  rm -rf "$work/kubernetes" && cp -r deploy/kubernetes "$work/kubernetes"
  {
    grep -E '^(POSTGRES|S3|EARLYPHASE_ACCESS)_' "$work/env"
    echo KAFKA_SASL_JAAS_CONFIG=
  } >"$work/kubernetes/overlays/small/secrets.env"
  kubectl kustomize "$work/kubernetes/overlays/small" >"$work/small.yaml"
  local secret
  secret=$(awk '/^kind: Secret/ { found = 1 } found && /^  name:/ { print $2; exit }' "$work/small.yaml")
  python3 deploy/check/playable.py "$work/small.yaml" --secret >"$work/secret.json"
  podman secret rm "$secret" >/dev/null 2>&1 || true
  podman secret create "$secret" "$work/secret.json" >>"$work/log"
  podman network create epcheck-kubernetes >>"$work/log"
  local began gateway key study
  began=$(date +%s)
  for one in kafka postgres s3 orchestrator analyzer gateway trainer-worker; do play $one; done
  gateway=http://$(address_of gateway):8080
  key=$(secret EARLYPHASE_ACCESS_OPERATOR_KEY)
  for one in orchestrator:8081 analyzer:8082 gateway:8080 trainer-worker:8083; do
    until_true 150 "readiness of ${one%:*}" curl -fsS --max-time 3 "http://$(address_of "${one%:*}"):${one#*:}/q/health/ready"
  done
  measured 'small overlay, start to ready' "$(($(date +%s) - began)) s"
  study=$(ask "$key" POST "$gateway/api/v1/studies" deploy/check/study.yaml | field id)
  until_true 300 'end of the study' ended "$key" "$gateway" "$study"
  figures "$key" "$gateway" "$study"
  could_not 'kinds that podman does not have: Namespace, Service (names came from the network), NetworkPolicy, PodDisruptionBudget, ServiceAccount; the Secret went in as podman reads it, fsGroup it does not; StatefulSets ran as Deployments with a passing volume; one replica of each'
  could_not 'what only a cluster does: probes that act, topology spread, Ingress with TLS, KEDA, Strimzi, device plugin and node labels of GPUs'
}
