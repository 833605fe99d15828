"""Read each citation's words again at the place that it cites."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from relations.reading.cleaning import Cleaned, clean


class Verdict(StrEnum):
    SAME = "same"
    DIFFERS = "differs"  # other words stand there
    NOT_FOUND = "not found"  # the words stand nowhere in the text, or the place is past its end
    CHANGED = "changed text"  # the file is not the one that was read
    NO_TEXT = "no text held"


@dataclass(frozen=True)
class Finding:
    """The verdict on one citation; `found` is what stands at its place."""

    verdict: Verdict
    source: str
    record: str
    field: str
    evidence: str
    found: str = ""

    def __str__(self) -> str:
        about = f"{self.verdict}: {self.record}.{self.field} in {self.source}: “{self.evidence}”"
        return f"{about}, there stands “{self.found}”" if self.verdict is Verdict.DIFFERS else about


Fields = dict[str, Any]  # the fields of a fixture row


def verify(sources: Iterable[Fields], citations: Iterable[Fields], texts: Path) -> Iterator[Finding]:
    """A finding for every citation; a text that should be held and is not there counts as not found."""
    held = {source["slug"]: _read(source, texts) for source in sources}
    for citation in citations:
        slug = citation["source"][0]
        text = held[slug]
        verdict, found = (text, "") if isinstance(text, Verdict) else _reread(text, citation)
        yield Finding(verdict, slug, citation["record"][0], citation["field"], citation["evidence"], found)


def _read(source: Fields, texts: Path) -> Cleaned | Verdict:
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
    return clean(text) if len(text) == source["length"] else Verdict.CHANGED


def _reread(text: Cleaned, citation: Fields) -> tuple[Verdict, str]:
    """Compare the words at the place with the evidence."""
    evidence, start, end = citation["evidence"], citation["start"], citation["end"]
    if start is None or end > text.ends[-1] or not text.find(evidence):
        return Verdict.NOT_FOUND, ""
    found = text.between(start, end)
    return (Verdict.SAME if found == evidence else Verdict.DIFFERS), found
