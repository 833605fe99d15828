"""Other processes in tests: how they find the database of a test."""

import sqlite3
from urllib.parse import quote

from django.db import connection


def address(folder):
    """That of the database of this test; SQLite's lies in our memory, so of a copy of it as it is now."""
    found = connection.settings_dict
    if connection.vendor == "postgresql":
        person = quote(found["USER"]) + (f":{quote(found['PASSWORD'])}" if found["PASSWORD"] else "")
        return f"postgres://{person}@{quote(found['HOST'], safe='')}:{found['PORT']}/{found['NAME']}"
    with sqlite3.connect(folder / "copy.sqlite3") as copy:
        connection.connection.backup(copy)
    return f"sqlite:///{folder / 'copy.sqlite3'}"
