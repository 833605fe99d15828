"""Running the checks: over all records at once, and again only when something has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.utils import timezone

from relations.models import Record, Relationship, Revision

from .base import Finding
from .material import gather_material
from .registry import CHECKS


@dataclass(frozen=True)
class Found:
    """All findings, check by check, and the countries that each record concerns."""

    findings: Sequence[Finding]
    parties: dict[int, frozenset[str]]

    def of_pair(self, pair: Relationship) -> list[Finding]:
        """What concerns a pair: its own records, and those that both countries are party to."""
        both = set(pair.codes)
        return [each for each in self.findings if any(both <= self.parties[record.pk] for record in each.records)]

    def of_record(self, record: Record) -> list[Finding]:
        """What a record takes part in."""
        return [each for each in self.findings if any(record.pk == other.pk for other in each.records)]


def run_checks(drafts: bool = False, today: date | None = None) -> Found:
    """Every check over what is published, or over all there is."""
    revision = Revision.current()
    return _run(revision.number, revision.changed_at, drafts, today or timezone.now().date())


@lru_cache(maxsize=4)
def _run(number: int, changed_at: datetime, drafts: bool, today: date) -> Found:
    """The result for one state of the data, which its revision names: what is shown is only read."""
    material = gather_material(today, drafts)
    return Found([finding for check in CHECKS for finding in check.find(material)], material.parties)
