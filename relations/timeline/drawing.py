"""What the overview draws: each record where they are few, how many there are where they are many."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate
from typing import Any

from babel.dates import get_month_names
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from relations.charts.overview import Band, Lane, Mark, Name, Overview
from relations.dates import LOCALES, print_date
from relations.models import Kind, MeetingStatus, Qualifier, Record, Relationship
from relations.models.records import DISPUTED
from relations.paths import path_of
from relations.prepared import Prepared
from relations.templatetags.record_tags import LANGUAGES, language, number

from .choices import pair_name
from .counts import Tally, tally
from .filters import Filters
from .keys import newest_under
from .spread import Spread

MOST_MARKS = 300
ANY = 9999  # stands for a year in an address
OF_MARKS = (
    *("pk", "kind", "slug", "date", "earliest", "latest", "consensus", "relationship"),
    *("as_visit__status", "as_meeting__status", "as_figure__qualifier"),
    *(f"title_{code}" for code in LANGUAGES),
)
Row = dict[str, Any]
MARKS = Prepared(
    Record,
    lambda rows, keys: (
        rows.filter(pk__in=keys, earliest__isnull=False).order_by("earliest", "pk").values_list(*OF_MARKS)
    ),
)


def overview_of(filters: Filters, counted: Tally, marks: int = MOST_MARKS) -> Overview | None:
    """The overview of what the filters leave, with so many marks at most; None where nothing of it has a year."""
    shown = counted.spreads
    if not shown:
        return None
    first, last = _extent(filters, shown)
    rows = _rows(filters, _few(shown, marks))
    several = len(filters.pairs) > 1
    return Overview(
        _compared(filters, rows) if several else [Band("", _lanes(filters, shown, rows, _link(filters)))],
        first,
        last,
        link=_between(filters),
        only=lambda year: _("Only %(year)s") % {"year": year},
        months=list(get_month_names("abbreviated", "stand-alone", LOCALES[language()]).values()),
        today=timezone.now().date(),
        today_label=_("today"),
    )


def _extent(filters: Filters, shown: dict[str, Spread]) -> tuple[int, int]:
    """The years that the drawing spans: those of the records, as far as they were asked for."""
    last = filters.last_year or 9999
    begun = [year for spread in shown.values() for year in spread.begun]
    ended = [year for spread in shown.values() for year in spread.ended]
    ended += [timezone.now().year for spread in shown.values() if spread.open]
    ended += [last for spread in shown.values() if spread.begun.total() > spread.ended.total() + spread.open.total()]
    return min(begun), min(max(begun + ended), last)


def _few(shown: dict[str, Spread], most: int) -> list[str]:
    """The kinds whose records are drawn one by one: those with the fewest, together no more than a page bears."""
    counts = {kind: spread.begun.total() for kind, spread in shown.items()}
    kinds = sorted(counts, key=lambda kind: counts[kind])
    together = accumulate(counts[kind] for kind in kinds)
    return [kind for kind, count in zip(kinds, together, strict=True) if count <= most]


def _rows(filters: Filters, kinds: list[str]) -> list[Row]:
    """The records of these kinds, with what a mark says of each; they are few, and found by their indexes."""
    asked = filters if filters.kind else replace(filters, kinds=kinds)
    keys = newest_under(asked, MOST_MARKS, dated_alone=True) if kinds else []
    return [dict(zip(OF_MARKS, row, strict=True)) for row in MARKS.rows([key.pk for key in keys])]


def _compared(filters: Filters, rows: list[Row]) -> list[Band]:
    """A band for each pair; what several pairs share stands in each of them."""
    shared = _parties([row["pk"] for row in rows if row["relationship"] is None])
    bands = []
    for pair in filters.pairs:
        spreads = tally(filters, pair).spreads
        own = [row for row in rows if row["relationship"] == pair.pk or shared.get(row["pk"], set()) >= {*pair.codes}]
        bands.append(Band(pair_name(pair), _lanes(filters, spreads, own, _link(filters, pair))))
    return bands


def _parties(records: list[int]) -> dict[int, set[str]]:
    """The countries of multilateral records."""
    found: dict[int, set[str]] = {}
    links = Record.countries.through.objects.filter(record__in=records).values_list("record", "country__code")
    for record, code in links if records else ():
        found.setdefault(record, set()).add(code)
    return found


def _lanes(filters: Filters, shown: dict[str, Spread], rows: list[Row], link: Callable[..., str]) -> list[Lane]:
    """A lane for each kind of which there is a record."""
    lanes = []
    for kind in (kind for kind in Kind if kind in shown):
        spread = shown[kind]
        marks = [_mark(row) for row in rows if row["kind"] == kind]
        label = f"{kind.plural} ({number(spread.begun.total())})"
        named = partial(link, kind.value), partial(_cell_name, kind)
        lanes.append(Lane(kind.value, label, spread.begun, spread.ended, marks, *named))
    return lanes


def _link(filters: Filters, pair: Relationship | None = None) -> Callable[[str, int, int], str]:
    """Where the records of a kind and of some years are listed, of one pair or of all that were chosen."""

    @cache
    def of_kind(kind: str) -> Callable[[int, int], str]:
        put = {} if filters.kind else {"kind": kind}
        return _between(filters, **put, **({"pair": pair.slug} if pair else {}))

    return lambda kind, first, last: of_kind(kind)(first, last)


def _between(filters: Filters, **put: Any) -> Callable[[int, int], str]:
    """Addresses of these filters for any years: one is worked out, the years are put in."""
    address = filters.address(from_=ANY, to=ANY, **put)
    return lambda first, last: address.replace(f"from={ANY}&to={ANY}", f"from={first}&to={last}")


def _cell_name(kind: Kind, years: str, count: int) -> str:
    text = ngettext("%(years)s, %(kind)s: %(number)s record", "%(years)s, %(kind)s: %(number)s records", count)
    return text % {"years": years, "kind": kind.plural, "number": number(count)}


def _mark(row: Row) -> Mark:
    """A record's mark; its name is put together if it is drawn."""
    is_target, contested = row["as_figure__qualifier"] == Qualifier.PLANNED, row["consensus"] in DISPUTED
    planned = is_target or _status(row) != MeetingStatus.HELD
    return Mark(partial(_name, row), row["earliest"], row["latest"], planned, contested)


def _status(row: Row) -> str:
    return row["as_visit__status"] or row["as_meeting__status"] or MeetingStatus.HELD


def _name(row: Row) -> Name:
    """In the page's language or else, whole, in one that the title has."""
    wanted = language()
    path = path_of(row["kind"], row["slug"], wanted)
    if row[f"title_{wanted}"]:
        return Name(_label(row, wanted), path)
    code = next((each for each in LANGUAGES if row[f"title_{each}"]), wanted)
    with override(code):
        return Name(_label(row, code), path, code)


def _label(row: Row, code: str) -> str:
    """Title, date and state in the language that is active."""
    said = [print_date(row["date"], code)]
    said += [str(MeetingStatus(_status(row)).label)] if _status(row) != MeetingStatus.HELD else []
    said += [str(Qualifier.PLANNED.label)] if row["as_figure__qualifier"] == Qualifier.PLANNED else []
    said += [_("sources differ")] if row["consensus"] in DISPUTED else []
    return f"{row[f'title_{code}'] or row['slug']}: {', '.join(said)}"
