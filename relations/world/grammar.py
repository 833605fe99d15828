"""Endings of country names: the Turkish cases, and the English article."""

from functools import cache

BACK, FRONT, HARD = "aıouâ", "eiöüî", "fstkçşhp"
# Their last vowel is not the one that is heard.
HEARD = {"Liechtenstein": "a", "Nepal": "e", "Senegal": "e"}
# Names that are a possessive already, and take an n before the ending.
POSSESSIVE = ("Devletleri", "Emirlikleri", "Cumhuriyeti", "Adaları", "Sahili")
THE = frozenset(
    (
        *("ARE", "BHS", "CAF", "COD", "COG", "COM", "DOM", "GBR", "GMB"),
        *("MDV", "MHL", "NLD", "PHL", "SLB", "SYC", "USA", "VAT"),
    )
)


@cache
def from_(name: str) -> str:
    """Türkiye'den."""
    hard = name[-1] in HARD
    return f"{name}'{'n' if name.endswith(POSSESSIVE) else ''}{'t' if hard else 'd'}{_vowel(name)}n"


@cache
def to(name: str) -> str:
    """Türkiye'ye."""
    if name.endswith(POSSESSIVE):
        return f"{name}'n{_vowel(name)}"
    return f"{name}'{'y' if name[-1] in BACK + FRONT else ''}{_vowel(name)}"


@cache
def in_(name: str) -> str:
    """Türkiye'de."""
    return from_(name)[:-1]


def _vowel(name: str) -> str:
    last = HEARD.get(name) or next(letter for letter in reversed(name.lower()) if letter in BACK + FRONT)
    return "a" if last in BACK else "e"


def with_article(code: str, name: str) -> str:
    """The United Kingdom, Kazakhstan: as the name stands after “to” or “of”."""
    return f"the {name}" if code in THE else name
