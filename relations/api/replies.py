"""What each address answers, for the OpenAPI document."""

from typing import Annotated, Any, Union

from pydantic import Field

from relations.checks.agreement import State
from relations.checks.registry import BY_NAME
from relations.export.ndjson import CITATION
from relations.models import Change, Citation, Figure, Kind, Record
from relations.templatetags.record_tags import LANGUAGES

from .asking import OneOf
from .found import FOUND, LIGHT, POINT
from .shapes import SHAPES, TABLE_SHAPES, TEXT, AnyRecord, Number, column, listing, shape, single, whole

ADDRESSES = dict.fromkeys(("id", "api_url", "html_url"), (str, ...))
IN_LANGUAGE = dict.fromkeys(("title", "printed_date"), TEXT)
STATES: Any = Annotated[str, OneOf(tuple(str(each) for each in State))]
KIND: Any = Annotated[str, OneOf(tuple(Kind.values))]


def both(name: str, of: Any = TEXT) -> dict[str, Any]:
    """One property a language."""
    return {f"{name}_{code}": (of, ...) for code in LANGUAGES}


LightShape = shape("Event", {**whole(Record, LIGHT), "date": (TEXT, ...), **ADDRESSES, **IN_LANGUAGE})
DensityShape = shape(
    "Density",
    {"kind": (KIND, ...), "first_year": (int | None, ...), "last_year": (int | None, ...), "records": (int, ...)},
)
FoundShape = shape(
    "Result",
    {**whole(Record, FOUND), **both("summary"), **ADDRESSES, **IN_LANGUAGE, "summary": (TEXT, ...)},
)
PointShape = shape(
    "Point",
    {
        **whole(Figure, POINT),
        **ADDRESSES,
        "value": (Number, ...),
        "printed_date": TEXT,
        "printed_value": TEXT,
    },
)
SeriesShape = shape(
    "Series",
    {
        **{name: (column(Figure, path), ...) for name, path in (("indicator", "indicator"), ("unit", "unit"))},
        **dict.fromkeys(("from", "to", "breakdown"), (TEXT, ...)),
        "reporter": (str, ...),
        "target": (bool, ...),
        "points": (list[PointShape], ...),  # type: ignore[valid-type]
    },
)
PrintedShape = shape("PrintedCitation", {**whole(Citation, CITATION), "printed": TEXT})
FieldShape = shape(
    "DisputedField",
    {"field": (str, ...), "state": (STATES, ...), "citations": (list[PrintedShape], ...)},  # type: ignore[valid-type]
)
DisputeShape = shape(
    "Disagreement",
    {**whole(Record, LIGHT), **ADDRESSES, **IN_LANGUAGE, "fields": (list[FieldShape], ...)},  # type: ignore[valid-type]
)
SideShape = shape("Side", {**both("label", str), **both("value", str), "html_url": (TEXT, ...)})
AnswerShape: Any = shape("Answer", {"accepted": (TEXT, ...), **both("reason")})
FindingShape = shape(
    "Finding",
    {
        "check": (Annotated[str, OneOf(tuple(BY_NAME))], ...),
        "key": (str, ...),
        "field": (TEXT, ...),
        "records": (list[str], ...),
        **both("text", str),
        "lines": (list[SideShape], ...),  # type: ignore[valid-type]
        "answer": (AnswerShape | None, ...),
        "text": str,
    },
)
ChangeShape = shape(
    "Change",
    {
        "revision": (int, ...),
        "at": (str, ...),
        "change": (Annotated[str, OneOf(tuple(Change.values))], ...),
        "kind": (KIND, ...),
        "slug": (str, ...),
        **both("title"),
        "date": (TEXT, ...),
        "fields": (list[str], ...),
        **ADDRESSES,
        **IN_LANGUAGE,
    },
)
FigureShape = SHAPES["figure"]
PairShape = shape(
    "RelationshipWithNumbers",
    {"records": (int, ...), "first_year": (int | None, ...), "last_year": (int | None, ...), "latest": (TEXT, ...)},
    TABLE_SHAPES["relationships"],
)
LISTED = {Kind(kind).plural_slug: made for kind, made in SHAPES.items()} | TABLE_SHAPES
ALONE = {name: single(f"One{made.__name__}", made) for name, made in LISTED.items()}
AnyAlone: Any = Annotated[
    Union[tuple(ALONE[Kind(kind).plural_slug] for kind in SHAPES)],  # noqa: UP007  # made of a list
    Field(discriminator="kind"),
]
REPLIES: dict[str, Any] = {
    "records": listing("Records", AnyRecord),
    "records_one": AnyAlone,
    **{name: listing(f"ListOf{name.capitalize()}", made) for name, made in LISTED.items()},
    **{f"{name}_one": made for name, made in ALONE.items()},
    "relationships": listing("Relationships", PairShape),
    "relationships_one": single("Profile", PairShape, key_figures=(list[FigureShape], ...)),  # type: ignore[valid-type]
    "timeline": listing("Timeline", LightShape, density=(list[DensityShape], ...)),  # type: ignore[valid-type]
    "search": listing(
        "Results",
        FoundShape,
        total=(int, ...),
        total_is_cut=(bool, ...),
        partial=(bool, ...),
        suggestion=(TEXT, ...),
    ),
    "series": shape(
        "AllSeries",
        {"items": (list[SeriesShape], ...), "older_left_out": (bool, ...), "revision": (int, ...)},  # type: ignore[valid-type]
    ),
    "disagreements": listing("Disagreements", DisputeShape),
    "checks": listing("Findings", FindingShape),
    "changes": listing("Changes", ChangeShape),
}
