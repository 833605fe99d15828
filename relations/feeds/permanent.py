"""The address that names a record for good, in whatever language and form it is read."""

import re

from django.urls import reverse

from relations.pages.addresses import absolute

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def permanent(slug: str) -> str:
    return absolute(reverse("id:record", args=[slug]))


def clean(text: str) -> str:
    """The text without the control characters that neither XML nor a calendar can hold."""
    return UNPRINTABLE.sub("", text)
