"""Records with all that an entry of a feed tells, at a cost that does not grow with their number."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from relations.models import Citation, Country, EditorialStatus, Record
from relations.prepared import Prepared, hang

T = TypeVar("T")
JOINED = (
    *("relationship__first", "relationship__second", "place", "as_agreement", "as_meeting"),
    *("as_visit__origin", "as_visit__destination", "as_figure__reporter"),
)
RECORDS = Prepared(
    Record,
    lambda rows, keys: (
        rows.filter(pk__in=keys, editorial_status=EditorialStatus.PUBLISHED).select_related(*JOINED).order_by()
    ),
)
CITED = Prepared(
    Citation,
    lambda rows, keys: rows.filter(record__in=keys, preferred=True).select_related("source").order_by("field"),
)
PARTIES = Prepared(
    Record.countries.through,
    lambda rows, keys: rows.filter(record__in=keys).select_related("country").order_by("country__code"),
)


def fetched(keys: Sequence[int]) -> dict[int, Record]:
    """Published records by key, each with its other half, pair or else parties, place and sources."""
    found: list[Record] = RECORDS.objects(keys)
    cited = _by_record(CITED.objects(keys), lambda citation: citation)
    shared = [record.pk for record in found if record.relationship_id is None]
    parties = _by_record(PARTIES.objects(shared), lambda link: link.country)
    for record in found:
        hang(record, "citations", Citation, cited[record.pk])
        if record.relationship_id is None:
            hang(record, "countries", Country, parties[record.pk])
    return {record.pk: record for record in found}


def _by_record(links: Iterable[Any], named: Callable[[Any], T]) -> defaultdict[int, list[T]]:
    """What links name, by the record that they belong to."""
    found: defaultdict[int, list[T]] = defaultdict(list)
    for link in links:
        found[link.record_id].append(named(link))
    return found
