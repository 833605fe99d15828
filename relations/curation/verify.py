"""Read each citation again at the place that it cites: its words, and the value that they say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from relations.dates import LOCALES

from .families import family, reread
from .held import Held, hold
from .reread import Case, Cited
from .world import Fields, World, make_world

WORDS_ONLY = "compared by words only"  # in a language that nobody reads here


class Verdict(StrEnum):
    SAME = "same"
    DIFFERS = "differs"  # other words stand there, or they say something else
    NOT_FOUND = "not found"  # the words stand nowhere in the text, or the place is past its end
    CHANGED = "changed text"  # the file is not the one that was read
    NO_TEXT = "no text held"


@dataclass(frozen=True)
class Finding:
    """The verdict on one citation; `found` is what stands at its place, `read` what its words were read as."""

    verdict: Verdict
    citation: Fields
    family: str = ""
    found: str = ""
    read: frozenset[str] | None = None

    def __str__(self) -> str:
        told = self.citation
        about = f"{self.verdict}: {told['record'][0]}.{told['field']} in {told['source'][0]}: “{told['evidence']}”"
        if self.verdict is not Verdict.DIFFERS:
            return about
        if self.read is None:
            return f"{about}, there stands “{self.found}”"
        step = f"±{Decimal(told['says_step']).normalize():f}" if told["says_step"] else ""
        said = " ".join(filter(None, (told["says"], told["says_qualifier"], step, told["inference"])))
        return f"{about} reads as {' | '.join(sorted(self.read)) or 'nothing'}, the claim says {said}"


Rows = Mapping[str, list[Fields]]  # by the name of their model: “source”, “citation”, “person”, …


def verify(rows: Rows, aliases: Mapping[str, list[str]], texts: Path) -> Iterator[Finding]:
    """A finding for every citation; a text that should be held and is not there counts as not found."""
    world = make_world(rows, aliases)
    cited: dict[str, list[Fields]] = defaultdict(list)
    for citation in rows["citation"]:
        cited[citation["source"][0]].append(citation)
    for source in rows["source"]:
        text = _read(source, texts, rows)
        if isinstance(text, Held):
            yield from _verify_text(text, cited[source["slug"]], world)
        else:
            yield from (Finding(text, citation) for citation in cited[source["slug"]])


def _verify_text(held: Held, citations: list[Fields], world: World) -> Iterator[Finding]:
    """Only what stands where it says is read for its value, and only that bears out what is inferred."""
    placed: list[tuple[Fields, Cited]] = []
    for citation in citations:
        verdict, found = _compare(held, citation)
        if verdict is Verdict.SAME:
            placed.append((citation, _cited(held, citation)))
        else:
            yield Finding(verdict, citation, found=found)
    others = [claim for _, claim in placed]
    for citation, claim in placed:
        if held.language not in LOCALES:
            yield Finding(Verdict.SAME, citation, WORDS_ONLY, citation["evidence"])
            continue
        case = Case(claim, held, world, others)
        same, read = reread(case)
        verdict = Verdict.SAME if same else Verdict.DIFFERS
        yield Finding(verdict, citation, family(case), citation["evidence"], frozenset(read))


def _read(source: Fields, texts: Path, rows: Rows) -> Held | Verdict:
    """The text of a source, if it is still the one that was read."""
    if not source["sha256"]:
        return Verdict.NO_TEXT
    path = texts / source["text_file"]
    if path.resolve().parent != texts.resolve() or not path.is_file():
        return Verdict.NOT_FOUND
    content = path.read_bytes()
    if sha256(content).hexdigest() != source["sha256"]:
        return Verdict.CHANGED
    text = content.decode()
    if len(text) != source["length"]:
        return Verdict.CHANGED
    return hold(source["slug"], text, source["language"].partition("-")[0], source["published"], _sides(source, rows))


def _sides(source: Fields, rows: Rows) -> frozenset[str]:
    """The countries that say “our” in a source: its institution's, and those of the reporters that it is."""
    if not source["institution"]:
        return frozenset()
    slug = source["institution"][0]
    own = [row["country"] for row in rows.get("institution", ()) if row["slug"] == slug]
    own += [row["country"] for row in rows.get("reporter", ()) if row["institution"] and row["institution"][0] == slug]
    return frozenset(country[0] for country in own if country)


def _compare(held: Held, citation: Fields) -> tuple[Verdict, str]:
    """Compare the words at the place with the evidence."""
    evidence, start, end = citation["evidence"], citation["start"], citation["end"]
    if start is None or end > held.cleaned.ends[-1] or not held.cleaned.find(evidence):
        return Verdict.NOT_FOUND, ""
    found = held.cleaned.between(start, end)
    return (Verdict.SAME if found == evidence else Verdict.DIFFERS), found


def _cited(held: Held, citation: Fields) -> Cited:
    step = citation["says_step"]
    return Cited(
        citation["record"][0],
        citation["field"],
        citation["says"],
        citation["evidence"],
        held.span(citation["start"], citation["end"]),
        citation["says_qualifier"],
        Decimal(step) if step is not None else None,
        citation["inference"],
    )
