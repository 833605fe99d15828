"""People, institutions, countries, charts and the downloads as linked data."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.urls import reverse

from relations.export.files import CONTENT_TYPES
from relations.pages.addresses import absolute
from relations.pages.listed import Text
from relations.pages.subjects import Subject
from relations.pages.words import words

from .dates import ends
from .nodes import Node, country_node, node, same_as, source_node, source_nodes
from .records import record_node

DEED = "https://creativecommons.org/licenses/by/4.0/"
INSTITUTIONS = {
    "ministry": "GovernmentOrganization",
    "university": "CollegeOrUniversity",
    "company": "Corporation",
}
CHART_FILES = {"csv": "text/csv", "svg": "image/svg+xml", "png": "image/png"}


def site_node() -> Node:
    return node("Organization", id_=absolute("/#publisher"), name=settings.SITE_NAME, url=absolute("/"))


def person_node(subject: Subject) -> Node:
    """A person with the offices on record, dated only where a source dates them."""
    person = subject.thing
    return node(
        "Person",
        **_named(subject),
        description=words(person, "summary").text,
        sameAs=same_as(person),
        hasOccupation=[office_node(tenure) for tenure in person.tenures.all()],
    )


def office_node(tenure: Any) -> Node:
    start, end = ends(tenure.period)
    office = node("Occupation", name=words(tenure.office, "title").text)
    return node("Role", hasOccupation=office, startDate=start, endDate=end)


def institution_node(subject: Subject) -> Node:
    institution = subject.thing
    return node(
        INSTITUTIONS.get(institution.kind, "Organization"),
        **_named(subject),
        alternateName=words(institution, "abbreviation").text,
        description=words(institution, "summary").text,
        areaServed=country_node(institution.country) if institution.country else None,
        sameAs=same_as(institution),
    )


def country_page_node(subject: Subject) -> Node:
    official = words(subject.thing, "official_name").text
    return country_node(subject.thing) | node("Country", **_named(subject), alternateName=official)


def chart_node(subject: Subject) -> Node:
    """A chart as the small data set that it draws."""
    chart = subject.thing
    files = [
        node("DataDownload", encodingFormat=kind, contentUrl=_file(chart, suffix))
        for suffix, kind in CHART_FILES.items()
    ]
    return node(
        "Dataset",
        **_named(subject),
        description=f"{chart.title} {chart.note}".strip(),
        license=DEED,
        creator=site_node(),
        distribution=files,
        citation=source_nodes(chart.sources),
        isAccessibleForFree=True,
    )


def _file(chart: Any, suffix: str) -> str:
    return absolute(reverse("chart_file", args=[chart.name, chart.subject, suffix]))


def source_page_node(subject: Subject) -> Node:
    found = source_node(Text.of(subject.thing))
    original = subject.thing.translation_of
    return found | ({"translationOfWork": source_node(Text.of(original))} if original else {})


def _named(subject: Subject) -> dict[str, str]:
    url = absolute(subject.path)
    return {"id_": f"{url}#{subject.kind}", "name": subject.title.text, "url": url}


def downloads_node(context: Mapping[str, Any], title: str, description: str) -> Node:
    """All that the site holds, as a data set with its files; the version is the revision of the data."""
    url = absolute(reverse("downloads"))
    manifest = context.get("manifest") or {}
    return node(
        "Dataset",
        id_=f"{url}#dataset",
        name=f"{settings.SITE_NAME}: {title}",
        description=description,
        url=url,
        license=DEED,
        creator=site_node(),
        isAccessibleForFree=True,
        version=str(manifest["revision"]["number"]) if manifest else "",
        dateModified=manifest["revision"]["date"] if manifest else "",
        distribution=[_download(file) for file in context.get("files", ())],
    )


def _download(file: Any) -> Node:
    return node(
        "DataDownload",
        name=file.name,
        description=str(file.what),
        contentUrl=absolute(reverse("download", args=[file.name])),
        encodingFormat=CONTENT_TYPES.get(PurePath(file.name).suffix, "").partition(";")[0],
        contentSize=file.size.replace("\N{NO-BREAK SPACE}", " "),
        sha256=file.sha256,
    )


def of_record(subject: Subject) -> Node:
    return record_node(subject.thing)


MADE: dict[str, Callable[[Subject], Node]] = {
    "person": person_node,
    "institution": institution_node,
    "country": country_page_node,
    "source": source_page_node,
    "chart": chart_node,
}


def subject_node(subject: Subject) -> Node | None:
    """The thing that a page is about; the profile of a pair is about two."""
    if subject.kind == "relationship":
        return None
    return MADE.get(subject.kind, of_record)(subject)
