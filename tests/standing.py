"""Worlds that stand: written once for a module, and found by each of its tests as if written for it alone."""

from copy import deepcopy

import pytest
from django.db import transaction
from django.utils import timezone

from relations.models import Revision


class Stage:
    """What `make` writes and returns, in a transaction that the tests' own lie inside and that is never committed."""

    current = None  # the one of the module that runs

    def __init__(self, make, blocker):
        self.make, self.blocker, self.mark = make, blocker, None

    def rise(self):
        if self.mark is None:
            self.mark = transaction.atomic()
            with self.blocker.unblock():
                self.mark.__enter__()
                self.made = self.make()

    def fall(self):
        if self.mark is not None:
            with self.blocker.unblock():
                transaction.set_rollback(True)
                self.mark.__exit__(None, None, None)
            self.mark = None


def standing(make):
    """A module's fixture `standing_world`, of that name, so that tests which do not ask for it find no world."""

    @pytest.fixture(scope="module", name="standing_world")
    def stage(django_db_setup, django_db_blocker):
        Stage.current = stage = Stage(make, django_db_blocker)
        stage.rise()
        yield stage
        Stage.current = None
        stage.fall()

    return stage


def set_the_stage(item):
    """Before a test's own transaction begins: the world of its module where it asks for it, else none."""
    if Stage.current is None:
        return  # a first test brings its world by itself
    if "standing_world" in item.fixturenames:
        Stage.current.rise()
    elif "_django_db_helper" in item.fixturenames or item.get_closest_marker("django_db"):
        Stage.current.fall()


def found(stage):
    """What was made, for one test: objects of its own, and a revision that nothing was remembered of."""
    Revision.objects.update(changed_at=timezone.now())
    return deepcopy(stage.made)
