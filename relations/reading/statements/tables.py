"""Tables of trade and of students: rows of numbers under a row of years, or years down the side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from relations.reading.document import Document, within
from relations.reading.found import Span
from relations.reading.patterns import pattern, patterns

from .figure import Figure
from .flows import flow

CELL = re.compile(r"[^|\t\n]+")
YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:(?:19|20)\d\d|\d\d))?\*{0,2}\Z")
NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?\Z|[+-]?\d+(?:[.,]\d+)?\Z")
SCALE = pattern("tables", "scale")
POWERS = {"milyon": 6, "million": 6, "mil.": 6, "mn": 6, "milyar": 9, "billion": 9, "bn": 9, "bin": 3, "thousand": 3}
LABELS = patterns("tables", "labels")
STUDENTS = re.compile(r"ogrenci|student")
SEXES = {"erkek": "male", "male": "male", "men": "male", "kadin": "female", "female": "female", "women": "female"}


@dataclass(frozen=True)
class Cell:
    """One cell and its place."""

    text: str
    span: Span


def find_rows(document: Document) -> list[Figure]:
    """The figures of all tables in the text."""
    cells = list(_cells(document))
    return [*_by_rows(document, cells), *_by_columns(document, cells), *_students(document)]


def _cells(document: Document) -> Iterator[Cell]:
    for match in CELL.finditer(document.text):
        words = match.group()
        stripped = words.strip()
        if stripped and len(stripped) < 60:
            start = match.start() + words.index(stripped)
            yield Cell(stripped, Span(start, start + len(stripped)))


def _label(document: Document, cell: Cell) -> str | None:
    words = document.words(cell.span).strip(" :*")
    words = re.sub(r"\s*\([^)]*\)\Z", "", words)
    return next((kind for kind, label in LABELS.items() if label.match(words)), None)


def _by_rows(document: Document, cells: list[Cell]) -> Iterator[Figure]:
    """Years across the top, a kind of figure at the start of each row."""
    at = 0
    while at < len(cells):
        years = _run(cells, at, YEAR)
        if len(years) < 2:
            at += 1
            continue
        at += len(years)
        while at + len(years) < len(cells) + 1 and at < len(cells):
            kind = _label(document, cells[at])
            values = _run(cells, at + 1, NUMBER)[: len(years)]
            if not values:
                break
            if kind and len(values) == len(years):
                yield from _row(document, kind, years, values)
            at += 1 + len(values)


def _run(cells: list[Cell], at: int, pattern: re.Pattern[str]) -> list[Cell]:
    """The cells from here on that match, as long as they stand next to each other."""
    run: list[Cell] = []
    while (
        at < len(cells) and pattern.match(cells[at].text) and (not run or cells[at].span.start - run[-1].span.end < 8)
    ):
        run.append(cells[at])
        at += 1
    return run


def _row(document: Document, kind: str, years: list[Cell], values: list[Cell]) -> Iterator[Figure]:
    power = _power(document, years[0].span.start, values[-1].span.end)
    if power is None:
        return
    for year, value in zip(years, values, strict=True):
        yield _figure(document, kind, year, value, power)


def _figure(document: Document, kind: str, year: Cell, value: Cell, power: int) -> Figure:
    origin, destination = flow(document, kind, Span(value.span.start, value.span.start), value.span)
    if kind != "trade_total" and document.own and document.other(document.own):
        own, other = document.own, document.other(document.own)
        origin, destination = (own, other) if kind == "export" else (other, own)
    amount = _number(value.text, power) * (Decimal(10) ** power)
    return Figure(kind, year.text.strip("*")[:4], origin, destination, amount, "USD", "exact", value.span, "table")


def _number(printed: str, power: int) -> Decimal:
    """The number of a cell: a point or comma before three digits parts thousands, else decimals."""
    plain = printed.strip("+")
    if power == 9 and re.fullmatch(r"-?\d{1,2}[.,]\d{3}", plain):
        return Decimal(plain.replace(",", "."))
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return Decimal(plain)
    tail = re.split(r"[.,]", plain)[-1]
    if len(tail) == 3 and (len(marks) == 1 or len(set(marks)) == 1):
        return Decimal(re.sub(r"[.,]", "", plain))
    whole, _, decimals = plain.rpartition(marks[-1])
    return Decimal(f"{re.sub('[.,]', '', whole)}.{decimals}")


def _power(document: Document, start: int, end: int) -> int | None:
    """The power of ten that a table is printed in, as its title or its foot says."""
    for near in (document.folded[max(0, start - 260) : start], document.folded[end : end + 400]):
        found = list(SCALE.finditer(near))
        if found:
            word = next(group for group in found[-1 if near is not None else 0].groups() if group and group in POWERS)
            return POWERS[word]
    return None


def _by_columns(document: Document, cells: list[Cell]) -> Iterator[Figure]:
    """Years down the side, kinds of figure across the top."""
    at = 0
    while at < len(cells):
        kinds = _heading(document, cells, at)
        if len([kind for kind in kinds if kind]) < 2:
            at += 1
            continue
        at += len(kinds)
        while at < len(cells) and YEAR.match(cells[at].text):
            values = _run(cells, at + 1, NUMBER)[: len(kinds)]
            power = _power(document, cells[at].span.start, cells[at].span.end)
            for kind, value in zip(kinds, values, strict=False):
                if kind and power is not None:
                    yield _figure(document, kind, cells[at], value, power)
            at += 1 + len(values)


def _heading(document: Document, cells: list[Cell], at: int) -> list[str | None]:
    """The kinds that consecutive cells name; None for a balance and the like."""
    kinds: list[str | None] = []
    while at < len(cells) and (not kinds or cells[at].span.start - cells[at - 1].span.end < 8):
        kind = _label(document, cells[at])
        if not kind and not (kinds and re.match(r"denge|balance|fark|degisim|change", document.words(cells[at].span))):
            break
        kinds.append(kind)
        at += 1
    return kinds


ROW = re.compile(r"(?m)^((?:19|20)\d\d\s?[-/–]\s?(?:(?:19|20)\d\d|\d\d))((?:\s+\d[\d.,]*)+)\s*$")
HEAD = re.compile(r"(?m)^[^\n\d]*\b(?:yil\w*|year|donem\w*)\b([^\n\d]*)$")


def _students(document: Document) -> Iterator[Figure]:
    """Students by school year: one line a year, the last column being the total."""
    for match in ROW.finditer(document.text):
        title = Span(max(0, match.start() - 450), match.start())
        if not STUDENTS.search(document.words(title)):
            continue
        numbers = list(re.finditer(r"\d[\d.,]*", document.text[: match.end()][match.start(2) :]))
        heads = list(HEAD.finditer(document.folded, title.start, title.end))
        names = heads[-1].group(1).split() if heads else []
        sentence = _title(document, match.start())
        origin, destination = flow(document, "students", sentence, Span(sentence.end, sentence.end))
        for index, number in enumerate(numbers):
            named = names[index] if index < len(names) and len(names) == len(numbers) else ""
            start = match.start(2) + number.start()
            span = Span(start, start + len(number.group()))
            yield Figure(
                "students",
                _school_year(document, match),
                origin,
                destination,
                _number(number.group(), 0),
                "student",
                "exact",
                span,
                "table",
                SEXES.get(named, ""),
            )


def _title(document: Document, at: int) -> Span:
    """The last line before a table that speaks of students."""
    lines = [
        line for line in document.paragraphs if at - 450 < line.start < at and STUDENTS.search(document.words(line))
    ]
    return lines[-1] if lines else Span(at, at)


def _school_year(document: Document, match: re.Match[str]) -> str:
    dates = within(document.dates, Span(match.start(), match.end(1)))
    if dates and dates[0].edtf:
        return dates[0].edtf
    years = re.findall(r"\d+", match.group(1))
    return f"{years[0]}/{years[0][: 4 - len(years[1])]}{years[1]}"
