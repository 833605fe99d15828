"""The patterns of dates, a table for each language: a name, and a template over the folded text.

Groups: d m y r (day, month, year in digits, year by reference) numbered 1 for the start, 2 for the end and 3 for a
year that stands before both; `sep` what joins the two ends; n, o, part: “ilk 11 ay”, “second half”. Longer wins.
"""

import re
from functools import lru_cache

from relations.reading.date_words import date_words

_NUMERIC = (
    r"(?<![\w.,/-])(?P<d#>0?[1-9]|[12]\d|3[01])[./-](?P<m#>0?[1-9]|1[0-2])[./-](?P<y#>1[89]\d\d|20\d\d)(?![\d/-]|\.\d)"
)
_ISO = r"(?<![\w.,/-])(?P<y#>1[89]\d\d|20\d\d)-(?P<m#>0[1-9]|1[0-2])-(?P<d#>0[1-9]|[12]\d|3[01])(?!\d|-)"
_DECADE = r"(?P<decade>1[5-9]\d0|20\d0|(?<!\d)[1-9]0)"
_SCHOOL = r"(?<![\w.,/-])(?P<y1>1[89]\d\d|20\d\d) ?[-/] ?(?P<y2>1[89]\d\d|20\d\d|\d\d)(?![\w/%]|-\d|[.,]\d)"

_COMMON = (
    ("numeric", _NUMERIC.replace("#", "1")),
    ("numeric-range", _NUMERIC.replace("#", "1").replace("(?![\\d/-]|\\.\\d)", "") + " ?(?P<sep>-) ?"
     + _NUMERIC.replace("#", "2").replace("(?<![\\w.,/-])", "")),
    ("iso", _ISO.replace("#", "1")),
    ("year-range", _SCHOOL),
)  # fmt: skip

_S = r"(?:'\w{1,8}|[dt][ae]n?(?:ki)?\b|y?[aeiuü]\b|[iuü]n(?:d[ae]n?(?:ki)?|[ae])?\b)?"
_SEP = r" ?(?P<sep>-|\bile\b|\bila\b|\bve\b|(?<=[dt][ae]n)) ?"
_AFTER = r"(?:,? \(?<W1>\)?)?(?: (?:tarih|gün)\w*)?(?: aras[iı]nda\w*)?"
_WHEN = r"(?:sonu|başi|ortas|sonlar|başlar|ortalar)"
_MONTHS = r"ay(?:i|da|l[ai]|larin)?\w*"

