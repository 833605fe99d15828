"""Every translatable string of the code and of the templates, with the files that hold it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.template.base import Lexer, Token, TokenType
from django.template.exceptions import TemplateSyntaxError
from django.utils.text import unescape_string_literal
from django.utils.translation import trim_whitespace

PLAIN, PLURAL, CONTEXT, CONTEXT_PLURAL = None, (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": PLAIN,
    "gettext": PLAIN,
    "gettext_lazy": PLAIN,
    "gettext_noop": PLAIN,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": CONTEXT,
    "pgettext_lazy": CONTEXT,
    "npgettext": CONTEXT_PLURAL,
    "npgettext_lazy": CONTEXT_PLURAL,
}
STRING = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
LITERAL = re.compile(STRING)
CONSTANT = re.compile(rf"\b_\({STRING}\)")
INLINE, BLOCK = ("translate", "trans"), ("blocktranslate", "blocktrans")


@dataclass(frozen=True)
class Found:
    """A string, or a singular with its plural, and the context that tells it from others of the same spelling."""

    text: str | tuple[str, str]
    context: str | None = None


def extracted(root: Path, files: Iterable[Path]) -> Catalog:
    """The strings of Python files and templates (everything else) in one catalogue, files named from the root."""
    catalogue = Catalog()
    for path in sorted(files):
        name = path.relative_to(root).as_posix()
        read = from_python if path.suffix == ".py" else from_template
        try:
            for found in read(path.read_text(encoding="utf-8")):
                catalogue.add(found.text, locations=[(name, 0)], context=found.context)
        except (SyntaxError, TemplateSyntaxError, UnicodeDecodeError) as error:
            raise ValueError(f"{name}: {error}") from error
    return catalogue


def from_python(source: str) -> Iterator[Found]:
    """The strings that Python code hands to gettext and its kin."""
    for _line, text, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
        yield Found(text if isinstance(text, str) else (text[0], text[1]), context)


def from_template(source: str) -> Iterator[Found]:
    """The strings of a Django template, spelled as the template engine looks them up."""
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        name, *bits = token.split_contents() or [""]
        is_tag = token.token_type == TokenType.BLOCK
        if is_tag and name == "comment":
            _until("endcomment", tokens)
            continue
        yield from (Found(_unescaped(constant)) for constant in CONSTANT.findall(token.contents))
        if is_tag and name in INLINE:
            yield from _inline(bits)
        elif is_tag and name in BLOCK:
            yield _block(bits, _until(f"end{name}", tokens))


def _inline(bits: list[str]) -> Iterator[Found]:
    """The string of {% translate %}, unless it is a variable."""
    if bits and (literal := LITERAL.match(bits[0])):
        yield Found(_unescaped(literal[0]), _context(bits[1:]))


def _block(bits: list[str], body: list[Token]) -> Found:
    """The message of {% blocktranslate %}, with its plural if it has one."""
    context, trimmed = _context(bits), "trimmed" in bits
    middle = next((at for at, token in enumerate(body) if _is_tag(token, "plural")), None)
    if middle is None:
        return Found(_message(body, trimmed), context)
    return Found((_message(body[:middle], trimmed), _message(body[middle + 1 :], trimmed)), context)


def _message(tokens: list[Token], trimmed: bool) -> str:
    """Text with %(name)s for variables; percent signs are doubled, for the engine formats the translation."""
    for token in tokens:
        if token.token_type not in (TokenType.TEXT, TokenType.VAR):
            raise TemplateSyntaxError(f"{token.contents!r} stands inside a translated block (line {token.lineno})")
    text = "".join(
        f"%({token.contents})s" if token.token_type == TokenType.VAR else token.contents.replace("%", "%%")
        for token in tokens
    )
    return trim_whitespace(text) if trimmed else text


def _context(bits: list[str]) -> str | None:
    """What follows the word `context` among a tag's options; only a literal can be extracted."""
    if "context" not in bits:
        return None
    value = (*bits[bits.index("context") + 1 :], "")[0]
    if not LITERAL.fullmatch(value):
        raise TemplateSyntaxError(f"the context of a translation must be a literal, not {value!r}")
    return str(unescape_string_literal(value))


def _unescaped(literal: str) -> str:
    """A quoted literal as the engine looks it up."""
    return str(unescape_string_literal(literal)).replace("%", "%%")


def _is_tag(token: Token, name: str) -> bool:
    return token.token_type == TokenType.BLOCK and token.contents.strip() == name


def _until(end: str, tokens: Iterator[Token]) -> list[Token]:
    """The tokens before the closing tag, which is taken too; raises TemplateSyntaxError where there is none."""
    body: list[Token] = []
    for token in tokens:
        if _is_tag(token, end):
            return body
        body.append(token)
    raise TemplateSyntaxError(f"a tag is never closed by {end!r}")
