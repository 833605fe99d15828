"""Names by other names: a phrase of a text as the tokens of what it names. No ORM.

Countries, people and bodies come with the data files of relations.reading, whatever else with aliases.yaml.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from relations.reading.names import Known, body_names, country_names, full_names, surnames
from relations.reading.phrases import Phrases, Token

from .findings import Finding
from .folding import fold
from .words import Word

OWN = Path(__file__).parent / "data" / "aliases.yaml"
UNNAMED = ("summit", "consultations", "forum", "committee")  # kinds of body that one name tells apart from the next


@cache
def _tables() -> tuple[tuple[Phrases[Any], Callable[[Any], tuple[str, ...]]], ...]:
    """Every table of names, with the tokens of what a phrase of it stands for."""
    return (
        (_own_names(), lambda name: (name,)),
        (country_names("tr"), _of_country),
        (full_names(), lambda person: (_person(person),)),
        (surnames(), lambda people: tuple(_person(each) for each in people)),
        (body_names("tr"), _of_body),
        (body_names("en"), _of_body),
    )


@cache
def _own_names() -> Phrases[str]:
    groups = yaml.load(OWN.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  # strings only
    return Phrases((_folded(phrase), name.replace("-", "")) for name, phrases in groups.items() for phrase in phrases)


def _folded(phrase: str) -> str:
    """A phrase of ours in the letters of the index; its “…” stays."""
    words = " ".join(fold(word) for word in phrase.rstrip("…").replace("-", " ").split())
    return words + ("…" if phrase.endswith("…") else "")


def _of_country(found: tuple[str, bool]) -> tuple[str, ...]:
    """Adjectives have a token of their own: Turkish exports are Türkiye's, the Turkish Council is not."""
    code, is_adjective = found
    return (f"{'a' if is_adjective else 'c'}{code.lower()}",) if code else ()


def _person(known: Known) -> str:
    return "p" + _plain(known.tr)


def _of_body(found: tuple[str, str]) -> tuple[str, ...]:
    """What each pair has one of goes by its kind; summits and forums go by their names."""
    name, kind = found
    return ("b" + (_plain(name) if kind in UNNAMED else kind),)


def _plain(name: str) -> str:
    return "".join(char for char in fold(name) if char.isalnum())[:40]


@lru_cache(maxsize=65_536)
def _begun(word: str) -> tuple[int, ...]:
    """The places of the tables of which a phrase may begin with a word: of most words none."""
    return tuple(at for at, (phrases, _named) in enumerate(_tables()) if phrases.may_begin(word))


def find_aliases(text: str, words: list[Word]) -> Iterator[Finding]:
    """Every known name in a text, the longest of each table at each place."""
    folded = [word.folded for word in words]
    begun = sorted({at for word in folded for at in _begun(word)})
    tokens = [Token(plain, word.start, word.end) for plain, word in zip(folded, words, strict=True)] if begun else []
    for at in begun:
        phrases, named = _tables()[at]
        for first, after, value in phrases.find(text, tokens):
            if names := named(value):
                yield Finding(words[first].start, words[after - 1].end, tuple("_3" + name for name in names))
