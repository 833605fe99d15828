"""Visits: who travelled in which office, from where to where, when, and in what form."""

import re
from dataclasses import dataclass, replace

from relations.reading.document import Document, within
from relations.reading.found import FoundDate, Span
from relations.reading.holders import Holder, holders
from relations.reading.patterns import pattern, patterns
from relations.reading.sentences import clauses

from .dated import dates_in, ends, joined

TRIGGERS = patterns("visits", "triggers")
PLANNED = patterns("visits", "planned")
KINDS = patterns("visits", "kinds")
VAGUE = pattern("visits", "vague")
PLACE_GAP_TR = pattern("visits", "place_gap_tr")
REACH = 110


@dataclass(frozen=True)
class Visit:
    """One journey; `span` in the cleaned text. `origin` and `destination` are alpha-3 codes."""

    who: str | None
    office: str | None
    origin: str | None
    destination: str | None
    start: str | None
    end: str | None
    kind: str | None
    planned: bool
    span: Span
    rule: str


def find_visits(document: Document) -> list[Visit]:
    """Every visit that the text states, each once."""
    found: list[Visit] = []
    for sentence in document.sentences:
        found += _in_sentence(document, sentence)
    return _once(found)


def _in_sentence(document: Document, sentence: Span) -> list[Visit]:
    """The visits of one sentence: each trigger reads the words since the one before it."""
    found: list[Visit] = []
    words = document.words(sentence)
    triggers = [
        Span(sentence.start + match.start(), sentence.start + match.end())
        for match in TRIGGERS[document.language].finditer(words)
    ]
    for index, trigger in enumerate(triggers):
        start = triggers[index - 1].end if index else sentence.start
        end = triggers[index + 1].start if index + 1 < len(triggers) else sentence.end
        around = document.folded[max(sentence.start, trigger.start - 30) : min(sentence.end, trigger.end + 30)]
        if VAGUE.search(around):
            continue
        read = _read_tr if document.language == "tr" else _read_en
        found += read(document, Span(start, end), trigger, sentence)
    return found


def _read_tr(document: Document, window: Span, trigger: Span, sentence: Span) -> list[Visit]:
    """A Turkish trigger: everything stands before it, the traveller possibly before the last trigger."""
    before = Span(window.start, trigger.start)
    goal = _goal_tr(document, before, trigger) or _goal_after(document, window, trigger)
    if goal is None:
        return []
    destination, place = goal
    holder = _traveller_tr(document, Span(sentence.start, trigger.start), before, trigger, destination)
    if holder and not destination and holder.case == "gen":
        tight = PLACE_GAP_TR.match(document.folded[holder.span.end : trigger.start])
        destination = document.other(holder.country) if tight else None
    if not holder or not destination:
        return []
    dates = dates_in(document, before) or dates_in(document, Span(trigger.end, _until(document, window, trigger)))
    chosen = _nearest(dates, trigger)
    return _visits(
        document, holder, destination, dates, chosen, Span(min(place.start, trigger.start), trigger.end), sentence
    )


def _until(document: Document, window: Span, trigger: Span) -> int:
    """How far after a Turkish noun its date may stand: to the clause's end, and not past a meeting."""
    clause = next((one for one in clauses(document.text, window) if one.end > trigger.end), window)
    stop = re.compile(r"toplanti|imzala|,").search(document.folded, trigger.end, min(clause.end, trigger.end + 70))
    return stop.start() if stop else min(clause.end, trigger.end + 70)


def _goal_tr(document: Document, before: Span, trigger: Span) -> tuple[str | None, Span] | None:
    """The country visited, or None where the trigger is about no country."""
    places = _places(document, before)
    word = document.words(trigger)
    after = document.folded[trigger.end : trigger.end + 12]
    doing = bool(re.match(r" (?:et|edi|eyle)", after)) and word in ("ziyaret",)
    moving = not word.startswith("ziyaret")
    cases = ("acc",) if doing else ("dat",) if moving else ("dat", "acc")
    wanted = [one for one in places if one[2] in cases]
    if wanted:
        return wanted[-1][1], wanted[-1][0]
    if places and not moving and PLACE_GAP_TR.match(document.folded[places[-1][0].end : trigger.start]) and not doing:
        return places[-1][1], places[-1][0]
    owned = word.startswith("ziyareti") and word != "ziyaretini" and not places
    return (None, trigger) if owned else None


