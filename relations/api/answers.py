"""How an answer leaves: JSON with a validator, and pages that name each other by their whole addresses."""

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language, override

import relations
from relations.export.rows import canonical
from relations.pages.addresses import absolute
from relations.serving.headers import IS_ASKED_BY_KEEPER, IS_OF_REVISION
from relations.serving.memo import current
from relations.templatetags.record_tags import LANGUAGES

from .problems import language_of

MEDIA_TYPE = "application/json"
Made = Callable[[], Mapping[str, Any]]
CURSORS = ("after", "before")


def answer(request: HttpRequest, make: Made, *, keep: bool = True) -> HttpResponseBase:
    """What `make` finds, unless the reader has it already.

    `keep` where nothing but a revision of the data makes the answer: then whoever keeps pages keeps it as well, and who
    has it costs one query.
    """
    revision = current().number
    etag = f'W/"{revision}-{_asked(request)}"' if keep else ""
    is_asked_whole = IS_ASKED_BY_KEEPER in request.META
    response = get_conditional_response(request, etag) if keep and not is_asked_whole else None
    if keep:
        request.META[IS_OF_REVISION] = True
    if response is None:
        with override(language_of(request)):
            body = dumped({**make(), "revision": revision})
        response = HttpResponse(body, content_type=MEDIA_TYPE)
        if not keep:
            etag = f'W/"{sha256(body).hexdigest()[:24]}"'
            response = get_conditional_response(request, etag, response=response) or response
    response["ETag"], response["Cache-Control"] = etag, "no-cache"
    response["Content-Language"] = request.GET.get("lang") or ", ".join(LANGUAGES)
    return response


def dumped(data: Any) -> bytes:
    """JSON in UTF-8; days, moments and decimals as in the files to download."""
    return orjson.dumps(data, default=canonical, option=orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_NON_STR_KEYS)


def _asked(request: HttpRequest) -> str:
    """A mark of the question, the code that answers, and the day, on which plans become past."""
    about = (request.path, sorted(request.GET.lists()), edition(), timezone.now().date())
    return sha256(repr(about).encode()).hexdigest()[:16]


@cache
def edition() -> str:
    """A mark of the code and words of the site."""
    root = Path(relations.__file__).parent
    digest = sha256()
    for path in sorted([*root.rglob("*.py"), *root.glob("locale/*/LC_MESSAGES/*.po")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def turned(request: HttpRequest, **cursor: object) -> str | None:
    """This question at another page, with the site in it: from SITE_URL, so that one answer serves every host."""
    if not any(cursor.values()):
        return None
    kept = [(name, value) for name, values in request.GET.lists() for value in values if name not in CURSORS]
    return absolute(f"{request.path}?{urlencode([*kept, *((name, str(value)) for name, value in cursor.items())])}")


def envelope(request: HttpRequest, items: list[Any], after: object = "", before: object = "") -> dict[str, Any]:
    """A page of a list."""
    return {"items": items, "next": turned(request, after=after), "prev": turned(request, before=before)}


def lang(request: HttpRequest) -> str:
    """The language that was asked for; empty where none was."""
    return (get_language() or "") if request.GET.get("lang") else ""
