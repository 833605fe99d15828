"""What one node has made, another gives as well; a cache that is away is an empty one."""

import pytest
from django.core.cache import cache

from relations.models import Visit
from relations.nodes.cache import BREAKER, FailOpenRedisCache
from relations.serving import edition, shared

PAGE = "/en/visits/visit-1/"


@pytest.fixture
def nodes(server, settings):
    """Two nodes with a cache between them: the one in this process will do."""
    settings.CACHE_URL = "redis://cache"
    cache.clear()
    yield type(server)(), type(server)()
    cache.clear()


def test_a_page_that_one_node_made_is_made_by_no_other(nodes):
    one, other = nodes
    first, second = one.ask(PAGE), other.ask(PAGE, accept_encoding="gzip")
    assert first.text == second.text
    assert (one.made, other.made) == ([PAGE], [])


def test_each_language_of_the_front_door_is_found_again(nodes):
    one, other = nodes
    for node in nodes:
        assert [node.ask("/", accept_language=code).headers["Location"] for code in ("tr", "en")] == ["/tr/", "/en/"]
    assert (len(one.made), len(other.made)) == (2, 0)


def test_a_write_shows_on_every_node(nodes):
    one, other = nodes
    one.ask(PAGE), other.ask(PAGE)
    Visit.objects.filter(slug="visit-1").update(title_en="Another title")
    assert all("Another title" in node.ask(PAGE).text for node in nodes)
    assert (len(one.made), len(other.made)) == (2, 0)


def test_a_node_that_runs_other_code_makes_its_own(nodes, monkeypatch):
    one, other = nodes
    one.ask(PAGE)
    monkeypatch.setattr(shared, "edition", lambda: "another")
    other.ask(PAGE)
    assert len(other.made) == 1


def test_an_edition_moves_with_the_words_of_the_site(settings):
    before = edition.edition.__wrapped__()
    settings.SITE_NAME = "Another"
    assert edition.edition.__wrapped__() != before


def test_a_cache_that_is_away_changes_no_answer(nodes, monkeypatch):
    monkeypatch.setattr(shared, "cache", FailOpenRedisCache("redis://127.0.0.1:9/0", {}))
    try:
        assert [node.ask(PAGE).status for node in nodes for _ in range(2)] == [200] * 4
    finally:
        BREAKER.reset()
    assert [len(node.made) for node in nodes] == [1, 1]
