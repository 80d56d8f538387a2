"""Submits a study and follows it to its end.

    pip install requests
    export EARLYPHASE_KEY=ep_...   # ./earlyphase key make --user ME --role researcher
    python submit_and_wait.py ../../studies/demo.yaml

Prints the study's id on the last line. Exit code 0 when every trial came to its end, else 1.
"""

import argparse
import json
import sys
import time

import requests

from platform_api import Api, add_arguments

PATIENCE = 120  # seconds without any news before the script gives up


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", help="the study, in YAML")
    add_arguments(parser)
    arguments = parser.parse_args()

    api = Api(arguments.url)
    with open(arguments.file, "rb") as file:
        study = api.request("POST", "/studies", data=file.read(), headers={"Content-Type": "application/yaml"}).json()
    print(f"{study['name']}: {study['progress']['of']} trials")

    study = follow(api, study)
    print(f"{study['state']}: {study['trials']}")
    print(study["id"])
    sys.exit(0 if study["state"] == "completed" else 1)


def follow(api, study):
    """Reads the server-sent events; connects again when the stream breaks off."""
    heard = time.monotonic()
    last = None
    while study["state"] == "running":
        try:
            for name, data in events(api, study["id"]):
                if name == "problem":
                    continue
                heard = time.monotonic()
                study = data
                if stand(study) != last:
                    last = stand(study)
                    left = study["progress"].get("secondsLeft")
                    print(last if left is None else f"{last}, {left:.0f} s left")
        except requests.RequestException as failure:
            print(f"the stream broke off: {failure}")
        if time.monotonic() - heard > PATIENCE:
            raise SystemExit(f"no news of the study for {PATIENCE} s")
        if study["state"] == "running":
            time.sleep(1)
    return study


def events(api, study):
    """Pairs of an event's name and its data."""
    name, data = "", []
    stream = api.get(f"/studies/{study}/events", stream=True, headers={"Accept": "text/event-stream"})
    stream.encoding = "utf-8"  # as the format has it, whatever the header says
    for text in stream.iter_lines(decode_unicode=True):
        if not text and data:
            yield name, json.loads("\n".join(data))
            name, data = "", []
        elif text.startswith("event:"):
            name = text[6:].strip()
        elif text.startswith("data:"):
            data.append(text[5:].strip())


def stand(study):
    at = study["progress"]
    share = at["iterations"] / max(1, at["ofIterations"])
    return f"{at['ended']} of {at['of']} trials, {share:.0%} of the iterations"


if __name__ == "__main__":
    main()
