"""Prints what `podman kube play` needs to run one workload of a rendered overlay: the ConfigMaps and Secrets before it, and
a StatefulSet, which podman does not know, as a Deployment with the same pod and a passing volume."""
import sys

import yaml

rendered, name = sys.argv[1:]
objects = [one for one in yaml.safe_load_all(open(rendered)) if one]
workload = next(one for one in objects if one["kind"] in ("Deployment", "StatefulSet") and one["metadata"]["name"] == name)
spec = workload["spec"]
if workload["kind"] == "StatefulSet":
    workload["kind"] = "Deployment"
    spec.pop("serviceName")
    claims = spec.pop("volumeClaimTemplates")
    volumes = spec["template"]["spec"].setdefault("volumes", [])
    volumes += [{"name": claim["metadata"]["name"], "emptyDir": {}} for claim in claims]
spec["replicas"] = 1
settings = [one for one in objects if one["kind"] in ("ConfigMap", "Secret")]
print(yaml.safe_dump_all(settings + [workload]))
