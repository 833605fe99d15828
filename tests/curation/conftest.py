"""A folder of curated files small enough to break on purpose, and the text that they cite."""

from hashlib import sha256

import pytest

TEXT = "Cumhurbaşkanı 11-12 Ekim 2012 tarihlerinde geldi. İhracat 625 milyon Dolar oldu, 2012 yılında."

WORLD = """
countries:
  - {code: KAZ, name: {tr: Kazakistan, en: Kazakhstan}}
  - {code: TUR, name: {tr: Türkiye, en: Türkiye}}
places:
  - {slug: astana, name: {tr: Astana, en: Astana}, country: KAZ}
  - {slug: aaa-old, name: {tr: Eski, en: Old}, country: KAZ, renamed_to: astana}
people:
  - {slug: p, name: {tr: Kişi, en: Person}}
offices:
  - {slug: president-kaz, country: KAZ, title: {tr: Cumhurbaşkanı, en: President}}
reporters:
  - {slug: r, country: TUR, name: {tr: Bakanlık, en: Ministry}}
relationships:
  - {first: KAZ, second: TUR, overview: {tr: "", en: ""}}
"""

SOURCE = """
source:
  slug: text-tr
  kind: official
  title: {{tr: Metin, en: Text}}
  publisher: {{tr: Yayıncı, en: Publisher}}
  language: tr
  text: {{file: text.txt, sha256: {sha}, length: "{length}"}}
curated: "2026-11-21"
records:
  - slug: visit-1
    kind: visit
    title: {{tr: Ziyaret, en: Visit}}
    relationship: kaz-tur
    area: politics
    origin: KAZ
    destination: TUR
    people: [{{role: visitor, office: president-kaz}}]
    claims:
      - {{field: date, says: "2012-10-11/2012-10-12", evidence: "11-12 Ekim 2012", at: "~"}}
  - slug: figure-1
    kind: figure
    title: {{tr: İhracat, en: Exports}}
    relationship: kaz-tur
    area: trade
    indicator: export
    unit: USD
    origin: TUR
    destination: KAZ
    reporter: r
    claims:
      - {{field: date, says: "2012", evidence: "2012", at: "~2"}}
      - {{field: value, says: "625000000", step: "1000000", evidence: "625 milyon Dolar", at: "~"}}
left_out:
  - {{at: [0, 5], reason: heading}}
"""

OTHER = """
source:
  slug: zeitung
  kind: press
  title: {tr: Haber, en: Report}
  publisher: {tr: Gazete, en: Newspaper}
  language: en
curated: "2026-11-21"
records:
  - slug: visit-1
    claims:
      - {field: date, says: "2012-10-11/2012-10-12"}
"""


@pytest.fixture
def folder(tmp_path):
    """fixtures/ and texts/, with the places still to be filled in."""
    claims = tmp_path / "fixtures" / "claims"
    (claims / "world").mkdir(parents=True)
    (claims / "sources").mkdir()
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "text.txt").write_bytes(TEXT.encode())
    source = SOURCE.format(sha=sha256(TEXT.encode()).hexdigest(), length=len(TEXT))
    (claims / "world" / "world.yaml").write_text(WORLD, encoding="utf-8")
    (claims / "sources" / "text.yaml").write_text(source, encoding="utf-8")
    (claims / "sources" / "zeitung.yaml").write_text(OTHER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def placed(folder):
    """The same with places, built into fixture files."""
    from django.core.management import call_command

    call_command("place_claims", folder / "fixtures" / "claims" / "sources" / "text.yaml", texts=folder / "texts")
    call_command("build_fixtures", folder=folder / "fixtures")
    return folder


def replace(path, old, new):
    """Break a file on purpose."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
