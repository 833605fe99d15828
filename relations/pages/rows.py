"""Lists of names as markup: put together as plain text, like the entries of a list of records.

Whatever comes from outside goes through `escape` or `marked`.
"""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations.dates import print_date
from relations.models import InstitutionKind
from relations.paths import path_of
from relations.templatetags.record_tags import language, language_in, number
from relations.timeline.markup import label, marked
from relations.upto import MOST

from .listed import Body, Somebody, Text


def people(listed: Iterable[Somebody]) -> SafeString:
    """Items of a list, each person with the offices on record."""
    wanted = language()
    return _joined(_person(each, wanted) for each in listed)


def _person(person: Somebody, wanted: str) -> str:
    offices = ", ".join(map(marked, person.offices))
    times = f' <span class="tag">{_records(person.times)}</span>' if person.times else ""
    name = f'<a href="{path_of("person", person.slug, wanted)}">{marked(person.name)}</a>'
    return f'<li>{name} <span class="note">{offices}</span>{times}</li>'


def _records(count: int) -> str:
    return escape(ngettext("%(counter)s record", "%(counter)s records", count) % {"counter": number(count)})


def institutions(listed: Iterable[Body]) -> SafeString:
    """Items of a list, each institution with its kind and country."""
    wanted = language()
    return _joined(_institution(each, wanted) for each in listed)


def _institution(body: Body, wanted: str) -> str:
    short = f" ({marked(body.abbreviation)})" if body.abbreviation.text else ""
    country = f" · {marked(body.country)}" if body.country.text else ""
    name = f'<a href="{path_of("institution", body.slug, wanted)}">{marked(body.name)}</a>'
    kind = label(InstitutionKind, body.kind, wanted)
    return f'<li>{name}{short} <span class="note">{kind}{country}</span></li>'


def sources(listed: Iterable[Text]) -> SafeString:
    """Rows of a table, each source with the number of values that rest on it."""
    wanted, values, unread = language(), escape(_("Values")), escape(_("cited, not re-read"))
    note = f' <span class="note">{unread}</span>'
    return _joined(_source(each, wanted, f'<span class="on-phone">{values}: </span>', note) for each in listed)


def _source(text: Text, wanted: str, before: str, not_held: str) -> str:
    date = f'<td class="date">{escape(print_date(text.published, wanted))}</td>'
    count = f"{number(text.values)}{'+' if text.values == MOST else ''}{'' if text.sha256 else not_held}"
    return (
        f'<tr>\n<th scope="row"><a href="{path_of("source", text.slug, wanted)}">{marked(text.title)}</a></th>\n'
        f"<td>{marked(text.publisher)}</td>\n{date if text.published else UNSAID}\n"
        f'<td>{escape(language_in(text.language, wanted))}</td>\n<td class="amount">{before}{count}</td>\n</tr>'
    )


UNSAID = '<td class="date unsaid">–</td>'


def _joined(parts: Iterable[str]) -> SafeString:
    return mark_safe("\n".join(parts))  # noqa: S308  # escaped as it is put together
