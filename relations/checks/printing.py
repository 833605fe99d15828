"""What is found, in the words of a language."""

from collections.abc import Mapping
from decimal import Decimal

from django.db.models import Model
from django.utils.translation import gettext as _

from relations.amounts import Quantity, print_quantity
from relations.dates import print_date
from relations.models import Citation, Source
from relations.templatetags.record_tags import LANGUAGES, language, language_name, number, ordinal

from .base import Day, Nth, Words


def in_words(value: object, said: Mapping[int, str]) -> str:
    """A value in the language that is active; `said` holds what citations say, by their key."""
    if isinstance(value, Words):
        return str(value.template) % {name: in_words(each, said) for name, each in value.values.items()}
    if isinstance(value, Quantity):
        return print_quantity(value, language())
    if isinstance(value, Day):
        return print_date(value.edtf, language()) or _("date unknown")
    if isinstance(value, Nth):
        return ordinal(value.number)
    if isinstance(value, int | Decimal):
        return number(value)
    if isinstance(value, Citation):
        return said[value.pk]
    return name_of(value) if isinstance(value, Model) else str(value)


def name_of(thing: Model) -> str:
    """A row by its title or name, in another language where this one is missing; a source by publisher and day."""
    if isinstance(thing, Source):
        day = print_date(thing.published, language())
        return ", ".join(part for part in (_translated(thing, "publisher"), day, language_name(thing.language)) if part)
    return _translated(thing, "title" if hasattr(thing, "title") else "name")


def _translated(thing: Model, name: str) -> str:
    texts = (getattr(thing, f"{name}_{code}", "") for code in (language(), *LANGUAGES))
    return next((str(text) for text in texts if text), str(thing))
