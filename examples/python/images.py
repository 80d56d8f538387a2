"""Test images as tensors, normalised as the platform normalises them."""

import gzip
import struct
from pathlib import Path

import numpy
import torch

NORMALISATION = {
    "mnist": ([0.1307], [0.3081]),
    "fashion-mnist": ([0.2860], [0.3530]),
    "cifar-10": ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
}


def test_set(dataset, folder):
    """Images (N x C x H x W) and labels of a test set; `folder` is the platform's data or cache folder."""
    if dataset not in NORMALISATION:
        raise SystemExit(f"no reader for {dataset}: {', '.join(NORMALISATION)} are here")
    pixels, labels = _cifar(Path(folder)) if dataset == "cifar-10" else _idx(Path(folder) / dataset)
    mean, std = (numpy.array(v, numpy.float32).reshape(1, -1, 1, 1) for v in NORMALISATION[dataset])
    images = (pixels.astype(numpy.float32) / 255 - mean) / std
    return torch.from_numpy(images), torch.from_numpy(labels.astype(numpy.int64))


def _idx(folder):
    with gzip.open(folder / "t10k-images-idx3-ubyte.gz") as file:
        _, count, height, width = struct.unpack(">4i", file.read(16))
        pixels = numpy.frombuffer(file.read(), numpy.uint8).reshape(count, 1, height, width)
    with gzip.open(folder / "t10k-labels-idx1-ubyte.gz") as file:
        file.read(8)
        return pixels, numpy.frombuffer(file.read(), numpy.uint8)


def _cifar(folder):
    found = sorted(folder.rglob("test_batch.bin"))
    if not found:
        raise SystemExit(f"no test_batch.bin below {folder}")
    rows = numpy.fromfile(found[0], numpy.uint8).reshape(-1, 1 + 3 * 32 * 32)
    return rows[:, 1:].reshape(-1, 3, 32, 32), rows[:, 0]
