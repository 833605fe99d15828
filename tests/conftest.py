"""What holds for every test."""

import pytest
from hypothesis import HealthCheck, settings

from .standing import set_the_stage

# How fast the machine is, and what else runs on it, says nothing of what is tested.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    set_the_stage(item)
