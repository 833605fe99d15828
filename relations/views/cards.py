"""Pictures of pages for previews elsewhere, made when they are asked for."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from relations.charts.files import SHARPNESS, png, standalone
from relations.charts.social import WIDE, Card, drawn
from relations.models import Revision
from relations.pages.cards import card_of, card_of_page
from relations.pages.subjects import found

from .charts import edition


@require_safe
def card(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """The picture of a page; it changes with the data, the code and the language."""
    etag = f'"{Revision.current().number}-{edition()}-{get_language()}"'
    response = get_conditional_response(request, etag) or picture(card_named(kind, slug))
    response["ETag"], response["Cache-Control"] = etag, "no-cache"
    return response


def card_named(kind: str, slug: str) -> Card:
    """What stands on it; 404 for what is not there, and for drafts."""
    if kind == "page":
        made = card_of_page(slug)
    else:
        subject = found(kind, slug)
        made = card_of(subject) if subject else None
    if made is None:
        raise Http404(slug)
    return made


def picture(card: Card) -> HttpResponse:
    return HttpResponse(png(standalone(drawn(card)), WIDE // SHARPNESS), content_type="image/png")
