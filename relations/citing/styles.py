"""A work in the reference styles of readers: APA (7th edition) and Chicago (17th), in the page's language.

The site is the author, so that neither style names it again as the publisher. What changes with the data is cited
with its revision and the day on which it was read. English keeps each style's own order of dates (November 21, 2026),
Turkish writes them as Turkish does.
"""

from datetime import date

from babel.dates import format_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .work import Work

FORMS = {
    "tr": {"whole": "d MMMM y", "apa": "y, d MMMM"},
    "en": {"whole": "MMMM d, y", "apa": "y, MMMM d"},
}


def apa(work: Work) -> SafeString:
    """Site. (date). *Title* (revision). Retrieved on a day, from an address."""
    date = _day(work, work.modified, "apa") if work.modified else pgettext("no date, in a reference", "n.d.")
    end = _("Retrieved %(date)s, from %(url)s") % {"date": _day(work, work.accessed), "url": work.url}
    # A group author is not closed by a second full stop.
    author = work.site if work.site.endswith(".") else f"{work.site}."
    return format_html("{} ({}). <i>{}</i> ({}). {}", author, date, _title(work), _revision(work), end)


def chicago(work: Work) -> SafeString:
    """Site. “Title.” Revision. Last modified. Accessed. Address."""
    parts = [_revision(work)]
    if work.modified:
        parts.append(_("Last modified %(date)s") % {"date": _day(work, work.modified)})
    parts += [_("Accessed %(date)s") % {"date": _day(work, work.accessed)}, work.url]
    closing = "" if work.title.text.endswith((".", "?", "!")) else "."
    return format_html("{}. “{}{}” {}.", work.site.rstrip("."), _title(work), closing, ". ".join(parts))


def _title(work: Work) -> SafeString | str:
    """The title, marked where it is in the other language."""
    if work.title.lang:
        return format_html('<span lang="{}">{}</span>', work.title.lang, work.title.text)
    return work.title.text


def _revision(work: Work) -> str:
    """Digits without groups: it is a name, not an amount."""
    return _("Data revision %(number)s") % {"number": work.revision}


def _day(work: Work, day: date, form: str = "whole") -> str:
    return str(format_date(day, FORMS[work.language][form], locale=work.language))
