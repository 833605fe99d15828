"""CITATION.cff, version 1.2.0: how to cite the data of a revision, for the programs that read it."""

from typing import Any

import yaml
from django.conf import settings

from .edition import SPDX, Draft, Edition

CITATION = "CITATION.cff"


def write(draft: Draft) -> None:
    """Say how to cite this edition."""
    text = yaml.safe_dump(citation(draft.edition), allow_unicode=True, sort_keys=False, width=110)
    (draft.folder / CITATION).write_text(text, encoding="utf-8")


def citation(edition: Edition) -> dict[str, Any]:
    """The data as a work: the format knows one language, English."""
    return {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below. For a single value, cite its source as well.",
        "type": "dataset",
        "title": edition.title("en"),
        "abstract": edition.summary("en"),
        "authors": [{"name": settings.SITE_NAME, "website": settings.SITE_URL}],
        "version": str(edition.number),
        "date-released": edition.moment.date(),
        "license": SPDX,
        "url": edition.page("en"),
    }
