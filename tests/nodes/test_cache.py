import pytest
from django.test import override_settings

from relations.nodes.cache import BREAKER, FailOpenRedisCache

AWAY = "redis://127.0.0.1:1/0"


@pytest.fixture
def away():
    return FailOpenRedisCache(AWAY, {})


def test_a_cache_that_is_away_is_an_empty_one(away):
    away.set("a", 1)
    assert away.get("a", "nothing") == "nothing"
    assert away.get_many(["a"]) == {}
    assert away.set_many({"a": 1}) == ["a"]
    assert not any((away.add("a", 1), away.touch("a"), away.delete("a"), away.has_key("a"), "a" in away))
    away.delete_many(["a"])
    with pytest.raises(ValueError, match="not found"):
        away.incr("a")


def test_it_is_not_asked_again_for_a_moment(away, monkeypatch):
    asked = []
    monkeypatch.setattr(away._cache, "get", lambda *_: asked.append(1) or 1 / 0)
    BREAKER.trip()
    assert away.get("a") is None
    assert asked == []


@pytest.mark.django_db
def test_the_api_answers_without_counting_while_the_cache_is_away(client):
    backend = {"default": {"BACKEND": "relations.nodes.cache.FailOpenRedisCache", "LOCATION": AWAY}}
    with override_settings(CACHES=backend, API_RATE="1/60"):
        assert [client.get("/api/v1/records").status_code for _ in range(3)] == [200] * 3
