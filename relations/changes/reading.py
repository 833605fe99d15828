"""Reading what was kept: a record as of a revision, what changed since, and what is gone. No HTTP."""

import re
from typing import Any

from django.db.models import QuerySet

from relations.models import Change, FormerSlug, Record, RecordVersion

from .keeping import Document, documents, read

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


def renamed(slug: str) -> Any:
    """The published record that had this slug once."""
    former = FormerSlug.objects.filter(slug=slug, record__in=Record.objects.published()).select_related("record")
    found = former.first()
    return found.record if found else None


def gone(slug: str, kind: str = "") -> RecordVersion | None:
    """The last that is known of a record that was public and is not; None where one is, or none ever was."""
    if Record.objects.published().filter(slug=slug).exists():
        return None
    former = FormerSlug.objects.filter(slug=slug).values("record_id")
    versions = RecordVersion.objects.filter(slug=slug) | RecordVersion.objects.filter(record_id__in=former)
    return (versions.filter(kind=kind) if kind else versions).defer("document").order_by("-pk").first()
