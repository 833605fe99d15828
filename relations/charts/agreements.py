"""Agreements of a pair by field of cooperation and year; a set signed together is one mark with its number."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations.charts.chart import Body, Cell, Chart, Table
from relations.charts.dated import MOST, among_newest, is_imprecise, only_newest, sources_of, years_told
from relations.charts.matrix import Mark, draw
from relations.dashes import paired
from relations.models import Agreement, Area, Citation, Relationship
from relations.newest import newest_keys, of_pair
from relations.templatetags.record_tags import edtf, number, plain

CITED = ("date", "count")


@dataclass(frozen=True, kw_only=True)
class AgreementsChart(Chart):
    """The agreements of a pair by field."""

    rows: Sequence[tuple[str, Sequence[Mark]]]

    def body(self, width: int) -> Body:
        drawn, height = draw(self.rows, width)
        return Body(tuple(drawn), height)


def build(pair: Relationship) -> AgreementsChart | None:
    """The chart of a pair's published agreements; None where there are none."""
    return chart(pair, concerning(pair))


def chart(pair: Relationship, found: Sequence[Agreement]) -> AgreementsChart | None:
    """The chart of agreements that were fetched already, with their citations, oldest first; of many the newest."""
    shown, is_cut = found[-MOST:], len(found) > MOST
    marks = marks_of(shown)
    if not marks:
        return None
    return AgreementsChart(
        name="agreements",
        subject=pair.slug,
        title=finding(pair, marks, is_cut),
        note=" ".join(filter(None, (_note(marks), only_newest(is_cut)))),
        table=_table(shown),
        sources=sources_of(shown, CITED),
        rows=by_area(marks),
    )


def concerning(pair: Relationship) -> list[Agreement]:
    """The newest agreements of the pair, and those that both countries are party to, oldest first, with what says so.

    One more than a chart holds, so that it can say that there are more.
    """
    keys = newest_keys(*of_pair(pair, kind="agreement"), most=MOST + 1)
    cited = Prefetch("citations", Citation.objects.filter(preferred=True).select_related("source"))
    found: dict[int, Agreement] = Agreement.objects.prefetch_related(cited).in_bulk(keys)
    return [found[key] for key in reversed(keys) if key in found]


def marks_of(found: Sequence[Agreement]) -> list[Mark]:
    """A mark for each record; a document that stands for itself does not count in its set again."""
    apart: Counter[int] = Counter()
    for each in found:
        if each.part_of_id:
            apart[each.part_of_id] += each.count
    counted = ((each, each.count - apart[each.pk]) for each in found)
    return [Mark(each, count) for each, count in counted if count > 0]


def by_area(marks: Sequence[Mark]) -> list[tuple[str, list[Mark]]]:
    """Marks by field, in the order of the vocabulary, only the fields that have any."""
    areas: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        areas[mark.agreement.area].append(mark)
    return [(str(label), areas[area]) for area, label in Area.choices if area in areas]


def finding(pair: Relationship, marks: Sequence[Mark], is_cut: bool = False) -> str:
    """“Kazakhstan–Türkiye: 77 documents on record in 6 fields (1991–2026), most in trade: 50”."""
    total = sum(mark.count for mark in marks)
    totals: Counter[str] = Counter()
    for mark in marks:
        totals[mark.agreement.area] += mark.count
    told = ngettext("%(count)s document on record", "%(count)s documents on record", total) % {"count": number(total)}
    years = years_told([mark.agreement for mark in marks])
    clauses = [told + (f" ({years})" if years else ""), _most(totals, total)]
    if all(mark.is_multilateral for mark in marks):
        clauses.append(ngettext("a multilateral one", "all multilateral", total))
    name = paired(plain(pair.first, "name"), plain(pair.second, "name"))
    return f"{name}: {'; '.join(filter(None, [*clauses, among_newest(is_cut)]))}"


def _most(totals: Counter[str], total: int) -> str:
    """The field with most documents, where one has; the only one there is."""
    (area, most), *others = totals.most_common(2)
    values = {"field": str(Area(area).label), "count": number(most)}
    if not others:
        return ngettext("field: %(field)s", "all in one field: %(field)s", total) % values
    return _("most in %(field)s: %(count)s") % values if most > others[0][1] else ""


def _note(marks: Sequence[Mark]) -> str:
    """How to read what is drawn, and no more than is."""
    parts = []
    if any(mark.count > 1 for mark in marks):
        parts.append(_("A square with a number is one record of that many documents signed together."))
    if any(is_imprecise(mark.agreement) for mark in marks):
        parts.append(_("Where the day is not on record, a line under the mark spans the time that its date may mean."))
    if any(mark.is_multilateral for mark in marks):
        parts.append(_("Framed: multilateral."))
    return " ".join(parts)


def _table(found: Sequence[Agreement]) -> Table:
    keys = ("date", "field", "form", "documents", "parties", "part_of", "agreement")
    columns = (
        *(_("Date"), _("Field of cooperation"), _("Form"), _("Documents")),
        *(_("Parties"), _("Part of the set"), _("Agreement")),
    )
    titles = {each.pk: each for each in found}
    return Table(keys, columns, [_row(each, titles.get(each.part_of_id or 0)) for each in found])


def _row(agreement: Agreement, whole: Agreement | None) -> tuple[Cell, ...]:
    is_shared = agreement.relationship_id is None
    return (
        Cell(edtf(agreement.date) or _("date unknown"), agreement.date),
        Cell(str(agreement.get_area_display()), agreement.area),
        Cell(str(agreement.get_form_display()), agreement.form),
        Cell(number(agreement.count), str(agreement.count)),
        Cell(_("multilateral") if is_shared else _("bilateral"), "multilateral" if is_shared else "bilateral"),
        Cell(plain(whole, "title"), whole.slug, whole.get_absolute_url()) if whole else Cell("–"),
        Cell(plain(agreement, "title"), agreement.slug, agreement.get_absolute_url()),
    )
