"""Visits in Turkish: all stands before the verb."""

import re

from relations.reading.document import Document, within
from relations.reading.found import Span
from relations.reading.holders import Holder, holders
from relations.reading.patterns import pattern
from relations.reading.sentences import clauses

from .dated import dates_in
from .visit import Visit, goals, listed, nearest, visits_on

PLACE_GAP_TR = pattern("visits", "place_gap_tr")
REGION_TR = pattern("visits", "region_tr")
COMING = re.compile(r"(?:gelen|gelecek olan|ziyaret eden|ziyaret edecek olan|ziyaret etmekte olan)\b")


def read_tr(document: Document, window: Span, trigger: Span, sentence: Span) -> list[Visit]:
    """A Turkish trigger: everything stands before it, the traveller possibly before the last trigger."""
    before = Span(window.start, trigger.start)
    gapped = _gapped(document, before, trigger, sentence)
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
    if not dates and not document.words(trigger).startswith("ziyaret"):
        earlier = dates_in(document, Span(sentence.start, window.start))
        dates = earlier if len(earlier) == 1 else []
    chosen = nearest(dates, trigger)
    also = [code for code in listed(document, place) if code not in (destination, holder.country)]
    span = Span(min(place.start, trigger.start), trigger.end)
    found = [visits_on(document, holder, code, dates, chosen, span, sentence) for code in (destination, *also)]
    return [*gapped, *(one for visits in found for one in visits)]


def _gapped(document: Document, before: Span, trigger: Span, sentence: Span) -> list[Visit]:
    """“A 5 Mayıs'ta ülkemizi, B 12 Eylül'de Irak'ı ziyaret etti”: the first visit shares the verb of the second."""
    found: list[Visit] = []
    start = before.start
    for span, code, case in goals(document, before):
        comma = re.compile(r"(?:'\w+)?, ").match(document.folded, span.end, before.end)
        part = Span(start, span.end)
        able = [one for one in within(holders(document), part) if not one.hosts and not one.case]
        dates = dates_in(document, part)
        if case == "acc" and comma and able and dates and able[0].country != code:
            found += visits_on(document, able[0], code, dates, dates[-1], part, sentence)
            start = comma.end()
    return found


def _until(document: Document, window: Span, trigger: Span) -> int:
    """How far after a Turkish noun its date may stand: to the clause's end, and not past a meeting."""
    clause = next((one for one in clauses(document.text, window) if one.end > trigger.end), window)
    stop = re.compile(r"toplanti|imzala|,").search(document.folded, trigger.end, min(clause.end, trigger.end + 70))
    return stop.start() if stop else min(clause.end, trigger.end + 70)


def _goal_tr(document: Document, before: Span, trigger: Span) -> tuple[str | None, Span] | None:
    """The country visited, or None where the trigger is about no country."""
    places = goals(document, before)
    word = document.words(trigger)
    after = document.folded[trigger.end : trigger.end + 12]
    doing = bool(re.match(r" (?:et|edi|eyle)", after)) and word in ("ziyaret",)
    moving = not word.startswith("ziyaret")
    staying = word == "olacak"
    cases = ("acc",) if doing else ("loc",) if staying else ("dat",) if moving else ("dat", "acc")
    wanted = [one for one in places if one[2] in cases]
    region = REGION_TR.match(document.folded, places[-1][0].end, trigger.start) if places else None
    if not wanted and region and places[-1][2] in ("", "gen"):
        return places[-1][1], places[-1][0]
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
    wanted = [one for one in goals(document, Span(trigger.end, verb.end())) if one[2] == "dat"]
    return (wanted[0][1], wanted[0][0]) if wanted else None


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
