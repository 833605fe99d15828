"""The oEmbed endpoint: whoever pastes the address of a chart or of the timeline learns how to frame it."""

import json
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from relations.feeds.oembed import A_DAY, found, response
from relations.feeds.permanent import clean

MOST = 10_000  # pixels that anybody can mean


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """400 for a size that is none, 404 for an address that cannot be framed, 501 for a format that is not ours."""
    write = WRITERS.get(request.GET.get("format", "json"))
    if write is None:
        return refused(_("There are two formats: json and xml."), 501)
    try:
        most = size(request.GET.get("maxwidth", "")), size(request.GET.get("maxheight", ""))
    except ValueError:
        return refused(_("maxwidth and maxheight are whole numbers of pixels."), 400)
    asked = found(request.GET.get("url", ""))
    if asked is None:
        raise Http404(request.GET.get("url", ""))
    with override(asked[0]):
        answer = write(response(asked[1], most))
    answer["Content-Language"], answer["Cache-Control"] = asked[0], f"public, max-age={A_DAY}"
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def size(text: str) -> int | None:
    """A number of pixels; None where none is asked for. Raises ValueError."""
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text[:9]) > 0):
        raise ValueError(text)
    return min(int(text[:9]), MOST)


def refused(reason: str, status: int) -> HttpResponse:
    return HttpResponse(reason, status=status, content_type="text/plain; charset=utf-8")


def as_json(said: Mapping[str, str | int]) -> HttpResponse:
    return HttpResponse(json.dumps(said, ensure_ascii=False), content_type="application/json")


def as_xml(said: Mapping[str, str | int]) -> HttpResponse:
    root = Element("oembed")
    for name, value in said.items():
        SubElement(root, name).text = clean(str(value))
    content = tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(content, content_type="text/xml; charset=utf-8")


WRITERS: dict[str, Callable[[Mapping[str, str | int]], HttpResponse]] = {"json": as_json, "xml": as_xml}
