"""Running the checks: over all records at once, and again only when something has changed.

A request compares no more than PART records. Of a pair with more, and of a site with more, it shows what
`manage.py check_records --keep` found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db.models import QuerySet
from django.utils import timezone

from relations.models import Record, Relationship, Revision

from . import scopes
from .base import Finding
from .material import Material, gather_material
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


def of_site(drafts: bool = False) -> Sequence[Finding] | None:
    """Every finding; None where there is too much to be compared while a reader waits."""
    return run_checks(drafts).findings if is_small(Record.objects.all()) else None


def of_pair(pair: Relationship) -> Sequence[Finding] | None:
    """The findings that concern a pair; None where it has too many records."""
    if is_small(Record.objects.all()):
        return run_checks().of_pair(pair)
    if not is_small(Record.objects.filter(relationship=pair)):
        return None
    revision = Revision.current()
    return _run_for_pair(revision.number, revision.changed_at, timezone.now().date(), pair)


def of_record(record: Record) -> Sequence[Finding]:
    """What a record takes part in, drafts compared as well."""
    if is_small(Record.objects.all()):
        return run_checks(drafts=True).of_record(record)
    return _compare(timezone.now().date(), scopes.of_record(record), drafts=True).of_record(record)


def is_small(records: QuerySet[Record]) -> bool:
    """Whether there are few enough records to be compared on a request."""
    return records.order_by().values("pk")[: scopes.PART + 1].count() <= scopes.PART


@lru_cache(maxsize=4)
def _run(number: int, changed_at: datetime, drafts: bool, today: date) -> Found:
    """The result for one state of the data, which its revision names: what is shown is only read."""
    return _found(gather_material(today, drafts))


@lru_cache(maxsize=16)
def _run_for_pair(number: int, changed_at: datetime, today: date, pair: Relationship) -> Sequence[Finding]:
    return _compare(today, scopes.of_pair(pair)).of_pair(pair)


def _compare(today: date, keys: Iterable[int], drafts: bool = False) -> Found:
    """What is found among these records and whatever they are linked to."""
    return _found(gather_material(today, drafts, scopes.linked(keys)))


def _found(material: Material) -> Found:
    return Found([finding for check in CHECKS for finding in check.find(material)], material.parties)


def of_parts(today: date) -> Iterable[list[Finding]]:
    """Every finding of the site once, a part of the records at a time."""
    for part in scopes.parts():
        yield [each for each in _compare(today, part).findings if each.records[0].pk in part]
