"""Visits between two countries, one way above the years and the other way below."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from relations.charts.chart import Body, Cell, Chart, Table
from relations.charts.dated import MOST, among_newest, is_imprecise, only_newest, sources_of, years_told
from relations.charts.sides import draw
from relations.models import Citation, Country, Participation, Record, Relationship, Visit, VisitStatus
from relations.newest import newest_keys
from relations.templatetags.record_tags import edtf, number, plain

CITED = ("date", "visit_kind", "status")


@dataclass(frozen=True, kw_only=True)
class VisitsChart(Chart):
    """The visits of a pair."""

    pair: Relationship
    visits: Sequence[Visit]

    def body(self, width: int) -> Body:
        drawn, height = draw(self.pair, self.visits, width)
        return Body(tuple(drawn), height)


def build(pair: Relationship) -> VisitsChart | None:
    """The chart of a pair's published visits; None where there are none."""
    return chart(pair, between(pair))


def chart(pair: Relationship, visits: Sequence[Visit]) -> VisitsChart | None:
    """The chart of visits that were fetched already, with who travelled and their citations, oldest first.

    Of many it holds the newest.
    """
    if not visits:
        return None
    is_cut, visits = len(visits) > MOST, visits[-MOST:]
    return VisitsChart(
        name="visits",
        subject=pair.slug,
        title="; ".join(filter(None, (finding(pair, visits), among_newest(is_cut)))),
        note=" ".join(filter(None, (_note(visits), only_newest(is_cut)))),
        table=_table(visits),
        sources=sources_of(visits, CITED),
        pair=pair,
        visits=visits,
    )


def between(pair: Relationship) -> list[Visit]:
    """The newest visits from one of the two countries to the other, oldest first, with who travelled and what says so.

    One more than a chart holds, so that it can say that there are more.
    """
    cited = Prefetch("citations", Citation.objects.filter(preferred=True).select_related("source"))
    visitors = Prefetch(
        "participations", Participation.objects.filter(role="visitor").select_related("person", "office")
    )
    way = {"as_visit__origin__in": pair.codes, "as_visit__destination__in": pair.codes}
    visits = Record.objects.published().filter(kind="visit", **way)
    keys = newest_keys(visits.filter(relationship=pair), visits.filter(relationship=None), most=MOST + 1)
    joined = Visit.objects.select_related("origin", "destination", "place").prefetch_related(cited, visitors)
    found: dict[int, Visit] = joined.in_bulk(keys)
    return [found[key] for key in reversed(keys) if key in found]


def finding(pair: Relationship, visits: Sequence[Visit]) -> str:
    """Who travelled more often, as far as the record goes; plans are not counted."""
    held = [each for each in visits if each.status == VisitStatus.HELD]
    ways = sorted(((_count(held, one.code), one, other) for one, other in _ways(pair)), key=lambda way: -way[0])
    (most, origin, destination), (least, *_rest) = ways
    values = {
        "most": number(most),
        "least": number(least),
        "from": plain(origin, "name"),
        "to": plain(destination, "name"),
    }
    years = years_told(held)
    return _sentence(most, least, len(visits)) % values + (f" ({years})" if years else "")


def _sentence(most: int, least: int, plans: int) -> str:
    if not most:
        return ngettext("No visit on record has taken place", "No visit on record has taken place", plans)
    if not least:
        return ngettext(
            "The one visit on record went from %(from)s to %(to)s",
            "All %(most)s visits on record went from %(from)s to %(to)s",
            most,
        )
    if most == least:
        return ngettext("%(most)s visit on record each way", "%(most)s visits on record each way", most)
    return _("More visits on record from %(from)s to %(to)s than back: %(most)s against %(least)s")


def _count(visits: Sequence[Visit], code: str) -> int:
    return sum(each.origin_id == code for each in visits)


def _ways(pair: Relationship) -> tuple[tuple[Country, Country], ...]:
    return ((pair.first, pair.second), (pair.second, pair.first))


def _note(visits: Sequence[Visit]) -> str:
    parts = []
    if any(map(is_imprecise, visits)):
        parts.append(_("Where the day is not on record, a line under the mark spans the time that its date may mean."))
    return " ".join(parts)


def _table(visits: Sequence[Visit]) -> Table:
    keys = ("date", "from", "to", "kind", "status", "visitor", "visit")
    columns = (
        _("Date"),
        pgettext("country", "From"),
        pgettext("country", "To"),
        _("Kind of visit"),
        _("Status"),
        _("Visitor"),
        _("Visit"),
    )
    return Table(keys, columns, [_row(visit) for visit in visits])


def _row(visit: Visit) -> tuple[Cell, ...]:
    parts = [part for part in visit.participations.all() if part.person or part.office]
    named = [plain(part.person, "name") if part.person else plain(part.office, "title") for part in parts]
    slugs = [(part.person or part.office).slug for part in parts]  # type: ignore[union-attr]
    return (
        Cell(edtf(visit.date) or _("date unknown"), visit.date),
        Cell(plain(visit.origin, "name"), visit.origin_id),
        Cell(plain(visit.destination, "name"), visit.destination_id),
        Cell(str(visit.get_visit_kind_display()), visit.visit_kind),
        Cell(str(visit.get_status_display()), visit.status),
        Cell(", ".join(named) or _("not named in the source"), " ".join(slugs)),
        Cell(plain(visit, "title"), visit.slug, visit.get_absolute_url()),
    )
