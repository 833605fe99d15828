"""What of a record to show for a question: title and summary as written, with the words marked that answer it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from django.utils.safestring import SafeString, mark_safe

from relations.models import Kind
from relations.pages.words import Words
from relations.paths import path_of
from relations.templatetags.record_tags import language
from relations.timeline.entries import Entry

from .analysis import Analysed
from .question import Question

LONGEST = 240  # characters of an extract
Place = tuple[int, int]


@dataclass(frozen=True)
class Marked:
    """A text with its marks, in a language; `is_marked` says whether there are any."""

    html: SafeString
    language: str
    is_marked: bool

    @property
    def is_foreign(self) -> bool:
        """Whether it is in another language than the page."""
        return self.language != language()


@dataclass(frozen=True)
class Hit:
    """A record as a result shows it; `evidence` where the question is met by a source's words alone."""

    record: Entry
    title: Marked
    extract: Marked
    evidence: tuple[Marked, ...] = ()

    @property
    def path(self) -> str:
        return path_of(self.record.kind, self.record.slug)

    @property
    def kind_label(self) -> str:
        return str(Kind(self.record.kind).label)

    @property
    def is_marked(self) -> bool:
        """Whether title or extract say why it was found."""
        return self.title.is_marked or self.extract.is_marked

    def with_evidence(self, texts: Iterable[tuple[str, str]], question: Question) -> "Hit":
        """The result with the first of the sources' words, each with its language, that answer the question."""
        found = (marked(text, code.partition("-")[0], question) for text, code in texts)
        return replace(self, evidence=tuple(each for each in found if each.is_marked)[:2])


def hit(record: Entry, summary: Words, question: Question) -> Hit:
    """A record with its title and an extract of its summary."""
    wanted = language()
    title, extract = (marked(each.text, each.lang or wanted, question) for each in (record.title, summary))
    return Hit(record, title, extract)


def marked(text: str, code: str, question: Question) -> Marked:
    """A text, or the part of it around the first word that answers, with every such word marked."""
    places = answering(text, code, question)
    start, end = _window(text, places)
    pieces: list[str] = []
    at = start
    for first, last in places:
        if start <= first and last <= end:
            pieces += [escape(text[at:first]), "<mark>", escape(text[first:last]), "</mark>"]
            at = last
    pieces.append(escape(text[at:end]))
    dots = ("…" if start else "", "…" if end < len(text) else "")
    return Marked(mark_safe(dots[0] + "".join(pieces) + dots[1]), code, bool(places))  # noqa: S308  # each piece is escaped


def answering(text: str, code: str, question: Question) -> Sequence[Place]:
    """The places of a text whose tokens the question asks for, in order and apart."""
    wanted, prefixes, marks = question.wanted
    answers = [
        (start, end)
        for start, end, tokens in Analysed(text, code).tokens_at(marks)
        if not wanted.isdisjoint(tokens) or (prefixes and any(token.startswith(prefixes) for token in tokens))
    ]
    found: list[Place] = []
    for start, end in sorted(answers):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _window(text: str, places: Sequence[Place]) -> Place:
    """Where an extract starts and ends: at spaces, with the first answering word well inside."""
    if len(text) <= LONGEST:
        return 0, len(text)
    first = places[0][0] if places else 0
    start = text.rfind(" ", 0, max(0, first - LONGEST // 3)) + 1 if first > LONGEST // 2 else 0
    end = text.rfind(" ", start, start + LONGEST)
    return start, len(text) if start + LONGEST >= len(text) else max(end, start + 1)
