"""What a number in a sentence is of: trade, exports, imports, investment, contracting."""

import re
from dataclasses import dataclass

from relations.reading.document import Document
from relations.reading.found import FoundAmount, Span
from relations.reading.patterns import pattern, patterns

TOPICS = {language: patterns("topics", f"topics_{language}") for language in ("tr", "en")}
BUILT = {
    "tr": re.compile(r"\b(?:ustlen|tamamla|gerceklestir|hayata gecir)\w*|\bproje\w*"),
    "en": re.compile(r"\bprojects?\b|undertaken|undertook"),
}
NO_FIGURE = pattern("topics", "no_figure")
DEALS = patterns("topics", "deals")
STARTED = patterns("topics", "started")
GROWTH_BEFORE = pattern("topics", "growth_before")
GROWTH_AFTER = pattern("topics", "growth_after")
RESPECTIVELY = re.compile(r"\brespectively\b|\bsirasiyla\b")
AMOUNT_ENDING = re.compile(r"(?:dolari|avroyu|eurosu|eur|usd|tl|lirasi)?'?(?:lik|luk)?\w{0,4}")
WORDS_GAP = re.compile(r"[\s'’]*(?:\(?(?:lik|luk)\)?\s+)?(?:[\w'-]+\s+){0,3}\Z")


@dataclass(frozen=True)
class Topic:
    """A word that says what numbers near it are of."""

    kind: str
    span: Span


def topics(document: Document, sentence: Span) -> list[Topic]:
    """The topics of a sentence, in order; overlapping ones go to the longest."""
    words = document.words(sentence)
    found = [
        Topic(kind, Span(sentence.start + match.start(), sentence.start + match.end()))
        for kind, spoken in TOPICS[document.language].items()
        for match in spoken.finditer(words)
    ]
    found.sort(key=lambda topic: (topic.span.start, -topic.span.end))
    kept: list[Topic] = []
    for topic in found:
        if not kept or topic.span.start >= kept[-1].span.end:
            kept.append(topic)
    return kept


def topic_of(
    document: Document, amount: FoundAmount, amounts: list[FoundAmount], found: list[Topic], sentence: Span
) -> Topic | None:
    """The topic that an amount belongs to: the one that it stands right before, else the last before it."""
    listed = _respective(document, amount, amounts, found, sentence)
    if listed:
        return listed
    free = [topic for topic in found if topic not in _taken(document, amount, amounts, found, sentence)]
    found = free if any(topic.span.start < amount.span.start for topic in free) else found
    following = [topic for topic in found if topic.span.start >= amount.span.end]
    preceding = [topic for topic in found if topic.span.start < amount.span.start]
    index = amounts.index(amount)
    next_amount = amounts[index + 1].span.start if index + 1 < len(amounts) else sentence.end
    previous_amount = amounts[index - 1].span.end if index else sentence.start
    if following and following[0].span.start < next_amount and _leads_to(document, amount, following[0]):
        own = [topic for topic in preceding if topic.span.start >= previous_amount]
        if not own or _belongs_after(document, amount, own[-1], following[0], next_amount, sentence):
            return following[0]
    if preceding:
        total = [topic for topic in preceding if topic.kind == "trade_total"]
        if total and TOTAL.search(document.folded[max(sentence.start, amount.span.start - 20) : amount.span.start]):
            return total[-1]
        return preceding[-1]
    return following[0] if following and following[0].span.start - amount.span.end < 120 else None


def _taken(
    document: Document, amount: FoundAmount, amounts: list[FoundAmount], found: list[Topic], sentence: Span
) -> list[Topic]:
    """The topics that earlier amounts stand right before, and so have for themselves."""
    earlier = amounts[: amounts.index(amount)]
    taken = []
    for one, following in zip(earlier, amounts[1:], strict=False):
        topic = next((topic for topic in found if one.span.end <= topic.span.start < following.span.start), None)
        if topic and topic_of(document, one, amounts, found, sentence) == topic:
            taken.append(topic)
    return taken


TOTAL = re.compile(r"\b(?:toplam(?:da|i)?|total(?:ly)?|in all)\W{1,2}(?:\w+ )?\Z")


