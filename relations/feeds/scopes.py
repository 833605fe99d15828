"""What can be followed: the records of a page, under its name and with its address. No HTTP."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from relations.models import Agreement, CouncilMeeting, Country, Record, Relationship, Source
from relations.models.records import RecordQuerySet
from relations.pages.subjects import found
from relations.search.among import Among
from relations.search.answer import answer
from relations.search.index import bring_up_to_date
from relations.timeline import Filters
from relations.timeline.chips import chips
from relations.timeline.filters import everything


@dataclass(frozen=True)
class Scope:
    """Records to follow; `page` shows them to people, `notes` say what of a question nobody could answer."""

    title: str
    page: str
    records: RecordQuerySet
    notes: tuple[str, ...] = ()
    is_whole: bool = False  # nothing public is left out

    def file(self, name: str) -> str:
        """The address of a file that stands beside the page, asked the same question."""
        return beside(self.page, name)


def beside(page: str, name: str) -> str:
    path, mark, query = page.partition("?")
    return f"{path}{name}{mark}{query}"


def of_site() -> Scope:
    return Scope(settings.SITE_NAME, reverse("home"), everything(), is_whole=True)


def of_subject(kind: str, slug: str) -> Scope | None:
    """All that concerns a pair, council, person or country, if everybody may see it."""
    subject = found(kind, slug) if kind in CONCERNING else None
    return Scope(subject.title.text, subject.path, CONCERNING[kind](subject.thing)) if subject else None


def of_pair(pair: Relationship) -> RecordQuerySet:
    return everything().concerning([pair])


def of_council(council: Record) -> RecordQuerySet:
    """The council, its meetings, and what was signed at them."""
    meetings = CouncilMeeting.objects.filter(council=council.pk).values("record")
    signed = Agreement.objects.filter(signed_at_meeting__council=council.pk).values("record")
    return everything().filter(Q(pk=council.pk) | Q(pk__in=meetings) | Q(pk__in=signed))


def of_person(person: Any) -> RecordQuerySet:
    return Filters(person=person).apply(everything())


def of_country(country: Country) -> RecordQuerySet:
    """The records of all its pairs, and what more than two countries share with it."""
    pairs = Relationship.objects.filter(Q(first=country.code) | Q(second=country.code)).values("pk")
    shared = Record.countries.through.objects.filter(country=country).values("record")
    return everything().filter(Q(relationship__in=pairs) | Q(pk__in=shared))


CONCERNING: dict[str, Callable[[Any], RecordQuerySet]] = {
    "relationship": of_pair,
    "council": of_council,
    "person": of_person,
    "country": of_country,
}


def of_filters(filters: Filters) -> Scope:
    """What the filters of the timeline leave."""
    filters.path = reverse("timeline")
    filters.oldest_first = False  # a feed has an order of its own
    title = " · ".join([_("Timeline"), *(chip.label for chip in chips(filters))])
    records = filters.apply(everything())
    return Scope(title, filters.address(), records, tuple(filters.ignored), is_whole=not filters.is_any)


def of_search(text: str, filters: Filters, source: Source | None = None) -> Scope:
    """The records that answer a question best; nothing is asked, nothing answers."""
    is_true = bring_up_to_date()
    records = filters.apply(everything())
    records = records.filter(citations__source=source).distinct() if source else records
    among = Among(records, filters if is_true else None) if filters.is_any or source else None
    keys = answer(text, among).keys
    title = _("Search: %(question)s") % {"question": text} if text else pgettext("page", "Search")
    page = search_page(text, filters, source.slug if source else "")
    return Scope(title, page, everything().filter(pk__in=keys), tuple(filters.ignored))


def search_page(text: str, filters: Filters, source: str) -> str:
    """The address of a question to the search, with the filters that were understood."""
    asked = [("q", text), *filters.asked(), ("source", source)]
    return f"{reverse('search')}?{urlencode([each for each in asked if each[1]])}"
