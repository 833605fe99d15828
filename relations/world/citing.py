"""What made-up sources say of a record: mostly the same, sometimes something else."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from relations.checks.agreement import Statement
from relations.checks.consensus import of_record
from relations.models.sources import EVIDENCE_LENGTH

from .chance import Dice
from .rows import Rows
from .vocabulary import REASON

Printed = tuple[str, str, str]  # in Turkish, in English, in any other language
LANGUAGES = ("tr", "en", "tr", "en", "ru", "tr", "en", "kk", "tr", "en")


class Claim(NamedTuple):
    """A value and how sources print it; `agreeing` says it more roughly, `against` something else."""

    field: str
    says: str
    printed: Printed
    qualifier: str = ""
    step: Decimal | None = None
    unit: str = ""
    agreeing: "Claim | None" = None
    against: "Claim | None" = None


class Sources:
    """The sources of a world, by number; what each is follows from it."""

    def __init__(self, number: int) -> None:
        self.number = number

    def some(self, dice: Dice, count: int) -> list[int]:
        """So many different sources, the big ones most often."""
        found: dict[int, None] = {}
        while len(found) < count:
            found[dice.rank(self.number, 20) + 1] = None
        return list(found)


def language(source: int) -> str:
    return LANGUAGES[source % len(LANGUAGES)]


def length(source: int) -> int | None:
    """How long the text of a source is, where we hold it."""
    return 9_000 + source * 7_919 % 50_000 if source % 5 < 3 else None


def original(source: int) -> int | None:
    """The source that this one translates."""
    return source - 1 if source % 20 == 0 else None


def cite(rows: Rows, record: int, claims: list[Claim], sources: Sources, dice: Dice) -> str:
    """Write what sources say of a record, and return how well they agree; the first claim is the one that matters."""
    well_known, said = dice.maybe(0.1), {}
    for at, claim in enumerate(claims):
        count = 2 if well_known or dice.maybe(0.09 if at else 0.42) else 1
        if count == 2 and dice.maybe(0.1):
            count = 3
        versions = _versions(claim, count, dice, disputed=not at and count > 1 and dice.maybe(0.14))
        said[claim.field] = list(_written(rows, record, versions, sources.some(dice, count), dice))
    originals = {each.source: str(int(each.source) - 1) for every in said.values() for each in every if _is_copy(each)}
    return of_record(said, originals)


def _is_copy(statement: Statement) -> bool:
    return original(int(statement.source)) is not None


def _versions(claim: Claim, count: int, dice: Dice, *, disputed: bool) -> list[Claim]:
    """What each source says, the preferred one first."""
    found = [claim]
    if disputed and claim.against:
        found.append(claim.against)
    while len(found) < count:
        found.append(claim.agreeing if claim.agreeing and dice.maybe(0.4) else claim)
    return found


def _written(rows: Rows, record: int, versions: list[Claim], sources: list[int], dice: Dice) -> Iterator[Statement]:
    """Write a field's citations, and yield them as the comparison takes them."""
    preferred, disputed = True, any(each is versions[0].against for each in versions)
    for claim, source in zip(versions, sources, strict=True):
        text = length(source)
        code = language(source)
        evidence = claim.printed[{"tr": 0, "en": 1}.get(code, 2)][:EVIDENCE_LENGTH] if text else ""
        start = dice.below(text - EVIDENCE_LENGTH) if text and evidence else None
        reason = REASON if preferred and disputed else ("", None)
        rows.number(
            "citation",
            *(record, claim.field, source, start, start + len(evidence) if start is not None else None, evidence),
            *(claim.says, claim.qualifier, claim.step, preferred, reason[0], reason[0] or None, reason[1], ""),
        )
        yield Statement(str(source), claim.says, preferred, claim.qualifier, claim.step, claim.unit)
        preferred = False
