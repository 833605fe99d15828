"""The grammatical case of a name: by its Turkish ending, or by the English word before it."""

import re
from bisect import bisect_left

from .found import Span
from .phrases import Text, data

CASES = (  # of what stands after a Turkish name's apostrophe, or at the end of “ülkemiz”
    (re.compile(r"[dt][ae](?:ki\w*|yken|ydi)?\Z|n[dt][ae](?:ki)?\Z"), "loc"),
    (re.compile(r"n?[dt][ae]n\w{0,3}\Z"), "abl"),
    (re.compile(r"n?[iu]n\w{0,4}\Z"), "gen"),
    (re.compile(r"(?:y|n)?[ae]\Z"), "dat"),
    (re.compile(r"y?l[ae]\Z"), "ins"),
    (re.compile(r"(?:y|n)?[iu]\Z"), "acc"),
)


def case_of(text: Text, span: Span) -> str:
    """The grammatical case of a name: by its Turkish ending, or by the English word before it."""
    return _case_tr(text.folded, span) if text.language == "tr" else _case_en(text, span)


def _case_tr(folded: str, span: Span) -> str:
    own = re.match(r"(?:ulkemiz|yurdumuz|ulkem)(\w*)\Z", folded[span.start : span.end])
    after = re.match(r"'(\w+)", folded[span.end : span.end + 12])
    ending = own.group(1) if own else after.group(1) if after else ""
    if not ending:
        return "ins" if re.match(r" ile\b", folded[span.end : span.end + 5]) else ""
    return next((case for form, case in CASES if form.match(ending)), "")


def _case_en(text: Text, span: Span) -> str:
    if text.folded.startswith(("'s", "s' "), span.end):
        return "gen"
    words = data("phrases")
    at = bisect_left(text.starts, span.start)
    near = span.start
    for token in reversed(text.words[max(0, at - 4) : at]):
        if text.folded[token.end : near].strip(" \n-"):
            return ""
        if token.word in words["prepositions"]:
            return str(words["prepositions"][token.word])
        if token.word not in words["skipped"]:
            return ""
        near = token.start
    return ""
