"""A member of staff: logs in, renames an institution again and again by the form of the admin, and looks at it."""

import re
import threading
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx
import psycopg

NAME, PASSWORD = "staff", "of a cluster that lives for two minutes"
TITLE = re.compile(r"Cluster check (\d+)")
REFUSALS = {"tr": "Şu anda hiçbir şey değiştirilemiyor", "en": "Nothing can be changed at the moment"}
LOST = "see whether it was saved"  # what nginx says of a change that a node took with it as it died
PAUSE = 0.5  # seconds between two changes
SLOWEST = 10.0  # seconds in which readers of a replica must see a change


class Form(HTMLParser):
    """What a browser would send of the page's form."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._select = self._text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        name = said.get("name", "")
        unticked = said.get("type") in ("checkbox", "radio") and "checked" not in said
        if tag == "input" and name and not unticked and said.get("type") not in ("submit", "button", "file"):
            self.fields[name] = said.get("value", "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in said:
            self.fields[self._select] = said.get("value", "")
        elif tag == "textarea":
            self._text, self.fields[name] = name, ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea"):
            self._select = self._text = ""

    def handle_data(self, data: str) -> None:
        if self._text:
            self.fields[self._text] += data


@dataclass
class Written:
    """A change that was saved: the revision that it made, and the moments before and after."""

    number: int
    revision: int
    before: float
    after: float
    seen_after: float  # seconds until readers of the replica saw it


@dataclass
class Staff:
    """Changes until told to stop; notes what was refused, and what must not be."""

    host: str
    database: str
    institution: tuple[int, str]
    written: list[Written] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)  # moments of answers that nothing can be changed
    lost: int = 0  # changes of which nobody could say whether they were made
    uncertain: set[int] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    _number: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)

    def log_in(self) -> None:
        self.client = httpx.Client(base_url=f"http://{self.host}", timeout=30)
        page = self.client.get("/en/admin/login/")
        fields = Form(page.text).fields | {"username": NAME, "password": PASSWORD, "next": "/en/admin/"}
        answer = self.client.post("/en/admin/login/", data=fields, headers={"Referer": str(page.url)})
        if answer.status_code != 302:
            raise RuntimeError(f"Logging in was answered with {answer.status_code}.")

    def expect_refusal(self) -> None:
        """While the primary is away: the admin says so at its door, in the reader's language."""
        for language, words in REFUSALS.items():
            page = httpx.get(f"http://{self.host}/{language}/admin/login/", timeout=30)
            if page.status_code != 503 or words not in page.text:
                self.wrong.append(f"/{language}/admin/login/ said {page.status_code} without the primary")
            self.refused.append(time.time())

    def work(self) -> threading.Thread:
        thread = threading.Thread(target=self._work, daemon=True)
        thread.start()
        return thread

    def leave(self) -> None:
        self._stop.set()

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                self.change()
            except (httpx.HTTPError, psycopg.Error, AttributeError, KeyError) as error:
                self.wrong.append(f"{time.time():.1f} {error!r}")
            self._stop.wait(PAUSE)

    def change(self) -> None:
        """One change by the form; 503 that says so in the reader's language is right while the primary is away."""
        self._number += 1
        key, slug = self.institution
        address = f"/en/admin/relations/institution/{key}/change/"
        page = self.client.get(address)
        if self._is_refused(page):
            return
        fields = Form(page.text).fields | {"name_en": f"Cluster check {self._number}"}
        before = time.time()
        answer = self.client.post(address, data=fields, headers={"Referer": str(page.url)})
        if answer.status_code == 502 and LOST in answer.text:
            self.lost += 1
            self.uncertain.add(self._number)
            return
        if self._is_refused(answer):
            self.uncertain.add(self._number)
            return
        if answer.status_code != 302:
            self.wrong.append(f"{address}: {answer.status_code}")
            return
        after = time.time()
        self._look(slug, before, after)

    def _is_refused(self, answer: httpx.Response) -> bool:
        if answer.status_code != 503:
            if answer.status_code >= 400:
                self.wrong.append(f"{time.time():.1f} {answer.url}: {answer.status_code}")
            return answer.status_code >= 400
        if REFUSALS["en"] not in answer.text:
            self.wrong.append(f"{answer.url}: a 503 that says nothing")
        self.refused.append(time.time())
        return True

    def _look(self, slug: str, before: float, after: float) -> None:
        """Staff see it at once, on whichever node; readers soon."""
        address, wanted = f"/en/institutions/{slug}/", f"Cluster check {self._number}"
        own = self.client.get(address)
        if own.status_code == 200 and wanted not in own.text:
            self.wrong.append(f"{wanted} was saved, and whoever saved it does not see it")
        try:
            with psycopg.connect(self.database, connect_timeout=2) as connection:
                (revision,) = connection.execute("SELECT number FROM relations_revision").fetchone() or (0,)
        except psycopg.OperationalError:  # taken away since the answer: which revision it made cannot be asked
            self.uncertain.add(self._number)
            return
        while wanted not in httpx.get(f"http://{self.host}{address}", timeout=30).text:
            if time.time() > after + SLOWEST:
                self.wrong.append(f"readers do not see {wanted} after {SLOWEST:.0f} seconds")
                break
            time.sleep(0.01)
        self.written.append(Written(self._number, revision, before, after, time.time() - after))
