"""Every address asked once, with what it really answers: for the page about the API."""

import json
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import get_language

from relations import pairs
from relations.models import Revision
from relations.pages.addresses import absolute

from . import found
from .answers import dumped
from .document import PREFIX
from .paths import questions, things

QUERIES = {"search": "q=Nazarbayev&limit=1", "series": "pair={pair}&indicator=students", "changes": "since=1&limit=1"}
LISTS = {name: make for name, _summary, _params, make, _group in questions()} | {"search": found.search}
ONES = {name: make for name, _summary, make, _group in things()}
ITEMS = 1  # of an answer that cannot be asked to be short


class Example(NamedTuple):
    """A question and its answer, as JSON for reading."""

    address: str
    reply: str


def examples(names: list[str]) -> dict[str, Example]:
    """An example for each of these addresses, made once for a state of the data."""
    revision = Revision.current()
    return _made(tuple(names), revision.number, revision.changed_at, get_language() or "", timezone.now().date())


@lru_cache(maxsize=4)
def _made(names: tuple[str, ...], number: int, at: datetime, language: str, today: date) -> dict[str, Example]:
    pair = _busiest()
    askable = [name for name in names if name in LISTS and (pair or "{pair}" not in QUERIES.get(name, ""))]
    lists = {name: _listed(name, language, pair) for name in askable}
    made = {name: _example(path, {**reply, "revision": number}) for name, (path, reply) in lists.items()}
    for name in ONES:
        for item in lists[name][1]["items"][:ITEMS]:
            made[f"{name}_one"] = _one(name, item, number, language)
    return made


def _one(name: str, item: dict[str, Any], number: int, language: str) -> Example:
    """An item by itself: as it stands in its list, with the revision; a pair has more to tell."""
    path = f"{PREFIX}/{name}/{(item.get('slug') or item['code']).lower()}?lang={language}"
    told = asked(path) if name == "relationships" else item
    return _example(path, {**told, "revision": number})


def _listed(name: str, language: str, pair: str) -> tuple[str, dict[str, Any]]:
    path = f"{PREFIX}/{name}?{QUERIES.get(name, 'limit=1').format(pair=pair)}&lang={language}"
    return path, asked(path)


def _busiest() -> str:
    """The pair with the most records; empty where there is none."""
    return pairs.with_numbers().values_list("slug", flat=True).first() or ""


def _example(path: str, reply: dict[str, Any]) -> Example:
    """What is many is cut to its first, so that a page can hold it."""
    return Example(absolute(path), json.dumps(_short(reply), ensure_ascii=False, indent=2))


def _short(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _short(value) for key, value in part.items()}
    if not isinstance(part, list):
        return part
    return [_short(each) for each in part[:ITEMS]] + (["…"] if len(part) > ITEMS else [])


def asked(path: str) -> dict[str, Any]:
    """What the API answers to an address of its own, without the way around."""
    address, _mark, query = path.partition("?")
    request = HttpRequest()
    request.method, request.path, request.path_info, request.GET = "GET", address, address, QueryDict(query)
    name, _slash, key = address.removeprefix(f"{PREFIX}/").partition("/")
    told = ONES[name](request, key) if key else LISTS[name](request)
    reply: dict[str, Any] = json.loads(dumped(told))
    return reply
