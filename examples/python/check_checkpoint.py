"""Loads a trial's last checkpoint into a plain torch.nn module and compares the test accuracy.

    pip install torch safetensors numpy requests
    export EARLYPHASE_KEY=ep_...   # ./earlyphase key make --user ME --role viewer
    python check_checkpoint.py TRIAL --data ../../data [--url http://127.0.0.1:8080]

Exit code 0 when PyTorch classifies as many test images rightly as the platform did, give or take two.
"""

import argparse
import os

import requests
from safetensors.torch import load

from images import test_set
from networks import accuracy, build

CHANNELS_AND_SIDE = {"mnist": (1, 28), "fashion-mnist": (1, 28), "cifar-10": (3, 32)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trial", help="id of a completed trial, or its first digits")
    parser.add_argument("--data", required=True, help="folder with the data sets")
    parser.add_argument("--url", default="http://127.0.0.1:8080", help="address of the gateway")
    arguments = parser.parse_args()

    api = f"{arguments.url}/api/v1/trials/{arguments.trial}"
    trial = get(api).json()
    if trial["state"] != "completed":
        raise SystemExit(f"the trial is {trial['state']}, not completed")
    spec = trial["spec"]
    tensors = load(get(f"{api}/checkpoints/{trial['endIteration']}it").content)

    network = build(spec["network"], *CHANNELS_AND_SIDE[spec["dataset"]])
    missing, unexpected = network.load_state_dict(tensors, strict=False)
    if unexpected or any(not name.endswith("num_batches_tracked") for name in missing):
        raise SystemExit(f"the checkpoint does not fit: missing {missing}, unexpected {unexpected}")

    images, labels = test_set(spec["dataset"], arguments.data)
    there, here = trial["result"]["testAccuracy"], accuracy(network, images, labels)
    zeros = sum((t == 0).sum().item() for t in tensors.values())
    print(f"{spec['network']} on {spec['dataset']}: {len(tensors)} tensors, {zeros} weights are zero")
    print(f"test accuracy: platform {there:.4f}, PyTorch {here:.4f}")
    if abs(there - here) * len(images) > 2.5:
        raise SystemExit("they differ")


def get(url):
    # Redirected to the object store, requests leaves the header out, as it must: the address is enough there.
    key = os.environ.get("EARLYPHASE_KEY", "")
    reply = requests.get(url, headers={"Authorization": f"Bearer {key}"}, timeout=60)
    if not reply.ok:
        raise SystemExit(f"{url}: {reply.status_code} {reply.text}")
    return reply


if __name__ == "__main__":
    main()
