"""What every template knows of the site."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from relations.serving import memo


def site(request: HttpRequest) -> dict[str, object]:
    return {"revision": SimpleLazyObject(memo.current), "SITE_NAME": settings.SITE_NAME}
