"""Versions of records: each published state is kept once, by the revision from which it was true.

Triggers note what was touched, whatever wrote it. `keep_versions` is called where people and fixtures write, and makes
up for what others wrote; what was written and overwritten in between two calls leaves no version of its own.
"""

import json
import logging
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import orjson
from django.db import DatabaseError, connection, transaction
from django.db.models import F, Max, QuerySet
from zlib_ng import zlib_ng

from relations.bulk import write
from relations.export import public
from relations.export.ndjson import together
from relations.export.records import EXPORTS
from relations.models import Change, Citation, Participation, Record, RecordTouch, RecordVersion, Revision
from relations.nodes import reading

log = logging.getLogger(__name__)
Document = Mapping[str, Any]
Row = dict[str, Any]  # of a version, by column
CHUNK = 400  # the most that somebody waits for
AT_ONCE = 2_000  # records looked at together
# What other columns rule, or what is no content.
DERIVED = frozenset({"changed_at", "date_earliest", "date_latest", "period"})
CALLED = ("slug", "kind", "title_tr", "title_en", "date")
COLUMNS = ("record_id", "revision", "at", "day", *CALLED, "change", "fields", "document")


def keep_versions(most: int | None = None) -> int:
    """Keep a version of every record that was touched and differs since; returns how many differ.

    Whoever waits for an answer looks at `most` records, the oldest changes first: the rest is left to the command.
    """
    if not _to_keep().exists():
        return 0
    kept = 0
    with transaction.atomic():
        Revision.objects.select_for_update().get(pk=1)  # nothing is touched meanwhile, and one of us at a time
        if most is not None:
            return _keep(_whole_revisions(most))
        while touches := list(_to_keep()[:AT_ONCE]):
            kept += _keep(touches)
    return kept


def _whole_revisions(most: int) -> list[RecordTouch]:
    """The first so many touches, but no part of a revision: who follows the changes never meets the same one again."""
    touches = list(_to_keep()[: most + 1])
    return touches if len(touches) <= most else [each for each in touches if each.revision < touches[-1].revision]


def make_up(most: int = CHUNK) -> None:
    """Keep what nobody kept, before somebody reads it; more than so many records are left to the next load."""
    waiting = len(_to_keep()[: most + 1])
    if waiting and not (reading.is_primary() and waiting <= most and _could_keep()):
        reading.call_provisional()  # a replica takes nothing: it waits for the primary


def _could_keep() -> bool:
    try:
        keep_versions()
    except DatabaseError:  # another writer holds the database: read what is there
        log.warning("Versions could not be brought up to date", exc_info=True)
        return False
    return True


def _to_keep() -> QuerySet[RecordTouch]:
    return RecordTouch.objects.filter(kept__lt=F("revision")).order_by("revision", "record_id")


def _keep(touches: Sequence[RecordTouch]) -> int:
    keys = [touch.record_id for touch in touches]
    now, before = dict(documents(keys)), latest_versions(keys)
    made = [_version(touch, now.get(touch.record_id), before.get(touch.record_id)) for touch in touches]
    rows = [version for version in made if version]
    write(RecordVersion._meta.db_table, COLUMNS, [tuple(row[name] for name in COLUMNS) for row in rows])
    RecordTouch.objects.filter(pk__in=keys).update(kept=F("revision"))
    return len(rows)


def documents(keys: Sequence[int]) -> Iterator[tuple[int, Document]]:
    """Those of these records that are published, as they leave: the lines of records.ndjson."""
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for kind, key in Record.objects.published().filter(pk__in=keys).order_by().values_list("kind", "pk"):
        kinds[kind].append(key)
    for export in EXPORTS:
        if not (of_kind := kinds[str(export.model.of_kind)]):
            continue
        records = export.model.objects.filter(pk__in=of_kind).order_by(public.Bytewise("slug"))
        of_these = {"record__in": of_kind}
        parts = (
            model._default_manager.filter(**of_these).order_by(*public.ORDERS[model])
            for model in (Participation, Citation)
        )
        yield from together(export, records, *parts)


def latest_versions(keys: Sequence[int]) -> dict[int, RecordVersion]:
    """The last version of each record that has one."""
    newest = RecordVersion.objects.filter(record_id__in=keys).values("record_id").annotate(last=Max("pk"))
    return {each.record_id: each for each in RecordVersion.objects.filter(pk__in=newest.values("last"))}


def _version(touch: RecordTouch, now: Document | None, before: RecordVersion | None) -> Row | None:
    """The version that a touched record needs; None where nobody could see a difference."""
    was = read(before) if before else None
    common = {"record_id": touch.record_id, "revision": touch.revision}
    common |= {"at": _stored("at", touch.changed_at), "day": _stored("day", touch.changed_at.date())}
    if now is None:
        return _removed(before, common) if before and was else None
    fields = changed_fields(was, now) if was else []
    if was and not fields:
        return None
    called = {name: now[name] or "" for name in CALLED}
    change = Change.CHANGED if was else Change.ADDED
    document = zlib_ng.compress(orjson.dumps(now))
    return common | called | {"change": change.value, "fields": " ".join(fields), "document": document}


def _removed(before: RecordVersion, common: Row) -> Row:
    """The end of a record: what it was called, and nothing of what it said."""
    called = {name: getattr(before, name) for name in CALLED}
    return common | called | {"change": Change.REMOVED.value, "fields": "", "document": b""}


@lru_cache(maxsize=64)
def _stored(name: str, value: Any) -> Any:
    """A moment or a day as its column takes it; of what was written together there are few."""
    column: Any = RecordVersion._meta.get_field(name)
    return column.get_db_prep_save(value, connection)


def changed_fields(was: Document, now: Document) -> list[str]:
    """The columns in which two documents of a record differ, in their order; what follows from others is left out."""
    names = dict.fromkeys([*now, *was])
    return [name for name in names if name not in DERIVED and was.get(name) != now.get(name)]


def read(version: RecordVersion) -> Document | None:
    """What a record said in a version; None where it was removed."""
    found: Document | None = json.loads(zlib.decompress(version.document)) if version.document else None
    return found
