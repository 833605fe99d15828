"""A text holds another whatever its case, dots and marks: `name_tr__folded="izmir"` finds İzmir, IZMIR and Izmir.

Neither engine compares so by itself: SQLite's LIKE knows the case of a to z alone, PostgreSQL's depends on how the
database was made. One folds by a function of ours, the other by its extension unaccent.
"""

from typing import Any

from django.db.models import CharField, Lookup, TextField

from relations.reading.folding import fold


class Folded(Lookup):
    lookup_name = "folded"

    def get_prep_lookup(self) -> str:
        """The pattern, in which nothing that was typed has a meaning of its own."""
        typed = str(self.rhs)
        for sign in ("\\", "%", "_"):
            typed = typed.replace(sign, f"\\{sign}")
        return f"%{typed}%"

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return self._compared(compiler, connection, "folded({})")

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return self._compared(compiler, connection, "lower(unaccent({}))")

    def _compared(self, compiler: Any, connection: Any, folded: str) -> tuple[str, list[Any]]:
        """Both sides folded alike."""
        (text, of_text), (pattern, of_pattern) = (
            self.process_lhs(compiler, connection),
            self.process_rhs(compiler, connection),
        )
        return rf"{folded.format(text)} LIKE {folded.format(pattern)} ESCAPE '\'", [*of_text, *of_pattern]


def register_lookup() -> None:
    for column in (CharField, TextField):
        column.register_lookup(Folded)


def register_function(connection: Any, **_: Any) -> None:
    """Teach a new SQLite connection to fold."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("folded", 1, _fold, deterministic=True)


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text)
