"""Which of the records that filters leave answer a question.

Where they are few, each of their documents is looked at. Else the answers are, the newest first, and of these it is
asked whether they are among the records; to kinds, fields, pairs and what sources differ on the index itself keeps
(filed). An engine that is given question and records at once takes one of the two for small, which cost up to a second
at 100,000 records.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from relations.models import SearchDocument
from relations.models.records import RecordQuerySet
from relations.prepared import Prepared
from relations.timeline.filters import Filters

from .filed import clauses_of
from .matching import Clause, find, is_met

FEW = 1_000  # records whose documents are all looked at
LOOKED_AT, MORE = 500, 4  # answers that are looked at first, and how many times as many where these do not do
AT_ONCE = 1_000  # keys in a question
DOCUMENTS = Prepared(
    SearchDocument,
    lambda rows, keys: rows.filter(pk__in=keys).order_by("-pk").values_list("pk", "title", "names", "summary", "cited"),
)


class Looked(NamedTuple):
    """A document: its title, and all of its columns."""

    pk: int
    title: str
    whole: str


class Among:
    """Some records, for all that is asked of them on the way to one answer."""

    def __init__(self, records: RecordQuerySet, filters: Filters | None) -> None:
        """The filters that leave these records; None where the index is behind, which then does not know them."""
        self.records = records
        self.filed = clauses_of(filters) if filters else []

    @cached_property
    def few(self) -> list[Looked] | None:
        """The documents of these records, the last key first; None where there are too many."""
        # The newest, for years are asked for from one on: an index that is read from its oldest end meets these last.
        # In the order that the index has on either engine, wherever records without a date come in it.
        keys = list(self.records.order_by("-earliest", "-pk").values_list("pk", flat=True)[: FEW + 1])
        if len(keys) > FEW:
            return None
        return [Looked(pk, columns[0], "".join(columns)) for pk, *columns in DOCUMENTS.rows(keys)]

    def find(self, clauses: Sequence[Clause], limit: int, *, in_title: bool = False) -> list[int]:
        """The numbers of those that answer, the last that came into the database first."""
        if self.few is None:
            return self._of_answers(clauses, limit, in_title)
        return [each.pk for each in self.few if is_met(clauses, each.title if in_title else each.whole)][:limit]

    def _of_answers(self, clauses: Sequence[Clause], limit: int, in_title: bool) -> list[int]:
        seen, found, most = 0, list[int](), max(limit, LOOKED_AT)
        while len(found) < limit:
            keys = find([*clauses, *self.filed], most, in_title=in_title)
            found += self._left(keys[seen:])
            if len(keys) < most:
                break
            seen, most = len(keys), most * MORE
        return found[:limit]

    def _left(self, keys: Sequence[int]) -> list[int]:
        """Those of these that are among the records."""
        found = list[int]()
        for at in range(0, len(keys), AT_ONCE):
            some = keys[at : at + AT_ONCE]
            left = set(self.records.filter(pk__in=some).order_by().values_list("pk", flat=True))
            found += [key for key in some if key in left]
        return found
