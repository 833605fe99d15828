"""Two documents of a record side by side, in the reader's words: what was, and what is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from relations.checks.agreement import DATES
from relations.dashes import paired
from relations.dates import print_date
from relations.models import Citation, Record, Relationship, Source
from relations.pages.words import Words, words
from relations.templatetags.record_tags import capfirst_in_language, language, language_name, number, quantity
from relations.views.evidence import LABELS, gather

from .keeping import Document, changed_fields
from .restoring import BY_KIND, Names, restore, restore_citations

# Columns that are said together with another one.
DIRECTION = {"from": "origin", "to": "destination"}
SAID_WITH = {"unit": "value", "qualifier": "value", "step": "value"}


@dataclass(frozen=True)
class Difference:
    """One column: its label, and what it said at each time; empty where nothing."""

    label: str
    was: Words
    now: Words


def label_of(kind: str, name: str) -> str:
    """What a column of a document is called in the reader's language."""
    if name in ("citations", "participants"):
        return capfirst_in_language(_("sources cited") if name == "citations" else _("participants"))
    if name in DIRECTION:
        return capfirst_in_language(LABELS[DIRECTION[name]])
    column = _column(kind, name)
    if isinstance(column, TranslationField):
        label, code = column.translated_field.verbose_name, language_name(column.language)
        return f"{capfirst_in_language(label)} ({code})"
    return capfirst_in_language(column.verbose_name)


def labels(kind: str, names: Iterable[str]) -> list[str]:
    """The labels of changed columns, each once, in order."""
    return list(dict.fromkeys(label_of(kind, SAID_WITH.get(name, name)) for name in names))


def _column(kind: str, name: str) -> Any:
    path = BY_KIND[kind].columns[name].removesuffix(".slug").removesuffix("_id")
    return BY_KIND[kind].model._meta.get_field(path)


def differences(was: Document, now: Document, key: int, names: Names) -> list[Difference]:
    """Column by column, then source by source."""
    kind, changed = now["kind"], [SAID_WITH.get(name, name) for name in changed_fields(was, now)]
    sides = restore(was, key, names), restore(now, key, names)
    found = []
    for name in dict.fromkeys(changed):
        if name == "citations":
            found += _citations(was, now, sides, names)
        else:
            found.append(Difference(label_of(kind, name), *(says(each, kind, name) for each in sides)))
    return found


def says(record: Any, kind: str, name: str) -> Words:
    """What a record says in a column, in the reader's language where it has one."""
    if name == "participants":
        return Words("; ".join(map(_participant, record._prefetched_objects_cache["participations"])))
    if name in record._prefetched_objects_cache:
        return Words(", ".join(_name(each).text for each in record._prefetched_objects_cache[name]))
    column = _column(kind, name)
    value = getattr(record, column.name)
    if name == "value":
        return Words(quantity(record))
    if isinstance(column, TranslationField):
        return Words(value or "", column.language if column.language != language() else "")
    return _name(value) if column.is_relation and value else Words(_printed(record, column, value))


def _printed(record: Any, column: Any, value: Any) -> str:
    if value in (None, ""):
        return ""
    if column.choices:
        return str(getattr(record, f"get_{column.name}_display")())
    if column.name in DATES:
        return print_date(value, language())
    return number(value) if isinstance(value, int) else str(value)


def _name(thing: Any) -> Words:
    """What a thing is called: by its title, by its name, or, for a pair, by both names."""
    if isinstance(thing, Relationship):
        return Words(paired(words(thing.first, "name").text, words(thing.second, "name").text))
    return words(thing, "title" if isinstance(thing, Record) or hasattr(thing, "title_en") else "name")


def _participant(part: Any) -> str:
    who = ", ".join(_name(each).text for each in (part.person, part.office) if each)
    return f"{capfirst_in_language(part.get_role_display())}: {who}"


def _citations(was: Document, now: Document, sides: Sequence[Any], names: Names) -> list[Difference]:
    """Each citation that came, went or changed, by field, source and place."""
    then, today = ({_key(each): each for each in document["citations"]} for document in (was, now))
    moved = [key for key in dict.fromkeys([*then, *today]) if then.get(key) != today.get(key)]
    printed = [
        _lines(restore_citations(document, side, names)) for document, side in zip((was, now), sides, strict=True)
    ]
    return [
        Difference(_citation_label(key, printed, names), *(Words(side.get(key, ("", ""))[1]) for side in printed))
        for key in moved
    ]


def _key(said: Any) -> tuple[Any, ...]:
    return said["field"], said["source"], said["start"]


def _citation_label(key: tuple[Any, ...], printed: Sequence[dict[Any, tuple[str, str]]], names: Names) -> str:
    field = next(side[key][0] for side in printed if key in side)
    return f"{capfirst_in_language(field)} · {words(names.find(Source, key[1]), 'title').text}"


def _lines(citations: list[Citation]) -> dict[Any, tuple[str, str]]:
    """What each citation says, with its words, by what tells it apart."""
    found: dict[Any, tuple[str, str]] = {}
    for each in gather(citations):
        for line in each.lines:
            one = line.citation
            shown = _("%(value)s (value shown)") % {"value": line.says} if one.preferred else line.says
            text = f"{shown} · “{one.evidence}”" if one.evidence else shown
            found[one.field, one.source.slug, one.start] = each.label, text
    return found
