"""From the matches of the rules to candidates, which still overlap and may leave their year open."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from relations.reading.date_points import Groups, Point, ends, is_backwards, no_date_word, number, point, stretch
from relations.reading.date_rules import date_rules
from relations.reading.date_words import DateWords, Shift, date_words
from relations.reading.found import Span
from relations.reading.near_dates import is_no_year

NEAR = {"last": -1, "past": -1, "geçen": -1, "geçtiğimiz": -1, "next": 1, "coming": 1, "gelecek": 1, "önümüzdeki": 1}
ROMAN = {"xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}
ARABIC_OR_SLASH = re.compile(r"(\d+)[/](\d+)[/]\d+")


@dataclass(frozen=True)
class Candidate:
    """What one rule read: one point, two, an EDTF as it stands, or a shift from the day of publication."""

    span: Span
    rule: str
    priority: int
    first: Point | None = None
    last: Point | None = None
    edtf: str = ""
    shift: Shift | None = None
    near: int = 0  # “last July”, “next Monday”: -1, 1
    weekday: int = -1
    falls_on: int = -1  # the weekday beside a day: “17 Mart Pazartesi”


def candidates(text: str, folded: str, language: str) -> Iterator[Candidate]:
    """Everything that a rule takes for a date."""
    words = date_words(language)
    for priority, (rule, pattern) in enumerate(date_rules(language)):
        for match in pattern.finditer(folded):
            if not (no_date_word(match, text) or is_no_year(match, rule, words)):
                yield from _read(match, rule, priority, words, language)


def _read(match: re.Match[str], rule: str, priority: int, words: DateWords, language: str) -> Iterator[Candidate]:
    groups = {name: value for name, value in match.groupdict().items() if value}
    span = Span(match.start() + len(match.group()) - len(match.group().lstrip()), match.end())
    if rule in READERS:
        said = READERS[rule](groups, words)
        if said is not None:
            yield Candidate(span, rule, priority, **said)
        return
    if language == "en" and _is_open(match.group()):
        yield Candidate(span, "numeric-open", priority, Point(int(groups["y1"])))
        return
    first, last = stretch(groups, words) if rule in ("months", "part") else ends(groups, words)
    if not first.exists() or (last and not last.exists()) or is_backwards(first, last):
        return
    if last and groups.get("sep") in ("ve", "and", "&") and not _is_joined(first, last, groups):
        yield from _apart(match, span, rule, priority, first, last)
    elif rule != "month-range" or _is_said_range(groups, last):
        near = NEAR.get(groups.get("near", ""), 0)
        if groups.get("near") == "this":
            first = Point(None, first.month, 0, Shift("year", 0))
        falls_on = words.weekdays.get(groups.get("w1") or groups.get("w2", ""), -1)
        yield Candidate(span, rule, priority, first, last if last != first else None, near=near, falls_on=falls_on)


def _is_open(printed: str) -> bool:
    """Whether day and month could change places: 02/03/2026, in English."""
    slashed = ARABIC_OR_SLASH.fullmatch(printed.strip())
    return bool(
        slashed and int(slashed[2]) <= 12 and slashed[1].zfill(2) != slashed[2].zfill(2) and int(slashed[1]) <= 12
    )


def _is_joined(first: Point, last: Point, groups: Groups) -> bool:
    """Whether “and” joins neighbouring days, or the ends of “between … and …”."""
    if groups.get("open", "").strip() == "between" or "aras" in groups.get("term", ""):
        return True
    return bool(first.day) and first.month == last.month and last.day == first.day + 1


def _is_said_range(groups: Groups, last: Point | None) -> bool:
    """Months joined by “ile” or “to” are a range where a year or a word for the period says so."""
    return groups.get("sep") == "-" or "term" in groups or "open" in groups or bool(last and last.dated)


def _apart(
    match: re.Match[str], span: Span, rule: str, priority: int, first: Point, last: Point
) -> Iterator[Candidate]:
    """“4 ve 28 Mayıs 2022”: two dates that share what is said once."""
    if not first.dated and not last.dated and rule == "month-range":
        return
    name = rule.removesuffix("-range")
    before = match.string[: match.start("sep")].rstrip()
    yield Candidate(Span(span.start, len(before)), name, -1, first)
    if "m2" not in match.groupdict() and not last.dated:
        return  # “May 5 and 10 agreements”
    yield Candidate(Span(match.end("sep") + 1, span.end), name, -1, last)


def _decade(groups: Groups, words: DateWords) -> dict[str, Any]:
    decade = groups["decade"]
    if len(decade) == 2:
        decade = ("20" if int(decade) < 30 else "19") + decade
    return {"edtf": f"{decade[:3]}X"}


def _century(groups: Groups, words: DateWords) -> dict[str, Any] | None:
    numeral = groups["century"]
    count = int(numeral) if numeral.isdigit() else ROMAN.get(numeral, 0)
    return {"edtf": f"{count - 1:02}XX"} if 11 <= count <= 22 else None


def _season(groups: Groups, words: DateWords) -> dict[str, Any]:
    year = point(groups, "1", words)
    return {"first": Point(year.year, words.seasons[groups["season"]], 0, year.reference)}


def _years(groups: Groups, words: DateWords) -> dict[str, Any] | None:
    """“2014-2020”, “2023/24”: the end in two digits only where it is the year after."""
    start, end = int(groups["y1"]), groups["y2"]
    last = int(end) if len(end) == 4 else start // 100 * 100 + int(end)
    if not start < last < start + 150 or (len(end) == 2 and last != start + 1):
        return None
    return {"edtf": f"{start:04}/{last:04}"}


def _shift(groups: Groups, words: DateWords) -> dict[str, Any]:
    return {"shift": words.shifts[groups["shift"]]}


def _ago(groups: Groups, words: DateWords) -> dict[str, Any]:
    return {"shift": Shift("year", -number(groups["ago"], words))}


def _weekday(groups: Groups, words: DateWords) -> dict[str, Any]:
    return {"weekday": words.weekdays[groups["w1"]], "near": NEAR.get(groups.get("near", ""), 0)}


READERS: dict[str, Callable[[Groups, DateWords], dict[str, Any] | None]] = {
    "decade": _decade,
    "century": _century,
    "season": _season,
    "year-range": _years,
    "school-year": _years,
    "relative-day": _shift,
    "relative-years": _ago,
    "weekday": _weekday,
}
