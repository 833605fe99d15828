"""Who acts in a text: an office, its country, and whoever holds it."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from .cases import case_of
from .document import Document, within
from .found import Span
from .names import FoundCountry, FoundOffice, FoundPerson
from .patterns import pattern
from .phrases import data

NAME = re.compile(
    r"(?:[A-ZÇĞİÖŞÜÁÉÓŐÚŰÐĐŽŠČĆÅÂÎÛ][\w'’-]*?[a-zçğıöşüáéíóőúűčćšžđâîû]|[A-Z]\.)(?=['’]|[\s,.;:)”\"]|\Z)"
    r"|(?:[ae]l|es|bin|ibn)(?=[ -][A-ZÇĞİÖŞÜ])"
)
BETWEEN_TR = pattern("holders", "between_tr")
MINISTRY_TR = re.compile(r"(?:'?\w{0,4})?\s*(?:[A-ZÇĞİÖŞÜ][\w'’]*,?\s+|ve\s+){1,8}\Z")
BETWEEN_EN = re.compile(r"(?:'s?)?\s*(?:(?:then|former|new|first|late|acting)[\s-]*){0,2}\Z")
AFTER_OF = pattern("holders", "after_of")
CAPACITY = re.compile(r"[\"' ]*sifatiyla")
TERM = re.compile(r"\b(cumhurbaskanligi|basbakanligi|disisleri bakanligi) (?:donemi|sirasi)")
TERMS = {
    "cumhurbaskanligi": "president",
    "basbakanligi": "prime minister",
    "disisleri bakanligi": "foreign minister",
}
NAMED_NEXT = re.compile(  # “of Internal and Foreign Trade Mr. …”: a form of address ends whatever the minister is for
    r"(?:'\w+)?,?(?: (?:of|for)(?: [a-z]+,?){1,8}?(?= (?:mr|ms|mrs|dr)\.))?"
    r" (?:(?:sayin|sn\.|mr\.?|h\.e\.|dr\.|ms\.) ?){0,2}"
)
COUNTERPART = re.compile(r"\b(?:mevkidas|mukabil|counterpart)\w*")
HOST = re.compile(r"(?:'?\w*n)? (?:\w+ )?(?:davet|ev sahip|evsahip|misafir|konugu)\w*")
OFFICE_CASES = (
    (re.compile(r"(?:in|un)\Z"), "gen"),
    (re.compile(r"(?:nda|miza|na|ne|ya|a)\Z"), "dat"),
    (re.compile(r"(?:dan|den)\Z"), "abl"),
    (re.compile(r"(?:yla|la)\Z"), "ins"),
    (re.compile(r"(?:mizi|ni)\Z"), "acc"),
)


@dataclass(frozen=True)
class Holder:
    """Somebody in an office: `who` where the text names them; country None where nothing tells it."""

    span: Span
    who: str | None
    office: str | None
    country: str | None
    case: str = ""
    hosts: bool = False


@lru_cache(maxsize=2)
def holders(document: "Document") -> list[Holder]:
    """Everybody who acts, in the order of the text."""
    found = [holder for office in document.offices if not office.plural and (holder := _holder(document, office))]
    found = _as_they_were(document, _joined(document, found))
    taken = [holder.span for holder in found]
    held = {holder.who: holder.office for holder in reversed(found) if holder.who and holder.office}
    for person in document.people:
        at = bisect_left(taken, person.span.start, key=lambda span: span.start)
        if any(span.overlaps(person.span) for span in taken[max(0, at - 1) : at + 1]):
            continue
        found.append(_alone(document, person, held.get(person.name)))
    return _with_case(document, sorted(found, key=lambda one: one.span.start))


def _holder(document: Document, office: FoundOffice) -> Holder | None:
    """An office with its country and holder; a mere “başkan” only where it can be a state's."""
    country, title = _country(document, office)
    person = _person_after(document, title.end, country) or _person_before(document, title.start)
    if office.office == "chairman" and not (country or (person and person.country)):
        return None
    start = min(title.start, person.span.start) if person else title.start
    end = max(title.end, person.span.end) if person else title.end
    title_of_ours = "foreign minister" if office.own and office.office == "minister" else office.office
    title_of_ours = "president" if office.office == "chairman" else title_of_ours
    return Holder(
        Span(start, end),
        person.name if person else None,
        title_of_ours,  # “our minister” is whoever heads the ministry that writes
        country or (person.country if person else "") or None,
    )


def _country(document: Document, office: FoundOffice) -> tuple[str | None, Span]:
    """The country whose office it is, and the place of the whole title."""
    start, end = office.span.start, office.span.end
    after = _first(document, end, 45)
    if document.language == "en" and after and AFTER_OF.match(document.folded[end : after.span.start]):
        return after.code, Span(start, after.span.end)
    if office.own:
        return document.own, office.span
    before = _last(document, start, 75 if office.office == "minister" else 34)
    if before and _belongs(document, before, office):
        return before.code, Span(before.span.start, end)
    return None, office.span


def _belongs(document: Document, country: FoundCountry, office: FoundOffice) -> bool:
    """Whether a country named before an office is that office's."""
    start = office.span.start
    between = document.folded[country.span.end : start]
    if document.language == "en":
        return bool(BETWEEN_EN.match(between))
    if country.case in ("dat", "abl", "loc", "acc", "ins"):
        return False
    plain = document.text[country.span.end : start]
    return bool(BETWEEN_TR.match(between) or (len(plain) > 2 and MINISTRY_TR.match(plain)))


