"""What holds for every test."""

import pytest

from .standing import set_the_stage


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    set_the_stage(item)
