"""What every template knows of the site."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from relations.models import Revision


def site(request: HttpRequest) -> dict[str, object]:
    return {"revision": SimpleLazyObject(Revision.current), "SITE_NAME": settings.SITE_NAME}
