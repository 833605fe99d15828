"""How many records the filters leave, by kind, field and year: one grouped query, whatever their number."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, Func, IntegerField

from relations.models import Relationship
from relations.models.records import DISPUTED

from .filters import Filters, everything


class Year(Func):
    """The year of a day; Django's own calls Python for each row on SQLite."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="CAST(substr(%(expressions)s, 1, 4) AS INTEGER)", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="EXTRACT(YEAR FROM %(expressions)s)::integer", **context)


class Group(NamedTuple):
    """So many records of a kind, a field and a state, whose bounds lie in these years (None: open or unknown)."""

    kind: str
    area: str
    consensus: str
    first: int | None
    last: int | None
    records: int


@dataclass(frozen=True)
class Tally:
    """Groups before kind, field, disagreement and years are asked for: so each choice can say what it would leave."""

    filters: Filters
    groups: list[Group]

    def _passing(self, but: str = "") -> Iterable[Group]:
        """The groups that all four filters let through, save the one named."""
        asked = self.filters
        tests: dict[str, Callable[[Group], bool]] = {
            "kind": lambda group: not asked.kinds or group.kind in asked.kinds,
            "field": lambda group: not asked.areas or group.area in asked.areas,
            "differ": lambda group: not asked.differ or group.consensus in DISPUTED,
            "years": lambda group: asked.has_year(group.first, group.last),
        }
        wanted = [test for name, test in tests.items() if name != but]
        return (group for group in self.groups if all(test(group) for test in wanted))

    @property
    def shown(self) -> list[Group]:
        return list(self._passing())

    @property
    def total(self) -> int:
        return sum(group.records for group in self._passing())

    @property
    def undated(self) -> int:
        """Records that no year can hold, since their beginning is not known."""
        return sum(group.records for group in self._passing() if group.first is None)

    @property
    def by_kind(self) -> Counter[str]:
        return _summed((group.kind, group.records) for group in self._passing("kind"))

    @property
    def by_area(self) -> Counter[str]:
        return _summed((group.area, group.records) for group in self._passing("field"))

    @property
    def differing(self) -> int:
        return sum(group.records for group in self._passing("differ") if group.consensus in DISPUTED)


def _summed(pairs: Iterable[tuple[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for name, count in pairs:
        found[name] += count
    return found


def tally(filters: Filters, pair: Relationship | None = None) -> Tally:
    """The grouped query under these filters, of all pairs asked for or of one of them."""
    records = filters.apply(everything(), but=("kind", "field", "differ", "years", *(["pair"] if pair else [])))
    records = records.concerning([pair]) if pair else records
    years = {"first_year": Year("earliest"), "last_year": Year("latest")}
    grouped = records.order_by().values_list("kind", "area", "consensus", *years.values())
    counted = grouped.annotate(number=Count("pk"))
    return Tally(filters, [Group(*row) for row in counted])
