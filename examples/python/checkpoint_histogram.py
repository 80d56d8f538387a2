"""Loads a checkpoint and the mask of a trial and prints densities and a histogram of the surviving weights.

    pip install requests safetensors numpy
    export EARLYPHASE_KEY=ep_...   # ./earlyphase key make --user ME --role viewer
    python checkpoint_histogram.py TRIAL [--iteration 200]

Both come straight from the object store, by addresses that hold for a quarter of an hour and need no key.
"""

import argparse
import hashlib

import numpy as np
import requests
from safetensors.numpy import load

from platform_api import TIMEOUT, Api, add_arguments

BAR = 50  # characters


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trial", help="id of the trial, or its first eight digits or more")
    parser.add_argument("--iteration", type=int, help="of the checkpoint (default: the last)")
    parser.add_argument("--bins", type=int, default=21, help="of the histogram (default: %(default)s)")
    add_arguments(parser)
    arguments = parser.parse_args()

    api = Api(arguments.url)
    checkpoint = choose(api.get(f"/trials/{arguments.trial}/checkpoints").json(), arguments.iteration)
    weights = load(fetch(checkpoint))
    mask = load(fetch(checkpoint["mask"])) if "mask" in checkpoint else {}
    print(f"iteration {checkpoint['iteration']}: {len(weights)} tensors, {'a' if mask else 'no'} mask")

    surviving = []
    for name, tensor in weights.items():
        alive = mask[name].astype(bool) if name in mask else np.ones(tensor.shape, bool)
        if name in mask or not mask:
            surviving.append(tensor[alive].ravel())
        density = f"{alive.mean():7.1%}" if name in mask else "      -"
        print(f"  {name:<32} {str(tensor.shape):<20} {density}")
    values = np.concatenate(surviving)
    if mask:
        print(f"density of all: {len(values) / sum(m.size for m in mask.values()):.1%}")
    draw(values, arguments.bins)


def choose(checkpoints, iteration):
    if not checkpoints:
        raise SystemExit("the trial has no checkpoints yet")
    found = [c for c in checkpoints if iteration is None or c["iteration"] == iteration]
    if not found:
        raise SystemExit(f"no checkpoint there; there are {[c['iteration'] for c in checkpoints]}")
    return max(found, key=lambda c: c["iteration"])


def fetch(file):
    """What an address leads to, checked against its SHA-256. No key goes along: the address is signed."""
    reply = requests.get(file["download"], timeout=TIMEOUT)
    reply.raise_for_status()
    if hashlib.sha256(reply.content).hexdigest() != file["sha256"]:
        raise SystemExit("the file is not the one that was recorded")
    return reply.content


def draw(values, bins):
    print(f"{len(values)} weights, mean {values.mean():.5f}, standard deviation {values.std():.5f}")
    counts, edges = np.histogram(values, bins=bins)
    for count, left, right in zip(counts, edges, edges[1:]):
        print(f"  {left:8.4f} to {right:8.4f} {count:9d} {'#' * round(BAR * count / counts.max())}")


if __name__ == "__main__":
    main()
