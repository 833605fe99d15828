"""YAML as curators write it: every scalar a string, every mapping with the file and line that it stands in."""

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class CurationError(Exception):
    """What is wrong in a curated file, and where."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class Entry(dict[str, "Value"]):
    """A mapping that knows where it stands."""

    file: str
    line: int

    def error(self, reason: object) -> CurationError:
        return CurationError(self.file, self.line, str(reason))

    def text(self, name: str, default: str | None = None) -> str:
        """A scalar; without a default it must be there."""
        value = self.get(name, default)
        if value is None:
            raise self.error(f"“{name}” is missing")
        if not isinstance(value, str):
            raise self.error(f"“{name}” is not a plain value")
        return value

    def entries(self, name: str) -> list["Entry"]:
        """A list of mappings; empty where the name is absent."""
        found = self.get(name, [])
        if not isinstance(found, list) or not all(isinstance(item, Entry) for item in found):
            raise self.error(f"“{name}” is not a list of mappings")
        return [item for item in found if isinstance(item, Entry)]


Value = str | list["Value"] | Entry


def read_yaml(path: Path) -> Entry:
    """The mapping that a file holds; raises CurationError for anything else."""
    node = compose(path)
    value = _convert(node, path.name)
    if not isinstance(value, Entry):
        raise CurationError(path.name, 1, "the file is not a mapping")
    return value


def compose(path: Path) -> yaml.Node:
    """The node tree of a file, whose marks tell where each value stands."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CurationError(path.name, line, error.problem or "not YAML") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CurationError(path.name, 1, str(error)) from error
    if node is None:
        raise CurationError(path.name, 1, "the file is empty")
    return node


def _convert(node: yaml.Node, file: str) -> Value:
    """Nodes as strings, lists and entries; raises CurationError on a name given twice."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_convert(item, file) for item in node.value]
    entry = Entry()
    entry.file, entry.line = file, node.start_mark.line + 1
    for name, value in node.value:
        if name.value in entry:
            raise CurationError(file, name.start_mark.line + 1, f"“{name.value}” stands twice")
        entry[name.value] = _convert(value, file)
    return entry
