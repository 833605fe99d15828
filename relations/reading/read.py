"""A whole text to its statements: visits, agreements, meetings and figures."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from .cleaning import Cleaned, clean
from .document import document
from .found import Span
from .sentences import with_lines
from .statements.agreements import Agreement, find_agreements
from .statements.figure import Figure, once
from .statements.figures import find_figures
from .statements.meetings import Meeting, find_meetings
from .statements.tables import find_rows
from .statements.visit import Visit
from .statements.visits import find_visits


@dataclass(frozen=True)
class Reading:
    """All that a text states; every span is a place of the original text."""

    visits: tuple[Visit, ...]
    agreements: tuple[Agreement, ...]
    meetings: tuple[Meeting, ...]
    figures: tuple[Figure, ...]


class Stated(Protocol):
    """A statement with its place."""

    @property
    def span(self) -> Span: ...


S = TypeVar("S", bound=Stated)


def read(original: str, language: str, published: date | None = None) -> Reading:
    """Read a text as its file has it; language is tr or en, published the day that “yesterday” counts from."""
    cleaned = clean(original)
    text = document(with_lines(original, cleaned), language, published)
    figures = once([*find_rows(text), *find_figures(text)])
    return Reading(
        _placed(cleaned, find_visits(text)),
        _placed(cleaned, find_agreements(text)),
        _placed(cleaned, find_meetings(text)),
        _placed(cleaned, figures),
    )


def _placed(cleaned: Cleaned, found: list[S]) -> tuple[S, ...]:
    """Statements with their places in the original."""
    return tuple(
        replace(one, span=Span(*cleaned.place(one.span.start, one.span.end)))  # type: ignore[type-var]
        for one in found
    )
