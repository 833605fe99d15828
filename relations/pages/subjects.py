"""What a page is about: found by its address, or taken from what its template was given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from relations.charts.registry import KINDS as CHARTS
from relations.charts.registry import Subject as ChartSubject
from relations.dashes import paired
from relations.models import Country, Institution, Kind, Person, Record, Relationship, Source

from .words import Words, words


@dataclass(frozen=True)
class Subject:
    """A thing with a page of its own; `kind` is the name of its address, `path` the address without the site."""

    kind: str
    slug: str
    title: Words
    path: str
    thing: Any
    is_draft: bool = False


def of_record(record: Record) -> Subject:
    path = record.get_absolute_url()
    return Subject(record.kind, record.slug, words(record, "title"), path, record, not record.is_published)


def of_pair(pair: Relationship) -> Subject:
    title = paired(words(pair.first, "name").text, words(pair.second, "name").text)
    return Subject("relationship", pair.slug, Words(title), pair.get_absolute_url(), pair)


def of_person(person: Person) -> Subject:
    return Subject("person", person.slug, words(person, "name"), person.get_absolute_url(), person)


def of_institution(institution: Institution) -> Subject:
    path = institution.get_absolute_url()
    return Subject("institution", institution.slug, words(institution, "name"), path, institution)


def of_source(source: Source) -> Subject:
    return Subject("source", source.slug, words(source, "title"), source.get_absolute_url(), source)


def of_country(country: Any) -> Subject:
    return Subject("country", country.code.lower(), words(country, "name"), country.get_absolute_url(), country)


def of_chart(chart: Any) -> Subject:
    """The chart under what it is called, with whose it is; its finding is read on the page."""
    kind = CHARTS[chart.name]
    whose = ChartSubject.of(kind.find(chart.subject)).name
    path = reverse("chart", args=[chart.name, chart.subject])
    return Subject("chart", f"{chart.name}/{chart.subject}", Words(f"{kind.label}: {whose}"), path, chart)


# The pages that are about one thing: what their template calls it, and how it becomes a subject.
SHOWN: dict[str, tuple[str, Callable[[Any], Subject]]] = {
    "relationship": ("pair", of_pair),
    "person": ("person", of_person),
    "institution": ("institution", of_institution),
    "source": ("source", of_source),
    "country": ("country", of_country),
    "chart": ("chart", of_chart),
    **{kind.value: ("record", of_record) for kind in Kind},
}


def shown(page: str, context: Mapping[str, Any]) -> Subject | None:
    """The subject of a page, by the name of its address and the context of its template."""
    key, make = SHOWN.get(page, ("", None))
    thing = context.get(key) if key else None
    return make(thing) if make and thing else None


def found(kind: str, slug: str) -> Subject | None:
    """The subject of an address, if everybody may see it."""
    if kind == "chart":
        name, _slash, subject = slug.partition("/")
        chart = CHARTS[name].build(subject) if name in CHARTS else None
        return of_chart(chart) if chart else None
    if kind not in SHOWN:
        return None
    thing = _rows(kind).filter(**{"code" if kind == "country" else "slug": _key(kind, slug)}).first()
    return SHOWN[kind][1](thing) if thing else None


def _key(kind: str, slug: str) -> str:
    return slug.upper() if kind == "country" and slug.islower() else slug


def _rows(kind: str) -> Any:
    """Where the subjects of a kind are looked up, with what a card and a citation show of them."""
    plain = {"person": Person, "institution": Institution, "source": Source, "country": Country}
    if kind in plain:
        return plain[kind]._default_manager
    if kind == "relationship":
        return Relationship.objects.with_countries()
    return Record.objects.published().filter(kind=kind).for_lists()
