"""No page mixes two revisions, whoever writes while it is made."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from relations.models import Country, Revision
from relations.serving import freshness, memo, snapshot
from relations.serving.snapshot import TRIES, whole

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def held_anew():
    freshness._held.__dict__.clear()
    Country.objects.create(code="ZZZ", name_tr="Z", name_en="Z")
    yield
    freshness._held.__dict__.clear()


@pytest.fixture
def ask():
    """ask(writes): the answer and mark of a page during which somebody writes, so many times that it is made."""

    def asked(writes):
        made = []

        def page(request):
            made.append(memo.current().number)
            names = [Country.objects.filter(name_en="One").count()]
            if len(made) <= writes and not connection.in_atomic_block:
                Country.objects.create(code=f"A{len(made):02}", name_tr="One", name_en="One")
            names.append(Country.objects.filter(name_en="One").count())
            return HttpResponse(f"{memo.current().number} {names}", headers={"Mixed": str(len(set(names)) > 1)})

        response, mark = whole(RequestFactory().get("/"), page)
        return response, mark, len(made)

    return asked


def test_a_page_in_peace_is_made_once_and_may_be_kept(ask):
    response, mark, made = ask(writes=0)
    assert (made, response["Mixed"]) == (1, "False")
    assert mark == freshness.mark("default")


def test_a_page_during_which_somebody_wrote_is_made_again(ask):
    response, mark, made = ask(writes=1)
    assert (made, response["Mixed"]) == (2, "False")
    assert mark == freshness.mark("default")
    assert response.content.decode().startswith(f"{Revision.current().number} ")


def test_where_writing_does_not_end_the_page_is_made_inside_a_snapshot_and_not_kept(ask):
    response, mark, made = ask(writes=99)
    assert (made, response["Mixed"]) == (TRIES + 1, "False")
    assert mark is None


def test_a_snapshot_is_of_one_moment_and_takes_nothing():
    with snapshot.snapshot("default"):
        assert connection.in_atomic_block
        with pytest.raises(DatabaseError), transaction.atomic():
            Country.objects.create(code="AAA", name_tr="A", name_en="A")
        assert Country.objects.count() == 1
    Country.objects.create(code="AAA", name_tr="A", name_en="A")
    assert Country.objects.count() == 2


def test_a_snapshot_leaves_the_connection_as_it_was():
    if connection.vendor == "sqlite":
        with snapshot.snapshot("default"):
            pass
        assert connection.transaction_mode == "IMMEDIATE"
    with pytest.raises(ZeroDivisionError), snapshot.snapshot("default"):
        raise ZeroDivisionError
    Country.objects.create(code="AAA", name_tr="A", name_en="A")


def test_a_database_that_does_not_say_its_revision_is_answered_from_but_not_kept(ask, monkeypatch):
    def away(alias):
        raise freshness.UnknownError("away")

    monkeypatch.setattr(snapshot, "mark", away)
    response, mark, made = ask(writes=0)
    assert (response.status_code, mark, made) == (200, None, 1)