def _goal_after(document: Document, window: Span, trigger: Span) -> tuple[str | None, Span] | None:
    """“… ilk ziyaretini 19 Şubat 2024'te Türkiye'ye gerçekleştirdi”: the goal between the noun and its verb."""
    verb = re.compile(r"[^,;]{0,110}?\b(?:gerceklestir|yap|duzenle)\w*").match(document.folded, trigger.end, window.end)
    if not verb or not document.words(trigger).endswith(("ini", "lerini", "eti")):
        return None
    wanted = [one for one in _places(document, Span(trigger.end, verb.end())) if one[2] == "dat"]
    return (wanted[0][1], wanted[0][0]) if wanted else None


def _places(document: Document, span: Span) -> list[tuple[Span, str, str]]:
    """Countries and cities of a span with their cases, in order; not those of somebody's title or name."""
    titles = [one.span for one in within(holders(document), Span(max(0, span.start - 80), span.end))]
    found = [(one.span, one.code, one.case) for one in within(document.countries, span) if not one.adjective]
    found += [(one.span, one.country, one.case) for one in within(document.places, span)]
    free = [one for one in found if not any(one[0].overlaps(title) for title in titles)]
    return sorted(free, key=lambda one: one[0].start)


COMING = re.compile(r"(?:gelen|gelecek olan|ziyaret eden|ziyaret edecek olan|ziyaret etmekte olan)\b")


def _traveller_tr(document: Document, far: Span, near: Span, trigger: Span, destination: str | None) -> Holder | None:
    """Whoever the visit belongs to: the last in the genitive for “ziyareti”, else the sentence's subject."""
    if COMING.match(document.folded, trigger.start):
        after = within(holders(document), Span(trigger.end, trigger.end + 30))
        if after and after[0].country != destination:
            return after[0]
    for span in (near, far):
        able = [
            one
            for one in within(holders(document), span)
            if not one.hosts and one.case not in ("ins", "abl", "acc", "loc") and one.country != destination
        ]
        owners = [one for one in able if one.case == "gen"]
        subjects = [one for one in able if one.case == ""]
        noun = document.words(trigger).startswith("ziyareti")
        ordered = [*reversed(owners), *subjects] if noun else [*subjects, *reversed(owners)]
        if ordered:
            return ordered[0]
    return None


def _nearest(dates: list[FoundDate], trigger: Span) -> FoundDate | None:
    """The date closest to the trigger."""
    return min(dates, key=lambda one: abs(one.span.start - trigger.start), default=None)


def _visits(
    document: Document,
    holder: Holder,
    destination: str,
    dates: list[FoundDate],
    chosen: FoundDate | None,
    span: Span,
    sentence: Span,
) -> list[Visit]:
    """One visit for each date that is listed with the chosen one, or one without a date."""
    origin = holder.country or document.other(destination)
    if not origin or origin == destination:
        return []
    around = document.folded[max(sentence.start, span.start - 30) : min(sentence.end, span.end + 60)]
    kind = next((name for name, kind_of in KINDS.items() if kind_of.search(around)), None)
    planned = bool(PLANNED[document.language].search(around))
    visit = Visit(holder.who, holder.office, origin, destination, None, None, kind, planned, span, "visit")
    if not chosen:
        return [visit]
    found = []
    for date in joined(document, dates, chosen):
        start, end = ends(date.edtf)
        place = Span(min(span.start, date.span.start), max(span.end, date.span.end))
        found.append(replace(visit, start=start, end=end, span=place, rule=date.rule))
    return found


SUBJECT_GAP = re.compile(r"(?:'s|s')?\s*(?:\w+[\s-]+){0,4}\Z")


def _read_en(document: Document, window: Span, trigger: Span, sentence: Span) -> list[Visit]:
    """An English trigger: the traveller before it or after “of”, the goal after it or after “in”."""
    holder = _traveller_en(document, window, trigger, sentence)
    goal = _goal_en(document, window, trigger, sentence)
    if holder and not goal and document.words(trigger) == "visit":
        linked = holder.span.start > trigger.end or re.fullmatch(
            r"(?:'s|s')? (?:\w+ )?", document.folded[holder.span.end : trigger.start]
        )
        other = document.other(holder.country)
        goal = (other, trigger) if linked and other else None
    if not holder or not goal or (holder.country == goal[0]):
        return []
    reach = Span(trigger.end, window.end)
    dates = dates_in(document, reach)
    chosen = _nearest(dates, trigger)
    if not chosen or chosen.span.start - trigger.end > REACH:
        before = dates_in(document, Span(window.start, trigger.start))
        chosen, dates = (_nearest(before, trigger), before) if before else (chosen, dates)
    span = Span(min(trigger.start, goal[1].start), max(trigger.end, goal[1].end))
    return _visits(document, holder, goal[0], dates, chosen, span, sentence)


