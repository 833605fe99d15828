"""Readers who keep asking and check every answer, in processes of their own: one Python would not keep up."""

import gzip
import http.client
import json
import multiprocessing
import random
import re
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from .staff import TITLE

PROCESSES, THREADS = 2, 4
TIMEOUT = 30
CANONICAL = re.compile(r'<link rel="canonical" href="https?://[^/"]+([^"]*)"')
REVISION = re.compile(r'<p class="printed">[^·]*· \D*([\d.,]+)')
ASK = {"Accept-Encoding": "gzip", "Accept-Language": "en"}


@dataclass
class Report:
    """What readers met; revisions with the moment at which each was last asked for and still got."""

    seconds: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)  # answers of 500 and more, and none at all
    wrong: Counter[str] = field(default_factory=Counter)
    titles: set[tuple[int, int]] = field(default_factory=set)  # a revision and what the page said in it
    last_seen: dict[int, float] = field(default_factory=dict)

    def add(self, other: "Report") -> None:
        self.seconds += other.seconds
        self.errors += other.errors
        self.wrong += other.wrong
        self.titles |= other.titles
        for revision, moment in other.last_seen.items():
            self.last_seen[revision] = max(moment, self.last_seen.get(revision, 0))


def read(host: str, paths: Sequence[str], seconds: float, pause: float) -> "Reading":
    """Begin; the report comes with `end`."""
    return Reading(host, paths, seconds, pause)


class Reading:
    """Readers at work."""

    def __init__(self, host: str, paths: Sequence[str], seconds: float, pause: float) -> None:
        self._running = []
        for number in range(PROCESSES):
            here, there = multiprocessing.Pipe(duplex=False)
            arguments = (host, list(paths), seconds, pause, number, there)
            process = multiprocessing.Process(target=_process, args=arguments, daemon=True)
            process.start()
            self._running.append((process, here))

    def end(self) -> Report:
        """Wait for the last answer."""
        whole = Report()
        for process, here in self._running:
            whole.add(here.recv())
            process.join()
        return whole


def _process(host: str, paths: list[str], seconds: float, pause: float, number: int, there: Connection) -> None:
    until, whole = time.time() + seconds, Report()
    with ThreadPoolExecutor(THREADS) as pool:
        seeds = [number * THREADS + each for each in range(THREADS)]
        for found in pool.map(lambda seed: _reader(host, paths, until, pause, seed), seeds):
            whole.add(found)
    there.send(whole)


def _reader(host: str, paths: list[str], until: float, pause: float, seed: int) -> Report:
    chance, report = random.Random(seed), Report()  # no secret
    connection = http.client.HTTPConnection(host, timeout=TIMEOUT)
    while time.time() < until:
        path = varied(chance.choice(paths), chance)
        begun = time.time()
        try:
            connection.request("GET", path, headers=ASK)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as error:
            report.errors[f"{path}: {error!r}"] += 1
            connection.close()
            continue
        report.seconds.append(time.time() - begun)
        judge(report, path, begun, answer.status, gunzipped(answer, body))
        time.sleep(pause)
    connection.close()
    return report


def varied(path: str, chance: random.Random) -> str:
    """Some addresses nobody asked for before, so that the databases have work as well."""
    if "{}" not in path:
        return path
    return path.format(chance.randrange(1900, 2026))


def gunzipped(answer: http.client.HTTPResponse, body: bytes) -> str:
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(body) if packed else body).decode()


def judge(report: Report, path: str, begun: float, status: int, body: str) -> None:
    """Whether the answer is the one to this address, and what it says of its revision."""
    if status != 200:
        (report.errors if status >= 500 else report.wrong)[f"{path}: {status}"] += 1
    elif path.startswith("/api/"):
        said = json.loads(body)
        report.last_seen[said["revision"]] = max(begun, report.last_seen.get(said["revision"], 0))
        if said["slug"] != path.rpartition("/")[2]:
            report.wrong[f"{path}: another record"] += 1
    elif (found := CANONICAL.search(body)) is None or found[1].partition("?")[0] != path.partition("?")[0]:
        report.wrong[f"{path}: is the page of {found[1] if found else 'nothing'}"] += 1
    elif (number := REVISION.search(body)) is None:
        report.wrong[f"{path}: of no revision"] += 1
    else:
        revision = int(re.sub(r"\D", "", number[1]))
        report.last_seen[revision] = max(begun, report.last_seen.get(revision, 0))
        if title := TITLE.search(body):
            report.titles.add((revision, int(title[1])))
