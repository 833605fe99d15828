"""A record in a few lines of HTML for other people's programmes: what a card says, with whole addresses."""

from django.conf import settings
from django.template.loader import render_to_string

from relations.models import Record

from .permanent import clean


def told(record: Record, *, with_date: bool = True) -> str:
    """Kind, date, pair, place, state, summary and sources of a record that was fetched for cards."""
    context = {"record": record, "site": settings.SITE_URL, "with_date": with_date}
    return " ".join(clean(render_to_string("relations/_told.html", context)).split())
