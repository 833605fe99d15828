"""Every page of the site, found from its URL patterns, with a subject or two where the address names one."""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from relations.charts import registry

from .past import CHANGED, REMOVED, THEN

LANGUAGES = ("tr", "en")

# A chart shows one of its kind's subjects, a council or a pair.
CHARTS = [
    {"name": kind.name, "subject": "kaz-tur-ydsk" if kind.find is registry.council else "kaz-tur"}
    for kind in registry.KINDS.values()
]

# Real subjects that between them show what a page of the kind can hold: {name of the pattern: what its address needs}.
SUBJECTS: dict[str, list[dict[str, str]]] = {
    "relationship": [{"slug": "kaz-tur"}, {"slug": "kaz-rus"}],
    "relationship_checks": [{"slug": "kaz-tur"}],
    "agreement": [{"slug": "agreement-kaz-tur-2009-strategic-partnership"}, {"slug": "agreement-turkic-1993-turksoy"}],
    "visit": [{"slug": "visit-kaz-tur-2009-10-nazarbayev"}, {"slug": "visit-tur-kaz-2016-02-05-prime-minister"}],
    "council": [{"slug": "kaz-tur-ydsk"}, {"slug": "cica"}],
    "meeting": [{"slug": "kaz-tur-ydsk-5"}],
    "milestone": [{"slug": "milestone-1991-recognition"}],
    "figure": [{"slug": "figure-kaz-tur-2017-contracting-mfa-tur"}],
    "country": [{"code": "kaz"}],
    "day": [{"day": "10-11"}],
    "person": [{"slug": "nursultan-nazarbayev"}],
    "institution": [{"slug": "ahmet-yesevi-university"}],
    "source": [{"slug": "mfa-tr-kazakhstan-tr"}],
    "source_text": [{"slug": "mfa-tr-kazakhstan-tr"}],
    "chart": CHARTS,
    "chart_embed": CHARTS,
}

# The same page asked other things: filters that leave something, nothing, and what nobody can answer.
QUESTIONS = {
    "changes": ["?since=1", "?since=abc"],
    "timeline": [
        "?pair=kaz-tur&kind=visit&kind=figure",
        "?pair=kaz-tur&pair=kaz-rus",
        "?from=1890&to=1891",
        "?from=abc",
    ],
    "search": ["?q=nazarbayev", "?q=zzzz"],
}

# Addresses that answer with a file though they do not end like one ("name.suffix"), or with a piece of a page.
FILES = {"download", "suggestions", "oembed"}


@dataclass(frozen=True)
class Page:
    """One page: the name of its pattern, the subject, the question, and the status that it answers with."""

    name: str
    subject: tuple[tuple[str, str], ...] = ()
    query: str = ""
    status: int = 200

    def path(self, language: str) -> str:
        with override(language):
            return reverse(self.name, kwargs=dict(self.subject)) + self.query

    def __str__(self) -> str:
        return ":".join([self.name, *(value for _key, value in self.subject)]) + self.query


class Missing(Page):
    """The page that is not there."""

    def path(self, language: str) -> str:
        return f"/{language}/nothing-here/"


def named_patterns(resolver: URLResolver | None = None) -> list[URLPattern]:
    """The site's own named addresses; what has a namespace (the admin, the API) is apart."""
    found: list[URLPattern] = []
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLPattern):
            found += [each] if each.name else []
        elif each.namespace is None:
            found += named_patterns(each)
    return found


def is_file(pattern: URLPattern) -> bool:
    return pattern.name in FILES or "." in str(pattern.pattern).rpartition("/")[2]


def page_patterns() -> list[URLPattern]:
    return [each for each in named_patterns() if not is_file(each)]


def needs_subject(pattern: URLPattern) -> bool:
    return bool(set(pattern.pattern.converters) - set(pattern.default_args))


def pages_of(pattern: URLPattern) -> list[Page]:
    """The pages of a pattern; none where its address needs a subject and none stands above."""
    subjects = SUBJECTS.get(pattern.name, [] if needs_subject(pattern) else [{}])
    queries = ["", *QUESTIONS.get(pattern.name, [])]
    return [Page(pattern.name, tuple(each.items()), query) for each in subjects for query in queries]


PAGES = [page for pattern in page_patterns() for page in pages_of(pattern)]

# What the site also answers: past versions, refusals, what is gone, what never was.
VISIT = (("slug", CHANGED),)
ANSWERS = [
    Page("visit", VISIT, f"?as-of={THEN}"),
    Page("visit", VISIT, "?as-of=1", 404),
    Page("visit", VISIT, "?as-of=99999999", 404),
    Page("visit", VISIT, "?as-of=abc", 400),
    Page("milestone", (("slug", REMOVED),), status=410),
    Missing("404", status=404),
]
