"""Pages of an Atom feed (RFC 4287, paged by RFC 5005): what changed last stands first. No HTTP.

A record has changed when it or anything that hangs on it was written, a citation for instance: triggers note that
(relations.changes). A cursor is the revision of the last change and the record's number, `4211.123`. What changes in
the meantime comes to the front, so nothing is passed over.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from relations.models import Record, RecordTouch
from relations.pages.addresses import absolute
from relations.pages.words import Words, words
from relations.paging import CursorError
from relations.templatetags.record_tags import LANGUAGES, capfirst_in_language

from .fetched import fetched
from .permanent import permanent
from .scopes import Scope
from .telling import told

SIZE = 50
FORM = re.compile(r"(\d{1,18})\.(\d{1,18})\Z", re.ASCII)


@dataclass(frozen=True)
class Entry:
    """An entry in the active language; its id is the same in every feed and language."""

    id: str
    title: Words
    urls: list[tuple[str, str]]  # by language
    updated: str
    category: tuple[str, str]  # the term, and its name in this language
    content: str


class Cursor(NamedTuple):
    revision: int
    pk: int

    def __str__(self) -> str:
        return f"{self.revision}.{self.pk}"


def read_cursor(text: str) -> Cursor:
    """The place that a cursor names; raises CursorError."""
    found = FORM.match(text)
    if not found:
        raise CursorError(text[:40])
    return Cursor(int(found[1]), int(found[2]))


def entries_of(scope: Scope, before: str = "") -> tuple[list[Entry], str]:
    """So many entries from a cursor on, and the cursor of those that follow, if any; raises CursorError."""
    touches = _touches(scope).order_by("-revision", "-record_id")
    touches = touches.filter(_beyond(read_cursor(before))) if before else touches
    rows = list(touches[: SIZE + 1])
    shown = rows[:SIZE]
    records = fetched([touch.record_id for touch in shown])
    rest = str(Cursor(shown[-1].revision, shown[-1].record_id)) if len(rows) > SIZE else ""
    return [entry(records[touch.record_id], touch) for touch in shown if touch.record_id in records], rest


def _touches(scope: Scope) -> QuerySet[RecordTouch]:
    """The last change of each record: all are met in the order of their index, a part is looked up and sorted."""
    if scope.is_whole:
        return RecordTouch.objects.filter(Exists(scope.records.order_by().filter(pk=OuterRef("record_id"))))
    return RecordTouch.objects.filter(record_id__in=scope.records.order_by().values("pk"))


def _beyond(cursor: Cursor) -> Q:
    """The first condition is the one that an index can follow."""
    past = Q(revision__lt=cursor.revision) | Q(record_id__lt=cursor.pk)
    return Q(revision__lte=cursor.revision) & past


def entry(record: Record, touch: RecordTouch) -> Entry:
    return Entry(
        permanent(record.slug),
        words(record, "title"),
        in_languages(record.get_absolute_url()),
        touch.changed_at.isoformat(),
        (record.kind, capfirst_in_language(record.get_kind_display())),
        told(record),
    )


def in_languages(path: str) -> list[tuple[str, str]]:
    """An address in every language: only its first step differs."""
    rest = path.removeprefix("/").partition("/")[2]
    return [(code, absolute(f"/{code}/{rest}")) for code in LANGUAGES]
