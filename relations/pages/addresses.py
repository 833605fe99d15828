"""Whole addresses of pages: the one that counts, and the same page in each language.

What the canonical address keeps of a query string:
- on lists, the filters that the page understood, always in the same order, since they choose what is on it; what was
  left out with a notice, and every name that the site does not know, goes;
- the place in a list (page, after, before), since each page of a list has its own entries and none stands for another;
- not the order of a list: the same entries the other way round are the same page.
Pages narrowed by two or more filters at once are kept out of search engines: there are more of them than records, and
each of their entries is found on a page with fewer filters.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils.encoding import escape_uri_path

from relations.templatetags.record_tags import LANGUAGES

CURSORS = ("page", "after", "before")


def absolute(path: str) -> str:
    """An address of this site with the site in it."""
    return f"{settings.SITE_URL}{path}"


def page_in(request: HttpRequest, code: str) -> str:
    """The page's own path in another language; the home page's where the address is none of ours."""
    first, _slash, rest = escape_uri_path(request.path).removeprefix("/").partition("/")
    is_ours = first in LANGUAGES and (request.resolver_match or first == code)
    return f"/{code}/{rest if is_ours else ''}"


def without_language(path: str) -> str:
    """The path that leads each reader to the language of their own."""
    first, _slash, rest = path.removeprefix("/").partition("/")
    return f"/{rest}" if first in LANGUAGES else path


def chosen(context: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The filters of a list as the page understood them."""
    asked = getattr(context.get("filters"), "asked", None)
    return list(dict.fromkeys(asked())) if asked else []


def kept_query(request: HttpRequest, context: Mapping[str, Any]) -> str:
    """What the canonical address keeps of the query string, with its question mark."""
    kept = chosen(context)
    if "page" in context:
        cursors = [(name, request.GET.get(name, "")) for name in CURSORS]
        kept += [(name, value) for name, value in cursors if value and (name, value) != ("page", "1")]
    return f"?{urlencode(kept)}" if kept else ""


def is_narrow(context: Mapping[str, Any]) -> bool:
    """Whether two filters or more are at work."""
    return len(chosen(context)) > 1
