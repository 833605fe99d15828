"""Loaded before the settings are: the suite runs with development settings, on the database that DATABASE_URL names."""

import os

from hypothesis import HealthCheck, settings

os.environ["DEBUG"] = "1"
os.environ.pop("SOURCE_TEXTS", None)

# No test looks at a clock, so a busy machine fails none.
settings.register_profile("kopru", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kopru")
