"""Agreements signed: by title, or counted."""

import re
from dataclasses import dataclass, replace

from relations.reading.document import Document, within
from relations.reading.folding import fold
from relations.reading.found import FoundAmount, FoundDate, Span
from relations.reading.holders import holders
from relations.reading.patterns import pattern, patterns

from .dated import context, dates_in, joined
from .titles import PAPER_KIND, TITLES, is_title, title_en, title_lead, title_tr

SIGNED = patterns("agreements", "signed")
UNSIGNED = patterns("agreements", "unsigned")
PAPER = pattern("agreements", "paper")


@dataclass(frozen=True)
class Agreement:
    """A named agreement, or a number of them; `span` in the cleaned text."""

    title: str | None
    date: str | None
    count: int | None
    span: Span
    rule: str


def find_agreements(document: Document) -> list[Agreement]:
    """Every agreement that the text says was signed, each once."""
    found: list[Agreement] = []
    for sentence in document.sentences:
        words = document.words(sentence)
        signed = SIGNED[document.language].search(words)
        if UNSIGNED[document.language].search(words):
            continue
        found += _counted(document, sentence) if signed else []
        found += _titled(document, sentence)
    return _once(found)


def _counted(document: Document, sentence: Span) -> list[Agreement]:
    """“20 iş birliği anlaşması imzalandı”, “22 documents were signed”."""
    found = []
    for amount in within(document.amounts, sentence):
        part = re.search(r"out of (?:the )?\Z", document.folded[: amount.span.start][-12:])
        if amount.kind == "count" and not part and _is_paper(document, amount, sentence):
            date = _date(document, sentence, amount.span)
            span = Span(amount.span.start, _noun_end(document, amount, sentence))
            found.append(Agreement(None, date.edtf if date else None, int(amount.quantity.value), span, "count"))
    total = [
        one
        for one in found
        if re.search(r"toplam|in total|a total", document.folded[max(0, one.span.start - 16) : one.span.start])
    ]
    return total[:1] or found


def _is_paper(document: Document, amount: FoundAmount, sentence: Span) -> bool:
    """Whether what is counted are agreements, and not their articles or years."""
    if amount.quantity.unit == "agreement":
        return True
    if amount.noun:
        return bool(PAPER.match(fold(amount.noun)))
    after = document.folded[amount.span.end : min(sentence.end, amount.span.end + 60)]
    return bool(
        re.match(
            r"\s+(?:[\w-]+\s+){0,4}?(?:anlasma|belge|protokol|mutabakat|agreements|documents|memorand|mous)", after
        )
    )


def _noun_end(document: Document, amount: FoundAmount, sentence: Span) -> int:
    match = PAPER.search(document.folded, amount.span.start, min(sentence.end, amount.span.end + 60))
    word = re.compile(r"\w+").match(document.folded, match.start()) if match else None
    return max(amount.span.end, word.end() if word else 0)


def _titled(document: Document, sentence: Span) -> list[Agreement]:
    """Agreements that a sentence names."""
    found: list[Agreement] = []
    for match in TITLES[document.language].finditer(document.text, sentence.start, sentence.end):
        title = title_tr(match) if document.language == "tr" else title_en(match.group())
        title = _after_people(document, match, title)
        lead = match.group().find(title.split()[0]) if title else 0
        span = Span(match.start() + max(lead, 0), match.end())
        title, span = _before_date(document, title, span)
        years = YEARS.search(document.text, max(0, span.start - 11), span.start)
        if years:  # “2024-2026 İş Birliği Programı”
            title, span = f"{years.group(1)} {title}", Span(years.start(1), span.end)
        if (
            not title
            or not (years or is_title(fold(title)))
            or not PAPER_KIND.search(fold(title))
            or not _is_signed(document, sentence, span)
        ):
            continue
        found += [Agreement(title, date, None, span, "title") for date in _dates(document, sentence, span)]
    return found


def _after_people(document: Document, match: re.Match[str], title: str) -> str:
    """A title begins after whoever signed it: “… Fidan, KEK Protokolü”."""
    signers = [one.span.end for one in within(holders(document), Span(match.start(), match.end() - 8))]
    return title_lead(document.text[max(signers) : match.end()], title) if signers else title