def _first(document: Document, start: int, reach: int) -> FoundCountry | None:
    found = document.sided(Span(start, start + reach))
    return found[0] if found else None


def _last(document: Document, end: int, reach: int) -> FoundCountry | None:
    found = [one for one in within(document.countries, Span(max(0, end - reach), end)) if one.span.end <= end + 12]
    return found[-1] if found else None


def _person_after(document: Document, end: int, country: str | None) -> FoundPerson | None:
    """Who is named right after an office: somebody known, or any name of two words or more."""
    gap = NAMED_NEXT.match(document.folded, end)
    if not gap:
        return None
    known = within(document.people, Span(end, gap.end() + 1))
    if known:
        return known[0] if not country or country == known[0].country else None
    if "," in gap.group() or "'" in gap.group():
        return None
    return _unknown(document, gap.end())


def _unknown(document: Document, start: int) -> FoundPerson | None:
    """A name that the data file does not know."""
    words: list[re.Match[str]] = []
    at = start
    if document.language == "tr" and re.search(r"(?:nin|in|un)\Z", document.folded[:start].rstrip()[-6:]):
        return None  # a title in the genitive names nobody after it
    stop = set(data("phrases")["no_names"])
    while len(words) < 5 and (match := NAME.match(document.text, at)):
        if document.folded[match.start() : match.end()].strip("'.") in stop:
            break
        words.append(match)
        at = match.end()
        if document.text[at : at + 1] not in (" ", "-"):
            break
        at += 1
    here = Span(start, start + 1)
    is_land = bool(within(document.countries, here)) or bool(within(document.places, here))
    if not words or is_land:
        return None
    end = words[-1].end()
    return FoundPerson(Span(start, end), document.text[start:end], "")


def _person_before(document: Document, start: int) -> FoundPerson | None:
    """Who is named before an office: “Mehmet Muş, Minister of Trade”."""
    known = within(document.people, Span(max(0, start - 50), start))
    between = document.folded[known[-1].span.end : start] if known else ""
    return known[-1] if re.fullmatch(r", (?:the )?", between) else None


def _joined(document: Document, found: list[Holder]) -> list[Holder]:
    """Two offices of one person, “Başbakan Yardımcısı ve Dışişleri Bakanı …”, go by the one next to the name."""
    kept: list[Holder] = []
    for holder in found:
        link = document.folded[kept[-1].span.end : holder.span.start].strip() if kept else ""
        if kept and link in ("ve", "and", "&", "and the") and holder.who and not kept[-1].who:
            one = kept.pop()
            holder = replace(holder, span=Span(one.span.start, holder.span.end), country=holder.country or one.country)
        kept.append(holder)
    return kept


def _as_they_were(document: Document, found: list[Holder]) -> list[Holder]:
    """“Başbakan sıfatıyla”, “as prime minister”: the office of whoever is named before it."""
    kept: list[Holder] = []
    for holder in found:
        before = document.folded[max(0, holder.span.start - 8) : holder.span.start]
        capacity = CAPACITY.match(document.folded, holder.span.end) or re.search(r"\bas (?:the |a )?\Z", before)
        if (
            capacity
            and kept
            and not holder.who
            and holder.span.start - kept[-1].span.end < 120
            and _together(document, kept[-1], holder)
        ):
            kept[-1] = replace(kept[-1], office=holder.office)
        else:
            kept.append(holder)
    return [_in_term(document, holder) for holder in kept]


def _together(document: Document, one: Holder, other: Holder) -> bool:
    """Whether two offices stand in one sentence."""
    return document.sentence(one.span.start) == document.sentence(other.span.start)


def _in_term(document: Document, holder: Holder) -> Holder:
    """“… Başbakanlığı döneminde”: the office held then."""
    term = TERM.search(document.folded, holder.span.end, holder.span.end + 50)
    return replace(holder, office=TERMS[term.group(1)]) if term else holder


def _alone(document: Document, person: FoundPerson, office: str | None) -> Holder:
    term = TERM.search(document.folded, person.span.end, person.span.end + 40)
    return Holder(person.span, person.name, TERMS[term.group(1)] if term else office, person.country)


def _with_case(document: Document, found: Iterable[Holder]) -> list[Holder]:
    """Holders with their case, and whether they only invite."""
    cased = []
    for holder in found:
        case = case_of(document.names, holder.span)
        if document.language == "tr":
            if not case and document.folded[holder.span.end : holder.span.end + 1] != "'":
                word = document.folded[holder.span.start : holder.span.end].split()[-1]
                named = holder.who and document.text[holder.span.start : holder.span.end].endswith(
                    re.split(r"[ -]", holder.who)[-1]
                )
                case = "" if named else next((name for ending, name in OFFICE_CASES if ending.search(word)), "")
            rest = document.folded[holder.span.end : holder.span.end + 40]
            hosts = bool(HOST.match(rest)) or bool(re.match(r"'?\w* tarafindan", rest))
        else:
            before = document.folded[max(0, holder.span.start - 40) : holder.span.start]
            hosts = bool(
                re.search(r"(?:invitation of|invited by|hosted by|invitation from|guest of)[^.,]{0,20}\Z", before)
            )
        cased.append(replace(holder, case=case, hosts=hosts))
    return cased
