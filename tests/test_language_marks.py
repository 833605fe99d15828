"""No Turkish unmarked on an English page, no English on a Turkish one: every kind of page, with the real records."""

import re
from html.parser import HTMLParser

import pytest

from relations.curation.load import load
from relations.messages.catalogues import po_path, read
from relations.models import Kind, Record
from relations.translation import TRANSLATED
from tests.test_fixtures import FIXTURES

LOCALES = FIXTURES.parent / "relations" / "locale"
VOID = {"meta", "link", "br", "img", "input", "hr", "source", "wbr", "area", "col"}
SKIPPED = {"script", "style", "code", "textarea", "q"}  # a quotation has the words of its source
SPOKEN = ("aria-label", "title", "alt", "placeholder")
TURKISH_ONLY = re.compile(r"[^\W\d_]*[ğışİĞŞ][^\W\d_]*")
WORD = re.compile(r"[^\W\d_]+")
SPECIMENS = {"Ağ"}  # letters shown for their own sake, on the page of the design
LONG = 15  # characters; a shorter value may stand in a longer text by chance
PAIRED = (
    *("", "timeline/", "timeline/?pair=kaz-tur&pair=kaz-rus", "relations/", "relations/kaz-tur/", "relations/kaz-rus/"),
    *(
        "relations/kaz-tur/checks/",
        "checks/",
        "people/",
        "people/abdullah-gul/",
        "institutions/",
        "institutions/turksoy/",
    ),
    *(
        "countries/",
        "countries/kaz/",
        "on-this-day/",
        "on-this-day/10-11/",
        "sources/",
        "sources/mfa-tr-kazakhstan-tr/",
    ),
    *("sources/imgelem-smart-power-2024/", "about/", "about/design/", "method/", "visits/none/"),
    *("charts/trade/kaz-tur/", "charts/visits/kaz-tur/", "charts/agreements/kaz-tur/", "embed/timeline/?pair=kaz-tur"),
)


class Pieces(HTMLParser):
    """Every text of a page with the language that is in force there."""

    def __init__(self):
        super().__init__()
        self.open, self.found = [("", "")], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        lang = given.get("lang") or self.open[-1][1]
        self.found += [(given[name].strip(), lang) for name in SPOKEN if given.get(name)]
        if tag not in VOID:
            self.open.append((tag, lang))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        text = " ".join(data.split())
        if text and not any(tag in SKIPPED for tag, _lang in self.open):
            self.found.append((text, self.open[-1][1]))


def pieces(html):
    parser = Pieces()
    parser.feed(html)
    return parser.found


def held(language):
    """What the records, people and sources are called in a language."""
    return {
        " ".join(value.split())
        for model, names in TRANSLATED.items()
        for row in model._default_manager.values_list(*(f"{name}_{language}" for name in names))
        if names
        for value in row
        if value
    }


def interface(language):
    """Strings of the interface whose Turkish is not their English, as written in a language; no placeholders."""
    found = set()
    for message in read(po_path(LOCALES, "tr"), "tr"):
        if message.id and isinstance(message.id, str) and message.string != message.id and "%" not in message.id:
            found.add(message.id if language == "en" else message.string)
    return found


def strangers(html, language, other, own):
    """Texts of the other language that are not marked as such."""
    long = [value for value in other if len(value) >= LONG]
    for text, lang in pieces(html):
        if lang != language:
            continue
        whole = text.strip(" :·,.()–-")
        foreign = whole in other or (len(text) > LONG and any(value in text for value in long))
        if foreign and whole not in own:
            yield text
        elif language == "en":
            yield from (word for word in TURKISH_ONLY.findall(text) if word not in own)


def pages():
    """Every kind of page, and three records of each kind."""
    yield from PAIRED
    for kind in Kind:
        yield f"{kind.plural_slug}/"
        slugs = Record.objects.filter(kind=kind.value).order_by("pk").values_list("slug", flat=True)
        yield from (f"{kind.plural_slug}/{slug}/" for slug in slugs[:3])


@pytest.mark.parametrize(("language", "other"), [("tr", "en"), ("en", "tr")])
def test_what_is_in_the_other_language_says_so(client, db, language, other):
    load(FIXTURES)
    own = held(language) | interface(language)
    foreign = (held(other) | {each for each in interface(other) if len(each) > 3}) - own
    names = {word for value in held("en") for word in WORD.findall(value)} | SPECIMENS
    found = {}
    for page in pages():
        html = client.get(f"/{language}/{page}").content.decode()
        if left := sorted(set(strangers(html, language, foreign, own | names))):
            found[page] = left[:10]
    assert not found, "\n".join(f"{page}: {texts}" for page, texts in found.items())


@pytest.mark.parametrize(
    ("html", "language", "expected"),
    [
        ('<html lang="en"><p>Türkiye ziyareti</p>', "en", ["Türkiye ziyareti"]),
        ('<html lang="en"><p><span lang="tr">Türkiye ziyareti</span> seen</p>', "en", []),
        ('<html lang="en"><p>An anlaşma was signed</p>', "en", ["anlaşma"]),
        ('<html lang="tr"><p title="The visit"></p>', "tr", ["The visit"]),
        ('<html lang="tr"><i lang="en">The visit</i>', "tr", []),
    ],
)
def test_a_stranger_is_found(html, language, expected):
    other = {"Türkiye ziyareti"} if language == "en" else {"The visit"}
    assert list(strangers(html, language, other, set())) == expected
