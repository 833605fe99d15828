"""What a list holds, for programs: the things of this page of it, in their order, each with its address."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from relations.dashes import paired
from relations.models import Kind
from relations.pages.addresses import absolute
from relations.pages.words import words
from relations.paths import path_of

from .nodes import Node, node


class Item(NamedTuple):
    path: str
    name: str


def _records(given: Mapping[str, Any]) -> Iterable[Item]:
    return (Item(path_of(each.kind, each.slug), each.title.text) for each in given["page"])


def _pairs(given: Mapping[str, Any]) -> Iterable[Item]:
    for each in given["pairs"]:
        first, second = (words(country, "name").text for country in (each.pair.first, each.pair.second))
        yield Item(each.pair.get_absolute_url(), paired(first, second))


def _named(noun: str, key: str, name: str = "name") -> Callable[[Mapping[str, Any]], Iterable[Item]]:
    return lambda given: (Item(path_of(noun, each.slug), getattr(each, name).text) for each in given[key])


# By the name of the list's address.
LISTS: dict[str, Callable[[Mapping[str, Any]], Iterable[Item]]] = {
    "timeline": _records,
    **{kind.plural_slug: _records for kind in Kind},
    "relationships": _pairs,
    "people": _named("person", "people"),
    "institutions": _named("institution", "institutions"),
    "sources": _named("source", "sources", "title"),
}


def list_node(page: str, canonical: str, given: Mapping[str, Any]) -> Node | None:
    """The list of a page; None where the page is none, or nothing is on it."""
    items = [
        node("ListItem", position=number, url=absolute(item.path), name=item.name)
        for number, item in enumerate(LISTS[page](given) if page in LISTS else (), 1)
    ]
    return node("ItemList", id_=f"{canonical}#list", itemListElement=items) if items else None
