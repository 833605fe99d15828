"""What a CDN calls pages by, when some of them have changed: those of one thing, those of many, or all."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.urls import ResolverMatch

from relations.models import Kind

EVERYTHING, MANY = "site", "lists"
LONGEST = 120  # an address may be of any length, a header may not
NOUNS = {"relationship": "pair", "country": "country", "person": "person", "institution": "institution"}
NOUNS |= {"source": "source"} | {kind.value: "record" for kind in Kind}
# Where a record's line in records.ndjson names others.
RECORDS = ("council", "during_visit", "part_of", "replaced_by", "signed_at_meeting", "signed_at_visit")
COUNTRIES = ("from", "to")


def keys_of(match: ResolverMatch | None) -> list[str]:
    """`site record-visit-1` or `site lists`: what a page is about, or that it is about many."""
    named = {name: str(value) for name, value in match.kwargs.items()} if match else {}
    noun = NOUNS.get(named.get("kind", "")) or NOUNS.get((match.url_name or "").partition("_")[0] if match else "")
    slug = named.get("slug") or named.get("code") or ""
    if noun and 0 < len(slug) <= LONGEST:
        return [EVERYTHING, key(noun, slug)]
    return [EVERYTHING, MANY]


def key(noun: str, slug: str) -> str:
    return f"{noun}-{slug.lower()}"


def keys_for(documents: Iterable[Mapping[str, Any]]) -> set[str]:
    """The pages that change with records: theirs, those of what they name, and all that show many."""
    return {MANY} | {each for document in documents for each in _named_in(document)}


def _named_in(document: Mapping[str, Any]) -> Iterator[str]:
    yield key("record", document["slug"])
    yield from (key("record", document[name]) for name in RECORDS if document.get(name))
    pair = document.get("relationship") or ""
    if pair:
        yield key("pair", pair)
    countries = {*pair.split("-"), *document.get("countries", ()), *(document.get(name) for name in COUNTRIES)}
    yield from (key("country", code) for code in countries if code)
    yield from (key("institution", slug) for slug in document.get("institutions", ()))
    yield from (key("person", each["person"]) for each in document.get("participants", ()) if each.get("person"))
    yield from (key("source", each["source"]) for each in document.get("citations", ()))
