import pytest
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor

from relations.nodes import health, readiness


def test_healthz_asks_no_database_and_minds_neither_host_nor_https(client, settings):
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, ["example.org"]
    response = client.get("/healthz", headers={"Host": "10.0.0.7:8000"})
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_readyz_tells_of_databases_and_cache(client, settings):
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, ["example.org"]
    response = client.get("/readyz", headers={"Host": "10.0.0.7:8000"})
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "databases": {"default": {"status": "ok"}}, "cache": "ok"}
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_readyz_is_asked_of_the_database_once_in_a_moment(client, django_assert_num_queries):
    client.get("/readyz")
    with django_assert_num_queries(0):
        client.get("/readyz")


@pytest.mark.django_db
def test_a_node_without_its_migrations_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(readiness, "_migrated", set())
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: ["0099"])
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["databases"]["default"]["status"] == "migrations are missing"


@pytest.mark.django_db
def test_a_node_whose_databases_are_down_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(health, "ask_again", lambda name: False)
    health.doubt("default")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["databases"] == {"default": {"status": "down"}}


def test_a_node_that_has_its_replica_is_ready_without_the_primary(replica, client, monkeypatch):
    monkeypatch.setattr(health, "ask_again", lambda name: False)
    health.doubt("default")
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["databases"] == {"default": {"status": "down"}, replica: {"status": "ok", "lag": None}}


def test_a_replica_that_is_down_does_not_make_a_node_unready(lost_replica, client, monkeypatch):
    monkeypatch.setattr(readiness, "_migrated", {"default"})
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["databases"][lost_replica] == {"status": "down"}


def test_a_replica_too_far_behind_makes_a_node_unready(replica, client, monkeypatch, settings):
    settings.READY_LAG_SECONDS = 5
    monkeypatch.setattr(readiness, "lag", lambda name: 6.0)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["databases"][replica] == {"status": "lags", "lag": 6.0}


def test_lag_is_the_time_since_the_primary_stood_where_the_replica_has_not_come(replica, monkeypatch):
    moment, written, seen = [100.0], ["0/1"], [False]
    monkeypatch.setattr(readiness.time, "monotonic", lambda: moment[0])
    monkeypatch.setattr(readiness, "_asked", lambda name, *_: written[0] if name == "default" else seen[0])
    assert readiness.lag(replica) == 0
    moment[0], written[0] = 103.0, "0/2"
    assert readiness.lag(replica) == 3
    seen[0] = True
    assert readiness.lag(replica) == 0


@pytest.mark.django_db
def test_a_database_that_fails_while_it_is_asked_is_down(client, monkeypatch):
    def fail(name):
        raise OperationalError

    monkeypatch.setattr(readiness, "_is_migrated", fail)
    monkeypatch.setattr(health, "ask_again", lambda name: False)
    assert client.get("/readyz").json()["databases"]["default"] == {"status": "down"}
