"""Whether an amount is a target rather than a volume that was reached."""

import re

from relations.reading.document import Document, within
from relations.reading.found import FoundAmount, FoundDate, Span
from relations.reading.patterns import pattern, patterns

from .dated import dates_in

REACHED_AFTER = patterns("targets", "reached_after")
AFTER = patterns("targets", "after")
BEFORE = patterns("targets", "before")
SHOULD = pattern("targets", "should")
BRING = pattern("targets", "bring")
DONE = pattern("targets", "done")
UNTIL = patterns("targets", "until")
SAID_TR = pattern("targets", "said_tr")
REACHED_TR = pattern("targets", "passed_tr")


def is_target(document: Document, amount: FoundAmount, sentence: Span) -> bool:
    """Whether somebody wants the amount to be reached."""
    before = document.folded[sentence.start : amount.span.start]
    after = document.folded[amount.span.end : sentence.end]
    if document.language == "tr":
        return _target_tr(before, after)
    return _target_en(before, after)


def _target_tr(before: str, after: str) -> bool:
    wanted = AFTER["tr"].match(after)
    if wanted:
        return True
    if SAID_TR.search(before[-40:]) and not REACHED_TR.match(after):
        return True
    if REACHED_AFTER["tr"].match(after):
        return bool(re.match(r"'?\w*\s*(?:olan|olarak) (?:\w+ ){0,4}hedef", after))
    local = re.split(r"[,;](?!\d)", after)[0]
    near = re.split(r"[;](?!\d)", before)[-1]
    if re.search(r"\bhedef(?:imiz|leri|leniyor|i|in|lenen)?\w*[^.;]{0,70}\Z", near[-90:]) and not re.search(
        r"\b(?:ulast|asti|gerceklest)", near[-60:]
    ):
        return True
    return bool(
        re.search(r"^[^,;]{0,70}\bhedef", local)
        and not re.search(r"ulasan|asan|olan|ulasti|gerceklesti|gerceklesmis", local.split("hedef")[0])
    )


WANTED_EN = re.compile(
    r"\b(?:targets?|targeted|targeting|expected to (?:top|hit|surpass|exceed|reach))\s+(?:us)?\W{0,2}\Z"
)


def _target_en(before: str, after: str) -> bool:
    if AFTER["en"].match(after):
        return True
    if WANTED_EN.search(before):
        return True
    if re.search(r"\b(?:target|goal|objective)s?\s+(?:of|is|was|at|for)\b[^.;]{0,60}\Z", before):
        return True
    if SHOULD.search(before):
        return True
    if DONE.search(before) and not re.search(r"\b(?:goal|target|aim)\w* (?:is|was|of)[^.;]{0,50}\Z", before):
        return False
    return bool(BRING.search(before) or BEFORE["en"].search(before))


def target_period(document: Document, amount: FoundAmount, sentence: Span) -> FoundDate | None:
    """The year by which a target is to be reached."""
    later = [
        one.span.start
        for one in within(document.amounts, sentence)
        if one.span.start >= amount.span.end and one.kind == "money"
    ]
    for date in dates_in(document, sentence):
        if later and date.span.start > later[0]:
            continue
        if abs(date.span.start - amount.span.end) > 120 or date.rule.startswith("relative-day"):
            continue
        if document.language == "tr" and UNTIL["tr"].match(document.folded, date.span.end):
            return date
        if (
            document.language == "en"
            and date.span.start > amount.span.start
            and UNTIL["en"].search(document.folded[max(0, date.span.start - 22) : date.span.start])
        ):
            return date
        if document.language == "en" and re.search(
            r"\bby(?: the end of)? \Z", document.folded[max(0, date.span.start - 15) : date.span.start]
        ):
            return date
    return None
