"""How values are printed on pages: in the page's language, and marked where they are not."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel.core import Locale
from babel.numbers import format_decimal
from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from relations.amounts import Quantity, print_quantity
from relations.dashes import dash, paired, span
from relations.dates import LOCALES, print_date
from relations.models import Citation, Figure, Record, Relationship, Source

register = template.Library()
WITH_DETAIL = ("agreement", "figure", "meeting", "visit")
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def language() -> str:
    """The language of the page; the site's own where none is active."""
    code = (get_language() or settings.LANGUAGE_CODE).partition("-")[0]
    return code if code in LANGUAGES else settings.LANGUAGE_CODE


@register.filter
def edtf(date: str) -> str:
    """A date in the page's language."""
    return print_date(date, language())


@register.filter
def quantity(figure: Figure) -> str:
    """A figure's value with unit and qualifier, in the page's language."""
    return print_quantity(figure.quantity, language())


@register.filter
def number(value: int | Decimal) -> str:
    """A number grouped as the page's language groups it."""
    return _grouped(value, language())


@lru_cache(maxsize=4096)
def _grouped(value: int | Decimal, language: str) -> str:
    return str(format_decimal(value, locale=LOCALES[language]))


@register.filter
def ordinal(value: int) -> str:
    """8. or 8th."""
    return print_quantity(Quantity(Decimal(value), "rank"), language())


@register.simple_tag
def translated(thing: Any, name: str) -> SafeString | str:
    """A translated field in the page's language; in the other one, marked, where it is missing."""
    wanted = language()
    if text := getattr(thing, f"{name}_{wanted}"):
        return str(text)
    for other in LANGUAGES:
        if text := getattr(thing, f"{name}_{other}"):
            return format_html(
                '<span lang="{}" class="untranslated" title="{}">{}</span>', other, _("Not yet translated"), text
            )
    return ""


@register.simple_tag
def paragraphs(thing: Any, name: str) -> SafeString:
    """A longer translated field, blank lines parting its paragraphs."""
    wanted = language()
    for code in (wanted, *(other for other in LANGUAGES if other != wanted)):
        if text := getattr(thing, f"{name}_{code}"):
            parts = [
                format_html("<p>{}</p>", part) for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()
            ]
            body = mark_safe("".join(parts))  # noqa: S308  # each part is escaped
            if code == wanted:
                return body
            note = _("Not yet translated")
            return format_html('<div lang="{}" class="untranslated"><p class="note">{}</p>{}</div>', code, note, body)
    return mark_safe("")


@register.simple_tag(takes_context=True)
def page_link(context: Mapping[str, Any], page: int) -> str:
    """This address with another page number."""
    query = context["request"].GET.copy()
    query["page"] = str(page)
    return f"?{query.urlencode()}"


@register.simple_tag
def plain(thing: Any, name: str) -> str:
    """A translated field where no markup may stand; in the other language where it is missing."""
    texts = (getattr(thing, f"{name}_{code}") for code in (language(), *LANGUAGES))
    return next((text for text in texts if text), "")


@register.filter
def to(first: object, last: object) -> str:
    """From a first to a last, or the one that both are."""
    return span(first, last)


@register.simple_tag
def pair_name(pair: Relationship) -> SafeString:
    """Both countries of a pair, marked where a name is in the other language."""
    between = " – " if " " in plain_pair(pair) else dash()
    return format_html("{}{}{}", translated(pair.first, "name"), between, translated(pair.second, "name"))


@register.simple_tag
def plain_pair(pair: Relationship) -> str:
    """Both countries where no markup may stand."""
    return paired(plain(pair.first, "name"), plain(pair.second, "name"))


@register.filter
def capfirst_in_language(text: object) -> str:
    """The text with a capital first: i becomes İ in Turkish."""
    first, rest = str(text)[:1], str(text)[1:]
    return ("İ" if first == "i" and language() == "tr" else first.upper()) + rest


@register.filter
def language_name(code: str) -> str:
    """The name of a language (BCP 47), in the page's."""
    return language_in(code, language())


@lru_cache(maxsize=1024)
def language_in(code: str, language: str) -> str:
    """The name of a language in a language."""
    return str(Locale(language).languages.get(code.partition("-")[0], code))


@register.filter
def language_names(codes: str) -> str:
    """Names of languages given as codes between commas."""
    return ", ".join(language_name(code.strip()) for code in codes.split(",") if code.strip())


@register.filter
def step(figure: Figure) -> str:
    """A figure's rounding step with its unit."""
    return print_quantity(Quantity(figure.step or Decimal(0), figure.unit), language())


@register.filter
def sources_of(citations: Iterable[Citation]) -> list[Source]:
    """The sources of citations, each once."""
    return list({citation.source_id: citation.source for citation in citations}.values())


@register.filter
def as_kind(record: Record) -> Any:
    """The other half of a record that was fetched as its parent, where a card needs it."""
    return getattr(record, f"as_{record.kind}") if record.kind in WITH_DETAIL else record
