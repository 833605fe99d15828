"""The rows of a world, table by table, until they are written."""

from typing import Any

NAMED = ("slug", "name", "name_tr", "name_en")
# In the order in which rows can be written: what is pointed at comes first.
COLUMNS: dict[str, tuple[str, ...]] = {
    "country": ("id", "code", "name", "name_tr", "name_en", "official_name", "wikidata"),
    "place": ("id", *NAMED, "country_id", "renamed_to_id"),
    "relationship": ("id", "slug", "overview", "first_id", "second_id"),
    "institution": ("id", *NAMED, "kind", "abbreviation", "summary", "country_id", "wikidata"),
    "person": ("id", *NAMED, "summary", "wikidata"),
    "office": ("id", "slug", "title", "title_tr", "title_en", "country_id"),
    "tenure": ("id", "person_id", "office_id", "period"),
    "reporter": ("id", *NAMED, "country_id", "institution_id", "person_id"),
    "source": (
        *("id", "slug", "kind", "title", "title_tr", "title_en", "publisher", "publisher_tr", "publisher_en"),
        *("author", "language", "url", "doi", "published", "institution_id", "translation_of_id"),
        *("text_file", "sha256", "length"),
    ),
    "record": (
        *("id", "slug", "kind", "title", "title_tr", "title_en", "summary", "summary_tr", "summary_en", "area"),
        *("date", "earliest", "latest", "relationship_id", "place_id", "wikidata", "editorial_status"),
        *("changed_at", "consensus"),
    ),
    "record_countries": ("id", "record_id", "country_id"),
    "record_institutions": ("id", "record_id", "institution_id"),
    "visit": ("record_id", "visit_kind", "status", "origin_id", "destination_id"),
    "council": ("record_id", "council_kind", "abbreviation", "abbreviation_tr", "abbreviation_en"),
    "councilmeeting": ("record_id", "council_id", "ordinal", "status", "during_visit_id", "replaced_by_id"),
    "agreement": (
        *("record_id", "form", "count", "articles", "languages", "untreaty_number", "in_force", "entry_method"),
        *("signed_at_visit_id", "signed_at_meeting_id", "part_of_id"),
    ),
    "milestone": ("record_id",),
    "figure": (
        *("record_id", "indicator", "breakdown", "value", "unit", "qualifier", "step", "deadline"),
        *("origin_id", "destination_id", "reporter_id", "announcer_id"),
    ),
    "participation": ("id", "record_id", "role", "person_id", "office_id"),
    "citation": (
        *("id", "record_id", "field", "source_id", "start", "end", "evidence", "says", "says_qualifier"),
        *("says_step", "preferred", "reason", "reason_tr", "reason_en", "inference"),
    ),
}
NUMBERED = tuple(table for table, columns in COLUMNS.items() if columns[0] == "id")


class Rows:
    """What waits to be written, and how many rows each table has had so far."""

    def __init__(self) -> None:
        self.waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
        self.given = dict.fromkeys(COLUMNS, 0)

    def add(self, table: str, *values: Any) -> None:
        self.waiting[table].append(values)

    def number(self, table: str, *values: Any) -> int:
        """Add a row under the next primary key, which is returned."""
        self.given[table] += 1
        self.waiting[table].append((self.given[table], *values))
        return self.given[table]

    def empty(self) -> None:
        for rows in self.waiting.values():
            rows.clear()
