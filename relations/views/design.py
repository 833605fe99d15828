"""The page that shows what the site is made of: its tokens, and every component with what is on record."""

from typing import Any

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from relations import profile
from relations.charts.registry import KINDS
from relations.models import Kind, Record, Relationship
from relations.timeline.cards import cards
from relations.tokens import colours, kinds_seen, tokens

from .evidence import FieldEvidence, gather

SPECIMENS = (
    ("text", _("Text")),
    ("kinds", _("Kinds of record")),
    ("states", _("How far sources agree")),
    ("cards", _("Cards")),
    ("facts", _("Facts")),
    ("evidence", _("What the sources say")),
    ("table", _("Tables")),
    ("slots", _("Councils")),
    ("form", _("Forms")),
    ("ways", _("Navigation")),
)


@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Colours with their contrasts, type, marks, and each component in every language."""
    context = {
        "tokens": tokens(),
        "seen": [(theme, colours()["paper"][theme], kinds_seen(theme)) for theme in (0, 1)],
        "specimens": [(name, heading, f"relations/design/{name}.html") for name, heading in SPECIMENS],
        "kinds": Kind.choices,
        "LANGUAGES": settings.LANGUAGES,
    }
    return render(request, "relations/design.html", context | on_record())


def on_record() -> dict[str, Any]:
    """The newest record of each kind, and what the newest figure's pair has to show; little where nothing is there."""
    newest = Record.objects.published().values("kind").annotate(newest=Max("pk")).order_by("kind")
    keys = [row["newest"] for row in newest]
    (shown,) = cards(keys)
    of_pair = Record.objects.filter(pk__in=keys, relationship__isnull=False).order_by("kind")
    pair: Relationship | None = next((each.relationship for each in of_pair.select_related("relationship")), None)
    if pair is None:
        return {"newest": shown}
    return {
        "newest": shown,
        "figures": profile.figures(pair)[:3],
        "slots": next((slots for _council, slots in profile.councils(pair) if slots), []),
        "contested": contested(pair),
        "chart": KINDS["trade"].build(pair.slug),
    }


def contested(pair: Relationship) -> list[tuple[str, FieldEvidence]]:
    """One value on which sources differ, in each language: words are chosen when citations are gathered."""
    citations = profile.contested(pair)
    found = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            gathered = gather(citations)
            found += [(code, each) for each in sorted(gathered, key=lambda each: not each.is_disputed)[:1]]
    return found
