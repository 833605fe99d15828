"""A page of records under its years and months."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from relations.dates import print_date

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")  # a season or a year alone has none


@dataclass
class Month:
    """Records of a month, or, where `label` is empty, those of a year whose month is not known."""

    label: str
    records: list[Any] = field(default_factory=list)


@dataclass
class YearGroup:
    """A year's records on this page; None holds what has no known beginning."""

    year: int | None
    months: dict[int, Month] = field(default_factory=dict)


def by_year(records: Iterable[Any], language: str) -> list[YearGroup]:
    """Records in their order under years, and there under months as far as the dates are that precise."""
    found: dict[int | None, YearGroup] = {}
    for record in records:
        year = record.earliest.year if record.earliest else None
        group = found.setdefault(year, YearGroup(year))
        month = month_of(record.date) if year else 0
        label = print_date(f"{year:04}-{month:02}", language) if month else ""
        group.months.setdefault(month, Month(label)).records.append(record)
    return list(found.values())


def month_of(edtf: str) -> int:
    """The month in which something began, where its date says so; 0 where it does not."""
    found = MONTH.match(edtf)
    return int(found[1]) if found else 0
