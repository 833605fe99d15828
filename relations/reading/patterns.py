"""The patterns of the data files: lists of alternatives over folded words, compiled once."""

import re
from functools import cache
from typing import Any

import yaml

from .phrases import DATA

Pattern = re.Pattern[str]


@cache
def _file(name: str) -> Any:
    text = (DATA / "patterns" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506


def alternatives(file: str, name: str) -> str:
    """The alternatives of a pattern as one group, to build a longer pattern with."""
    return f"(?:{'|'.join(_file(file)[name])})"


def pattern(file: str, name: str) -> Pattern:
    """One pattern of a file."""
    return _compiled(_file(file)[name])


def patterns(file: str, name: str) -> dict[str, Pattern]:
    """Patterns by key, such as the language, in the order of the file."""
    return {key: _compiled(alternatives) for key, alternatives in _file(file)[name].items()}


def _compiled(alternatives: list[str]) -> Pattern:
    return re.compile("|".join(alternatives))
