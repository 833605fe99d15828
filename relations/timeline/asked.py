"""Filters from an address: what is unknown is left out, and the reader is told."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from relations.models import Area, Kind, MeetingStatus, Person, Place, Relationship
from relations.pairs import BY_SLUG

from .filters import PAIRS_AT_ONCE, Filters, Query

M = TypeVar("M", Person, Place)


def read_filters(query: Query, kind: str = "") -> Filters:
    """pair, kind, field, status, person, place, from, to, differ and order; `kind` is that of the list's own page."""
    filters = Filters(kind=kind)
    filters.pairs = _pairs(query.getlist("pair"), filters)
    if not kind:
        filters.kinds = _known(query.getlist("kind"), Kind.values, _("kind"), filters)
    filters.areas = _known(query.getlist("field"), Area.values, _("field of cooperation"), filters)
    filters.statuses = _known(query.getlist("status"), MeetingStatus.values, _("status"), filters)
    filters.person = _named(query.getlist("person"), Person.objects.all(), _("person"), filters)
    filters.place = _named(query.getlist("place"), Place.objects.all(), _("place"), filters)
    filters.differ = "1" in query.getlist("differ")
    filters.oldest_first = "oldest" in query.getlist("order")
    _read_years(query, filters)
    return filters


def _read_years(query: Query, filters: Filters) -> None:
    """from and to, exchanged where they stand the wrong way round."""
    filters.first_year = _year(query.getlist("from"), pgettext("year", "from"), filters)
    filters.last_year = _year(query.getlist("to"), pgettext("year", "to"), filters)
    if filters.first_year and filters.last_year and filters.first_year > filters.last_year:
        filters.first_year, filters.last_year = filters.last_year, filters.first_year
        filters.ignored.append(_("The first year was later than the last: the two were swapped."))


def _pairs(values: list[str], filters: Filters) -> list[Relationship]:
    """The pairs asked for, no more than fit into one drawing."""
    asked = _each_once(values)
    if len(asked) > PAIRS_AT_ONCE:
        limit = ngettext(
            "No more than %(count)d relationship can be shown at once: the others were left out.",
            "No more than %(count)d relationships can be shown at once: the others were left out.",
            PAIRS_AT_ONCE,
        )
        filters.ignored.append(limit % {"count": PAIRS_AT_ONCE})
    asked = asked[:PAIRS_AT_ONCE]
    found = {pair.slug: pair for pair in BY_SLUG.objects(asked)}
    return [found[slug] for slug in _known(asked, found, _("pair"), filters)]


def _named(values: list[str], rows: QuerySet[M], label: str, filters: Filters) -> M | None:
    """The row of the last slug given, if there is one."""
    asked = _each_once(values)[-1:]
    found = {row.slug: row for row in rows.filter(slug__in=asked)} if asked else {}
    return next((found[slug] for slug in _known(asked, found, label, filters)), None)


def _each_once(values: list[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _known(values: list[str], known: Iterable[str], label: str, filters: Filters) -> list[str]:
    """The values that exist, each once; the others are noted."""
    asked = _each_once(values)
    _note(filters, label, [value for value in asked if value not in known])
    return [value for value in asked if value in known]


def _year(values: list[str], label: str, filters: Filters) -> int | None:
    """The last year given, if it is one."""
    asked = [value.strip() for value in values if value.strip()]
    good = [value for value in asked if value.isascii() and value.isdecimal() and len(value) <= 4 and int(value)]
    _note(filters, label, [value for value in asked if value not in good])
    return int(good[-1]) if good else None


def _note(filters: Filters, label: str, values: list[str]) -> None:
    """Say what was left out; of a long list the beginning is enough."""
    filters.ignored += [
        _("There is no %(filter)s “%(value)s”: it was ignored.") % {"filter": label, "value": value[:40]}
        for value in values[:5]
    ]
