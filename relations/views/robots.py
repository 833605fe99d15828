"""Files that browsers and crawlers look for at the root: robots.txt and the icons."""

from functools import cache
from pathlib import Path

import resvg_py
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from relations.pages.addresses import absolute
from relations.templatetags.record_tags import LANGUAGES

CLOSED = ("admin", "embed")
ICON = Path(settings.BASE_DIR) / "static" / "img" / "icon.svg"
SMALL, LARGE = 48, 180  # pixels: what tabs and search results show, and a telephone's home screen


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything is open but what is for staff and what stands on other people's pages."""
    closed = [f"/{code}/{part}/" for code in LANGUAGES for part in CLOSED]
    context = {"closed": closed, "sitemap": absolute(reverse("sitemap_index"))}
    return render(request, "relations/robots.txt", context, "text/plain; charset=utf-8")


@require_safe
@cache_control(max_age=86_400, public=True)
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon for whoever asks for it by the old name."""
    return HttpResponse(ico(icon(SMALL), SMALL), content_type="image/x-icon")


@require_safe
@cache_control(max_age=86_400, public=True)
def touch_icon(request: HttpRequest) -> HttpResponse:
    return HttpResponse(icon(LARGE), content_type="image/png")


@cache
def icon(size: int) -> bytes:
    """Our icon as a square picture of so many pixels."""
    return bytes(resvg_py.svg_to_bytes(svg_string=ICON.read_text(encoding="utf-8"), width=size, height=size))


def ico(png: bytes, size: int) -> bytes:
    """A PNG in the envelope that browsers know as ICO: a header, one entry, the picture."""
    header = (0).to_bytes(2, "little") + (1).to_bytes(2, "little") * 2
    place = len(png).to_bytes(4, "little") + (22).to_bytes(4, "little")
    return header + bytes([size, size, 0, 0, 1, 0, 32, 0]) + place + png
