"""Questions that a stranger may ask of the public pages: real addresses with words of any kind in them."""

from urllib.parse import quote

from hypothesis import strategies as st

NUMBERS = ("1,33 milyar", "1.33 billion", "15 bin", "0", "-1", "1e400", "²", "٣", "9" * 30)
DATES = (
    "ekim 2009",
    "2012-10",
    "2012-10-11/2012-10-12",
    "202X",
    "2012-13",
    "0000",
    "-9999",
    "2012~",
    "../..",
    "29 şubat 2023",
)
WORDS = (
    "anlaşma",
    "ANLAŞMASI",
    "İstanbul",
    "ISPARTA",
    "Қазақстан",
    "Kоşerbayev",
    '"YDSK',
    "a OR b",
    "NEAR(",
    "*",
    "'",
    '"" ""',
    "%",
    "\\",
    "-",
)
SLUGS = ("kaz-tur", "kaz-rus", "kaz-tur-ydsk", "recep-tayyip-erdogan", "ankara", "mfa-tur", "kaz", "nobody")
KINDS = ("agreement", "visit", "council", "meeting", "milestone", "figure", "person", "chart", "x")
FILTERS = (
    "pair",
    "kind",
    "field",
    "person",
    "place",
    "status",
    "differ",
    "from",
    "to",
    "order",
    "after",
    "before",
    "page",
)
REAL = ("kaz-tur", "visit", "trade", "politics", "held", "1", "1992", "2026", "oldest", "2012-10-11.12", "none.5")

anything = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=80)
typed = st.one_of(
    anything,
    st.sampled_from(NUMBERS + DATES + WORDS),
    st.lists(st.sampled_from(NUMBERS + DATES + WORDS), max_size=6).map(" ".join),
)
slug = st.one_of(st.sampled_from(SLUGS), st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True))
language = st.sampled_from(("tr", "en"))
filters = st.lists(
    st.tuples(st.sampled_from(FILTERS), st.one_of(st.sampled_from(REAL + SLUGS + DATES), anything)), max_size=8
)
LISTS = (
    "timeline/",
    "agreements/",
    "visits/",
    "meetings/",
    "figures/",
    "embed/timeline/",
    "timeline/timeline.json",
    "timeline/calendar.ics",
)
THINGS = (
    "relations/kaz-tur",
    "relations/kaz-rus",
    "visits/visit-kaz-tur-2012-10-nazarbayev",
    "councils/kaz-tur-ydsk",
    "people/recep-tayyip-erdogan",
    "countries/kaz",
    "sources/mfa-tr-kazakhstan-tr",
)


def asked(
    path: st.SearchStrategy[str], query: st.SearchStrategy[list[tuple[str, str]]]
) -> st.SearchStrategy[tuple[str, list[tuple[str, str]]]]:
    return st.tuples(path, query)


def under_language(paths: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("/{}/{}".format, language, paths)


SEARCHES = asked(
    under_language(st.sampled_from(("search/", "search/suggestions/", "search/feed.atom"))),
    st.builds(lambda text, rest: [("q", text), *rest], typed, filters),
)
FILTERED = asked(under_language(st.sampled_from(LISTS)), filters)
THING = st.one_of(st.sampled_from(THINGS), st.builds("{}/{}".format, st.sampled_from(("visits", "people", "x")), slug))
FILES = ("", "cite.bib", "cite.json", "feed.atom", "calendar.ics", "data.jsonld")
CHARTS = (
    "trade/kaz-tur",
    "students/kaz-tur",
    "meetings/kaz-tur-ydsk",
    "visits/kaz-rus",
    "agreements/kaz-tur",
    "x/kaz-tur",
)
THINGS_AT = asked(
    under_language(st.builds("{}/{}".format, THING, st.sampled_from(FILES))),
    st.lists(st.tuples(st.sampled_from(("as-of", "page", "x")), typed), max_size=2),
)
DRAWN = asked(
    under_language(
        st.one_of(
            st.builds("charts/{}.{}".format, st.sampled_from(CHARTS), st.sampled_from(("svg", "png", "csv", "exe"))),
            st.builds("on-this-day/{:02}-{:02}/".format, st.integers(0, 13), st.integers(0, 32)),
            st.builds("cards/{}/{}.png".format, st.sampled_from(KINDS), slug),
        )
    ),
    st.just([]),
)
ELSEWHERE = st.one_of(
    asked(
        st.just("/oembed"),
        st.lists(st.tuples(st.sampled_from(("url", "format", "maxwidth", "maxheight")), typed), max_size=4),
    ),
    asked(st.builds("/id/{}".format, slug), st.just([])),
    asked(
        under_language(st.just("changes/")), st.lists(st.tuples(st.sampled_from(("since", "after")), typed), max_size=2)
    ),
    asked(st.builds(lambda text: "/" + quote(text), anything), st.just([])),
    asked(
        st.sampled_from(("/api/v1/records", "/api/v1/search", "/api/v1/series", "/api/v1/changes", "/api/v1/timeline")),
        st.lists(
            st.tuples(
                st.sampled_from((*FILTERS, "q", "fields", "lang", "limit", "since", "indicator")),
                st.one_of(typed, st.sampled_from(REAL)),
            ),
            max_size=6,
        ),
    ),
)
EVERYTHING = {"search": SEARCHES, "filters": FILTERED, "things": THINGS_AT, "drawings": DRAWN, "elsewhere": ELSEWHERE}
