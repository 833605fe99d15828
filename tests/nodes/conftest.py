"""A replica that is another name of the test's database, and one that does not answer."""

from collections import defaultdict

import pytest
from django.db import connections

from relations.nodes import cache, health, probes, readiness
from relations.nodes.breaker import Breaker


@pytest.fixture(autouse=True)
def well(monkeypatch):
    """Every test begins with all parts up, and leaves them so; what is down stays down, however slow the machine is."""
    monkeypatch.setattr(health, "_breakers", defaultdict(lambda: Breaker(seconds=3600)))
    forget()
    yield
    forget()


def forget():
    probes.forget()
    readiness._awaited.clear()
    cache.BREAKER.reset()


@pytest.fixture
def replica(db):
    """“replica1” answers: it is the connection of the test itself, under a second name."""
    connections.settings["replica1"] = connections["default"].settings_dict
    connections["replica1"] = connections["default"]
    yield "replica1"
    del connections["replica1"], connections.settings["replica1"]


@pytest.fixture
def lost_replica(db):
    """“replica1” is down: nobody answers at its address."""
    away = connections["default"].copy()
    options = dict(away.settings_dict["OPTIONS"])
    options.pop("pool", None)
    away.settings_dict.update(
        {"OPTIONS": options, "NAME": "/nowhere/db.sqlite3"}
        if away.vendor == "sqlite"
        else {"OPTIONS": options, "HOST": "127.0.0.1", "PORT": "1"}
    )
    connections.settings["replica1"] = away.settings_dict
    connections["replica1"] = away
    yield "replica1"
    del connections["replica1"], connections.settings["replica1"]
