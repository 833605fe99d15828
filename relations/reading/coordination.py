"""What amounts say together: a currency said once, a verb said once."""

import re
from dataclasses import replace

from relations.reading.amounts_at import Surroundings
from relations.reading.drafts import Draft

OBJECT = re.compile(r"'?[yn]?[iuü] ")
OBJECT_FIRST = re.compile(r"'?[yn]?[iuü],[^.;]{1,80}$")
ONLY_DATES = re.compile(r"(?:[ ,]|'\w+|\b(?:in|ve|and|ise|to|rising|yilinda|(?:19|20)\d\d)\b)+")
AHEAD, BACK = 40, 300  # characters within which a currency is taken over


def inherit(drafts: list[Draft], around: Surroundings) -> list[Draft]:
    """Sums without a currency take the next one's if it is close, else the last one's: “10 milyara çıkarmak”.

    A decimal without a magnitude takes it over dates only: “19.1 in 2022 and 24.2 billion dollars in 2023”.
    """
    known: list[Draft] = []
    for at, draft in enumerate(drafts):
        if draft.kind:
            known.append(draft)
            continue
        if draft.numeral.step < 1 and draft.numeral.scale == 1:
            following = drafts[at + 1] if at + 1 < len(drafts) else None
            if following and following.kind == "money" and ONLY_DATES.fullmatch(_between(draft, following, around)):
                known.append(draft.like(following))
            continue
        if draft.numeral.scale < 10**6 and not (draft.numeral.ending and draft.numeral.scale > 1):
            continue
        ahead = next((one for one in drafts[at + 1 :] if one.kind == "money"), None)
        back = next((one for one in reversed(known) if one.kind == "money"), None)
        giver = ahead if ahead and ahead.start - draft.end <= AHEAD else back
        if giver and (giver is ahead or draft.start - giver.end <= BACK):
            known.append(replace(draft, kind="money", unit=giver.unit, rule="money-inherited"))
        else:
            known.append(replace(draft, kind="count", unit="item", rule="number"))
    return known


def share_verb(drafts: list[Draft], around: Surroundings) -> list[Draft]:
    """“24 milyar doları, … ise 8,5 milyar doları aştı”: the verb stands for both objects."""
    shared = list(drafts)
    for at in range(len(drafts) - 2, -1, -1):
        draft, following = shared[at], shared[at + 1]
        if around.language != "tr" or draft.kind != "money" or draft.qualifier != "exact":
            continue
        between = around.spelled[draft.bare : following.start]
        tail = around.spelled[following.bare : following.end]
        if following.qualifier == "over" and OBJECT_FIRST.match(between) and OBJECT.match(tail):
            shared[at] = replace(draft, qualifier="over")
    return shared


def _between(draft: Draft, following: Draft, around: Surroundings) -> str:
    return around.spelled[draft.bare or draft.end : following.start]
