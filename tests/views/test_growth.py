"""What a page costs does not grow with what is on record: nothing counted, drawn or walked through again."""

import re

import pytest
from django.db import connection

from relations.charts import drawn
from relations.feeds import atom, scopes
from relations.models import Citation, Institution, Milestone, Participation, Person, Source
from relations.seen import seen

PUBLISHED = {"editorial_status": "published"}
# What each page asks of the database when it is asked for again, however many records there are.
AGAIN = {
    "on-this-day/07-01/": 4,  # the revision, the records, who shares them, their sources
    "people/": 4,
    "institutions/": 3,
    "sources/": 3,
    "people/nursultan-nazarbayev/": 10,
    "institutions/mfa-tur/": 8,
    "relations/kaz-tur/": 9,  # the pair, other pairs, the latest events
}


@pytest.fixture
def crowded(world):
    """Sixty of everything that lists can hold."""
    for number in range(60):
        made = Milestone.objects.create(
            slug=f"m-{number}", title_en="Event", date=f"{1950 + number}-07-01", relationship=world["pair"], **PUBLISHED
        )
        source = Source.objects.create(slug=f"s-{number}", kind="press", language="en", title_en=f"Source {number}")
        person = Person.objects.create(slug=f"p-{number}", name_en=f"Person {number}")
        body = Institution.objects.create(slug=f"i-{number}", kind="ministry", name_en=f"Ministry {number}")
        made.institutions.set([body, Institution.objects.get(slug="mfa-tur")])
        Citation.objects.create(record=made.record, field="date", source=source, says=made.date, preferred=True)
        Participation.objects.create(record=made.record, role="speaker", person=person)
        Participation.objects.create(record=made.record, role="speaker", person=world["person"])
    return world


@pytest.mark.parametrize("page", AGAIN)
def test_a_page_that_is_asked_for_again_counts_nothing(client, crowded, page, django_assert_max_num_queries):
    client.get(f"/en/{page}")
    with django_assert_max_num_queries(AGAIN[page]) as asked:
        client.get(f"/en/{page}")
    every = [each["sql"] for each in asked.captured_queries]
    assert not [sql for sql in every if re.search(r"COUNT\(\*\)|OFFSET", sql)]


def test_charts_are_drawn_once_a_revision(client, world, monkeypatch):
    seen = []
    framed = drawn.framed
    monkeypatch.setattr(drawn, "framed", lambda chart, width: seen.append(width) or framed(chart, width))
    first = client.get("/en/relations/kaz-tur/").content
    made = len(seen)
    assert made
    assert client.get("/en/relations/kaz-tur/").content == first
    assert len(seen) == made
    assert "Ziyaret" in client.get("/tr/relations/kaz-tur/").text  # each language has its own
    assert len(seen) == 2 * made
    world["figure"].save()
    client.get("/en/relations/kaz-tur/")
    assert len(seen) == 3 * made


@pytest.mark.parametrize("model", [Person, Institution, Source])
def test_a_page_of_names_is_read_along_the_index_of_their_addresses(crowded, model):
    if connection.vendor == "postgresql":  # so few rows it would walk through
        with connection.cursor() as cursor:
            for name in ("seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin", "hashagg"):
                cursor.execute(f"SET LOCAL enable_{name} = off")
    rows = seen(model).filter(slug__gt="m").order_by("slug").values_list("pk", "slug")[:61]
    plan = rows.explain()
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan
    assert re.search(r"USING (COVERING )?INDEX \S+ \(slug>|Index (Only )?Scan using \S*slug", plan)


def test_a_feed_of_the_site_is_read_along_an_index(crowded):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for name in ("seqscan", "bitmapscan", "sort", "incremental_sort", "hashjoin", "mergejoin", "hashagg"):
                cursor.execute(f"SET LOCAL enable_{name} = off")
    plan = atom._touches(scopes.of_site()).order_by("-revision", "-record_id")[:51].explain()
    assert "touch_newest" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_search_walks_through_no_table_for_the_people_that_it_names(crowded):
    plan = seen(Person).filter(pk__in=[1, 2]).explain()
    assert not re.search(r"LIST SUBQUERY|hashed SubPlan", plan)


@pytest.mark.parametrize("question", ["Event", "Event 1975", "Ministry"])
def test_search_asks_the_same_of_few_answers_and_of_many(client, crowded, question, django_assert_max_num_queries):
    client.get(f"/en/search/?q={question}")  # brings the index up to date
    with django_assert_max_num_queries(20):
        client.get(f"/en/search/?q={question}")
