"""Worlds that stand: written once for a module, and found by each of its tests as if written for it alone."""

from copy import deepcopy

import pytest
from django.db import transaction
from django.utils import timezone

from relations.models import Revision


def standing(make):
    """A module's fixture: what `make` writes and returns; rolled back after the last test.

    The tests' own transactions lie inside it, so none of them may commit (`transactional_db`): those write it for
    themselves. So does a module with two worlds, which would stand in the same database.
    """

    @pytest.fixture(scope="module")
    def world_that_stands(django_db_setup, django_db_blocker):
        mark = transaction.atomic()
        with django_db_blocker.unblock():
            mark.__enter__()
            made = make()
        yield made
        with django_db_blocker.unblock():
            transaction.set_rollback(True)
            mark.__exit__(None, None, None)

    return world_that_stands


def found(made):
    """What was made, for one test: objects of its own, and a revision that nothing was remembered of."""
    Revision.objects.update(changed_at=timezone.now())
    return deepcopy(made)
