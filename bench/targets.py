"""What is asked of whom: the lines of each round, by the name of what they measure.

A name says the page, its state and the engine: `timeline.cold@sqlite`. Cold pages are asked of a node that keeps none,
by thousands of addresses; warm ones, twenty of them, of the node as it ships, which has made them before.
"""

import gzip
import http.client
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

from .peers import datasette
from .processes import Server
from .worlds import World

FEW = 20
LANGUAGES = ("en", "tr")


@dataclass(frozen=True)
class Target:
    """Lines for wrk: an address each, behind a tab the validator that the client sends."""

    name: str
    server: Server
    lines: list[str]
    status: int = 200


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def fetch(url: str, line: str) -> Answer:
    """One answer, asked for as wrk will ask."""
    path, _tab, validator = line.partition("\t")
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    headers = {"Accept-Encoding": "gzip"} | ({"If-None-Match": validator} if validator else {})
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    answer = Answer(response.status, {name.lower(): text for name, text in response.getheaders()}, response.read())
    connection.close()
    return answer


def refusal(target: Target) -> str:
    """Why a target cannot be measured: an address that answers otherwise than it should; empty where all is well."""
    for line in target.lines[:: max(1, len(target.lines) // 5)]:
        answer = fetch(target.server.url, line)
        if answer.status != target.status:
            return f"{line} answers {answer.status} instead of {target.status}"
    return "" if target.lines else "there is nothing to ask"


def pages(found: dict[str, Any]) -> dict[str, list[str]]:
    """The addresses of ours, by page, the two languages in turn."""
    return {
        "timeline": [f"/{code}/timeline/?{urlencode(each)}" for code, each in in_turn(found["questions"])],
        "search": [f"/{code}/search/?q={quote_plus(each)}" for code, each in in_turn(found["words"])],
        "record": [f"/{code}/{each['path']}" for code, each in in_turn(found["records"])],
        "api": [f"/api/v1/records?{urlencode({**each, 'limit': 100})}" for each in found["questions"]],
    }


def in_turn(values: Iterable[Any]) -> list[tuple[str, Any]]:
    return [(LANGUAGES[at % 2], value) for at, value in enumerate(values)]


def cold(at: Server, engine: str, found: dict[str, Any]) -> list[Target]:
    return [Target(f"{page}.cold@{engine}", at, lines) for page, lines in pages(found).items()]


def warm(at: Server, engine: str, found: dict[str, Any]) -> list[Target]:
    """The same pages once more, and whether they have changed."""
    few = {page: lines[:FEW] for page, lines in pages(found).items()}
    again = Target(f"timeline.304@{engine}", at, validated(at.url, few["timeline"]), 304)
    return [*(Target(f"{page}.warm@{engine}", at, lines) for page, lines in few.items()), again]


def validated(url: str, lines: Iterable[str]) -> list[str]:
    """The addresses with the validators that a reader of them holds; those that have none stand alone."""
    etags = ((line, fetch(url, line).headers.get("etag", "")) for line in lines)
    return [f"{line}\t{etag}" if etag else line for line, etag in etags]


def bodies(at: Server, found: dict[str, Any]) -> dict[str, bytes]:
    """The compressed bodies of the warm timeline, by the names that nginx gives them."""
    answers = (fetch(at.url, line) for line in pages(found)["timeline"][:FEW])
    return {
        f"{at}.html": answer.body if answer.headers.get("content-encoding") == "gzip" else gzip.compress(answer.body)
        for at, answer in enumerate(answers)
    }


def of_nginx(at: Server, names: Iterable[str]) -> list[Target]:
    lines = [f"/{name}" for name in names]
    return [Target("nginx.page", at, lines), Target("nginx.304", at, validated(at.url, lines), 304)]


def of_datasette(at: Server, world: World, found: dict[str, Any]) -> list[Target]:
    """The same questions, words and records, as Datasette's addresses."""
    lines = {
        "table": [datasette.table(world, each) for each in found["questions"]],
        "search": [datasette.search(world, each) for each in found["words"]],
        "row": [datasette.row(world, each["pk"]) for each in found["records"]],
        "json": [datasette.page_of_json(world, each) for each in found["questions"]],
    }
    return [Target(f"datasette.{name}", at, each) for name, each in lines.items()]
