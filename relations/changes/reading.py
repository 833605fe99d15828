"""Reading what was kept: a record as of a revision, what changed since, and what is gone. No HTTP."""

import re
from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from relations.models import Change, FormerName, Institution, Person, Record, RecordVersion, Source

from .keeping import Document, documents, read

RECORD = Record.named_as
# What has a page, by what its former names are kept under; a queryset each time, for one would freeze its language.
PUBLIC: dict[str, Callable[[], QuerySet[Any]]] = {
    RECORD: Record.objects.published,
    **{model.named_as: model._default_manager.all for model in (Person, Institution, Source)},
}
NUMBER = re.compile(r"[0-9]{1,18}\Z", re.ASCII)


class RevisionError(ValueError):
    """What is no revision at all."""


def read_revision(text: str) -> int:
    """The number of a revision; raises RevisionError."""
    if not NUMBER.match(text):
        raise RevisionError(text[:40])
    return int(text)


def since(revision: int) -> QuerySet[RecordVersion]:
    """Every addition, change and removal after a revision, oldest first; rows never move, so the key is a cursor."""
    return RecordVersion.objects.filter(revision__gt=revision).defer("document").order_by("revision", "pk")


def as_of(record_id: int, revision: int) -> RecordVersion | None:
    """How a record stood at a revision; None where it was not public then."""
    found = _versions(record_id).filter(revision__lte=revision).order_by("-pk").first()
    return found if found and found.change != Change.REMOVED else None


def around(record_id: int, version: RecordVersion) -> tuple[RecordVersion | None, RecordVersion | None]:
    """The public versions before and after one."""
    public = _versions(record_id).exclude(change=Change.REMOVED).defer("document")
    return (
        public.filter(pk__lt=version.pk).order_by("-pk").first(),
        public.filter(pk__gt=version.pk).order_by("pk").first(),
    )


def first(record_id: int) -> RecordVersion | None:
    return _versions(record_id).defer("document").order_by("pk").first()


def _versions(record_id: int) -> QuerySet[RecordVersion]:
    return RecordVersion.objects.filter(record_id=record_id)


def document_of(version: RecordVersion) -> Document:
    """What a public version says."""
    return read(version) or {}


def document_now(record_id: int) -> Document:
    """What a published record says today."""
    return dict(documents([record_id]))[record_id]


def renamed(slug: str, noun: str = RECORD) -> Any:
    """What had this slug once and has a public page under another one."""
    former = FormerName.objects.filter(noun=noun, slug=slug).values("key")
    return PUBLIC[noun]().filter(pk__in=former).first()


def gone(slug: str, kind: str = "") -> RecordVersion | None:
    """The last that is known of a record that was public and is not; None where one is, or none ever was."""
    if Record.objects.published().filter(slug=slug).exists():
        return None
    former = FormerName.objects.filter(noun=RECORD, slug=slug).values("key")
    versions = RecordVersion.objects.filter(slug=slug) | RecordVersion.objects.filter(record_id__in=former)
    return (versions.filter(kind=kind) if kind else versions).defer("document").order_by("-pk").first()


def ended(slug: str, noun: str) -> FormerName | None:
    """What a deleted person, institution or source was called last; None where it is there, or never was."""
    keys = FormerName.objects.filter(noun=noun, slug=slug).values("key")
    if PUBLIC[noun]().filter(pk__in=keys).exists():
        return None
    return FormerName.objects.filter(noun=noun, key__in=keys).order_by("-revision", "-pk").first()
