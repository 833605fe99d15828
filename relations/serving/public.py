"""Which requests have an answer that is the same for everybody who asks it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

SAFE = {"GET", "HEAD"}
API = "/api/"


def is_public(environ: Mapping[str, Any]) -> bool:
    """Reading, outside the admin, by somebody without a session or a chosen language."""
    path = environ.get("PATH_INFO", "")
    return (
        environ.get("REQUEST_METHOD") in SAFE
        and "/admin/" not in path
        and not path.startswith(settings.STATIC_URL)
        and not names_somebody(environ.get("HTTP_COOKIE", ""))
    )


def names_somebody(cookies: str) -> bool:
    """Rather once too often: a cookie whose value holds the name of another counts as that one."""
    return bool(cookies) and (settings.SESSION_COOKIE_NAME in cookies or settings.LANGUAGE_COOKIE_NAME in cookies)


def is_safely_asked(request: HttpRequest) -> bool:
    """Over HTTPS, where the site insists on that."""
    return not settings.SECURE_SSL_REDIRECT or request.is_secure()
