"""Totals that no table keeps: counted once a revision, the first time that a page asks."""

from typing import NamedTuple

from relations.models import Citation, Source
from relations.serving.memo import per_revision


class Citations(NamedTuple):
    """Citations of published records: all, and those with a place that can be read again."""

    all: int
    reread: int


class Sources(NamedTuple):
    """Sources: all, and those whose text we hold."""

    all: int
    held: int


@per_revision(maxsize=2)
def sources() -> Sources:
    return Sources(Source.objects.count(), Source.objects.exclude(sha256="").count())


@per_revision(maxsize=2)
def citations() -> Citations:
    published = Citation.objects.published()
    return Citations(published.count(), published.filter(start__isnull=False).count())
