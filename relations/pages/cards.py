"""What stands on the picture of a page, in the page's language."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from relations.charts.frame import source_name
from relations.charts.social import Card
from relations.dashes import paired
from relations.dates import print_date
from relations.models import Citation, Figure, Kind
from relations.templatetags.record_tags import capfirst_in_language, language, quantity

from .subjects import Subject
from .trail import LISTS
from .words import words


def card_of_page(name: str) -> Card | None:
    """A list's picture; the home page's says what the site is."""
    if name == "home":
        return Card("", settings.SITE_NAME, _("Relations between countries, value by value"))
    return Card("", settings.SITE_NAME, str(LISTS[name])) if name in LISTS else None


def card_of(subject: Subject) -> Card:
    return MADE.get(subject.kind, of_record)(subject)


def of_record(subject: Subject) -> Card:
    """A record: its date as precise as it is, a figure's value, whose it is, and the first source that it rests on."""
    record = subject.thing
    date = print_date(record.date, language()) or _("date unknown")
    whose = " · ".join(part for part in (_parties(record), _place(record)) if part)
    label = capfirst_in_language(record.get_kind_display())
    return Card(record.kind, label, subject.title.text, date, _value(record), (whose, _first_source(record)))


def _parties(record: Any) -> str:
    pair = record.relationship
    if pair:
        return paired(words(pair.first, "name").text, words(pair.second, "name").text)
    return ", ".join(words(each, "name").text for each in record.countries.all())


def _place(record: Any) -> str:
    return words(record.place, "name").text if record.place else ""


def _value(record: Any) -> str:
    return quantity(Figure.objects.get(pk=record.pk)) if record.kind == Kind.FIGURE else ""


def _first_source(record: Any) -> str:
    """The source of the value itself where there is one, else of the first field."""
    cited = Citation.objects.filter(record=record, preferred=True).select_related("source")
    found = cited.filter(field="value").first() or cited.order_by("field").first()
    return _("Source: %(source)s") % {"source": source_name(found.source)} if found else ""


def of_pair(subject: Subject) -> Card:
    about = _("Visits, agreements, councils and figures, each value with its source")
    return Card("", _("Relations between countries"), subject.title.text, below=(about,))


def of_person(subject: Subject) -> Card:
    offices = [words(each.office, "title").text for each in subject.thing.tenures.select_related("office")]
    return Card("", pgettext("of a page", "Person"), subject.title.text, below=(" · ".join(offices),))


def of_institution(subject: Subject) -> Card:
    country = subject.thing.country
    below = words(country, "name").text if country else ""
    return Card("", capfirst_in_language(subject.thing.get_kind_display()), subject.title.text, below=(below,))


def of_country(subject: Subject) -> Card:
    official = words(subject.thing, "official_name").text
    return Card("", capfirst_in_language(_("country")), subject.title.text, below=(official,))


def of_source(subject: Subject) -> Card:
    source = subject.thing
    date = print_date(source.published, language())
    publisher = words(source, "publisher").text
    return Card("", capfirst_in_language(_("source")), subject.title.text, date, below=(publisher,))


def of_chart(subject: Subject) -> Card:
    """The finding of the chart, under what it is called."""
    chart = subject.thing
    sources = [source_name(each) for each in chart.sources][:1]
    below = [_("Source: %(source)s") % {"source": each} for each in sources]
    return Card("", subject.title.text, chart.title, below=below)


MADE: dict[str, Callable[[Subject], Card]] = {
    "relationship": of_pair,
    "person": of_person,
    "institution": of_institution,
    "country": of_country,
    "source": of_source,
    "chart": of_chart,
}
