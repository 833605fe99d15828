"""Titles of agreements, as they stand on the paper."""

import re

from relations.reading.folding import fold
from relations.reading.patterns import alternatives, pattern

PAPER_TR = alternatives("agreements", "paper_tr")
PAPER_EN = alternatives("agreements", "paper_en")
TITLE_TR = re.compile(
    rf"[\"“”‘«](?P<quoted>[^\"“”’»\n]{{4,150}})[\"“”’»'](?:['’]?\w{{1,3}})?"
    rf"(?P<rest> (?:\w+ )?(?:(?i:{PAPER_TR})\w*))?"
    rf"|(?P<plain>(?:(?:[A-ZÇĞİÖŞÜ][\w/-]*(?:['’]\w+)?|{alternatives('agreements', 'link_tr')}),?\s+){{0,18}}"
    rf"{PAPER_TR}\w*)"
)
ENDING_TR = re.compile(rf"(?P<stem>{alternatives('agreements', 'stems_tr')})\w*\Z", re.IGNORECASE)
NAMED = r"(?:[A-ZÇĞİÖŞÜ][\w'’/-]*)"
ON_EN = rf"(?!\b{alternatives('agreements', 'ends_title_en')}\b)[^\s,.;(]+[ ,]\s?(?:(?:the|on|in) (?=[A-Za-z]))?"
TITLE_EN = re.compile(
    r"[\"“][^\"“”\n]{6,160}[\"”]"
    rf"|(?:{NAMED}(?:\s+(?:and|of|on|for|the|in)(?=\s+[A-Z]))?,?\s+){{0,8}}{PAPER_EN}s?\b"
    rf"(?:\s+(?:on|of|for|concerning|regarding|between|to)\s+(?:the\s+)?(?:{ON_EN}){{1,16}})?"
    r"|(?<=signed a )(?:new )?(?:joint (?:statement|declaration|communiqu[eé])|action plan)\b"
)
TITLES = {"tr": TITLE_TR, "en": TITLE_EN}
LONE = pattern("agreements", "lone")
PAPER_KIND = pattern("agreements", "paper_kind")
LEADING_TR = pattern("agreements", "leading_tr")


def title_tr(match: re.Match[str]) -> str:
    """A title as it stands on the paper: without quotes, case endings and the words that only lead to it."""
    if match["quoted"]:
        kind = match["rest"] or ""
        if not (kind or PAPER_KIND.search(fold(match["quoted"]))):
            return ""
        title = match["quoted"].strip() + (
            "" if PAPER_KIND.search(fold(match["quoted"])) else " " + kind.strip().capitalize()
        )
    else:
        title = match["plain"]
    title = LEADING_TR.sub("", title.strip())
    ending = ENDING_TR.search(title)
    return title[: ending.end("stem")] if ending else title


def title_en(words: str) -> str:
    title = re.sub(
        r"^(?:(?:The|A|An|This|In|On|During|Following|After|They|Also|Both|Two),?\s+)+", "", words.strip(' "“”')
    )
    return re.sub(r"['’]s\Z", "", title).strip(" ,")


def is_title(folded: str) -> bool:
    """Whether the words are a title, rather than a general word or a row of them."""
    general = LONE.fullmatch(folded) or re.search(
        r"\b(?:agreements|treaties|statements|documents|anlasmalar|protokoller)\Z", folded
    )
    return not general and len(folded) > 8 and bool(re.search(r"\w+ \w+", folded)) and bool(PAPER_KIND.search(folded))


def title_lead(words: str, title: str) -> str:
    """What is left of a title after some of its words; the title itself where nothing is."""
    left = LEADING_TR.sub("", re.sub(r"^(?:['’]\w+)?[\s,]+", "", words))
    ending = ENDING_TR.search(left)
    left = left[: ending.end("stem")] if ending else left
    return left if left and title.endswith(left) else title