def _traveller_en(document: Document, window: Span, trigger: Span, sentence: Span) -> Holder | None:
    people = holders(document)
    after = within(people, Span(trigger.end, min(window.end, trigger.end + 24)))
    link = document.folded[trigger.end : after[0].span.start] if after else ""
    if after and re.match(r"(?: \w+)? (?:of|by) (?:the |our |his excellency |mr\.? )*\Z", link):
        return after[0]
    as_office = [one for one in after_all(document, window, trigger) if _as_office(document, one)]
    late = [one for one in within(people, Span(trigger.end, window.end)) if _agent(document, one)]
    if late and document.words(trigger) in ("visit", "visited"):
        return late[0]
    if as_office and not within(people, Span(sentence.start, trigger.start)):
        return as_office[0]
    for span in (Span(window.start, trigger.start), Span(sentence.start, trigger.start)):
        able = [one for one in within(people, span) if not one.hosts and one.case not in ("ins", "dat", "abl", "loc")]
        if able:
            return able[-1] if able[-1].case == "gen" or len(able) == 1 else _subject(document, able, trigger)
    return None


def after_all(document: Document, window: Span, trigger: Span) -> list[Holder]:
    """Everybody named after a trigger, up to the next one."""
    return within(holders(document), Span(trigger.end, window.end))


def _as_office(document: Document, holder: Holder) -> bool:
    """Whether an office stands after “as”."""
    return bool(re.search(r"\bas (?:the |a )?\Z", document.folded[max(0, holder.span.start - 8) : holder.span.start]))


def _agent(document: Document, holder: Holder) -> bool:
    """Whether somebody stands after “by”, as the one who visited."""
    before = document.folded[max(0, holder.span.start - 16) : holder.span.start]
    return bool(re.search(r"\b(?:paid |made )?by (?:the |our )?\Z", before))


LEADING_UP = pattern("visits", "leading_up")


def _subject(document: Document, able: list[Holder], trigger: Span) -> Holder:
    """Of several people before a verb, the one right before it, else the last that begins a clause."""
    if LEADING_UP.fullmatch(document.folded[able[-1].span.end : trigger.start]):
        return able[-1]
    for one in reversed(able):
        before = document.folded[max(0, one.span.start - 3) : one.span.start]
        if not before.strip() or before.rstrip().endswith((",", "-", "–", ":", '"', "“")) or one is able[0]:
            return one
    return able[-1]


def _goal_en(document: Document, window: Span, trigger: Span, sentence: Span) -> tuple[str, Span] | None:
    """The country visited: “visit to X”, “visited X”, “arrived in X on a visit”, “visiting X”."""
    places = _places(document, Span(trigger.end, window.end))
    word = document.words(trigger)
    for span, code, case in places:
        if span.start - trigger.end > REACH:
            break
        link = document.folded[trigger.end : span.start]
        if case in ("dat", "loc") and not re.search(r"\b(?:return|relation|committ|contribut|ambassador)", link):
            return code, span
        if word != "visit" and re.fullmatch(
            r"\s+(?:the |its |neighbou?ring |brotherly |both |capital |city |country )*", link
        ):
            return code, span
        if re.fullmatch(r"\s+(?:the |neighbou?ring )?", link):
            return code, span
        if case == "gen" and re.fullmatch(r"\s+(?:the )?(?:\w+ )?(?:capital )?(?:of )?", link):
            return code, span
    near = Span(max(sentence.start, trigger.start - REACH), trigger.start)
    before = [one for one in document.sided(near) if one.case in ("loc", "dat") and not one.adjective]
    inside = [one for one in within(document.places, near) if one.case in ("loc", "dat")]
    if inside:
        return inside[-1].country, inside[-1].span
    return (before[-1].code, before[-1].span) if before else None


def _once(found: list[Visit]) -> list[Visit]:
    """Each visit once: what is said again, or without its date, adds only what was missing."""
    kept: list[Visit] = []
    for visit in sorted(found, key=lambda one: (one.start is None, one.span.start)):
        match = next((at for at, one in enumerate(kept) if _same(one, visit)), None)
        if match is None:
            kept.append(visit)
        else:
            one = kept[match]
            kept[match] = replace(
                one, who=one.who or visit.who, office=one.office or visit.office, kind=one.kind or visit.kind
            )
    return sorted(kept, key=lambda one: one.span.start)


def _same(one: Visit, other: Visit) -> bool:
    """Whether two statements are of one visit."""
    if (one.origin, one.destination) != (other.origin, other.destination):
        return False
    if one.who and other.who and one.who.split()[-1] != other.who.split()[-1]:
        return False
    if not (one.who and other.who) and one.office and other.office and one.office != other.office:
        return False
    if not one.start or not other.start:
        return True
    return (
        one.start.startswith(other.start)
        or other.start.startswith(one.start)
        or (one.end or "") >= other.start >= one.start
    )
