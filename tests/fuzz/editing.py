"""What staff may type and send: dates in the form of a record, and files to import. Nothing of it is ever confirmed."""

import csv
import io
import secrets

import httpx
from hypothesis import strategies as st

from .asking import DATES, anything

COLUMNS = ("slug", "title_tr", "title_en", "date", "origin", "destination", "relationship", "area", "value", "x")
KINDS = ("agreement", "visit", "council", "councilmeeting", "milestone", "figure", "citation", "person", "source")

edtf = st.one_of(
    st.sampled_from(DATES),
    st.from_regex(r"-?[0-9X]{0,5}(-[0-9X]{0,2}){0,2}[?~%]?(/[0-9X.]{0,5}(-[0-9]{0,2}){0,2})?", fullmatch=True),
    anything,
)
rows = st.lists(st.dictionaries(st.sampled_from(COLUMNS), st.one_of(anything, edtf), min_size=1), max_size=4)


def written(found: list[dict[str, str]]) -> bytes:
    """Rows as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue().encode()


FILES = st.one_of(
    st.binary(max_size=400),
    rows.map(written),
    st.builds(lambda mark, body: mark + body, st.sampled_from((b"\xef\xbb\xbf", b"\xff\xfe")), rows.map(written)),
)
FORMS = st.tuples(st.sampled_from(("milestone", "visit", "agreement")), edtf, anything)
UPLOADS = st.tuples(st.sampled_from(KINDS), FILES, st.sampled_from(("rows.csv", "rows.xlsx", "ş.csv", "")))


class Editor:
    """A signed-in superuser of the running site."""

    def __init__(self, url: str, password: str) -> None:
        self.client = httpx.Client(base_url=url, timeout=60)
        page = "/en/admin/login/"
        self.client.get(page)
        answer = self.post(page, {"username": "fuzz", "password": password, "next": "/en/admin/"})
        if answer.status_code != httpx.codes.FOUND:
            raise RuntimeError("The editor could not sign in.")

    def post(self, page: str, data: dict[str, str], **more: object) -> httpx.Response:
        token = self.client.cookies.get("csrftoken") or ""
        return self.client.post(
            page, data={"csrfmiddlewaretoken": token, **data}, headers={"Referer": str(self.client.base_url)}, **more
        )  # type: ignore[arg-type]

    def save(self, asked: tuple[str, str, str]) -> httpx.Response:
        """A new record with this date and title; its slug is its own, so that good ones do not collide."""
        kind, date, title = asked
        counts = {
            f"{part}-{name}_FORMS": "0" for part in ("citations", "participations") for name in ("TOTAL", "INITIAL")
        }
        data = {
            "slug": f"fuzz-{secrets.token_hex(8)}",
            "title_tr": title,
            "title_en": title,
            "date": date,
            "area": "trade",
            "editorial_status": "draft",
            "form": "treaty",
            "count": "1",
            "visit_kind": "state",
            "status": "held",
            "origin": "TUR",
            "destination": "KAZ",
        }
        return self.post(f"/en/admin/relations/{kind}/add/", data | counts)

    def upload(self, asked: tuple[str, bytes, str]) -> httpx.Response:
        """The dry run of an import."""
        kind, content, name = asked
        files = {"import_file": (name, content, "text/csv")}
        return self.post(f"/tr/admin/relations/{kind}/import/", {"format": "0", "resource": "0"}, files=files)
