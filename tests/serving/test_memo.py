"""What is kept for a revision is never shown for another."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override

from relations.models import Country
from relations.nodes import reading
from relations.serving import memo

pytestmark = pytest.mark.django_db


def make_country(code="aaa"):
    return Country.objects.create(code=code, name_tr=code, name_en=code)


@pytest.fixture(autouse=True)
def nothing_provisional_before():
    with reading.noting_provisional():
        yield


@pytest.fixture
def counted():
    """A remembered count of countries, and what it was asked for."""
    asked = []

    @memo.per_revision(maxsize=2)
    def count(*about, **named):
        asked.append(about or tuple(named.items()))
        return Country.objects.count()

    count.asked = asked
    return count


def test_a_result_is_worked_out_once_for_its_arguments(counted):
    assert [counted(1), counted(1), counted(2), counted(x=1), counted(x=1)] == [Country.objects.count()] * 5
    assert counted.asked == [(1,), (2,), (("x", 1),)]


def test_a_write_shows_at_once_in_the_transaction_that_made_it(counted):
    before = counted()
    make_country()
    assert counted() == before + 1


def test_what_was_rolled_back_is_not_shown(counted):
    before = counted()
    with transaction.atomic():
        make_country()
        assert counted() == before + 1
        transaction.set_rollback(True)
    assert counted() == before


def test_each_language_has_its_own_result(counted):
    for language in ("tr", "en", "tr"):
        with override(language):
            counted()
    assert len(counted.asked) == 2


def test_plans_become_past_at_midnight(counted, monkeypatch):
    counted()
    monkeypatch.setattr(timezone, "now", lambda: datetime(2031, 1, 1, tzinfo=UTC))
    counted()
    assert len(counted.asked) == 2


def test_no_more_is_kept_than_was_asked_for(counted):
    for number in (1, 2, 3, 1):
        counted(number)
    assert len(counted.asked) == 4


def test_nothing_is_taken_or_kept_while_it_is_off(counted):
    counted()
    with memo.off():
        counted()
    counted()
    assert len(counted.asked) == 2


@pytest.mark.parametrize(("method", "queries"), [("get", 1), ("head", 1), ("post", 3)])
def test_a_request_that_only_reads_asks_for_its_revision_once(method, queries, django_assert_num_queries):
    def view(request):
        return [memo.current().number for _ in range(3)]

    with django_assert_num_queries(queries):
        memo.ask_revision_once(view)(getattr(RequestFactory(), method)("/"))


def test_the_next_request_asks_again(counted):
    answered = memo.ask_revision_once(lambda request: counted())
    before = answered(RequestFactory().get("/"))
    make_country()
    assert answered(RequestFactory().get("/")) == before + 1


def test_what_is_provisional_is_not_kept_and_whoever_asked_is_told():
    asked = []

    @memo.per_revision()
    def behind():
        asked.append(1)
        reading.call_provisional()

    with reading.noting_provisional():
        behind()
        behind()
        assert reading.is_provisional()
    assert len(asked) == 2


def test_what_is_worked_out_of_something_provisional_is_not_kept_either(counted):
    counted()
    reading.call_provisional()
    counted()
    counted()
    assert len(counted.asked) == 3
