"""The page about the API, from the same document that programs read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from relations.dashes import span
from relations.pages.addresses import absolute
from relations.templatetags.record_tags import language

from .document import PREFIX, document
from .examples import Example, examples
from .problems import TITLES

GROUPS: dict[str, str | Promise] = {
    "records": gettext_lazy("Records"),
    "pairs": gettext_lazy("Pairs and their figures"),
    "evidence": gettext_lazy("Evidence and changes"),
    "reference": gettext_lazy("What records refer to"),
}


@dataclass(frozen=True)
class Parameter:
    """A parameter with all that may stand in it."""

    name: str
    description: str
    values: str
    is_required: bool


@dataclass(frozen=True)
class Operation:
    """An address with its parameters and an example."""

    name: str
    path: str
    summary: str
    parameters: list[Parameter]
    example: Example | None

    @property
    def is_one(self) -> bool:
        """Whether it stands below its list."""
        return self.name.endswith("_one")


def api(request: HttpRequest) -> HttpResponse:
    """Every address, parameter and problem, each address with what it answers today."""
    described = document(language())
    quota, _slash, window = settings.API_RATE.partition("/")
    context = {
        "groups": groups(described["paths"]),
        "base": absolute(PREFIX),
        "openapi": absolute(f"{PREFIX}/openapi.json"),
        "problems": [(name, status, title) for status, (name, title) in sorted(TITLES.items())],
        "quota": quota,
        "window": window,
    }
    return render(request, "relations/api.html", context)


def groups(paths: Mapping[str, Any]) -> list[tuple[str, str, list[Operation]]]:
    """The addresses under their headings, each list with the address of one item below it."""
    declared = {each["get"]["operationId"]: (path, each["get"]) for path, each in paths.items()}
    shown = examples(list(declared))
    order = [name for listed in declared for name in (listed, f"{listed}_one") if not listed.endswith("_one")]
    found: dict[str, list[Operation]] = {name: [] for name in GROUPS}
    for name in order:
        if name in declared:
            path, operation = declared[name]
            found[operation["tags"][0]].append(_operation(path, operation, shown.get(name)))
    return [(name, str(GROUPS[name]), operations) for name, operations in found.items()]


def _operation(path: str, operation: Mapping[str, Any], example: Example | None) -> Operation:
    parameters = [_parameter(each) for each in operation["parameters"] if each["in"] == "query"]
    return Operation(operation["operationId"], path, operation["summary"], parameters, example)


def _parameter(declared: Mapping[str, Any]) -> Parameter:
    schema = declared["schema"]
    return Parameter(
        declared["name"], declared.get("description", ""), ", ".join(_values(schema)), declared["required"]
    )


def _values(schema: Mapping[str, Any]) -> Iterable[str]:
    """What may stand in a parameter, in few words."""
    of = schema.get("items", schema)
    if "enum" in of:
        yield from map(str, of["enum"])
    elif of.get("type") == "integer":
        yield span(of["minimum"], of["maximum"]) if of.get("maximum", 10**9) < 10**9 else _("a whole number")
    if "default" in of:
        yield _("%(value)s unless said") % {"value": of["default"]}
    if schema.get("type") == "array":
        yield _("may be repeated")
