"""Loaded before the settings are: the suite runs with development settings, on the database that DATABASE_URL names."""

import os

os.environ["DEBUG"] = "1"
os.environ.pop("SOURCE_TEXTS", None)
