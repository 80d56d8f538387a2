"""What the three scripts share: where the platform is, who asks, and errors in words."""

import os

import requests

TIMEOUT = 60  # seconds


def add_arguments(parser):
    parser.add_argument("--url", default=os.environ.get("EARLYPHASE_URL", "http://127.0.0.1:8080"),
                        help="address of the gateway (default: $EARLYPHASE_URL, else %(default)s)")


class Api:
    """Calls below /api/v1 with the key in $EARLYPHASE_KEY; what is refused ends the script, saying why."""

    def __init__(self, url):
        key = os.environ.get("EARLYPHASE_KEY")
        if not key:
            raise SystemExit("EARLYPHASE_KEY is not set; ./earlyphase key make --user ME --role researcher makes one")
        self.base = url.rstrip("/") + "/api/v1"
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {key}"

    def request(self, method, path, **options):
        try:
            reply = self.session.request(method, self.base + path, timeout=TIMEOUT, **options)
        except requests.ConnectionError as failure:
            raise SystemExit(f"{self.base} cannot be reached: {failure}")
        if not reply.ok:
            raise SystemExit(f"{method} {path}: {reply.status_code} {problem(reply)}")
        return reply

    def get(self, path, **options):
        return self.request("GET", path, **options)


def problem(reply):
    """The detail of an RFC 9457 problem, with the fields that are wrong."""
    try:
        told = reply.json()
    except ValueError:
        return reply.text
    fields = [f"{e['field']}: {e.get('value')!r}, allowed: {e['allowed']}" for e in told.get("errors", [])]
    return "; ".join([told.get("detail", told.get("title", ""))] + fields)
