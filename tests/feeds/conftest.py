"""The world of the pages, and what feeds need beside it."""

import pytest
from django.utils.translation import override

from relations.models import Council, CouncilMeeting, Visit
from tests.views.conftest import cite_more, standing_world, world  # noqa: F401

LANGUAGES = ("tr", "en")


@pytest.fixture
def visit(world):  # noqa: F811
    """visit(slug, date, …): one more of the pair's."""

    def make(slug, date, **more):
        common = {"relationship": world["pair"], "editorial_status": "published", "title_tr": f"Ziyaret {slug}"}
        ends = {"origin_id": "KAZ", "destination_id": "TUR"}
        return Visit.objects.create(slug=slug, date=date, **{"title_en": f"Visit {slug}", **common, **ends, **more})

    return make


@pytest.fixture
def meeting(world):  # noqa: F811
    def make(slug, date, **more):
        council = Council.objects.get(slug="kaz-tur-ydsk")
        common = {"relationship": world["pair"], "editorial_status": "published", "council": council}
        return CouncilMeeting.objects.create(slug=slug, date=date, title_tr=slug, title_en=slug, **common, **more)

    return make


@pytest.fixture
def english():
    with override("en"):
        yield
