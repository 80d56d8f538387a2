"""All statistics of a checkpoint, written plainly in NumPy: to check the platform's numbers and to compare their speed.

    pip install numpy scipy safetensors
    mvn -pl weights -am test-compile
    java -cp weights/target/classes:weights/target/test-classes \\
        dev.earlyphase.weights.statistics.StatisticsBenchmark FOLDER resnet20
    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python checkpoint_statistics.py FOLDER

The first program makes weights, start, initial and mask.safetensors in the folder and leaves java.json there. Exit code
0 when no number differs by more than one in a million. Without SciPy the normal distribution is slow, and so the speed
says little.
"""

import argparse
import json
import math
import os
import pathlib
import statistics
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

import numpy as np
from safetensors.numpy import load_file

try:
    from scipy.special import ndtr as normal
except ImportError:
    _erfc = np.vectorize(math.erfc)

    def normal(x):
        return _erfc(-x / math.sqrt(2)) / 2


PERCENTS = [0, 1, 5, 25, 50, 75, 95, 99, 100]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--repeats", type=int, default=7)
    arguments = parser.parse_args()
    names = ("weights", "mask", "start", "initial")
    states = [load_file(arguments.folder / f"{name}.safetensors") for name in names]

    seconds = []
    for _ in range(arguments.repeats):
        began = time.perf_counter()
        summary = checkpoint_summary(*states)
        seconds.append(time.perf_counter() - began)
    megabytes = sum(values.nbytes for values in states[0].values()) / 1e6
    median = statistics.median(seconds)
    print(f"NumPy {np.__version__}: {megabytes:.2f} MB, median {median * 1e3:.2f} ms of {len(seconds)} "
          f"({min(seconds) * 1e3:.2f} to {max(seconds) * 1e3:.2f}), {megabytes / median:.1f} MB/s")
    compare(summary, json.loads((arguments.folder / "java.json").read_text()))


def checkpoint_summary(weights, mask, start, initial):
    summary, pooled = {}, []
    for name, values in weights.items():
        kept = mask[name].astype(bool) if name in mask else np.ones(values.shape, bool)
        states = [state[name][kept] for state in (weights, start, initial)]
        summary[name] = statistics_of(*states)
        if name in mask:
            pooled.append(states)
            if values.ndim >= 2:
                summary[name] |= filter_correlation(values, kept)
    summary["*"] = statistics_of(*(np.concatenate(states) for states in zip(*pooled)))
    return summary


def statistics_of(now, start, initial):
    return distribution(now) | comparison(now, start, "start") | comparison(now, initial, "initial")


def distribution(values):
    values = np.sort(values[np.isfinite(values)]).astype(np.float64)
    count, mean, deviation = values.size, values.mean(), values.std()
    magnitudes = np.abs(values)
    standardised = (values - mean) / deviation
    squares = standardised * standardised
    probability = normal(standardised)
    ranks = np.arange(count + 1) / count
    return {
        "count": count,
        "zeros": int(np.count_nonzero(values == 0)),
        "mean": mean,
        "standardDeviation": deviation,
        "meanMagnitude": magnitudes.mean(),
        "l1": magnitudes.sum(),
        "l2": np.sqrt(np.dot(values, values)),
        "minimum": values[0],
        "maximum": values[-1],
        "skewness": np.mean(squares * standardised),
        "excessKurtosis": np.mean(squares * squares) - 3,
        "positiveShare": np.count_nonzero(values > 0) / count,
        "quantiles": np.percentile(values, PERCENTS),
        "histogram": np.histogram(values, 64)[0],
        "normalDistance": max(np.max(probability - ranks[:-1]), np.max(ranks[1:] - probability)),
    }


def comparison(now, then, since):
    finite = np.isfinite(now) & np.isfinite(then)
    now, then = now[finite].astype(np.float64), then[finite].astype(np.float64)
    return {
        f"{since}SignChangedShare": np.mean(np.sign(now) != np.sign(then)),
        f"{since}L2Distance": np.linalg.norm(now - then),
        f"{since}CosineSimilarity": np.dot(now, then) / (np.linalg.norm(now) * np.linalg.norm(then)),
    }


def filter_correlation(values, kept):
    """Of filters (rows) that are centred on their survivors and scaled; pruned weights are zero."""
    rows = values.reshape(values.shape[0], -1).astype(np.float64)
    kept = kept.reshape(rows.shape)
    varied = [row for row, mask in zip(rows, kept) if mask.sum() > 1 and np.ptp(row[mask]) > 0]
    kept = np.array([mask for row, mask in zip(rows, kept) if mask.sum() > 1 and np.ptp(row[mask]) > 0])
    rows = np.array(varied) * kept
    rows = (rows - rows.sum(axis=1, keepdims=True) / kept.sum(axis=1, keepdims=True)) * kept
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    correlations = rows @ rows.T
    p, n = rows.shape
    edge = (1 + np.sqrt(p / n)) ** 2
    eigenvalues = np.linalg.eigvalsh(correlations)
    return {
        "filters": p,
        "largestEigenvalue": eigenvalues[-1],
        "edge": edge,
        "shareAboveEdge": np.mean(eigenvalues > edge),
        "meanCorrelation": (np.abs(correlations).sum() - np.trace(correlations)) / (p * (p - 1)),
    }


def compare(here, there):
    if here.keys() != there.keys():
        raise SystemExit(f"the tensors differ: {here.keys() ^ there.keys()}")
    worst, where = 0.0, "nowhere"
    for name, numbers in here.items():
        if numbers.keys() != there[name].keys():
            raise SystemExit(f"the statistics of {name} differ: {numbers.keys() ^ there[name].keys()}")
        for key, value in numbers.items():
            a, b = np.atleast_1d(value).astype(float), np.atleast_1d(there[name][key]).astype(float)
            difference = np.max(np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-300))
            if difference > worst:
                worst, where = difference, f"{key} of {name}"
    count = sum(np.size(value) for numbers in here.values() for value in numbers.values())
    print(f"{count} numbers compared; largest relative difference {worst:.2e} ({where})")
    if not worst <= 1e-6:
        raise SystemExit("more than one in a million")


if __name__ == "__main__":
    main()
