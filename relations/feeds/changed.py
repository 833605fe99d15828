"""The feed of all changes: an entry for each addition, change and removal, the latest first. No HTTP."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from relations.changes.comparing import labels
from relations.changes.reading import since
from relations.models import Change, Record, RecordVersion
from relations.pages.words import Words, words
from relations.templatetags.record_tags import capfirst_in_language
from relations.timeline.filters import everything

from .atom import SIZE, Cursor, Entry, in_languages, read_cursor
from .permanent import clean, permanent
from .scopes import Scope


def scope() -> Scope:
    return Scope(_("Changes"), reverse("changes"), everything(), is_whole=True)


def entries_of(before: str = "") -> tuple[list[Entry], str]:
    """So many changes from a cursor on, and the cursor of those that follow, if any; raises CursorError."""
    versions = since(0).order_by("-pk")
    versions = versions.filter(pk__lt=read_cursor(before).pk) if before else versions
    rows = list(versions[: SIZE + 1])
    shown = rows[:SIZE]
    live = Record.objects.published().in_bulk({version.record_id for version in shown})
    rest = str(Cursor(shown[-1].revision, shown[-1].pk)) if len(rows) > SIZE else ""
    return [entry(version, live.get(version.record_id)) for version in shown], rest


def entry(version: RecordVersion, record: Record | None) -> Entry:
    """A change, named by the record and the revision; what is no longer public keeps its title alone."""
    is_there = record is not None and version.change != Change.REMOVED
    path = f"{record.get_absolute_url()}?as-of={version.revision}" if record and is_there else reverse("changes")
    title = words(version, "title")
    change = capfirst_in_language(version.get_change_display())
    return Entry(
        f"{permanent(version.slug)}?as-of={version.revision}",
        Words(f"{change}: {title.text}", title.lang),
        in_languages(path),
        version.at.isoformat(),
        (version.kind, capfirst_in_language(version.get_kind_display())),
        _told(version, record),
    )


def _told(version: RecordVersion, record: Record | None) -> str:
    """The change as the page of changes tells it, without links."""
    fields = labels(version.kind, version.fields.split()) if record else []
    context: dict[str, Any] = {"version": version, "record": None, "fields": fields}
    return " ".join(clean(render_to_string("relations/_change.html", context)).split())
