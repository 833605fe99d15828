"""One letter for another: how names are compared, whatever their case, dots and diacritics."""

import unicodedata
from functools import cache

_QUOTES = {"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "″": '"', "“": '"', "”": '"'}
_LETTERS = {"ı": "i", "İ": "i", "ø": "o", "Ø": "o", "ł": "l", "đ": "d", "Đ": "d", "ß": "s", "ə": "e", "Ə": "e"}


@cache
def _table() -> dict[int, str]:
    """Every Latin letter to its plain lower-case one; the length of a text stays."""
    table = {ord(char): plain for char, plain in {**_QUOTES, **_LETTERS}.items()}
    for code in range(0x41, 0x250):
        plain = unicodedata.normalize("NFD", chr(code))[0].lower()
        if code not in table and plain != chr(code) and len(plain) == 1:
            table[code] = plain
    return table


def fold(text: str) -> str:
    """The text in lower case without dots and diacritics, character by character."""
    return text.translate(_table())
