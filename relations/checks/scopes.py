"""Which records are compared with which: a pair's, a record's, and those of the whole site in parts.

Checks compare within a pair (or a group of parties) and along links, so a part needs its own records and what they
are linked to. What two parts both find belongs to the part that holds the finding's first record.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Any

from django.db.models import Q

from relations import newest
from relations.models import (
    Agreement,
    Citation,
    CouncilMeeting,
    Figure,
    Indicator,
    Kind,
    Record,
    Relationship,
)

from .founding import FOUNDERS

PART = 1000  # records compared at once, if no pair has more


def of_pair(pair: Relationship) -> set[int]:
    """A pair's own records, and those that both countries are party to."""
    return {key for records in newest.of_pair(pair) for key in records.values_list("pk", flat=True).order_by()}


def of_record(record: Record) -> set[int]:
    """A record with its links; a figure with the newest figures of its pair, a council with its meetings."""
    keys = {record.pk}
    if record.kind == Kind.FIGURE:
        figures = Record.objects.filter(kind=Kind.FIGURE, relationship=record.relationship_id)
        keys |= set(newest.newest_keys(figures, most=PART))
    return keys


def linked(keys: Iterable[int]) -> set[int]:
    """The keys, and those of every record that checks look up from them, in either direction."""
    own = set(keys)
    found = own | _of_documents(own) | _of_meetings(own) | _of_shares(own)
    return found | _founders(found)


def _of_documents(keys: set[int]) -> set[int]:
    """Sets with their parts, and where documents were signed."""
    columns = ("pk", "part_of_id", "signed_at_visit_id", "signed_at_meeting_id")
    pointing = Q(part_of__in=keys) | Q(signed_at_visit__in=keys) | Q(signed_at_meeting__in=keys)
    documents = Agreement.objects.values_list(*columns)
    rows = [*documents.filter(pk__in=keys), *documents.filter(pointing)]
    parts = Agreement.objects.filter(part_of__in={row[1] for row in rows if row[1]}).values_list("pk", flat=True)
    return {key for row in rows for key in row if key} | set(parts)


def _of_meetings(keys: set[int]) -> set[int]:
    """Councils with all their meetings, and the visits during which these were held."""
    councils = {*keys, *CouncilMeeting.objects.filter(pk__in=keys).values_list("council_id", flat=True)}
    rows = CouncilMeeting.objects.filter(Q(council__in=councils) | Q(during_visit__in=keys))
    return {key for row in rows.values_list("pk", "during_visit_id", "council_id") for key in row if key}


def _of_shares(keys: set[int]) -> set[int]:
    """The shares of every body of which a share is told here, whatever pair they are told of."""
    shares = Figure.objects.filter(indicator=Indicator.SHARE, unit="percent")
    bodies = shares.filter(pk__in=keys).exclude(institutions=None).values_list("institutions", flat=True)
    return set(shares.filter(institutions__in=set(bodies)).values_list("pk", flat=True))


def _founders(keys: set[int]) -> set[int]:
    """What is said to have founded them, with the occasions of its signature."""
    said = Citation.objects.filter(record__in=keys, field__in=FOUNDERS).values_list("says", flat=True)
    acts = Record.objects.filter(slug__in={slug for says in said for slug in says.split()})
    columns = ("pk", "signed_at_visit_id", "signed_at_meeting_id")
    rows = Agreement.objects.filter(pk__in=acts.values("pk")).values_list(*columns)
    return {*acts.values_list("pk", flat=True), *(key for row in rows for key in row if key)}


def parts() -> Iterator[set[int]]:
    """Every published record once, in parts of which each holds whole pairs and whole groups of parties."""
    part: set[int] = set()
    for group in chain(_pairs(), _groups()):
        if part and len(part) + len(group) > PART:
            yield part
            part = set()
        part |= group
    yield part


def _pairs() -> Iterator[set[int]]:
    """The records of each pair; keys alone, read in the order of an index."""
    rows = Record.objects.published().exclude(relationship=None).order_by("relationship_id")
    for _pair, group in groupby(rows.values_list("relationship_id", "pk").iterator(), key=lambda row: row[0]):
        yield {key for _relationship, key in group}


def _groups() -> Iterator[set[int]]:
    """Records of no pair, by the countries that are party to them."""
    parties: dict[int, list[Any]] = {}
    rows = Record.objects.published().filter(relationship=None).order_by().values_list("pk", "countries__code")
    for key, code in rows.iterator():
        parties.setdefault(key, []).append(code or "")
    by_parties = sorted((sorted(codes), key) for key, codes in parties.items())
    for _codes, group in groupby(by_parties, key=lambda row: row[0]):
        yield {key for _codes, key in group}
