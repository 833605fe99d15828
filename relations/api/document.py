"""The OpenAPI document, in either language, and the API that it describes."""

from functools import lru_cache
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from . import paths
from .answers import edition
from .problems import MEDIA_TYPE, problem

VERSION = "1.0.0"
PREFIX = "/api/v1"
ABOUT = _("Who visited whom, what was signed, which council met and what was traded, each value with its source.")
SPOKEN = ("summary", "description")  # what is read by people
ANSWERED = {
    200: _("What was asked for."),
    304: _("Nothing has changed since."),
    400: _("A parameter cannot be understood; the problem names each."),
    404: _("There is nothing with this slug."),
    406: _("Accept names neither application/json nor */*."),
    410: _("It has been removed."),
    429: _("Too many requests; Retry-After says when to come back."),
    500: _("Something went wrong on our side."),
}


class ReadOnly(NinjaAPI):
    """Problems have a type of their own, which ninja cannot declare."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for path in schema["paths"].values():
            for status, reply in path["get"]["responses"].items():
                reply["description"] = ANSWERED[int(status)]
                if int(status) >= 400:
                    reply["content"] = {MEDIA_TYPE: reply["content"].pop("application/json")}
            path["get"]["responses"][304] = {"description": ANSWERED[304]}
        return schema


api = ReadOnly(
    title=f"{settings.SITE_NAME} API",
    version=VERSION,
    description=ABOUT,
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    openapi_extra={"info": {"license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}}},
)
paths.install(api)


@lru_cache(maxsize=8)
def document(language: str) -> dict[str, Any]:
    """The description of every address, in a language."""
    with override(language):
        schema: dict[str, Any] = spoken(api.get_openapi_schema(path_prefix=PREFIX))
    schema["servers"] = [{"url": settings.SITE_URL}]
    return schema


def spoken(part: Any) -> Any:
    """The same with its sentences in the active language."""
    if isinstance(part, dict):
        return {
            str(key): gettext(value) if key in SPOKEN and isinstance(value, str) and value else spoken(value)
            for key, value in part.items()
        }
    return [spoken(each) for each in part] if isinstance(part, list) else part


def openapi(request: HttpRequest) -> HttpResponseBase:
    """The document as JSON; it changes with the code alone."""
    language = request.GET.get("lang", "en")
    if language not in dict(settings.LANGUAGES) or set(request.GET) - {"lang"}:
        return problem(request, 400)
    etag = f'W/"{edition()}-{language}"'
    response = get_conditional_response(request, etag) or HttpResponse(
        orjson.dumps(document(language)), content_type="application/json"
    )
    response["ETag"], response["Cache-Control"], response["Content-Language"] = etag, "no-cache", language
    return response


def nothing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """What every other address below /api/ answers."""
    return problem(request, 404)
