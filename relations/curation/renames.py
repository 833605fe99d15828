"""fixtures/renamed.yaml: `old-slug: new-slug`, so that a record keeps its identity, its history and its old address."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from relations.models import FormerSlug, LoadedRow, Record

from .fixture_checks import Survey
from .fixture_files import FixtureError
from .yaml_files import CurationError, read_yaml

FILE = "renamed.yaml"


class Stored(Protocol):
    """A row as the database has it."""

    @property
    def pk(self) -> int: ...

    @property
    def digest(self) -> str: ...


Look = Callable[[], Mapping[str, Stored]]


def read_renames(folder: Path) -> dict[str, str]:
    """Former slugs with the present ones; raises FixtureError."""
    path = folder / FILE
    try:
        found = read_yaml(path) if path.exists() else {}
    except CurationError as error:
        raise FixtureError(error.file, error.line, error.reason) from error
    return {old: str(new) for old, new in found.items()}


def check_renames(renames: Mapping[str, str], fixtures: Survey) -> None:
    """A former slug belongs to no record, and the present one to one; raises FixtureError."""
    for old, new in renames.items():
        if (key := f"relations.record {old}") in fixtures.digests:
            raise fixtures.find(key).error(f"“{old}” is a former slug of {new}")
        if f"relations.record {new}" not in fixtures.digests:
            raise FixtureError(FILE, 1, f"no record is called “{new}”")


def rename(renames: Mapping[str, str], look: Look) -> None:
    """Rename records that still have their former slug; what the fixtures brought stays theirs under the new names."""
    slugs = set(Record.objects.filter(slug__in={*renames, *renames.values()}).values_list("slug", flat=True))
    due = {old: new for old, new in renames.items() if old in slugs and new not in slugs}
    if not due:
        return
    before = look()
    for old, new in due.items():
        Record.objects.filter(slug=old).update(slug=new)
    _follow(before, look())


def _follow(before: Mapping[str, Stored], after: Mapping[str, Stored]) -> None:
    """Note rows of which only a slug changed as loaded under their new keys; those that staff changed stay staff's."""
    new_keys = {(key.partition(" ")[0], row.pk): key for key, row in after.items()}
    for loaded in LoadedRow.objects.all().iterator():
        if loaded.key not in before:
            continue
        row, key = before[loaded.key], new_keys[loaded.model, before[loaded.key].pk]
        digest = after[key].digest if loaded.digest == row.digest else loaded.digest
        if (key, digest) != (loaded.key, loaded.digest):
            LoadedRow.objects.filter(pk=loaded.pk).update(key=key, digest=digest)


def remember(renames: Mapping[str, str]) -> None:
    """Former slugs of records that this database never knew by them."""
    records = dict(Record.objects.filter(slug__in=renames.values()).values_list("slug", "pk"))
    known = set(FormerSlug.objects.filter(slug__in=renames).values_list("slug", flat=True))
    missing = [(old, records[new]) for old, new in renames.items() if old not in known and new in records]
    FormerSlug.objects.bulk_create(FormerSlug(slug=old, record_id=pk) for old, pk in missing)
