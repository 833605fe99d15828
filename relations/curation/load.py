"""Fixture rows → database: all or nothing, again and again, and never over what staff changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.core.serializers.python import Deserializer
from django.db import DatabaseError, models, transaction

from relations.changes.keeping import keep_versions
from relations.checks.consensus import refresh
from relations.export.fixture import columns, value
from relations.export.public import stream
from relations.models import Citation, LoadedRow

from .build import FILES
from .fixture_files import FixtureError, FixtureRow, digest, key_text, read_fixtures, unit_of
from .history import keep_history
from .renames import FILE, check_renames, read_renames, remember, rename

Written = dict[type[models.Model], set[int]]  # primary keys by model
MODELS = tuple(model for models_ in FILES.values() for model in models_)
WHOLE = "the fixtures as a whole"


@dataclass
class Outcome:
    """What a load did; `kept` names what staff changed and the fixtures would have overwritten."""

    created: int = 0
    updated: int = 0
    removed: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    is_news: bool = True


@dataclass(frozen=True)
class Stored:
    """A row as the database has it."""

    pk: int
    unit: str
    digest: str


def load(folder: Path, *, force: bool = False) -> Outcome:
    """Bring the database to what the fixtures say; raises FixtureError, and then nothing has changed."""
    with transaction.atomic():
        fingerprint = _fingerprint(folder)
        if not force and LoadedRow.objects.filter(model=WHOLE, digest=fingerprint).exists():
            keep_versions()
            return Outcome(is_news=False)
        rows, renames = read_fixtures(folder), read_renames(folder)
        check_renames(renames, rows)
        rename(renames, _all_stored)
        outcome = _load(rows, force)
        remember(renames)
        keep_versions()
        LoadedRow.objects.update_or_create(model=WHOLE, key="", defaults={"digest": fingerprint})
        return outcome


def _fingerprint(folder: Path) -> str:
    """One digest of all fixture files."""
    paths = [*sorted(folder.glob("*.json")), *folder.glob(FILE)]
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def _load(rows: list[FixtureRow], force: bool) -> Outcome:
    stored = _all_stored()
    loaded = dict(LoadedRow.objects.exclude(model=WHOLE).values_list("key", "digest"))
    theirs = set() if force else _changed_by_staff(stored, loaded)
    outcome = Outcome(kept=sorted(_clashes(rows, loaded, theirs)))
    wanted = {row.key for row in rows}
    outcome.removed = _remove([key for key in loaded if key not in wanted], stored, theirs)
    written = _write([row for row in rows if row.unit not in theirs], stored, outcome)
    refresh()
    keep_history(written)
    _remember([row for row in rows if row.unit not in theirs], gone=set(loaded) - wanted)
    return outcome


def _all_stored() -> dict[str, Stored]:
    return {key: found for model in MODELS for key, found in _stored(model)}


def _stored(model: type[models.Model]) -> Iterable[tuple[str, Stored]]:
    """Every row of a table by its key."""
    fields = columns(model)
    for found in stream(model._default_manager.order_by("pk"), fields):
        row = {"model": model._meta.label_lower, "fields": {each.name: value(found, each) for each in fields}}
        yield key_text(row), Stored(found.pk, unit_of(row), digest(row))


def _changed_by_staff(stored: dict[str, Stored], loaded: dict[str, str]) -> set[str]:
    """Units with a row that staff added, edited or deleted since the fixtures wrote them."""
    touched = {found.unit for key, found in stored.items() if loaded.get(key) != found.digest}
    return touched | {_unit_of_key(key) for key in loaded if key not in stored}


def _unit_of_key(key: str) -> str:
    """The unit of a row that is gone, from its key."""
    model, _, rest = key.partition(" ")
    hangs_on_record = model in {each._meta.label_lower for each in FILES_OF_RECORDS}
    return f"record {rest.split(' ')[0]}" if hangs_on_record else key


FILES_OF_RECORDS = tuple(model for name, models_ in FILES.items() if name >= "04" for model in models_)


def _clashes(rows: list[FixtureRow], loaded: dict[str, str], theirs: set[str]) -> set[str]:
    """Units of staff's for which the fixtures have something new."""
    return {row.unit for row in rows if row.unit in theirs and loaded.get(row.key) != digest(row.row)}


def _remove(keys: list[str], stored: dict[str, Stored], theirs: set[str]) -> int:
    """Delete what an earlier load brought and the fixtures no longer hold, what hangs on it first."""
    removed = 0
    for model in reversed(MODELS):
        label = model._meta.label_lower
        pks = [
            stored[key].pk
            for key in keys
            if key.partition(" ")[0] == label and key in stored and stored[key].unit not in theirs
        ]
        for found in model._default_manager.filter(pk__in=pks):
            found.delete(**({"keep_parents": True} if model._meta.parents else {}))
        removed += len(pks)
    return removed


def _write(rows: list[FixtureRow], stored: dict[str, Stored], outcome: Outcome) -> Written:
    """Save what is new or different, later references last; returns what was written."""
    written: Written = defaultdict(set)
    deferred: list[tuple[FixtureRow, DeserializedObject]] = []
    for row in sorted(rows, key=_saving_order):
        found = stored.get(row.key)
        if found and found.digest == digest(row.row):
            outcome.unchanged += 1
            continue
        saved = _save(row)
        if saved.deferred_fields:
            deferred.append((row, saved))
        else:
            written[row.model].add(saved.object.pk)
        outcome.updated += bool(found)
        outcome.created += not found
    for row, saved in deferred:
        _guarded(row, saved.save_deferred_fields)
        written[row.model].add(saved.object.pk)
    return written


def _saving_order(row: FixtureRow) -> tuple[int, bool]:
    """Models in order; a citation that gives up its preference before the one that takes it."""
    return MODELS.index(row.model), row.model is Citation and row.row["fields"]["preferred"]


def _save(row: FixtureRow) -> Any:
    def save() -> DeserializedObject:
        found: DeserializedObject
        (found,) = Deserializer([row.row], handle_forward_references=True)
        if not found.deferred_fields or all(each.null for each in found.deferred_fields):
            found.save()
        return found

    return _guarded(row, save)


def _guarded(row: FixtureRow, act: Any) -> Any:
    """Run a database step; what the database refuses becomes the error of the row's line."""
    try:
        return act()
    except (DeserializationError, DatabaseError, ObjectDoesNotExist, FieldDoesNotExist, ValidationError) as error:
        raise row.error(" ".join(str(error).split())) from error


def _remember(rows: list[FixtureRow], gone: set[str]) -> None:
    """Note what the database holds now by the fixtures' doing."""
    LoadedRow.objects.filter(key__in=gone).delete()
    LoadedRow.objects.bulk_create(
        [LoadedRow(model=row.row["model"], key=row.key, digest=digest(row.row)) for row in rows],
        update_conflicts=True,
        unique_fields=["model", "key"],
        update_fields=["digest"],
        batch_size=500,
    )


__all__ = ["FixtureError", "Outcome", "load"]
