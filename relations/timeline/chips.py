"""The filters that are on, each with the address without it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from relations.models import Area, Kind, MeetingStatus
from relations.templatetags.record_tags import capfirst_in_language, plain

from .choices import pair_name
from .filters import Filters


@dataclass(frozen=True)
class Chip:
    label: str
    without: str


def chips(filters: Filters) -> list[Chip]:
    """What is on, in the order of the form."""
    labels = _labels(filters)
    return [Chip(capfirst_in_language(labels[each]), filters.address(without=[each])) for each in filters.asked()]


def _labels(filters: Filters) -> dict[tuple[str, str], str]:
    """What each filter of an address is called, by its name and value there."""
    found = {("pair", pair.slug): pair_name(pair) for pair in filters.pairs}
    found |= {("kind", kind): Kind(kind).plural for kind in filters.kinds}
    found |= {("field", area): str(Area(area).label) for area in filters.areas}
    found |= {("status", status): str(MeetingStatus(status).label) for status in filters.statuses}
    if filters.person:
        found["person", filters.person.slug] = plain(filters.person, "name")
    if filters.place:
        found["place", filters.place.slug] = plain(filters.place, "name")
    if filters.first_year:
        found["from", str(filters.first_year)] = _("First year: %(year)s") % {"year": filters.first_year}
    if filters.last_year:
        found["to", str(filters.last_year)] = _("Last year: %(year)s") % {"year": filters.last_year}
    return found | {("differ", "1"): pgettext("filter", "Sources differ")}
