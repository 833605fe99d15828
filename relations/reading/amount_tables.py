"""Numbers under a heading that says their unit: “(milyon dolar)”, “USD million”."""

import re
from collections.abc import Iterator
from decimal import Decimal

from relations.amounts import Quantity
from relations.reading.amounts_at import Surroundings
from relations.reading.found import FoundAmount, Span
from relations.reading.grids import cell_starts, grids
from relations.reading.numerals import read_digits

CELL = re.compile(r"(?<![\w.,/:%-])(-?)(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![\w%/:]|[.,]\d)")
COUNTED = {
    "tr": re.compile(r"(\w+) sayi(?:si|lari)\b"),
    "en": re.compile(r"\bnumbers? of (?:\w+ ){0,3}?(\w+s|people)\b"),
}
LABELS = 14  # words of column headings between the heading and the first number
PROSE = 7  # words without a number after which the table has ended


def table_amounts(around: Surroundings, taken: bytearray) -> list[FoundAmount]:
    """The cells of every table whose heading gives currency and magnitude; years and dates are no cells."""
    found: list[FoundAmount] = []
    for match in _heading(around).finditer(around.spelled):
        scale = around.words.magnitudes[match["scale"] or match["scale2"]]
        code = around.words.codes.get(match["unit"] or match["unit2"], "")
        if code and not _is_prose(around.spelled, match.start()):
            found += [cell for cell in _cells(around, taken, match.end(), scale, code) if cell not in found]
    return found or counted_cells(around)


def counted_cells(around: Surroundings) -> list[FoundAmount]:
    """The cells of rows of years whose heading names what is counted: “öğrenci sayısı”, “number of students”."""
    found: list[FoundAmount] = []
    for grid in grids(around.spelled):
        heading = _counted(around, grid.start)
        for start, end in grid.cells if heading else ():
            read = read_digits(around.spelled[start:end], around.language, Decimal(1))
            if read is not None and heading:
                unit, noun = heading
                quantity = Quantity(read[0], unit)
                found.append(FoundAmount(Span(start, end), quantity, "count", "table", noun))
    return found


def _counted(around: Surroundings, end: int) -> tuple[str, str] | None:
    """Unit and noun of the last “… sayısı” or “number of …” before a table."""
    found = None
    for match in COUNTED[around.language].finditer(around.spelled, max(0, end - 250), end):
        noun = around.words.noun.match(match[1])
        if noun:
            found = around.words.nouns[noun[1]], match[1]
    return found


def _heading(around: Surroundings) -> re.Pattern[str]:
    codes = "|".join(re.escape(word) for word in sorted(around.words.codes, key=len, reverse=True))
    scales = "|".join(sorted(around.words.magnitudes, key=len, reverse=True))
    opened = r"(?:[(\[:]|\bdeğer(?:ler)?:?|\bvalues?:?|\bunit:?|\bbirim:?) ?(?:in )?(?:değer(?:ler)?:? )?"
    return re.compile(
        rf"{opened}(?:(?P<scale>{scales})s?(?: of)? (?P<unit>{codes})|(?P<unit2>{codes}),? (?P<scale2>{scales})s?)"
        r"(?= ?[)\]]| |$)"
    )


def _is_prose(spelled: str, start: int) -> bool:
    """Whether a number stands right before: “5 (milyon dolar)”."""
    return bool(re.search(r"\d ?[(\[:]? ?$", spelled[max(0, start - 4) : start]))


def _cells(around: Surroundings, taken: bytearray, start: int, scale: Decimal, code: str) -> Iterator[FoundAmount]:
    place, gap = start, LABELS
    for match in CELL.finditer(around.spelled, start):
        between = around.spelled[place : match.start()]
        if len(re.findall(r"[^\W\d_]+", between)) > gap or re.search(r"[^\W\d]\. ", between):
            return
        place, gap = match.end(), PROSE
        labelled = match.start() not in cell_starts(around.spelled) and _is_year(match[2])
        if taken.find(1, match.start(), match.end()) >= 0 or labelled:
            continue
        read = read_digits(match[2], around.language, Decimal(1))
        if read is not None:
            value, places = read
            signed = -value if match[1] else value
            quantity = Quantity(signed * scale, code, "exact", scale.scaleb(-places))
            yield FoundAmount(Span(*match.span()), quantity, "money", "table")


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit() and 1980 <= int(digits) <= 2060