TURKISH = (
    *_COMMON,
    ("day-range", rf"(?:<Y3>,? )?<D1>(?: <B1>{_S}(?: <Y1>)?)?(?:'\w+)?{_SEP}<D2> <B2>{_S}(?: <Y2>)?{_AFTER}"),
    ("day", rf"(?:<Y3>,? )?<D1>\.? <B1>{_S}(?: <Y1>)?{_AFTER}"),
    ("day", rf"(?:<Y3>,? )?<M1>{_S}(?: ay\w+)? <D1>'\w+(?: gün\w*)?"),
    ("month-range", rf"(?:<Y3>,? )?<M1>{_S}(?: <Y1>)?{_SEP}<M2>{_S}(?: <Y2>)?(?P<term>(?: (?:dönem\w*|ay[il]\w*))*)"),
    ("month", rf"<B1>{_S}(?: ayi\w*)?,? <Y1>"),
    ("month", rf"<E1>(?:'n?[iuü]n)?(?: (?:yil|sene)i?(?:nin)?)? <M1>{_S}(?! (?:c[oö]m|jom))(?: ayi\w*)?\b"),
    ("month", rf"<Y1>,? <M1>{_S} ayi\w*"),
    ("month", r"<R1>,? <M1>'\w+"),
    ("month", r"<M1>(?: ayi\w*|'[dt][ae]\b)"),
    ("months", rf"(?:<Y1>|(?P<r2>\byil(?:in)?)),? ilk <N> ?{_MONTHS}(?: dönem\w*)?"),
    ("months", r"<Y1> <N> ?(?:ayinda|ayi\b|aylik)(?: dönem\w*)?"),
    ("months", r"\bilk <N> ?(?:ayda|ayin|aylik)\w*(?: dönem\w*)?"),
    ("part", r"(?:<Y1>|(?P<r2>\byil(?:in)?)),? <O> <PART>\w*(?: dönem\w*)?"),
    ("part", r"<O> (?P<part>çeyre)\w+"),
    ("months", r"(?:<Y1>|(?P<r2>\byil(?:in)?)),? ilk (?P<quarters>iki|üç|2|3) çeyre\w+"),
    ("season", r"<Y1> <SEASON>(?:[iuü](?:n[dae]\w*)?| ay\w+| mevsim\w*)"),
    ("year-part", rf"<Y1>,? {_WHEN}\w*(?: itibar\w+)?"),
    ("year-part", r"(?P<r2>\byil(?:in)? (?:sonu|baş[iı])\w*)(?: itibar\w+)?"),
    ("decade", rf"(?<![\w.,]){_DECADE}(?:'?l[ae]r\w*|'?l[iu] (?:yil|sene)\w*)(?: yil\w*)?(?: {_WHEN}\w*)?"),
    ("century", r"(?<![\w.,])(?P<century>\d\d?|x?[ivx]+)\.? ?(?:yüzyil|asir|asr)\w*"),
    ("year-range", r"<E1>(?:'\w+)?(?: yil\w*)? (?:ile|ila|ve|-) <E2>(?:'\w+)?(?: yil\w*)? aras[iı]\w*"),
    ("year-range", r"<E1>'\w+(?<=[dt][ae]n) <E2>(?:'\w+)?(?: yil\w*)?(?: kadar)?"),
    ("school-year", rf"{_SCHOOL} (?:eğitim|öğretim|akademik|ders)[ -](?:yil\w*|(?:ve )?\w+ yil\w*)"),
    ("year", r"(?<![\w.,/'-])(?P<y1>{YEAR})(?:'\w+)? (?:yil(?:i|l[ae]r)|sene(?:si|ler))\w*(?: itibar\w+)?"),
    ("year", r"(?<![\w.,/'-])(?P<y1>{YEAR})(?P<suffix>'(?!l[ae]r|l[iu])\w{1,7})"),
    ("bare-year", r"(?<![\w.,/$€£#%+'-])(?P<y1>(?:19|20)\d\d)(?![\w%/'+]|[.,:]\d|-\d| ?%)(?: itibar\w+)?"),
    ("name-year", r"(?<=[a-z]-)(?P<y1>(?:19|20)\d\d)(?![\w/-]|[.,]\d)"),
    ("relative-year", r"<R1>"),
    ("relative-years", r"(?<![\w.,])(?P<ago>\d{1,2}|{NUMBERS}) (?:yil|sene) önce"),
    ("relative-day", r"<SHIFT>(?:l?ki|in|n[iı]n)?\b(?! ?'|(?: kadar| dek| değin))"),
    ("weekday", r"(?:(?P<near>gelecek|önümüzdeki|geçen|geçtiğimiz|bu) )?<W1> gün\w*"),
)  # fmt: skip

_DAY = r"(?:<W#>,? (?:the )?)?<D#>(?:st|nd|rd|th)?"
_OF = r"(?:, ?| of,? | in |,? )"
_TO = r" ?(?P<sep>-|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b|&) ?"
_OPEN = r"(?P<open>\bfrom |\bbetween )?"
_YEAR = r"(?:<Y1>|(?P<r2>\bthe year\b))"


def _day(number: str) -> str:
    return _DAY.replace("#", number)


_MDAY = r"(?:<W#>,? (?:the )?)?<B#> (?:the )?<D#>(?:st|nd|rd|th)?"

