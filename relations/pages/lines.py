"""What a person did, a line each, as markup. Whatever comes from outside goes through `escape` or `marked`."""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from relations.dates import print_date
from relations.deeds import Deed
from relations.paths import path_of
from relations.templatetags.record_tags import capfirst_in_language, language
from relations.timeline.markup import HERE, consensus, marked, parties


def listed(deeds: Iterable[Deed], *, with_role: bool) -> SafeString:
    """Items of a list."""
    wanted = language()
    return mark_safe("\n".join(_deed(each, with_role, wanted) for each in deeds))  # noqa: S308  # all is escaped


def _deed(deed: Deed, with_role: bool, wanted: str) -> str:
    record = deed.record
    path = path_of(record.kind, record.slug, wanted)
    date = escape(print_date(record.date, wanted)) if record.date else escape(_("date unknown"))
    role = [escape(capfirst_in_language(deed.role))] if with_role else []
    about = " · ".join(filter(None, [*role, *map(marked, deed.offices), parties(record, wanted)]))
    return (
        f'<li class="deed kind-{record.kind}">\n<span class="date">{date}</span>\n'
        f'<a class="deed-title" href="{path}">{marked(record.title)}</a>\n<span class="note">{about}</span>\n'
        f"{consensus(record.consensus, deed.sources, wanted).replace(HERE, path)}\n</li>"
    )
