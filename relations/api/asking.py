"""What can be asked: parameters by their types, and nothing that is not declared."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from django.utils.translation import gettext_noop as _
from ninja import Schema
from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema, ValidationInfo, no_info_after_validator_function

from relations.checks.registry import BY_NAME
from relations.models import Area, Breakdown, Indicator, Kind, MeetingStatus
from relations.paging import FORM
from relations.search import places
from relations.templatetags.record_tags import LANGUAGES
from relations.timeline.filters import PAIRS_AT_ONCE

WHOLE = re.compile(r"-?[0-9]{1,16}\Z")


def _digits(value: Any) -> Any:
    """Only a number as it is written in an address; pydantic alone would take 1.0 and 1_000 too."""
    if isinstance(value, str) and not WHOLE.match(value):
        raise PydanticCustomError("whole_number", "not a whole number")
    return value


@dataclass(frozen=True)
class OneOf:
    """Marks a text as a word from a list."""

    known: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.known)}

    def check(self, value: str) -> str:
        if value not in self.known:
            raise PydanticCustomError("not_one_of", "not one of these", {"known": ", ".join(self.known)})
        return value


def text(longest: int, pattern: str = "") -> StringConstraints:
    """Marks a text as never empty, and no longer than this."""
    return StringConstraints(min_length=1, max_length=longest, pattern=pattern or None)


def _pattern(form: re.Pattern[str]) -> str:
    """A whole text's form, as JSON Schema has it."""
    return f"^{form.pattern}".replace(r"\Z", "$").replace(r"\d", "[0-9]")


def optional(description: str, **more: Any) -> Any:
    """A parameter that may be left out; its default is that it says nothing."""
    return Field(default_factory=str, description=description, **more)


def several(description: str, **more: Any) -> Any:
    return Field(default_factory=list, description=description, **more)


