"""What every file of a bundle says of itself: revision, date, licence, address; and the list of what was written."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from relations.pages.addresses import absolute

LICENCE = {"code": "MIT", "data": "CC BY 4.0", "data_deed": "https://creativecommons.org/licenses/by/4.0/"}
SPDX = "CC-BY-4.0"


@dataclass(frozen=True)
class Entry:
    """A file that was written; a list of files has no rows."""

    name: str
    size: int  # bytes
    sha256: str
    rows: int | None = None


def entry_of(path: Path, rows: int | None = None) -> Entry:
    """The size and checksum of a file as it lies there."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
    return Entry(path.name, path.stat().st_size, digest.hexdigest(), rows)


@dataclass(frozen=True)
class Edition:
    """One revision of the data; `date` is when it came about, as the manifest spells it."""

    number: int
    date: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.date)

    @property
    def day(self) -> str:
        return f"{self.moment:%Y-%m-%d}"

    def title(self, language: str) -> str:
        with override(language):
            return f"{settings.SITE_NAME}: {_('relations between countries, with their sources')}"

    def summary(self, language: str) -> str:
        with override(language):
            return _(
                "Visits, agreements, council meetings and figures between countries. Each value names its sources."
            )

    def page(self, language: str) -> str:
        """The address of the downloads in a language."""
        with override(language):
            return absolute(reverse("downloads"))

    @property
    def facts(self) -> dict[str, str]:
        """What a file says of itself, whatever its format."""
        return {
            "revision": str(self.number),
            "date": self.date,
            "licence": LICENCE["data"],
            "licence_deed": LICENCE["data_deed"],
            "page": self.page("en"),
        }

    def cite(self, language: str) -> str:
        """How to name the data, on one line."""
        with override(language):
            revision = _("Revision %(number)s, %(day)s") % {"number": self.number, "day": self.day}
        return f"{self.title(language)}. {revision}. {LICENCE['data']}. {self.page(language)}"


@dataclass(frozen=True)
class Draft:
    """A bundle on its way: where it is written, of which edition, and the files that are there already."""

    folder: Path
    edition: Edition
    entries: Mapping[str, Entry]
