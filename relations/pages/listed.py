"""People, institutions and sources as lists of names show them: two lean queries for a list of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef

from relations.models import Citation, Institution, Office, Person, Source, Tenure
from relations.prepared import Prepared
from relations.serving.memo import per_revision
from relations.templatetags.record_tags import LANGUAGES, language
from relations.upto import UpTo

from .words import Words, chosen, words


@dataclass(frozen=True)
class Somebody:
    """A person with the offices on record; `times` is the number of records, where it was counted."""

    slug: str
    name: Words
    offices: tuple[Words, ...]
    times: int | None = None


@dataclass(frozen=True)
class Body:
    """An institution with its short name, and its country's name; each may be empty."""

    slug: str
    kind: str
    name: Words
    abbreviation: Words
    country: Words


@dataclass(frozen=True)
class Text:
    """A source, and how many values rest on it, where that was counted."""

    slug: str
    kind: str
    author: str
    published: str
    language: str
    url: str
    doi: str
    sha256: str
    title: Words
    publisher: Words
    values: int = 0

    @classmethod
    def of(cls, source: Source) -> "Text":
        own = {name: getattr(source, name) for name in OF_SOURCE}
        return cls(**own, title=words(source, "title"), publisher=words(source, "publisher"))


def translated(*names: str) -> list[str]:
    return [f"{name}_{code}" for name in names for code in LANGUAGES]


OF_SOURCE = ("slug", "kind", "author", "published", "language", "url", "doi", "sha256")
PEOPLE = Prepared(
    Person, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("pk", "slug", *translated("name"))
)
OFFICES = Prepared(
    Tenure,
    lambda rows, keys: (
        rows.filter(person__in=keys).order_by("office").values_list("person", *translated("office__title"))
    ),
)
TITLES = Prepared(
    Office, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("pk", *translated("title"))
)
INSTITUTIONS = Prepared(
    Institution,
    lambda rows, keys: (
        rows.filter(pk__in=keys)
        .order_by()
        .values_list("pk", "slug", "kind", *translated("name", "abbreviation", "country__name"))
    ),
)
SOURCES = Prepared(
    Source,
    lambda rows, keys: (
        rows.filter(pk__in=keys).order_by().values_list("pk", *OF_SOURCE, *translated("title", "publisher"))
    ),
)


def people(keys: Sequence[int], times: Mapping[int, int] | None = None) -> list[Somebody]:
    """People in the order of their keys, each with the number of its records where that is known."""
    wanted, offices = language(), dict[int, list[Words]]()
    for person, *titles in OFFICES.rows(keys):
        offices.setdefault(person, []).append(_words(titles, wanted))
    found = {
        pk: Somebody(slug, _words(names, wanted), tuple(offices.get(pk, ())), (times or {}).get(pk))
        for pk, slug, *names in PEOPLE.rows(keys)
    }
    return [found[key] for key in keys if key in found]


def office_titles(keys: Sequence[int]) -> dict[int, Words]:
    """What offices are called, by their keys."""
    wanted = language()
    return {pk: _words(titles, wanted) for pk, *titles in TITLES.rows(keys)}


def institutions(keys: Sequence[int]) -> list[Body]:
    """Institutions in the order of their keys."""
    wanted, each = language(), len(LANGUAGES)
    found = {
        pk: Body(slug, kind, *(_words(texts[at : at + each], wanted) for at in range(0, 3 * each, each)))
        for pk, slug, kind, *texts in INSTITUTIONS.rows(keys)
    }
    return [found[key] for key in keys if key in found]


def sources(keys: Sequence[int], values: Mapping[int, int]) -> list[Text]:
    """Sources in the order of their keys, each with its number of values."""
    wanted, found, own, each = language(), dict[int, Text](), len(OF_SOURCE), len(LANGUAGES)
    for pk, *columns in SOURCES.rows(keys):
        title, publisher = (_words(columns[at : at + each], wanted) for at in (own, own + each))
        told = dict(zip(OF_SOURCE, columns[:own], strict=True))
        found[pk] = Text(**told, title=title, publisher=publisher, values=values.get(pk, 0))
    return [found[key] for key in keys if key in found]


@per_revision(maxsize=256)
def values_of(keys: tuple[int, ...]) -> Mapping[int, int]:
    """How many published values rest on each of these sources, as far as they are counted; for nobody to change."""
    cited = Citation.objects.published().filter(source=OuterRef("pk"))
    return dict(Source.objects.filter(pk__in=keys).order_by().values_list("pk").annotate(values=UpTo(cited)))


def _words(texts: Sequence[Any], wanted: str) -> Words:
    """A translated text out of its columns, which stand in the order of LANGUAGES."""
    by_code = dict(zip(LANGUAGES, texts, strict=True))
    return chosen(lambda code: by_code[code], wanted)
