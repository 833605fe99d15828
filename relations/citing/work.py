"""A page of this site as a work that can be cited: by the site, at a revision of the data, as read on a day."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from relations.pages.addresses import absolute
from relations.pages.subjects import Subject
from relations.pages.words import Words
from relations.templatetags.record_tags import language


@dataclass(frozen=True)
class Work:
    """What every style says of a page; `modified` is None where the site keeps no date of change for it."""

    key: str
    site: str
    title: Words
    url: str
    revision: int
    accessed: date
    modified: date | None
    language: str


def work(subject: Subject, revision: int) -> Work:
    """The page of a subject in the active language, as it stands today at a revision of the data."""
    changed = getattr(subject.thing, "changed_at", None)
    return Work(
        key=f"{named(subject)}-{language()}",
        site=settings.SITE_NAME,
        title=subject.title,
        url=absolute(subject.path),
        revision=revision,
        accessed=timezone.now().date(),
        modified=changed.date() if changed else None,
        language=language(),
    )


def named(subject: Subject) -> str:
    """What the entry is called: the slug, after its kind where it does not say so itself."""
    slug = subject.slug.replace("/", "-")
    return slug if slug.startswith(f"{subject.kind}-") else f"{subject.kind}-{slug}"
