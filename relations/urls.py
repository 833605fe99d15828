"""Public addresses; each lives under /tr/ and /en/ alike."""

from django.urls import path

from relations.models import Kind
from relations.views import about, downloads, findings, people, records, relationships, sources, texts, timeline

urlpatterns = [
    path("", timeline.home, name="home"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("relations/", relationships.relationship_list, name="relationships"),
    path("relations/<slug:slug>/", relationships.relationship_detail, name="relationship"),
    path("relations/<slug:slug>/checks/", findings.relationship_findings, name="relationship_checks"),
    path("checks/", findings.finding_list, name="checks"),
    path("people/", people.person_list, name="people"),
    path("people/<slug:slug>/", people.person_detail, name="person"),
    path("institutions/", people.institution_list, name="institutions"),
    path("institutions/<slug:slug>/", people.institution_detail, name="institution"),
    path("sources/", sources.source_list, name="sources"),
    path("sources/<slug:slug>/", sources.source_detail, name="source"),
    path("sources/<slug:slug>/text/", texts.source_text, name="source_text"),
    path("downloads/", downloads.downloads, name="downloads"),
    path("downloads/<str:name>", downloads.download, name="download"),
    path("about/", about.about, name="about"),
    path("method/", about.method, name="method"),
]
for kind in Kind:
    urlpatterns += [
        path(f"{kind.plural_slug}/", records.record_list, {"kind": kind.value}, name=kind.plural_slug),
        path(f"{kind.plural_slug}/<slug:slug>/", records.record_detail, {"kind": kind.value}, name=kind.value),
    ]
