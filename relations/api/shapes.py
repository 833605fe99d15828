"""What an answer holds, for the OpenAPI document: derived from the columns of the files and the models behind them."""

from collections.abc import Mapping
from datetime import date, datetime
from keyword import iskeyword
from typing import Annotated, Any, Literal, Union, cast

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from ninja import Schema
from pydantic import ConfigDict, Field, WithJsonSchema, create_model

from relations.export import fixture
from relations.export.files import TABLES, kind_of
from relations.export.ndjson import CITATION, PARTICIPANT
from relations.export.records import EXPORTS, Columns
from relations.models import Citation, Figure, Kind, Participation, Record
from relations.templatetags.record_tags import LANGUAGES

Number = Annotated[int | float | str, WithJsonSchema({"type": ["integer", "number", "string"]})]
TYPES: tuple[tuple[Any, Any], ...] = (
    (models.BooleanField, bool),
    (models.DecimalField, Number),
    (models.IntegerField, int),
    (models.DateTimeField, datetime),
    (models.DateField, date),
)
ALWAYS = ("kind", "slug", "id", "api_url", "html_url")  # whatever `fields` says
IN_LANGUAGE = ("title", "summary", "printed_date")


class Shape(Schema):
    """No property that is not declared."""

    model_config = ConfigDict(extra="forbid")


def column(model: type[models.Model], path: str) -> Any:
    """The type of what stands at the end of a dotted path."""
    first, _dot, _rest = path.partition(".")
    try:
        field: Any = model._meta.get_field(first)
    except FieldDoesNotExist:
        field = model._meta.get_field(first.removesuffix("_id"))
    if field.many_to_many:
        return list[str]
    found: Any = _plain(field)
    return found | None if field.null or getattr(field, "blank", False) else found


def _plain(field: Any) -> Any:
    """The type of a column that is filled."""
    if field.choices and not field.is_relation:
        return Annotated[str, WithJsonSchema({"type": "string", "enum": [value for value, _ in field.flatchoices]})]
    return next((found for kind, found in TYPES if isinstance(field, kind) and not field.is_relation), str)


def shape(name: str, properties: Mapping[str, Any], base: type[Schema] = Shape) -> type[Schema]:
    """A model whose properties may each be left out, unless they are (type, ...)."""
    given = {
        key: value if isinstance(value, tuple) else (value, Field(default_factory=str))
        for key, value in properties.items()
    }
    made: Any = create_model(  # type: ignore[call-overload]  # a model made of a list
        name, __base__=base, **{_python(key): _aliased(key, *value) for key, value in given.items()}
    )
    return cast(type[Schema], made)


def _python(name: str) -> str:
    return f"{name}_" if iskeyword(name) else name


def _aliased(name: str, of: Any, default: Any) -> tuple[Any, Any]:
    """`from` is a word of Python, and stands in the answer under its own name."""
    if _python(name) == name:
        return (of, default)
    return (of, Field(alias=name) if default is ... else Field(alias=name, default_factory=str))


def whole(model: type[models.Model], columns: Columns) -> dict[str, Any]:
    """Properties that are always there."""
    return {name: (column(model, path), ...) for name, path in columns.items()}


CitationShape = shape("Citation", whole(Citation, CITATION))
ParticipantShape = shape("Participant", whole(Participation, PARTICIPANT))
TEXT: Any = str | None


def _of_record(columns: Columns, model: type[Record], kind: Kind) -> dict[str, Any]:
    """The properties of one kind of record."""
    shown = dict.fromkeys((*IN_LANGUAGE, *(["printed_value"] if model is Figure else [])), TEXT)
    given = {name: column(model, path) for name, path in columns.items()}
    given["date"] = TEXT
    attached = {"participants": list[ParticipantShape], "citations": list[CitationShape]}  # type: ignore[valid-type]
    return {**given, **attached, **shown, **_named(kind.value)}


def _named(kind: str) -> dict[str, Any]:
    return {"kind": (Literal[kind], ...), **dict.fromkeys(("slug", "id", "api_url", "html_url"), (str, ...))}


PROPERTIES = {kind_of(each.model).value: _of_record(each.columns, each.model, kind_of(each.model)) for each in EXPORTS}
SHAPES = {kind: shape(kind.capitalize(), properties) for kind, properties in PROPERTIES.items()}
BY_KIND = {kind: frozenset(properties) for kind, properties in PROPERTIES.items()}
RECORD = frozenset().union(*BY_KIND.values())
AnyRecord: Any = Annotated[Union[tuple(SHAPES.values())], Field(discriminator="kind")]  # noqa: UP007  # made of a list

LISTED = ("countries", "places", "institutions", "people", "offices", "reporters", "sources", "relationships")
MODELS = {name: model for name, model, _what in TABLES if name in LISTED}


def reference(model: type[models.Model]) -> dict[str, Any]:
    """The properties of a table that is no kind of record: the columns of its file, and its addresses."""
    columns = {field.name: column(model, field.name) for field in fixture.columns(model)}
    key = "code" if "code" in columns else "slug"
    page = {"id": str, "html_url": str} if hasattr(model, "get_absolute_url") else {}
    return {**columns, **page, key: (str, ...), "api_url": (str, ...)}


def localised(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The translated properties without their language: there when one is asked for."""
    ending = f"_{LANGUAGES[0]}"
    return {name.removesuffix(ending): TEXT for name in properties if name.endswith(ending)}


TABLE_PROPERTIES = {name: reference(model) | localised(reference(model)) for name, model in MODELS.items()}
TABLE_SHAPES = {name: shape(MODELS[name].__name__, properties) for name, properties in TABLE_PROPERTIES.items()}


def listing(name: str, item: Any, **more: Any) -> type[Schema]:
    """A page of a list."""
    ways = {"next": (TEXT, ...), "prev": (TEXT, ...), "revision": (int, ...)}
    return shape(name, {"items": (list[item], ...), **more, **ways})


def single(name: str, item: type[Schema], **more: Any) -> type[Schema]:
    """One thing, with the revision that it was read at."""
    return shape(name, {**more, "revision": (int, ...)}, item)


FaultShape = shape("Fault", {"name": (str, ...), "value": (TEXT, ...), "detail": (str, ...)})
ProblemShape = shape(
    "Problem",
    {
        "type": (str, ...),
        "title": (str, ...),
        "status": (int, ...),
        "detail": str,
        "instance": (str, ...),
        "errors": list[FaultShape],  # type: ignore[valid-type]
    },
)
