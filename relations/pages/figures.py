"""A figure as tables and lists of key figures show it, in the page's language; and rows of a table as markup.

Whatever comes from outside goes through `escape` or `marked`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from relations.amounts import Quantity, print_quantity
from relations.dates import print_date
from relations.models import Figure, Kind
from relations.paths import path_of
from relations.templatetags.record_tags import capfirst_in_language, language, sources_of
from relations.timeline.markup import marked

from .origins import Origin
from .words import NOTHING, Words, words

Number = Callable[[Origin], int]


@dataclass(frozen=True)
class Line:
    """A figure in a few words, with the sources that its value rests on."""

    slug: str
    indicator: str
    indicator_label: str
    consensus: str
    consensus_label: str
    date: str
    deadline: str
    title: Words
    origin: Words
    destination: Words
    reporter: Words
    announcer: Words
    quantity: Quantity
    sources: tuple[Origin, ...]

    @classmethod
    def of(cls, figure: Figure) -> "Line":
        """Of a figure with all that `for_tables` fetches."""
        names = ("origin", "destination", "reporter", "announcer")
        ends = {name: words(each, "name") if (each := getattr(figure, name)) else NOTHING for name in names}
        return cls(
            slug=figure.slug,
            indicator=figure.indicator,
            indicator_label=str(figure.get_indicator_display()),
            consensus=figure.consensus,
            consensus_label=str(figure.get_consensus_display()),
            date=figure.date,
            deadline=figure.deadline,
            title=words(figure, "title"),
            quantity=figure.quantity,
            sources=tuple(Origin.of(source) for source in sources_of(figure.citations.all())),
            **ends,
        )

    @property
    def path(self) -> str:
        return path_of(Kind.FIGURE, self.slug)

    @property
    def is_target(self) -> bool:
        return self.quantity.qualifier == "planned"

    @property
    def has_way(self) -> bool:
        """Whether it goes from one country to the other, and does not count both ways together."""
        return bool(self.origin.text) and self.indicator != "trade_total"


def rows(figures: Iterable[Line | Figure], number: Number) -> SafeString:
    """Rows of a table; `number` gives a source the number of its footnote."""
    wanted = language()
    lines = (each if isinstance(each, Line) else Line.of(each) for each in figures)
    return mark_safe("\n".join(_row(each, number, wanted) for each in lines))  # noqa: S308  # all is escaped


def _row(line: Line, number: Number, wanted: str) -> str:
    said = _words_of_tables(wanted)
    way = f'<span class="note">{marked(line.origin)} → {marked(line.destination)}</span>' if line.has_way else ""
    by = f' <span class="note">{said.announced_by}: {marked(line.announcer)}</span>' if line.announcer.text else ""
    return (
        f'<tr>\n<td class="date">{_date(line.date, wanted) or "–"}</td>\n'
        f'<th scope="row"><a href="{line.path}">{marked(line.title)}</a>'
        f"{said.target if line.is_target else ''} {way}</th>\n"
        f'<td class="amount">{escape(print_quantity(line.quantity, wanted))}</td>\n'
        f"<td>{marked(line.reporter)}{by}</td>\n<td>{_cited(line.sources, number, wanted)}</td>\n</tr>"
    )


def key_figures(groups: Iterable[Sequence[Line]], number: Number) -> SafeString:
    """Figures of one thing side by side, each reporter's by itself."""
    wanted = language()
    return mark_safe("\n".join(_group(each, number, wanted) for each in groups))  # noqa: S308  # all is escaped


def _group(lines: Sequence[Line], number: Number, wanted: str) -> str:
    first = lines[0]
    way = f'<p class="note">{marked(first.origin)} → {marked(first.destination)}</p>' if first.has_way else ""
    target = _words_of_tables(wanted).target if first.is_target else ""
    return (
        f"<li>\n<h3>{escape(capfirst_in_language(first.indicator_label))}{target}</h3>\n"
        f"{way}\n<dl>\n{''.join(_key_figure(each, number, wanted) for each in lines)}</dl>\n</li>"
    )


def _key_figure(line: Line, number: Number, wanted: str) -> str:
    numbers = "".join(f'<sup class="footnote">{number(each)}</sup>' for each in line.sources)
    until = f" → {_date(line.deadline, wanted)}" if line.deadline else ""
    label = escape(line.consensus_label)
    state = f' <a class="state {line.consensus}" href="{line.path}#evidence">{label}</a>' if label else ""
    return (
        f'<dt><a href="{line.path}">{escape(print_quantity(line.quantity, wanted))}</a>{numbers}</dt>\n'
        f"<dd>{_date(line.date, wanted) or '–'}{until} · {marked(line.reporter)}{state}</dd>\n"
    )


def _cited(sources: Iterable[Origin], number: Number, wanted: str) -> str:
    """The sources of a value, as an entry of a list has them."""
    said = _words_of_tables(wanted)
    items = "".join(f'<li>{_source(each, wanted)}<sup class="footnote">{number(each)}</sup></li>' for each in sources)
    return f'<ul class="cited" aria-label="{said.sources}">\n{items or said.uncited}\n</ul>'


def _source(source: Origin, wanted: str) -> str:
    date = f", {_date(source.published, wanted)}" if source.published else ""
    return f'<a href="{path_of("source", source.slug, wanted)}">{marked(source.publisher)}{date}</a>'


def _date(edtf: str, wanted: str) -> str:
    return escape(print_date(edtf, wanted))


class Said(NamedTuple):
    """What every row says in the same words."""

    sources: str
    uncited: str
    target: str
    announced_by: str


@cache
def _words_of_tables(language: str) -> Said:
    """In a language, which must be the active one."""
    return Said(
        escape(_("Sources")),
        f'<li class="uncited">{escape(_("no source yet"))}</li>',
        f' <span class="tag">{escape(_("target"))}</span>',
        escape(_("announced by")),
    )
