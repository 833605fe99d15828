"""How changes of records are printed."""

from datetime import date

from django import template

from relations.dates import print_date
from relations.models import FormerName, RecordVersion
from relations.templatetags.record_tags import LANGUAGES, language

register = template.Library()


@register.filter
def day_of(moment: date) -> str:
    """The day of a date or a moment, in the page's language."""
    return print_date(f"{moment:%Y-%m-%d}", language())


@register.simple_tag
def other_titles(version: RecordVersion | FormerName) -> list[tuple[str, str]]:
    """What a thing was called in the other languages, each with its language."""
    titles = [(code, getattr(version, f"title_{code}")) for code in LANGUAGES if code != language()]
    shown = getattr(version, f"title_{language()}")
    return [(code, title) for code, title in titles if title and shown]
