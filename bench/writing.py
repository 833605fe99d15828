"""One write in the admin, and whether every worker shows it at the next request."""

import html
import secrets
import time
from html.parser import HTMLParser
from typing import Any

import httpx

from .figures import Judged
from .inside.editor import NAME
from .site import node
from .tools import inside
from .worlds import World

READERS = 40  # connections after each write: more than enough for every worker to have its turn
WRITES = 5


class Form(HTMLParser):
    """The values of a page's form, as a browser would send them back."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.open = ""  # the select or textarea that we are in

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "input" and has.get("name") and has.get("type") not in {"submit", "file", "button"}:
            if has.get("type") not in {"checkbox", "radio"} or "checked" in has:
                self.values[has["name"]] = has.get("value", "on" if has.get("type") == "checkbox" else "")
        elif tag in {"select", "textarea"}:
            self.open = has.get("name", "")
        elif tag == "option" and "selected" in has:
            self.values[self.open] = has.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.open and self.lasttag == "textarea":
            self.values[self.open] = self.values.get(self.open, "") + data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"select", "textarea"}:
            self.open = ""


def measured(world: World) -> tuple[list[Judged], dict[str, Any]]:
    """How many of the next requests still showed what was before; and the first page after a write, in ms."""
    password = secrets.token_urlsafe(16)
    record = inside(world, "bench.inside.editor", said=password)
    with node(world, "writing") as site, httpx.Client(base_url=site.url, timeout=60, follow_redirects=True) as staff:
        _sign_in(staff, password)
        page = f"/en/admin/relations/milestone/{record['pk']}/change/"
        before = _form(staff, page)["title_en"]
        seen = [_written(staff, site.url, page, record["slug"], f"{before} {number}") for number in range(WRITES)]
        _save(staff, page, before)
    stale, waits = sum(late for late, _ in seen), sorted(wait for _, wait in seen)
    told = {"writes": WRITES, "reads": WRITES * READERS, "stale": stale, "first_page_ms": waits[len(waits) // 2]}
    note = (
        f"{WRITES * READERS} reads after {WRITES} writes; the first page after one took {told['first_page_ms']:.0f} ms"
    )
    name = "write in admin → visible: reads that were behind"
    return [Judged(name, world.engine, stale, 0, at_most=True, note=note, unit="reads")], told


def _written(staff: httpx.Client, url: str, page: str, slug: str, title: str) -> tuple[int, float]:
    """Readers who do not see the new title after it was saved, and how long the first of them waited."""
    _save(staff, page, title)
    begun = time.perf_counter()
    late = [not _shows(url, slug, title)]
    waited = (time.perf_counter() - begun) * 1000
    late += [not _shows(url, slug, title) for _ in range(READERS - 1)]
    return sum(late), waited


def _shows(url: str, slug: str, title: str) -> bool:
    """Whether a reader on a new connection sees the title."""
    return html.escape(title) in httpx.get(f"{url}/en/milestones/{slug}/", timeout=60).text


def _form(staff: httpx.Client, page: str) -> dict[str, str]:
    form = Form()
    form.feed(staff.get(page).text)
    return form.values


def _sign_in(staff: httpx.Client, password: str) -> None:
    page = "/en/admin/login/"
    values = _form(staff, page) | {"username": NAME, "password": password, "next": "/en/admin/"}
    if "/login/" in str(staff.post(page, data=values, headers={"Referer": str(staff.base_url)}).url):
        raise RuntimeError("The editor could not sign in.")


def _save(staff: httpx.Client, page: str, title: str) -> None:
    """Save the record under another title; raises RuntimeError where the form comes back."""
    values = _form(staff, page) | {"title_en": title, "_continue": "1"}
    answer = staff.post(page, data=values, headers={"Referer": str(staff.base_url)})
    if _form(staff, page).get("title_en") != title:
        raise RuntimeError(f"The admin did not save: {answer.status_code}")
