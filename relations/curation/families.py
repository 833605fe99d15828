"""Which reader reads which field again, and whether what it reads is what the claim says."""

from decimal import Decimal

from relations.amounts import Quantity

from .cells import is_own_cell
from .events import KINDS, read_events
from .named import read_names
from .reread import (
    DATES,
    NUMBERS,
    ORDERS,
    WORDS,
    Case,
    Reader,
    read_dates,
    read_numbers,
    read_orders,
    read_value,
    said,
    told,
)
from .rules import RULES
from .vocabulary import is_value, printed


def reread(case: Case) -> tuple[bool, set[str]]:
    """Whether the words say what the claim says, and all that they can be read as; nothing where they cut a word."""
    if case.held.cuts(case.claim.span):
        return False, set()
    found = _reader(case)(case)
    return said(case) <= found, found


def family(case: Case) -> str:
    """What kind of reading a claim gets."""
    claim = case.claim
    if claim.inference:
        return "inferred"
    if claim.base in DATES:
        return "dates"
    if claim.base in (*NUMBERS, *ORDERS, "value"):
        return "numbers"
    if claim.base in WORDS and is_value(claim.base, claim.says):
        return "vocabulary"
    return "events" if claim.base in KINDS else "names"


def _reader(case: Case) -> Reader:
    claim = case.claim
    if claim.inference:
        return RULES[claim.inference] if claim.base != "value" else _as_value
    if claim.base in DATES:
        return read_dates
    if claim.base == "value":
        return _read_cell if claim.evidence.isdecimal() else read_value
    if claim.base in (*NUMBERS, *ORDERS):
        return _read_count
    if claim.base in WORDS and is_value(claim.base, claim.says):
        return _read_words
    return read_events if claim.base in KINDS else read_names


def _read_cell(case: Case) -> set[str]:
    """A number alone, as it stands in a table."""
    return {told(Quantity(Decimal(case.claim.evidence), case.unit))} if is_own_cell(case) else set()


def _read_count(case: Case) -> set[str]:
    base = case.claim.base
    orders = read_orders(case) if base in ORDERS else set()
    return orders | (read_numbers(case) if base in NUMBERS else set())


def _read_words(case: Case) -> set[str]:
    return printed(case.claim.base, case.claim.evidence, case.held.language)


def _as_value(case: Case) -> set[str]:
    """What a rule concludes, as rounded as the claim has it."""
    claim = case.claim
    concluded = [Decimal(number) for number in RULES[claim.inference](case)]
    return {told(Quantity(number, case.unit, step=claim.step)) for number in concluded}
