"""The entries of a list, and what the form above it offers: put together at once, not one template for each."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from relations.deeds import Deed, Group
from relations.models import Figure
from relations.pages import figures, lines, rows
from relations.pages.figures import Line
from relations.pages.listed import Body, Somebody, Text
from relations.templatetags.footnote_tags import numbering
from relations.templatetags.record_tags import capfirst_in_language, number
from relations.timeline import markup
from relations.timeline.cards import Card
from relations.timeline.choices import Choice
from relations.timeline.entries import Entry

register = template.Library()


@register.simple_tag(takes_context=True)
def entries(context: Mapping[str, Any], records: Iterable[Entry]) -> SafeString:
    """Records as items of a list; what the page says of all of them is not said of each."""
    filters = context.get("filters")
    one_pair = filters is not None and len(filters.pairs) == 1
    return markup.listed(records, numbering(context), with_kind=not context.get("kind"), with_pair=not one_pair)


@register.simple_tag(takes_context=True)
def cards(context: Mapping[str, Any], shown: Iterable[Card]) -> SafeString:
    """Records as cards, items of a list."""
    return markup.cards(shown, numbering(context))


@register.simple_tag
def deeds(group: Group) -> SafeString:
    """What a person did, as items of a list; among others each with its role."""
    return lines.listed(group.deeds, with_role=group.name == "other")


@register.simple_tag
def records(listed: Iterable[Deed]) -> SafeString:
    """Records as items of a list, a line each."""
    return lines.listed(listed, with_role=False)


@register.simple_tag
def people(listed: Iterable[Somebody]) -> SafeString:
    """People as items of a list."""
    return rows.people(listed)


@register.simple_tag
def institutions(listed: Iterable[Body]) -> SafeString:
    """Institutions as items of a list."""
    return rows.institutions(listed)


@register.simple_tag
def sources(listed: Iterable[Text]) -> SafeString:
    """Sources as rows of a table."""
    return rows.sources(listed)


@register.simple_tag(takes_context=True)
def figure_rows(context: Mapping[str, Any], listed: Iterable[Line | Figure]) -> SafeString:
    """Figures as rows of a table."""
    return figures.rows(listed, numbering(context))


@register.simple_tag(takes_context=True)
def key_figures(context: Mapping[str, Any], groups: Iterable[Sequence[Line]]) -> SafeString:
    """Figures of one thing side by side, as items of a list."""
    return figures.key_figures(groups, numbering(context))


@register.simple_tag
def boxes(name: str, choices: Iterable[Choice]) -> SafeString:
    """Boxes to tick, each with how many records it would leave."""
    return mark_safe("\n".join(_box(name, each) for each in choices))  # noqa: S308  # escaped below


def _box(name: str, choice: Choice) -> str:
    empty = ' class="none"' if choice.count == 0 and not choice.chosen else ""
    count = f' <span class="facet">{number(choice.count)}</span>' if choice.count is not None else ""
    ticked = " checked" if choice.chosen else ""
    return (
        f'<label{empty}><input type="checkbox" name="{name}" value="{escape(choice.value)}"{ticked}> '
        f"<span>{escape(capfirst_in_language(choice.label))}</span>{count}</label>"
    )


@register.simple_tag
def options(choices: Iterable[Choice]) -> SafeString:
    """What a list offers, each with how many records it would leave."""
    return mark_safe("".join(map(_option, choices)))  # noqa: S308  # escaped below


def _option(choice: Choice) -> str:
    selected = " selected" if choice.chosen else ""
    label = choice.label if choice.count is None else f"{choice.label} ({number(choice.count)})"
    return f'<option value="{escape(choice.value)}"{selected}>{escape(label)}</option>'
