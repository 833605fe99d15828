"""fixtures/renamed.yaml: `old-slug: new-slug`, so that a record keeps its identity, its history and its old address.

`person/old-slug: new-slug` does the same for a person, `institution/…` and `source/…` for those.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from django.db.models import QuerySet

from relations.models import FormerName, Institution, LoadedRow, Person, Record, Revision, Source

from .fixture_checks import Survey
from .fixture_files import FixtureError
from .yaml_files import CurationError, read_yaml

FILE = "renamed.yaml"
MODELS: dict[str, type[Any]] = {model.named_as: model for model in (Record, Person, Institution, Source)}


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
    for noun, old, new in _each(renames):
        if noun not in MODELS:
            raise FixtureError(FILE, 1, f"“{noun}” is none of {', '.join(MODELS)}")
        if (key := f"relations.{noun} {old}") in fixtures.digests:
            raise fixtures.find(key).error(f"“{old}” is a former slug of {new}")
        if f"relations.{noun} {new}" not in fixtures.digests:
            raise FixtureError(FILE, 1, f"no {noun} is called “{new}”")


def _each(renames: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """What is renamed, from what, to what; a record where nothing else is said."""
    for old, new in renames.items():
        noun, slash, slug = old.partition("/")
        yield (noun, slug, new) if slash else (Record.named_as, old, new)


def rename(renames: Mapping[str, str], look: Look) -> None:
    """Rename what still has its former slug; what the fixtures brought stays theirs under the new names."""
    due = [
        (noun, old, new)
        for noun, old, new in _each(renames)
        if list(_rows(noun).filter(slug__in=(old, new)).values_list("slug", flat=True)) == [old]
    ]
    if not due:
        return
    before = look()
    for noun, old, new in due:
        _rows(noun).filter(slug=old).update(slug=new)
    _follow(before, look())


def _rows(noun: str) -> QuerySet[Any]:
    rows: QuerySet[Any] = MODELS[noun]._default_manager.all()
    return rows


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
    """Former slugs of what this database never knew by them."""
    now = Revision.current()
    for noun in MODELS:
        slugs = {old: new for about, old, new in _each(renames) if about == noun}
        keys = dict(_rows(noun).filter(slug__in=slugs.values()).values_list("slug", "pk"))
        known = set(FormerName.objects.filter(noun=noun, slug__in=slugs).values_list("slug", flat=True))
        missing = [(old, keys[new]) for old, new in slugs.items() if old not in known and new in keys]
        about = {"noun": noun, "revision": now.number, "at": now.changed_at}
        FormerName.objects.bulk_create(FormerName(slug=old, key=key, **about) for old, key in missing)
