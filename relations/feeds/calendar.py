"""Visits and meetings as a calendar to subscribe to (iCalendar, RFC 5545 and 7986). No HTTP.

An event stands on a day only where a source names the day. What is known to the month or the year alone, or in doubt,
is left out and counted in the calendar's description: as an event it would stand on a day that nobody said, and the
entry that iCalendar has for such things (VJOURNAL) is passed over in silence by the calendars that people use.

What is announced is TENTATIVE. What was called off or put off is CANCELLED: neither takes place on that day, and the
meeting that came of it is an event of its own, which it names. Since some calendars show no status, the summary says
it too. Nobody's time is taken: all events are transparent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event, vText

from relations.dates import print_date
from relations.models import Kind, RecordTouch
from relations.models.records import RecordQuerySet
from relations.pages.addresses import absolute
from relations.pages.words import Words, words
from relations.serving.memo import per_revision
from relations.templatetags.record_tags import capfirst_in_language, language, number

from .permanent import clean, permanent
from .scopes import Scope

MOST = 1_000  # events, the newest; calendars ask for all of them each time
A_DAY = timedelta(days=1)
Property = tuple[str, str | timedelta | vText, dict[str, str]]  # name, value and parameters
STATUS = {"held": "CONFIRMED", "announced": "TENTATIVE", "postponed": "CANCELLED", "cancelled": "CANCELLED"}
JOINED = ("place__country", "as_visit__destination", "as_meeting__replaced_by")


def calendar(scope: Scope) -> bytes:
    """The file that a calendar subscribes to."""
    events = scope.records.filter(kind__in=[Kind.VISIT, Kind.MEETING])
    dated = to_the_day(events)
    touched = RecordTouch.objects.filter(record_id=OuterRef("pk")).values("changed_at")
    newest = dated.order_by("-earliest", "-pk")  # in the order of an index: each of them has a day
    shown = list(newest.select_related(*JOINED).annotate(touched_at=Subquery(touched))[:MOST])
    imprecise = _imprecise(Counting(scope.page, events))
    found = Calendar()
    for name, value, parameters in _of_calendar(scope, imprecise, len(shown) == MOST):
        found.add(name, value, parameters=parameters)
    for record in shown:
        found.add_component(event(record))
    content: bytes = found.to_ical()
    return content


@dataclass(frozen=True)
class Counting:
    """Records to count, told from others by the address of their page."""

    page: str
    records: RecordQuerySet = field(compare=False)


@per_revision(maxsize=64)
def _imprecise(asked: Counting) -> int:
    """How many have no exact day."""
    return asked.records.count() - to_the_day(asked.records).count()


def to_the_day(records: RecordQuerySet) -> RecordQuerySet:
    """Those whose date is a day, or goes from a day to a day."""
    one = Q(size=len("2012-10-11"), earliest=F("latest"))
    several = Q(size=len("2012-10-11/2012-10-12"), earliest__isnull=False, latest__isnull=False)
    return records.alias(size=Length("date")).filter(one | several).exclude(date__contains="X")


def _of_calendar(scope: Scope, imprecise: int, is_cut: bool) -> Iterable[Property]:
    """The calendar's own properties; name and description twice, as RFC 7986 and as older calendars read them."""
    title = scope.title if scope.title == settings.SITE_NAME else f"{settings.SITE_NAME}: {scope.title}"
    told = " ".join([*_described(imprecise, is_cut), *scope.notes, absolute(scope.page)])
    here = {"LANGUAGE": language()}
    yield "prodid", clean(f"-//{settings.SITE_NAME}//{host()}//{language().upper()}"), {}
    yield "version", "2.0", {}
    yield "calscale", "GREGORIAN", {}
    yield "name", clean(title), here
    yield "x-wr-calname", vText(clean(title)), {}
    yield "description", clean(told), here
    yield "x-wr-caldesc", vText(clean(told)), {}
    yield "url", absolute(scope.page), {}
    yield "source", absolute(scope.file("calendar.ics")), {"VALUE": "URI"}
    yield "refresh-interval", A_DAY, {"VALUE": "DURATION"}
    yield "x-published-ttl", "P1D", {}


def _described(imprecise: int, is_cut: bool) -> Iterable[str]:
    """What the calendar holds, and what it cannot."""
    yield _("Visits and meetings whose day a source names.")
    if imprecise:
        left_out = ngettext(
            "%(number)s more has no exact day on record and is left out.",
            "%(number)s more have no exact day on record and are left out.",
            imprecise,
        )
        yield left_out % {"number": number(imprecise)}
    if is_cut:
        yield _("These are the newest %(number)s.") % {"number": number(MOST)}


def event(record: Any) -> Event:
    """A visit or a meeting that was fetched as its parent."""
    half = getattr(record, f"as_{record.kind}")
    title = words(record, "title")
    found = Event()
    found.add("uid", f"{record.slug}@{host()}")
    found.add("dtstamp", record.touched_at)
    found.add("last-modified", record.touched_at)
    found.add("sequence", int(record.touched_at.timestamp()) // 60)  # never goes down
    found.add("dtstart", record.earliest)
    found.add("dtend", record.latest + A_DAY)  # the day after, as the format has it
    found.add("status", STATUS[half.status])
    found.add("transp", "TRANSPARENT")
    found.add("summary", clean(_summary(half, title)), parameters={"LANGUAGE": title.lang or language()})
    found.add("description", clean("\n\n".join(_told(record, half))))
    found.add("url", permanent(record.slug))
    found.add("categories", [capfirst_in_language(record.get_kind_display())])
    if place := _place(record, half):
        found.add("location", clean(place))
    return found


def _summary(half: Any, title: Words) -> str:
    """The title, after what became of it where it did not simply take place."""
    if half.status == "held":
        return title.text
    return f"{capfirst_in_language(half.get_status_display())}: {title.text}"


def _told(record: Any, half: Any) -> Iterable[str]:
    """The state of the plan, the summary, and where the sources are."""
    if state := _state(record, half):
        yield state
    if text := words(record, "summary").text:
        yield text
    yield _("Sources: %(address)s") % {"address": absolute(record.get_absolute_url())}


def _state(record: Any, half: Any) -> str:
    later = getattr(half, "replaced_by", None)
    if half.status == "announced" and _is_past(record.latest):
        return _("Announced for this date. No source on record says whether it took place.")
    if half.status in ("postponed", "cancelled") and later and later.is_published:
        told = {"title": words(later, "title").text, "date": print_date(later.date, language()) or _("date unknown")}
        return _("It took place later as: %(title)s (%(date)s)") % told
    return ""


def host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def _is_past(day: date) -> bool:
    return day < timezone.now().date()


def _place(record: Any, half: Any) -> str:
    """The city with its country; of a visit at least the country."""
    if record.place:
        return f"{words(record.place, 'name').text}, {words(record.place.country, 'name').text}"
    return words(half.destination, "name").text if record.kind == Kind.VISIT else ""