def _before_date(document: Document, title: str, span: Span) -> tuple[str, Span]:
    """An English title ends where its date begins: “Joint Declaration on 6 May 2020”."""
    inside = [date for date in within(document.dates, span) if date.span.start > span.start + 8]
    if document.language == "tr" or not inside:
        return title, span
    words = re.sub(r"(?:,? (?:on|in|of|dated|from|at))? *\Z", "", document.text[span.start : inside[0].span.start])
    at = title.find(words[-12:])
    return title[: at + 12] if at >= 0 else title, Span(span.start, span.start + len(words))


YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d[-–](?:19|20)?\d\d) \Z")


SIGNED_ON = pattern("agreements", "signed_on")
UNDER = re.compile(r"'?\w* (?:cercevesinde|kapsaminda|uyarinca|muzakere|taslagi|gorusme)")


def _is_signed(document: Document, sentence: Span, span: Span) -> bool:
    """Whether the sentence says of this title that it was signed or adopted."""
    before = document.folded[max(sentence.start, span.start - 40) : span.start]
    if document.language == "tr" and SIGNED_ON.search(before):
        return True
    if document.language == "en" and any(
        re.fullmatch(r",? (?:of|dated|on|\() ?", document.folded[span.end : date.span.start])
        for date in dates_in(document, Span(span.end, span.end + 14))
    ):
        return True
    signed = [match.start() for match in SIGNED[document.language].finditer(document.words(sentence))]
    return bool(signed) and not UNDER.match(document.folded, span.end)


def _dates(document: Document, sentence: Span, span: Span) -> list[str | None]:
    """When it was signed; several days where the title is a plural with days listed before it."""
    date = _date(document, sentence, span)
    if not date:
        return [None]
    plural = re.search(r"(?:lar|ler)[iı]?\w*\Z|(?:agreements|protocols|memoranda)\Z", document.words(span))
    if plural and document.language == "tr":
        return [one.edtf for one in joined(document, dates_in(document, sentence), date)]
    return [date.edtf]


def _date(document: Document, sentence: Span, span: Span) -> FoundDate | None:
    """When it was signed: the nearest date of the sentence, before it in Turkish rather than after."""
    found = [
        date
        for date in dates_in(document, sentence)
        if not _in_title(document, date, span) and not _of_money(document, date, span)
    ]
    if found:
        before = [date for date in found if date.span.end <= span.start]
        after = [date for date in found if date.span.start >= span.end]
        if document.language == "tr":
            return (before[-1:] or after)[0]
        close = [date for date in after if date.span.start - span.end < 60]
        early = [date for date in before if date.span.start - sentence.start < 40 or span.start - date.span.end < 25]
        alone = before if len(found) == 1 and not after else []
        return next(iter([*close, *early[-1:], *after, *alone]), None)
    return context(document, sentence) if REFERRING.search(document.words(sentence)) else None


REFERRING = pattern("agreements", "referring")


def _of_money(document: Document, date: FoundDate, span: Span) -> bool:
    """Whether a year stands by an amount of money, and so dates that."""
    between = Span(min(date.span.end, span.end), max(date.span.start, span.start))
    money = any(one.kind == "money" for one in within(document.amounts, between))
    return money and len(date.edtf) < 10


def _in_title(document: Document, date: FoundDate, span: Span) -> bool:
    """Whether the years are part of the title: “2024-2026 Ortak Eylem Planı”."""
    if span.start <= date.span.start < span.end:
        return True
    bare = re.fullmatch(r"\d{4}(?:[-–/]\d{4})?", document.words(date.span))
    named = re.match(r" [A-ZÇĞİÖŞÜ]", document.text[date.span.end : date.span.end + 2])
    return bool(bare and named)


def _once(found: list[Agreement]) -> list[Agreement]:
    """Each agreement once: the same title, or the same number on the same day."""
    kept: list[Agreement] = []
    for one in found:
        at = next((index for index, other in enumerate(kept) if _same(other, one)), None)
        if at is None:
            kept.append(one)
        elif not kept[at].date and one.date:
            kept[at] = replace(kept[at], date=one.date)
    return kept


def _same(one: Agreement, other: Agreement) -> bool:
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if one.title and other.title:
        return fold(one.title) in fold(other.title) or fold(other.title) in fold(one.title)
    return one.title is None and other.title is None and one.count == other.count
