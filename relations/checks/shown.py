"""Findings with their answers, check by check, ready to be shown: on pages, in admin and by the command."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from relations.models import Citation, FindingAnswer
from relations.views.evidence import field_label, gather

from .base import Check, Finding, Line
from .comparing import grouped
from .printing import in_words
from .registry import CHECKS


@dataclass(frozen=True)
class ShownLine:
    """One side of a finding, and the address to look it up."""

    label: str
    value: str
    url: str
    quote: str = ""
    language: str = ""


@dataclass(frozen=True)
class ShownFinding:
    """A finding in the language that was active when it was shown."""

    finding: Any  # a Finding, or what was kept of one
    field: str
    text: str
    lines: list[ShownLine]
    answer: FindingAnswer | None


@dataclass(frozen=True)
class ShownCheck:
    """A check with all that it found."""

    check: Check
    findings: Sequence[ShownFinding]
    counted: int | None = None  # where not all are here

    @property
    def number(self) -> int:
        return len(self.findings) if self.counted is None else self.counted

    @property
    def is_cut(self) -> bool:
        return self.number > len(self.findings)

    @cached_property
    def open(self) -> int:
        """How many findings nobody has answered."""
        return sum(each.answer is None for each in self.findings)


def by_check(findings: Iterable[Finding]) -> list[ShownCheck]:
    """Every check with its findings; those that found nothing say so too."""
    of_check = grouped(show(findings), lambda each: each.finding.check)
    return [ShownCheck(check, of_check.get(check.name, [])) for check in CHECKS]


def show(findings: Iterable[Finding]) -> list[ShownFinding]:
    """Findings in words; a handful of queries whatever their number."""
    findings = list(findings)
    keys = {each.key for each in findings}
    answers = {(each.check_name, each.key): each for each in FindingAnswer.objects.filter(key__in=keys)} if keys else {}
    said = says(findings)
    return [_shown(each, said, answers.get((each.check, each.key))) for each in findings]


def says(findings: Iterable[Finding]) -> dict[int, str]:
    """What the citations among the values say, by their key."""
    keys = [line.value.pk for each in findings for line in each.lines if isinstance(line.value, Citation)]
    if not keys:
        return {}
    citations = Citation.objects.filter(pk__in=keys).select_related("source", "record", "record__as_figure")
    return {line.citation.pk: line.says for evidence in gather(citations) for line in evidence.lines}


def _shown(finding: Finding, said: dict[int, str], answer: FindingAnswer | None) -> ShownFinding:
    label = field_label(finding.field, {}) if finding.field else ""
    lines = [_line(line, said) for line in finding.lines]
    return ShownFinding(finding, label, in_words(finding.words, said), lines, answer)


def _line(line: Line, said: dict[int, str]) -> ShownLine:
    """A side in words; of a citation, also what is printed, and the address of the very line on the source's page."""
    label, value = in_words(line.label, said), in_words(line.value, said)
    url = line.target.get_absolute_url() if line.target else ""
    if not isinstance(line.value, Citation):
        return ShownLine(label, value, url)
    anchor = "" if line.value.start is None else f"#c{line.value.pk}"
    return ShownLine(label, value, url + anchor, line.value.evidence, line.value.source.language)
