"""The suite runs on the database that DATABASE_URL names, with development settings."""

import os

os.environ.setdefault("DEBUG", "1")