ENGLISH = (
    *_COMMON,
    ("day-range", rf"{_OPEN}{_day('1')}{_TO}{_day('2')}(?: of)? <B2>(?:{_OF}<Y2>)?"),
    ("day-range", rf"{_OPEN}{_day('1')} (?:of )?<B1>(?:{_OF}<Y1>)?{_TO}{_day('2')} (?:of )?<B2>(?:{_OF}<Y2>)?"),
    ("day-range", rf"{_OPEN}{_MDAY.replace('#', '1')}{_TO}<D2>(?:st|nd|rd|th)?(?:{_OF}<Y2>)?"),
    ("day-range", rf"{_OPEN}{_MDAY.replace('#', '1')}(?:{_OF}<Y1>)?{_TO}{_MDAY.replace('#', '2')}(?:{_OF}<Y2>)?"),
    ("day", rf"{_day('1')} (?:of )?<B1>(?:{_OF}<Y1>)?(?:,? \(?<W2>\)?)?"),
    ("day", rf"{_MDAY.replace('#', '1')}(?:{_OF}<Y1>)?(?:,? \(?<W2>\)?)?"),
    ("month-range", rf"{_OPEN}<B1>(?:{_OF}<Y1>)?{_TO}<B2>\b(?! \d\d?\b)(?:{_OF}<Y2>)?"),
    ("month", rf"<B1>{_OF}<Y1>"),
    ("month", r"(?P<near>last|next|this|past|coming) <M1>\b(?! \d)"),
    ("month", r"\b(?:in|since|until|till|by|during|for|early|late|mid|of)[ -]<M1>\b(?! \d|\w|'s)"),
    ("months", rf"\b(?:first|initial) <N>[- ]months?'?(?: period)?(?: (?:of|in) {_YEAR})?"),
    ("months", rf"<N>[- ]months?'?(?: period)? of {_YEAR}"),
    ("months", r"<Y1> first <N> months"),
    ("months", rf"\bfirst (?P<quarters>two|three|2|3) quarters(?: of {_YEAR})?"),
    ("part", rf"<O> <PART>\b(?:(?: of|,|) {_YEAR})?(?! of the (?:century|century's|20th|twentieth))"),
    ("part", r"\b(?:(?P<quarter>q[1-4])|(?P<half>h[12]|[12]h))(?: of|,|) <Y1>"),
    ("season", r"<SEASON>(?: of|,)? <Y1>"),
    ("year-part", rf"\b(?:end|beginning|start|middle|close|turn)(?: of |[- ]){_YEAR}"),
    ("year-part", r"\b(?:early|late|mid|year-end)[- ]<E1>"),
    ("decade", rf"\b(?:(?:early|late|mid|beginning of the|end of the|start of the)[- ]?)?(?<![\w.,]){_DECADE}'?s\b"),
    ("century", r"\b(?P<century>\d\d?)(?:st|nd|rd|th)[ -]century"),
    ("year-range", r"\bbetween (?:the years )?<E1> and <E2>"),
    ("year-range", r"(?:\bfrom |\bin )?<E1> (?:to|until|till|through) <E2>"),
    ("school-year", rf"{_SCHOOL} (?:academic|school|education\w*|study)[ -](?:and \w+ )?(?:years?|period|season)"),
    ("year", r"(?:\bas of |\bthe year(?: of)? |\bof the year )(?:end-)?(?P<y1>{YEAR})(?!\w|[.,]\d)"),
    ("bare-year", r"(?<![\w.,/$€£#%+'-])(?P<y1>(?:19|20)\d\d)(?:'s)?(?![\w%/'+]|[.,:]\d|-\d| ?%)"),
    ("name-year", r"(?<=[a-z]-)(?P<y1>(?:19|20)\d\d)(?![\w/-]|[.,]\d)"),
    ("relative-year", r"<R1>"),
    ("relative-years", r"(?<![\w.,])(?P<ago>\d{1,2}|{NUMBERS}) years? ago"),
    ("relative-day", r"(?<!to )(?<!until )(?<!till )<SHIFT>\b(?:'s)?"),
    ("weekday", r"\b(?:(?P<near>next|last|this|coming|past) |on )?<W1>(?:'s)?"),
)  # fmt: skip


@lru_cache
def date_rules(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The compiled rules of a language, in the order of the table."""
    words = date_words(language)
    numbers = "|".join(map(re.escape, words.numbers))
    fill = {"{YEAR}": r"1\d{3}|20\d\d", "{NUMBERS}": numbers}
    compiled = []
    for name, template in TURKISH if language == "tr" else ENGLISH:
        for key, value in fill.items():
            template = template.replace(key, value)
        compiled.append((name, words.pattern(template)))
    return tuple(compiled)
