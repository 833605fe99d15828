"""Fill in where each piece of evidence stands: `at: "~"` becomes its place, `at: "~2"` its second occurrence's."""

import re
from pathlib import Path

import yaml

from relations.reading.cleaning import Cleaned, clean

from .yaml_files import CurationError, Entry, compose, read_yaml

WANTED = re.compile(r"~(\d*)\Z")
Edit = tuple[int, int, str]  # from, to, replacement


def place_claims(path: Path, texts: Path) -> tuple[int, list[CurationError]]:
    """Rewrite the file with the places found; returns how many, and what could not be placed."""
    source = read_yaml(path).get("source")
    held = source.get("text") if isinstance(source, Entry) else None
    if not isinstance(held, Entry):
        raise CurationError(path.name, 1, "the source names no text file")
    cleaned = clean((texts / held.text("file")).read_bytes().decode())
    edits, errors = _edits(compose(path), cleaned, path.name)
    text = path.read_text(encoding="utf-8")
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    path.write_text(text, encoding="utf-8")
    return len(edits), errors


def _edits(node: yaml.Node, cleaned: Cleaned, file: str) -> tuple[list[Edit], list[CurationError]]:
    """What to write where, for every mapping with evidence and a wanted place."""
    edits: list[Edit] = []
    errors: list[CurationError] = []
    for mapping in _mappings(node):
        values = {name.value: value for name, value in mapping.value if isinstance(value, yaml.ScalarNode)}
        at = values.get("at")
        wanted = WANTED.match(at.value) if at else None
        if not at or not wanted:
            continue
        try:
            evidence = values["evidence"].value if "evidence" in values else ""
            start, end = _choose(cleaned.find(evidence) if evidence else [], wanted[1], evidence)
            edits.append((at.start_mark.index, at.end_mark.index, f"[{start}, {end}]"))
        except ValueError as error:
            errors.append(CurationError(file, at.start_mark.line + 1, str(error)))
    return edits, errors


def _choose(found: list[tuple[int, int]], number: str, evidence: str) -> tuple[int, int]:
    """The place meant among those found; raises ValueError."""
    if not found:
        raise ValueError(f"“{evidence}” is not in the text")
    if number:
        if not 0 < int(number) <= len(found):
            raise ValueError(f"“{evidence}” stands only {len(found)} times in the text")
        return found[int(number) - 1]
    if len(found) > 1:
        raise ValueError(f"“{evidence}” stands {len(found)} times in the text: say which, as ~2")
    return found[0]


def _mappings(node: yaml.Node) -> list[yaml.MappingNode]:
    """Every mapping of a tree."""
    if isinstance(node, yaml.SequenceNode):
        return [mapping for item in node.value for mapping in _mappings(item)]
    if isinstance(node, yaml.MappingNode):
        return [node, *(mapping for _, value in node.value for mapping in _mappings(value))]
    return []
