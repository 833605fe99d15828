"""The questions asked most of the data, as views of data.sqlite: what is joined there stands here once."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TRADE = """
CREATE VIEW "trade_series" AS
SELECT f."relationship", f."indicator", f."from", o."name_tr" AS "from_tr", o."name_en" AS "from_en",
  f."to", d."name_tr" AS "to_tr", d."name_en" AS "to_en",
  f."reporter", r."name_tr" AS "reporter_tr", r."name_en" AS "reporter_en",
  f."period", f."date_earliest", f."date_latest", f."value", f."unit", f."qualifier", f."step", f."slug"
FROM "figures" f
JOIN "countries" o ON o."code" = f."from"
JOIN "countries" d ON d."code" = f."to"
JOIN "reporters" r ON r."slug" = f."reporter"
WHERE f."indicator" IN ('trade_total', 'export', 'import') AND f."qualifier" <> 'planned'
ORDER BY f."relationship", f."indicator", f."from", f."reporter", f."unit", f."date_earliest", f."slug"
"""
TARGETS = """
CREATE VIEW "targets" AS
SELECT f."relationship", f."indicator", f."from", f."to", f."value", f."unit", f."deadline",
  a."name_tr" AS "announcer_tr", a."name_en" AS "announcer_en",
  f."period", f."title_tr", f."title_en", f."slug"
FROM "figures" f
LEFT JOIN "reporters" a ON a."slug" = f."announcer"
WHERE f."qualifier" = 'planned'
ORDER BY f."relationship", f."indicator", f."deadline", f."slug"
"""
MEETINGS = """
CREATE VIEW "council_meetings" AS
SELECT c."relationship", m."council", c."abbreviation_tr", c."abbreviation_en",
  c."title_tr" AS "council_tr", c."title_en" AS "council_en",
  m."ordinal", m."status", m."date", m."date_earliest", m."date_latest",
  p."name_tr" AS "place_tr", p."name_en" AS "place_en", m."during_visit", m."replaced_by", m."slug"
FROM "meetings" m
JOIN "councils" c ON c."slug" = m."council"
LEFT JOIN "places" p ON p."slug" = m."place"
ORDER BY m."council", m."ordinal" IS NULL, m."ordinal", m."date_earliest", m."slug"
"""
VISITORS = """
CREATE VIEW "visits_with_people" AS
SELECT v."relationship", v."date", v."date_earliest", v."date_latest", v."visit_kind", v."status", v."from", v."to",
  t."role", t."person", p."name_tr" AS "person_tr", p."name_en" AS "person_en",
  o."title_tr" AS "office_tr", o."title_en" AS "office_en", v."title_tr", v."title_en", v."slug"
FROM "visits" v
LEFT JOIN "participations" t ON t."record" = v."slug"
LEFT JOIN "people" p ON p."slug" = t."person"
LEFT JOIN "offices" o ON o."slug" = t."office"
ORDER BY v."date_earliest", v."slug", t."role", t."person", t."office"
"""
SAID = """
CREATE VIEW "what_sources_say" AS
SELECT r."kind", c."record", r."title_tr", r."title_en", c."field", c."says", c."evidence", c."preferred",
  s."publisher_tr", s."publisher_en", s."title_tr" AS "source_tr", s."title_en" AS "source_en", s."published",
  s."url", c."start", c."end", r."consensus"
FROM "citations" c
JOIN "records" r ON r."slug" = c."record"
JOIN "sources" s ON s."slug" = c."source"
ORDER BY c."record", c."field", c."preferred" DESC, c."source", c."start"
"""
VIEWS = {
    "trade_series": TRADE,
    "targets": TARGETS,
    "council_meetings": MEETINGS,
    "visits_with_people": VISITORS,
    "what_sources_say": SAID,
}
WORDS: dict[str, str | Promise] = {
    "trade_series": _("Trade by reporter: figures of different reporters are different series"),
    "targets": _("Targets, with who announced them"),
    "council_meetings": _("Meetings of each council in their order"),
    "visits_with_people": _("Visits with those who took part"),
    "what_sources_say": _("What each source says of each value"),
}
