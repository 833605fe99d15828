"""Which part of a page's time is spent in which layer of the code."""

import pstats
from collections import defaultdict

# The first folder that a file lies in decides; the drivers, which work in C, are the database itself.
LAYERS = {
    "queries, built": ("/django/db/", "/modeltranslation/"),
    "templates": ("/django/template/", "/django/utils/safestring", "/django/utils/html", "/relations/templatetags/"),
    "translation": ("/django/utils/translation/", "/gettext.py", "/babel/"),
    "addresses": ("/django/urls/",),
    "drawing": ("/relations/charts/",),
    "search": ("/relations/search/",),
    "our own": ("/relations/",),
    "Django, other": ("/django/", "/csp/", "/axes/", "/simple_history/", "/whitenoise/", "/ninja/", "/pydantic"),
}
DATABASE = ("sqlite3", "psycopg")
OTHER = "Python"


def layer(file: str, function: str) -> str:
    """Where a function belongs."""
    if any(name in file or name in function for name in DATABASE):
        return "database"
    return next((name for name, folders in LAYERS.items() if any(part in file for part in folders)), OTHER)


def shares(stats: pstats.Stats) -> dict[str, float]:
    """The part of each layer in the whole; what belongs to none is its caller's, if that one belongs somewhere."""
    found: dict[str, float] = defaultdict(float)
    rows = stats.stats  # type: ignore[attr-defined]  # the stubs leave it out
    for (file, _line, function), (_calls, _all, spent, _below, callers) in rows.items():
        own = layer(file, function)
        parts = [(layer(caller, name), row[2]) for (caller, _, name), row in callers.items()] if own == OTHER else []
        for name, part in parts or [(own, spent)]:
            found[name] += part
    whole = sum(found.values())
    return {name: part / whole for name, part in found.items()}
