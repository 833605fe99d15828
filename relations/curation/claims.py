"""Claims: what each source says of each field of each record, and which of them is shown."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from relations.models import Citation

from .rows import LANGUAGES, Rows, make_row
from .yaml_files import Entry

NAMES = {"field", "says", "evidence", "at", "qualifier", "step", "inferred", "preferred", "reason"}


@dataclass(frozen=True)
class Claim:
    """One claim, with the record that it is about and the source that makes it."""

    record: str
    source: str
    entry: Entry

    @property
    def field(self) -> str:
        return self.entry.text("field")

    @property
    def says(self) -> tuple[str, str]:
        """What must be equal for two sources to say the same."""
        return self.entry.text("says"), self.entry.text("qualifier", "")

    @property
    def is_marked(self) -> bool:
        return self.entry.text("preferred", "") == "true"


def read_claims(record: str, source: str, entries: Iterable[Entry]) -> list[Claim]:
    """The claims of one record in one source; raises CurationError for names that a claim does not have."""
    claims = [Claim(record, source, entry) for entry in entries]
    for claim in claims:
        if unknown := set(claim.entry) - NAMES:
            raise claim.entry.error(f"a claim has no “{min(unknown)}”")
    return claims


def choose(claims: Iterable[Claim]) -> dict[tuple[str, str], Claim]:
    """The preferred claim of each field of each record; raises CurationError where the choice is open."""
    grouped: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.record, claim.field].append(claim)
    return {about: _choose(group) for about, group in grouped.items()}


def _choose(group: list[Claim]) -> Claim:
    """The one marked, or the first where all say the same."""
    marked = [claim for claim in group if claim.is_marked]
    first = (marked or group)[0]
    where = f"{first.record}.{first.field}"
    if len(marked) > 1:
        raise marked[1].entry.error(f"{where}: two claims are marked as preferred")
    if len({claim.says for claim in group}) == 1:
        return first
    if not marked:
        said = ", ".join(sorted({" ".join(claim.says).strip() for claim in group}))
        raise group[-1].entry.error(f"{where}: sources differ ({said}): mark the preferred claim")
    reason = first.entry.get("reason")
    if not isinstance(reason, Entry) or not all(reason.get(language) for language in LANGUAGES):
        raise first.entry.error(f"{where}: sources differ, so the preferred claim gives its reason in each language")
    return first


def chosen_values(claim: Claim) -> dict[str, str]:
    """The columns of a record that a preferred claim fills."""
    entry = claim.entry
    values = {claim.field: entry.text("says")}
    if claim.field == "value":
        values["qualifier"] = entry.text("qualifier", "exact")
        if "step" in entry:
            values["step"] = entry.text("step")
    return values


def citation_rows(claims: Iterable[Claim], chosen: dict[tuple[str, str], Claim], lengths: dict[str, int]) -> Rows:
    """Citations in fixture form; raises CurationError for a place that the text does not have."""
    return [
        make_row(Citation, _citation(claim, chosen[claim.record, claim.field] is claim, lengths), claim.entry)
        for claim in claims
    ]


def _citation(claim: Claim, preferred: bool, lengths: dict[str, int]) -> dict[str, object]:
    entry = claim.entry
    start, end = _place(claim, lengths.get(claim.source))
    reason = entry.get("reason")
    return {
        "record": claim.record,
        "field": claim.field,
        "source": claim.source,
        "start": start,
        "end": end,
        "evidence": entry.text("evidence", ""),
        "says": entry.text("says"),
        "says_qualifier": entry.text("qualifier", ""),
        "says_step": _step(entry),
        "preferred": preferred,
        "inference": entry.text("inferred", ""),
        **({f"reason_{language}": text for language, text in reason.items()} if isinstance(reason, Entry) else {}),
    }


def _step(entry: Entry) -> Decimal | None:
    try:
        return Decimal(entry.text("step")) if "step" in entry else None
    except InvalidOperation as error:
        raise entry.error(f"step: “{entry['step']}” is not a number") from error


def _place(claim: Claim, length: int | None) -> tuple[int | None, int | None]:
    """Start and end of a claim; all claims of a held text have a place, the others have none."""
    entry, at = claim.entry, claim.entry.get("at")
    if length is None:
        if at is not None:
            raise entry.error("we hold no text of this source, so it has no places")
        return None, None
    if not isinstance(at, list) or len(at) != 2 or not all(isinstance(n, str) and n.isdecimal() for n in at):
        raise entry.error("“at” is not a place: run place_claims, or write [start, end]")
    start, end = (int(str(number)) for number in at)
    if not start < end <= length:
        raise entry.error(f"the place {start}-{end} is not in a text of {length} characters")
    if not entry.text("evidence", ""):
        raise entry.error("a claim from a held text needs its evidence")
    return start, end