Whole: TypeAlias = Annotated[int, BeforeValidator(_digits)]
Slug = text(120, r"^[a-z0-9]+(-[a-z0-9]+)*$")
Pair = text(7, r"^[a-z]{3}-[a-z]{3}$")
Key = text(120, r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")
Code = text(3, r"^[A-Z]{3}$")
Cursor = text(30, _pattern(FORM))
Place = text(140, _pattern(places.FORM))
Names = text(600, r"^[a-z_]+(,[a-z_]+)*$")
Language, OneKind, OneArea = OneOf(LANGUAGES), OneOf(tuple(Kind.values)), OneOf(tuple(Area.values))
Status, Order, Yes = OneOf(tuple(MeetingStatus.values)), OneOf(("newest", "oldest")), OneOf(("1",))
FIELDS = _("Only these properties, separated by commas; kind, slug and the addresses are always there.")
LIMIT, HITS, MOST = 50, 20, 100


class Params(Schema):
    """What every address takes."""

    lang: Annotated[str, Language] = optional(
        _("Adds the texts, dates and values as this language prints them; problems are reported in it too.")
    )

    @model_validator(mode="after")
    def know_every_parameter(self, info: ValidationInfo) -> "Params":
        """Refuse a parameter that is not declared: a filter misspelt would answer another question."""
        known = {field.alias or name for name, field in type(self).model_fields.items()}
        request = (info.context or {}).get("request")
        unknown = sorted(set(request.GET) - known) if request else []
        if unknown:
            told = {"names": unknown, "known": ", ".join(sorted(known))}
            raise PydanticCustomError("unknown_parameters", "unknown parameters", told)
        return self


class One(Params):
    """One thing."""

    fields: Annotated[str, Names] = optional(FIELDS)


class OneRecord(One):
    """A record, today or as it stood."""

    as_of: Whole = Field(
        default_factory=lambda: 0,
        alias="as-of",
        ge=1,
        le=10**15,
        description=_("The record as it stood at this revision."),
    )


class Listing(One):
    """A list by the slugs of its rows."""

    limit: Whole = Field(LIMIT, ge=1, le=MOST, description=_("How many in one answer."))
    after: Annotated[str, Slug] = optional(_("What follows this position in the list; take it from next."))


class Filters(Params):
    """The filters of the site's lists."""

    pair: list[Annotated[str, Pair]] = several(_("Pairs of countries, such as kaz-tur."), max_length=PAIRS_AT_ONCE)
    field: list[Annotated[str, OneArea]] = several(_("Fields of cooperation."))
    status: list[Annotated[str, Status]] = several(_("Visits and meetings with this status."))
    person: Annotated[str, Slug] = optional(_("Records in which a person takes part."))
    place: Annotated[str, Slug] = optional(_("Records of a place."))
    from_: Whole = Field(
        default_factory=lambda: 0,
        alias="from",
        ge=1,
        le=9999,
        description=_("Dates that may lie in this year or later."),
    )
    to: Whole = Field(
        default_factory=lambda: 0, ge=1, le=9999, description=_("Dates that may lie in this year or earlier.")
    )
    differ: Annotated[str, Yes] = optional(_("Only records on which sources differ."))


class Paged(Filters):
    """A list in the order of dates, page by page."""

    order: Annotated[str, Order] = optional(_("Newest first unless this says otherwise; what has no date comes last."))
    limit: Whole = Field(LIMIT, ge=1, le=MOST, description=_("How many in one answer."))
    after: Annotated[str, Cursor] = optional(_("What follows this position in the list; take it from next."))
    before: Annotated[str, Cursor] = optional(_("What precedes this position in the list; take it from prev."))


class OneKindOfRecord(Paged):
    """Records of one kind."""

    fields: Annotated[str, Names] = optional(FIELDS)


class Records(OneKindOfRecord):
    """Records of any kind."""

    kind: list[Annotated[str, OneKind]] = several(_("Kinds of record."))


class Timeline(Paged):
    """Events of any kind."""

    kind: list[Annotated[str, OneKind]] = several(_("Kinds of record."))


class Disagreements(Timeline):
    """Disputed records of any kind."""


class Search(Filters):
    """What is looked for, under the filters."""

    q: Annotated[str, text(200)] = Field(description=_("What to look for, in either language."))
    kind: list[Annotated[str, OneKind]] = several(_("Kinds of record."))
    source: Annotated[str, Slug] = optional(_("Records of which a source speaks."))
    limit: Whole = Field(HITS, ge=1, le=MOST, description=_("How many in one answer."))
    after: Annotated[str, Place] = optional(_("What follows this position in the list; take it from next."))
    before: Annotated[str, Place] = optional(_("What precedes this position in the list; take it from prev."))


class Series(Params):
    """Figures of a pair that can be set in one row."""

    pair: Annotated[str, Pair] = Field(description=_("A pair of countries, such as kaz-tur."))
    indicator: list[Annotated[str, OneOf(tuple(Indicator.values))]] = several(_("What was counted."))
    reporter: Annotated[str, Slug] = optional(_("Whose numbers."))
    origin: Annotated[str, Code] = optional(_("From which country, such as KAZ."))
    destination: Annotated[str, Code] = optional(_("To which country, such as TUR."))
    breakdown: Annotated[str, OneOf(tuple(Breakdown.values))] = optional(_("The part counted."))


class Checks(Params):
    """Findings."""

    pair: Annotated[str, Pair] = optional(_("A pair of countries, such as kaz-tur."))
    check: Annotated[str, OneOf(tuple(BY_NAME))] = optional(_("Only what this check found."))
    limit: Whole = Field(LIMIT, ge=1, le=MOST, description=_("How many in one answer."))
    after: Annotated[str, text(60, r"^[a-z-]+\.[0-9a-f]{16}$")] = optional(
        _("What follows this position in the list; take it from next.")
    )


class Changes(Params):
    """What became of records since a revision."""

    since: Whole = Field(
        0, ge=0, le=10**15, description=_("Changes after this revision; the answer names the present one.")
    )
    limit: Whole = Field(LIMIT, ge=1, le=MOST, description=_("How many in one answer."))
    after: Annotated[str, text(18, "^[0-9]+$")] = optional(
        _("What follows this position in the list; take it from next.")
    )
