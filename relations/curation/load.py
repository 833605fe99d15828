"""Fixture rows → database: all or nothing, again and again, and never over what staff changed."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models.deletion import Collector

from relations.bulk import write
from relations.changes.keeping import keep_versions
from relations.checks.consensus import refresh
from relations.filling import filling, remembers_nothing
from relations.garbage import between_batches
from relations.models import Citation, LoadedRow, Record, Source

from .fixture_checks import Survey, survey
from .fixture_files import MODELS, OF_RECORDS, FixtureError, files, unit_of
from .history import keep_history
from .renames import FILE, check_renames, read_renames, remember, rename
from .stored import Stored, all_stored
from .writing import Writing, Written, batches, reserve

WHOLE = "the fixtures as a whole"
CHUNK = 500  # rows looked at together
MANY = 5_000  # rows written together
PIECE = 1 << 20  # bytes read together


@dataclass
class Outcome:
    """What a load did; `kept` names what staff changed and the fixtures would have overwritten."""

    created: int = 0
    updated: int = 0
    removed: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    is_news: bool = True


def load(folder: Path, *, force: bool = False) -> Outcome:
    """Bring the database to what the fixtures say; raises FixtureError, and then nothing has changed."""
    with transaction.atomic(), between_batches():
        fingerprint = _fingerprint(folder)
        if not force and LoadedRow.objects.filter(model=WHOLE, digest=fingerprint).exists():
            keep_versions()
            return Outcome(is_news=False)
        fixtures, renames = survey(folder), read_renames(folder)
        check_renames(renames, fixtures)
        rename(renames, all_stored)
        outcome = _load(fixtures, force)
        remember(renames)
        keep_versions()
        LoadedRow.objects.update_or_create(model=WHOLE, key="", defaults={"digest": fingerprint})
        return outcome


def _fingerprint(folder: Path) -> str:
    """One digest of all fixture files."""
    found = sha256()
    for path in (*files(folder), *folder.glob(FILE)):
        with path.open("rb") as stream:
            while piece := stream.read(PIECE):
                found.update(piece)
    return found.hexdigest()


def _load(fixtures: Survey, force: bool) -> Outcome:
    stored = all_stored()
    loaded = dict(LoadedRow.objects.exclude(model=WHOLE).values_list("key", "digest"))
    theirs = set() if force else _changed_by_staff(stored, loaded)
    ours = {key for key in fixtures.digests if unit_of(key) not in theirs}
    due = {key for key in ours if key not in stored or stored[key].digest != fixtures.digests[key]}
    updated = sum(key in stored for key in due)
    outcome = Outcome(len(due) - updated, updated, unchanged=len(ours) - len(due))
    outcome.kept = sorted(_clashes(fixtures, loaded, theirs))
    gone = [key for key in loaded if key not in fixtures.digests]
    removed = [key for key in gone if key in stored and unit_of(key) not in theirs]
    touched = _records_of(removed)
    outcome.removed = _remove(removed, stored)
    with _noting(stored):
        written = Writing(fixtures, stored).write(due)
        refresh(_judged_anew(written, touched | _records_of(due)))
    keep_history(written)
    _remember(fixtures, ours, loaded, gone)
    return outcome


def _noting(stored: Mapping[str, Stored]) -> AbstractContextManager[None]:
    """Around all that is written: what triggers would note is worked out once where there is nothing else to note."""
    return nullcontext() if stored or not remembers_nothing() else filling()


def _changed_by_staff(stored: Mapping[str, Stored], loaded: Mapping[str, str]) -> set[str]:
    """Units with a row that staff added, edited or deleted since the fixtures wrote them."""
    touched = {unit_of(key) for key, found in stored.items() if loaded.get(key) != found.digest}
    return touched | {unit_of(key) for key in loaded if key not in stored}


def _clashes(fixtures: Survey, loaded: Mapping[str, str], theirs: set[str]) -> set[str]:
    """Units of staff's for which the fixtures have something new."""
    return {unit_of(key) for key, new in fixtures.digests.items() if loaded.get(key) != new} & theirs


def _remove(keys: Iterable[str], stored: Mapping[str, Stored]) -> int:
    """Delete what an earlier load brought and the fixtures no longer hold, what hangs on it first."""
    pks: dict[type[models.Model], list[int]] = {}
    for key in keys:
        pks.setdefault(apps.get_model(key.partition(" ")[0]), []).append(stored[key].pk)
    for model in (each for each in reversed(MODELS) if each in pks):
        for some in batches(pks[model], CHUNK):
            collector = Collector(using=connection.alias)
            found = model._default_manager.filter(pk__in=some)
            collector.collect(found, keep_parents=bool(model._meta.parents))
            collector.delete()
    return sum(map(len, pks.values()))


def _records_of(keys: Iterable[str]) -> set[str]:
    """The slugs of the records that rows belong to."""
    parts = (key.split(" ", 2) for key in keys)
    return {part[1] for part in parts if part[0] in OF_RECORDS}


def _judged_anew(written: Written, slugs: set[str]) -> set[int]:
    """Records whose citations are to be compared again: those written, and those that a source written speaks of."""
    found: set[int] = set()
    for some in batches(sorted(slugs), CHUNK):
        found.update(Record.objects.filter(slug__in=some).order_by().values_list("pk", flat=True))
    for sources in batches(sorted(written[Source]), CHUNK):
        found.update(Citation.objects.filter(source__in=sources).order_by().values_list("record", flat=True))
    return found


def _remember(fixtures: Survey, ours: set[str], loaded: Mapping[str, str], gone: Iterable[str]) -> None:
    """Note what the database holds now by the fixtures' doing."""
    for some in batches(gone, CHUNK):
        LoadedRow.objects.filter(key__in=some).delete()
    columns = ("id", "model", "key", "digest")
    new = (key for key in fixtures.digests if key in ours and key not in loaded)  # in their order, for the index
    for keys in batches(new, MANY):
        pks = reserve(LoadedRow, len(keys))
        rows = [(pk, key.partition(" ")[0], key, fixtures.digests[key]) for pk, key in zip(pks, keys, strict=True)]
        write(LoadedRow._meta.db_table, columns, rows)
    other = (key for key in ours if key in loaded and loaded[key] != fixtures.digests[key])
    for keys in batches(other, CHUNK):
        known = LoadedRow.objects.filter(key__in=keys)
        LoadedRow.objects.bulk_update(
            [LoadedRow(pk=row.pk, digest=fixtures.digests[row.key]) for row in known], ["digest"]
        )


__all__ = ["FixtureError", "Outcome", "load"]
