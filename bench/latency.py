"""How long one reader waits for a page, asked for alone: p50 of a large world over a small one, page by page."""

import http.client
import time
from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import Any
from urllib.parse import urlencode, urlsplit

from .figures import Judged, percentile
from .rounds import ROUNDS, progress
from .targets import LANGUAGES, in_turn, pages

ASKED = 12  # requests for a page in a round
SLOW = 3.0  # seconds in a round; what takes longer is asked fewer times


def of_pages(found: dict[str, Any]) -> dict[str, list[str]]:
    """Addresses of every kind of page, the lists also at 90 % of their depth.

    What filters leave is less in a small world; all records of a kind fill a page in either.
    """
    slugs, deep = found["slugs"], found["deep"]
    kinds = sorted({each["kind"] for each in found["questions"] if "kind" in each})
    alone = {
        "home": "",
        "list of visits": "visits/",
        "list of pairs": "relations/",
        "list of people": "people/",
        "list of sources": "sources/",
        "list of countries": "countries/",
        "pair": f"relations/{found['pairs']['ten']}/",
        "person": f"people/{slugs['person']}/",
        "source": f"sources/{slugs['source']}/",
        "institution": f"institutions/{slugs['institution']}/",
        "country": f"countries/{slugs['country']}/",
        "on this day": "on-this-day/10-12/",
        "changes": "changes/",
        "checks": "checks/",
    }
    return {
        **{name: [f"/{code}/{path}" for code in LANGUAGES] for name, path in alone.items()},
        **{name: lines[:200] for name, lines in pages(found).items()},
        "search under filters": list(_narrowed(found)),
        "timeline of a kind": [f"/{code}/timeline/?kind={kind}" for kind in kinds for code in LANGUAGES],
        "API of a kind": [f"/api/v1/records?limit=100&kind={kind}" for kind in kinds],
        **{f"{name}, at 90 %": _deep(name, deep[name]) for name in ("timeline", "visits")},
        "API, at 90 %": [f"/api/v1/records?limit=100&after={key}" for key in deep["timeline"]],
    }


def _narrowed(found: dict[str, Any]) -> Iterator[str]:
    """Two words out of a title under filters of the timeline, which seldom leave the record that the words are from."""
    for code, (words, filters) in in_turn(zip(found["words"][:200], found["questions"][:200], strict=False)):
        yield f"/{code}/search/?{urlencode({'q': words, **filters})}"


def _deep(name: str, cursors: list[str]) -> list[str]:
    return [f"/{code}/{name}/?after={key}" for key in cursors for code in LANGUAGES]


def of_pair(slug: str) -> dict[str, list[str]]:
    """What a pair has a page of."""
    paths = {"pair": f"relations/{slug}/", "timeline of a pair": f"timeline/?pair={slug}"}
    return {name: [f"/{code}/{path}" for code in LANGUAGES] for name, path in paths.items()}


def waited(
    sites: Mapping[str, tuple[str, dict[str, list[str]]]], rounds: int = ROUNDS
) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of every answer, by site and page; the sites are asked in turn for each page."""
    found: dict[str, dict[str, list[float]]] = {site: {} for site in sites}
    lines = {site: {page: cycle(each) for page, each in asked.items()} for site, (_, asked) in sites.items()}
    names = list(next(iter(sites.values()))[1])
    for number in range(rounds + 1):
        for page in names:
            for site, (url, _) in sites.items():
                progress(f"waiting, round {number}/{rounds}: {page} {site}")
                times = list(_asked(url, lines[site][page], ASKED if number else 2))
                if number:
                    found[site].setdefault(page, []).extend(times)
    progress("")
    return found


def _asked(url: str, lines: Iterator[str], times: int) -> Iterator[float]:
    """One request after the other on one connection; an error counts as endless."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    until = time.monotonic() + SLOW
    for _ in range(times):
        begun = time.perf_counter()
        connection.request("GET", next(lines), headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        response.read()
        yield (time.perf_counter() - begun) * 1000 if response.status == 200 else float("inf")
        if time.monotonic() > until:
            break
    connection.close()


def compared(
    title: str, engine: str, large: Mapping[str, list[float]], small: Mapping[str, list[float]], bound: float
) -> list[Judged]:
    """p50 of each page over its p50 elsewhere."""
    return [
        Judged(
            f"{title}: {page}",
            engine,
            *_ratio(large[page], small[page], bound),
            at_most=True,
            note=_note(large[page], small[page]),
        )
        for page in large
    ]


def _ratio(large: list[float], small: list[float], bound: float) -> tuple[float | None, float]:
    above, below = percentile(large, 0.5), percentile(small, 0.5)
    return (None if float("inf") in (above, below) else above / below), bound


def _note(large: list[float], small: list[float]) -> str:
    return f"{percentile(large, 0.5):.1f} ms over {percentile(small, 0.5):.1f} ms"
