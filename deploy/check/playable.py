"""Prints what `podman kube play` needs to run one workload of a rendered overlay: the ConfigMaps before it, and a StatefulSet,
which podman does not know, as a Deployment with the same pod and a passing volume. With --secret instead of a workload it
prints the data of the Secret, which podman 4.3 writes in a form that it does not read."""
import json
import sys

import yaml

rendered, name = sys.argv[1:]
objects = [one for one in yaml.safe_load_all(open(rendered)) if one]
if name == "--secret":
    print(json.dumps(next(one for one in objects if one["kind"] == "Secret")["data"]))
    sys.exit()
workload = next(one for one in objects if one["kind"] in ("Deployment", "StatefulSet") and one["metadata"]["name"] == name)
spec = workload["spec"]
if workload["kind"] == "StatefulSet":
    workload["kind"] = "Deployment"
    spec.pop("serviceName")
    claims = spec.pop("volumeClaimTemplates")
    volumes = spec["template"]["spec"].setdefault("volumes", [])
    volumes += [{"name": claim["metadata"]["name"], "emptyDir": {}} for claim in claims]
spec["replicas"] = 1
# podman gives emptyDirs of one name in several pods one volume.
pod = spec["template"]["spec"]
for place in pod.get("volumes", []) + [mount for container in pod["containers"] for mount in container.get("volumeMounts", [])]:
    place["name"] = f"{name}-{place['name']}"
settings = [one for one in objects if one["kind"] == "ConfigMap"]
print(yaml.safe_dump_all(settings + [workload]))
