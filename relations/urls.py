"""Public addresses; each lives under /tr/ and /en/ alike."""

from django.urls import path

from relations.api import page
from relations.models import Kind
from relations.views import (
    about,
    cards,
    changes,
    charts,
    citing,
    countries,
    days,
    design,
    downloads,
    embed,
    feeds,
    findings,
    home,
    ids,
    people,
    records,
    relationships,
    search,
    sources,
    texts,
    timeline,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("relations/", relationships.relationship_list, name="relationships"),
    path("relations/<slug:slug>/", relationships.relationship_detail, name="relationship"),
    path("relations/<slug:slug>/checks/", findings.relationship_findings, name="relationship_checks"),
    path("checks/", findings.finding_list, name="checks"),
    path("countries/", countries.country_list, name="countries"),
    path("countries/<slug:code>/", countries.country_detail, name="country"),
    path("on-this-day/", days.today, name="on_this_day"),
    path("on-this-day/<slug:day>/", days.on_day, name="day"),
    path("people/", people.person_list, name="people"),
    path("people/<slug:slug>/", people.person_detail, name="person"),
    path("institutions/", people.institution_list, name="institutions"),
    path("institutions/<slug:slug>/", people.institution_detail, name="institution"),
    path("sources/", sources.source_list, name="sources"),
    path("sources/<slug:slug>/", sources.source_detail, name="source"),
    path("sources/<slug:slug>/text/", texts.source_text, name="source_text"),
    path("search/", search.search, name="search"),
    path("search/suggestions/", search.suggestions, name="suggestions"),
    path("downloads/", downloads.downloads, name="downloads"),
    path("downloads/<str:name>", downloads.download, name="download"),
    path("charts/<slug:name>/<slug:subject>/", charts.chart, name="chart"),
    path("charts/<slug:name>/<slug:subject>.<slug:suffix>", charts.chart_file, name="chart_file"),
    path("embed/timeline/", timeline.timeline_embed, name="timeline_embed"),
    path("embed/chart/<slug:name>/<slug:subject>/", embed.chart_embed, name="chart_embed"),
    path("changes/", changes.changes, name="changes"),
    path("api/", page.api, name="api"),
    path("about/", about.about, name="about"),
    path("about/design/", design.design, name="design"),
    path("method/", about.method, name="method"),
]
for kind in Kind:
    urlpatterns += [
        path(f"{kind.plural_slug}/", records.record_list, {"kind": kind.value}, name=kind.plural_slug),
        path(f"{kind.plural_slug}/<slug:slug>/", records.record_detail, {"kind": kind.value}, name=kind.value),
    ]
CITED = {"relationship": "relations", "person": "people", "institution": "institutions", "source": "sources"}
CITED |= {"country": "countries", **{kind.value: kind.plural_slug for kind in Kind}}
for name, folder in CITED.items():
    urlpatterns += [path(f"{folder}/<slug:slug>/data.jsonld", ids.linked, {"kind": name}, name=f"{name}_linked")]
for suffix in citing.WRITERS:
    urlpatterns += [
        path(f"{folder}/<slug:slug>/cite.{suffix}", citing.citation_file, {"kind": name, "suffix": suffix})
        for name, folder in CITED.items()
    ]
    about_chart = {"kind": "chart", "suffix": suffix}
    urlpatterns += [path(f"charts/<slug:name>/<slug:slug>/cite.{suffix}", citing.citation_file, about_chart)]
urlpatterns += [path("cards/<slug:kind>/<path:slug>.png", cards.card, name="card")]
FOLLOWED = {"home": "", "timeline": "timeline/", "search": "search/"}
FOLLOWED |= {kind: f"{CITED[kind]}/<slug:slug>/" for kind in ("relationship", "council", "person", "country")}
for name, folder in FOLLOWED.items():
    urlpatterns += [path(f"{folder}feed.atom", feeds.feed, {"kind": name}, name=f"{name}_feed")]
    urlpatterns += [path(f"{folder}calendar.ics", feeds.calendar_file, {"kind": name}, name=f"{name}_calendar")]
urlpatterns += [path("timeline/timeline.json", feeds.timeline_json, name="timeline_json")]
urlpatterns += [path("changes/feed.atom", feeds.changes_feed, name="changes_feed")]
