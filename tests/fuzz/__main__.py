"""python -m tests.fuzz [minutes]: strange questions to a running site of its own, on loopback, until the time is up.

Every answer must be a 2xx, 3xx or 4xx. Hypothesis makes the questions and shrinks one that is answered otherwise;
schemathesis does the same for the API, from its own description. Prints how many answers of which class each part got.
"""

import secrets
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.browser.site import Site

from .asking import EVERYTHING
from .editing import FORMS, UPLOADS, Editor

ROUND = 200  # questions of one kind before the next
SETTINGS = settings(
    max_examples=ROUND,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


class FuzzedSite(Site):
    """Without a limit to what a client may ask, and with a superuser."""

    def __init__(self) -> None:
        self.password = secrets.token_urlsafe(24)
        super().__init__()
        command = self.run(
            "manage.py", "createsuperuser", "--noinput", "--username", "fuzz", "--email", "fuzz@localhost"
        )
        if command.wait():
            self.stop()
            self.give_up("has no superuser")

    def environment(self) -> dict[str, str]:
        return super().environment() | {"API_RATE": "", "DJANGO_SUPERUSER_PASSWORD": self.password}


def keeps_asking(strategy: st.SearchStrategy[Any], ask: Callable[[Any], httpx.Response], told: Counter[str]) -> None:
    """One round of questions; raises AssertionError with the smallest that is answered by an error of the server."""

    @SETTINGS
    @given(strategy)
    def asks(question: Any) -> None:
        answer = ask(question)
        told[f"{answer.status_code // 100}xx"] += 1
        assert 200 <= answer.status_code < 500 or is_prescribed(answer), f"{answer.status_code} for {question!r}"

    asks()


def is_prescribed(answer: httpx.Response) -> bool:
    """oEmbed wants 501 for a format that the provider does not write."""
    return answer.status_code == httpx.codes.NOT_IMPLEMENTED and answer.url.path == "/oembed"


def ask_pages(client: httpx.Client) -> Callable[[tuple[str, list[tuple[str, str]]]], httpx.Response]:
    return lambda question: client.get(question[0], params=httpx.QueryParams(question[1]))


def ask_api(url: str, seconds: float) -> int:
    """Schemathesis until the time is up; its exit code, 0 where it found nothing.

    One of its checks is left out: that what the schema allows is accepted. A schema cannot know which pairs, people and
    places there are, and the API refuses those that are not.
    """
    program = Path(sys.executable).with_name("schemathesis")
    options = ["--exclude-checks", "positive_data_acceptance", "--max-time", str(int(seconds))]
    command = [str(program), "run", f"{url}/api/v1/openapi.json", *options]
    return subprocess.call(command, stdin=subprocess.DEVNULL)


def main(minutes: float) -> int:
    site = FuzzedSite()
    told: dict[str, Counter[str]] = {}
    try:
        client, editor = httpx.Client(base_url=site.url, timeout=60), Editor(site.url, site.password)
        parts = {name: (strategy, ask_pages(client)) for name, strategy in EVERYTHING.items()}
        parts |= {"dates in forms": (FORMS, editor.save), "uploads": (UPLOADS, editor.upload)}
        until = time.monotonic() + minutes * 60 * 2 / 3
        while time.monotonic() < until:
            for name, (strategy, ask) in parts.items():
                keeps_asking(strategy, ask, told.setdefault(name, Counter()))
        found = ask_api(site.url, minutes * 60 / 3)
    finally:
        for name, counts in told.items():
            print(f"{name:16}", *(f"{kind} {number:,}" for kind, number in sorted(counts.items())), sep="  ")
        site.stop()
    return found


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 30))
