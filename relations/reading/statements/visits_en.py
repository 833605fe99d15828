"""Visits in English: “X visited Y”, “the visit of X to Y”, “X arrived in Y on a visit”."""

import re

from relations.reading.document import Document, within
from relations.reading.found import Span
from relations.reading.holders import Holder, holders
from relations.reading.patterns import pattern

from .dated import dates_in
from .visit import Visit, goals, listed, nearest, visits_on

REACH = 110
SUBJECT_GAP = re.compile(r"(?:'s|s')?\s*(?:\w+[\s-]+){0,4}\Z")
WHO = re.compile(r",? who (?:is|was|had|has|arrived)\b")
HIS = re.compile(r"\A(?:during|on|as part of|within the framework of) (?:his|her) (?:\w+ )?\Z")
LEADING_UP = pattern("visits", "leading_up")


def read_en(document: Document, window: Span, trigger: Span, sentence: Span) -> list[Visit]:
    """An English trigger: the traveller before it or after “of”, the goal after it or after “in”."""
    holder = _traveller_en(document, window, trigger, sentence)
    goal = _goal_en(document, window, trigger, sentence)
    if holder and not goal and document.words(trigger) == "visit":
        paid = LEADING_UP.fullmatch(document.folded[holder.span.end : max(holder.span.end, trigger.start)])
        linked = (
            holder.span.start > trigger.end
            or paid
            or re.fullmatch(r"(?:'s|s')? (?:\w+ )?", document.folded[holder.span.end : trigger.start])
        )
        other = document.other(holder.country)
        goal = (other, trigger) if linked and other else None
    if holder and goal and holder.country == goal[0]:
        holder = _guest_who(document, goal[0], Span(sentence.start, trigger.start)) or holder
    if not holder or not goal or (holder.country == goal[0]):
        return []
    reach = Span(trigger.end, window.end)
    dates = dates_in(document, reach)
    chosen = nearest(dates, trigger)
    if not chosen or chosen.span.start - trigger.end > REACH:
        before = dates_in(document, Span(window.start, trigger.start))
        chosen, dates = (nearest(before, trigger), before) if before else (chosen, dates)
    span = Span(min(trigger.start, goal[1].start), max(trigger.end, goal[1].end))
    also = [code for code in listed(document, goal[1]) if code not in (goal[0], holder.country)]
    return [
        one for code in (goal[0], *also) for one in visits_on(document, holder, code, dates, chosen, span, sentence)
    ]


def _traveller_en(document: Document, window: Span, trigger: Span, sentence: Span) -> Holder | None:
    people = holders(document)
    after = within(people, Span(trigger.end, min(window.end, trigger.end + 24)))
    link = document.folded[trigger.end : after[0].span.start] if after else ""
    if after and re.match(r"(?: \w+)? (?:of|by) (?:the |our |then |former |his excellency |mr\.? )*\Z", link):
        return after[0]
    as_office = [one for one in after_all(document, window, trigger) if _as_office(document, one)]
    late = [one for one in within(people, Span(trigger.end, window.end)) if _agent(document, one)]
    if late and document.words(trigger) in ("visit", "visited"):
        return late[0]
    if as_office and not within(people, Span(sentence.start, trigger.start)):
        return as_office[0]
    later = _named_later(document, Span(sentence.start, window.end), trigger)
    if later:
        return later
    for span in (Span(window.start, trigger.start), Span(sentence.start, trigger.start)):
        able = [one for one in within(people, span) if not one.hosts and one.case not in ("ins", "dat", "abl", "loc")]
        if able:
            return able[-1] if able[-1].case == "gen" or len(able) == 1 else _subject(document, able, trigger)
    return None


def _guest_who(document: Document, host: str, before: Span) -> Holder | None:
    """“A and B, who was in the capital of A on a visit”: the one that the clause is about."""
    able = [one for one in within(holders(document), before) if one.country not in (None, host)]
    return able[-1] if able and WHO.match(document.folded, able[-1].span.end) else None


def _named_later(document: Document, window: Span, trigger: Span) -> Holder | None:
    """“During his visit to X on 5 May, President Y said …”: whoever the main clause is about."""
    if not HIS.search(document.folded[max(window.start, trigger.start - 40) : trigger.start]):
        return None
    for one in within(holders(document), Span(trigger.end, window.end)):
        if document.folded[: one.span.start].endswith(", ") and not one.case:
            return one
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
    places = goals(document, Span(trigger.end, window.end))
    word = document.words(trigger)
    if word == "visited" and re.search(r"\b(?:was|were|been) \Z", document.folded[sentence.start : trigger.start]):
        visited = [one for one in goals(document, Span(sentence.start, trigger.start)) if not one[2]]
        return (visited[-1][1], visited[-1][0]) if visited else None
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
