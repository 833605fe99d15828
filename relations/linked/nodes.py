"""The small parts of linked data (schema.org) that every kind of page is told with."""

from collections.abc import Iterable
from typing import Any

from relations.models import Country, Place, Source
from relations.pages.addresses import absolute
from relations.pages.listed import Text
from relations.pages.words import words
from relations.paths import path_of

from .dates import single

Node = dict[str, Any]
WIKIDATA = "https://www.wikidata.org/entity/"
SOURCE_TYPES = {
    "official": "WebPage",
    "press": "NewsArticle",
    "article": "ScholarlyArticle",
    "statistics": "Report",
    "treaty": "Legislation",
}


def node(type_: str | list[str], **values: object) -> Node:
    """A node without what is unknown: nothing is ever said to be null. `id_` stands for `@id`."""
    named = {"@id" if key == "id_" else key: value for key, value in values.items()}
    return {"@type": type_, **{key: value for key, value in named.items() if value not in (None, "", [], {})}}


def same_as(thing: Any) -> str:
    return f"{WIKIDATA}{thing.wikidata}" if thing.wikidata else ""


def country_node(country: Country) -> Node:
    return node("Country", name=words(country, "name").text, identifier=country.code, sameAs=same_as(country))


def place_node(place: Place) -> Node:
    name = words(place, "name").text
    address = node("PostalAddress", addressLocality=name, addressCountry=place.country_id)
    return node("Place", name=name, address=address)


def source_node(source: Text) -> Node:
    """A source as a work: in its own language, with a date only where one is known."""
    by = node("Organization", name=source.publisher.text)
    authors = [node("Person", name=name.strip()) for name in source.author.split(",") if name.strip()]
    return node(
        SOURCE_TYPES[source.kind],
        id_=f"{absolute(path_of('source', source.slug))}#source",
        name=source.title.text,
        author=authors,
        publisher=by if "name" in by else None,
        datePublished=single(source.published),
        inLanguage=source.language,
        url=source.url,
        sameAs=f"https://doi.org/{source.doi}" if source.doi else "",
    )


def source_nodes(sources: Iterable[Source | Text], most: int = 50) -> list[Node]:
    """Each source once, in the order given, up to so many."""
    once = list({each.slug: each for each in sources}.values())[:most]
    return [source_node(each if isinstance(each, Text) else Text.of(each)) for each in once]