def _leads_to(document: Document, amount: FoundAmount, topic: Topic) -> bool:
    """Whether an amount stands right before a topic: “625 milyon Doları ihracatımız”, “2 billion in exports”."""
    gap = document.folded[amount.span.end : topic.span.start]
    if re.search(
        r"[,;:.()]|\b(?:ve|and|while|ise|olarak|oldu|olmus|ulas\w*|gerceklesti\w*|seviyesinde\w*|reached|was|were|amounted)\b",
        gap,
    ):
        return False
    return bool(WORDS_GAP.match(gap))


def _belongs_after(
    document: Document, amount: FoundAmount, before: Topic, after: Topic, next_amount: int, sentence: Span
) -> bool:
    """Between a topic before an amount and one right after it, whether the latter has it."""
    gap_after = document.folded[amount.span.end : after.span.start]
    gap_before = document.folded[before.span.end : amount.span.start]
    if re.match(r"'?(?:lik|luk|i|si|su|u)\b|\s*(?:worth )?(?:of|in)\b", gap_after):
        return True
    if re.search(r"(?:dolari|dolar'i|avrosu|lik|luk|'si|'su|'i)\Z", document.words(amount.span)):
        return True
    tight = len(gap_before.split()) <= 2 and before.kind != "trade_total"
    has_own = next_amount < sentence.end and next_amount - after.span.end < 40
    if before.kind == after.kind:
        return True
    return len(gap_after.split()) == 0 and not tight and not (has_own and len(gap_before.split()) <= 4)


def _respective(
    document: Document, amount: FoundAmount, amounts: list[FoundAmount], found: list[Topic], sentence: Span
) -> Topic | None:
    """“exports and imports were 2.9 and 6 billion respectively”: the first to the first."""
    if not RESPECTIVELY.search(document.words(sentence)):
        return None
    run = [one for one in amounts if one.kind == amount.kind]
    sides = [topic for topic in found if topic.kind in ("export", "import") and topic.span.end <= run[0].span.start][
        -len(run) :
    ]
    return sides[run.index(amount)] if len(sides) == len(run) == 2 else None


def _start_only(document: Document, amount: FoundAmount, sentence: Span) -> bool:
    """Whether an amount is only where a growth began: “grew from $2 million to $350 million”."""
    after = document.folded[amount.span.end : sentence.end]
    if document.language == "tr":
        end = document.folded[max(sentence.start, amount.span.end - 12) : sentence.end]
        return bool(STARTED["tr"].match(end.lstrip()) or STARTED["tr"].search(end[:60]))
    before = document.folded[max(sentence.start, amount.span.start - 20) : amount.span.start]
    return bool(STARTED["en"].search(before) and re.match(r" to (?:[\w-]+ ){0,3}(?:us)?\W{0,3}\d", after))


def no_figure(document: Document, amount: FoundAmount, topic: Topic | None, sentence: Span) -> bool:
    """Whether an amount is something else: a loan, a deficit, a budget, what trade grew by, the worth of a deal."""
    start, end = max(sentence.start, amount.span.start - 45), min(sentence.end, amount.span.end + 32)
    before, after = document.folded[start : amount.span.start], document.folded[amount.span.end : end]
    wide = document.folded[max(sentence.start, amount.span.start - 110) : amount.span.start]
    if (
        _start_only(document, amount, sentence)
        or GROWTH_BEFORE.search(wide)
        or GROWTH_AFTER.match(after)
        or re.search(r"\bincluding (?:\w+ )?(?:us)?\W{0,2}\Z", before)
    ):
        return True
    if topic and start <= topic.span.start < amount.span.start:  # what stands before the topic is of something else
        before = document.folded[topic.span.end : amount.span.start]
    stop = NO_FIGURE.search(before.rpartition(",")[2].rpartition(";")[2]) or NO_FIGURE.search(
        re.split(r"[,;(]", after)[0]
    )
    if stop:
        return True
    if topic and topic.kind == "contracting":
        return False
    deals = DEALS[document.language]
    if document.language == "tr":
        return bool(deals.search(document.folded[amount.span.end - 4 : end + 20]))
    return bool(deals.search(before))
