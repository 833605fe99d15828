"""Versions of records: each published state is kept once, by the revision from which it was true.

Triggers note what was touched, whatever wrote it. `keep_versions` is called where people and fixtures write, and makes
up for what others wrote; what was written and overwritten in between two calls leaves no version of its own.
"""

import json
import logging
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import F, Max, QuerySet

from relations.export import public
from relations.export.ndjson import attached, with_attached
from relations.export.records import EXPORTS, says
from relations.export.rows import canonical
from relations.models import Change, RecordTouch, RecordVersion, Revision

log = logging.getLogger(__name__)
Document = Mapping[str, Any]
CHUNK = 400  # records looked at together
# What other columns rule, or what is no content.
DERIVED = frozenset({"changed_at", "date_earliest", "date_latest", "period"})


def keep_versions() -> int:
    """Keep a version of every record that was touched and differs since; returns how many differ."""
    if not _to_keep().exists():
        return 0
    with transaction.atomic():
        Revision.objects.select_for_update().get(pk=1)  # nothing is touched meanwhile, and one of us at a time
        touches = list(_to_keep())
        return sum(_keep(touches[start : start + CHUNK]) for start in range(0, len(touches), CHUNK))


def make_up(most: int = CHUNK) -> None:
    """Keep what nobody kept, before somebody reads it; more than so many records are left to the next load."""
    try:
        if len(_to_keep()[: most + 1]) <= most:
            keep_versions()
    except DatabaseError:  # another writer holds the database: read what is there
        log.warning("Versions could not be brought up to date", exc_info=True)


def _to_keep() -> QuerySet[RecordTouch]:
    return RecordTouch.objects.filter(kept__lt=F("revision")).order_by("revision", "record_id")


def _keep(touches: Sequence[RecordTouch]) -> int:
    keys = [touch.record_id for touch in touches]
    now, before = dict(documents(keys)), latest_versions(keys)
    made = [_version(touch, now.get(touch.record_id), before.get(touch.record_id)) for touch in touches]
    versions = RecordVersion.objects.bulk_create(version for version in made if version)
    RecordTouch.objects.filter(pk__in=keys).update(kept=F("revision"))
    return len(versions)


def documents(keys: Sequence[int]) -> Iterator[tuple[int, Document]]:
    """Those of these records that are published, as they leave: the lines of records.ndjson."""
    for export in EXPORTS:
        fields = (*export.model._meta.fields, *export.model._meta.many_to_many)
        rows = export.model.objects.published().filter(pk__in=keys).order_by("pk").prefetch_related(*attached())
        for record in map(_without_drafts, public.stream(rows, fields)):
            yield record.pk, plain(with_attached(record, says(record, export.columns)))


def _without_drafts(record: Any) -> Any:
    """A record whose link to a draft is one to nothing, where it has to have one: a meeting of a withdrawn council."""
    cache = record._state.fields_cache
    for column in record._meta.fields:
        if column.is_relation and not column.null and cache.get(column.name, column) is None:
            cache[column.name] = column.related_model()
    return record


def plain(document: Document) -> Document:
    """A document as JSON reads it back."""
    found: Document = json.loads(_text(document))
    return found


def latest_versions(keys: Sequence[int]) -> dict[int, RecordVersion]:
    """The last version of each record that has one."""
    newest = RecordVersion.objects.filter(record_id__in=keys).values("record_id").annotate(last=Max("pk"))
    return {each.record_id: each for each in RecordVersion.objects.filter(pk__in=newest.values("last"))}


def _version(touch: RecordTouch, now: Document | None, before: RecordVersion | None) -> RecordVersion | None:
    """The version that a touched record needs; None where nobody could see a difference."""
    was = read(before) if before else None
    common = {"record_id": touch.record_id, "revision": touch.revision, "at": touch.changed_at}
    common["day"] = touch.changed_at.date()
    if now is None:
        return _removed(before, common) if before and was else None
    fields = changed_fields(was, now) if was else []
    if was and not fields:
        return None
    return RecordVersion(
        slug=now["slug"],
        kind=now["kind"],
        change=Change.CHANGED if was else Change.ADDED,
        fields=" ".join(fields),
        title_tr=now["title_tr"] or "",
        title_en=now["title_en"] or "",
        date=now["date"] or "",
        document=zlib.compress(_text(now).encode()),
        **common,
    )


def _removed(before: RecordVersion, common: dict[str, Any]) -> RecordVersion:
    """The end of a record: what it was called, and nothing of what it said."""
    kept = {name: getattr(before, name) for name in ("slug", "kind", "title_tr", "title_en", "date")}
    return RecordVersion(change=Change.REMOVED, **kept, **common)


def changed_fields(was: Document, now: Document) -> list[str]:
    """The columns in which two documents of a record differ, in their order; what follows from others is left out."""
    names = dict.fromkeys([*now, *was])
    return [name for name in names if name not in DERIVED and was.get(name) != now.get(name)]


def read(version: RecordVersion) -> Document | None:
    """What a record said in a version; None where it was removed."""
    found: Document | None = json.loads(zlib.decompress(version.document)) if version.document else None
    return found


def _text(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, allow_nan=False, default=canonical, separators=(",", ":"))
