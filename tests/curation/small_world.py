"""A world small enough to read claims in, and a story that tells of its visits and meetings."""

from relations.curation.families import reread
from relations.curation.held import hold
from relations.curation.reread import Case, Cited
from relations.curation.world import About, Thing, World
from relations.reading.found import Span

BOTH = frozenset({"KAZ", "TUR"})
THINGS = (
    Thing("recep-tayyip-erdogan", "person", "", ("Recep Tayyip Erdoğan", "Erdoğan")),
    Thing("abdullah-gul", "person", "", ("Abdullah Gül", "Gül")),
    Thing("nursultan-nazarbayev", "person", "", ("Nursultan Nazarbayev", "Nazarbayev")),
    Thing("president-tur", "office", "TUR", ("Türkiye Cumhurbaşkanı", "President of Türkiye")),
    Thing("president-kaz", "office", "KAZ", ("Kazakistan Cumhurbaşkanı", "President of Kazakhstan")),
    Thing("prime-minister-tur", "office", "TUR", ("Türkiye Başbakanı", "Prime Minister of Türkiye")),
    Thing("ankara", "place", "TUR", ("Ankara",)),
    Thing("astana", "place", "KAZ", ("Astana",)),
    Thing("otokar", "institution", "TUR", ("Otokar",)),
    Thing("otokar-central-asia", "institution", "KAZ", ("Otokar Central Asia",)),
    Thing("yok", "institution", "TUR", ("Yükseköğretim Kurulu", "YÖK")),
    Thing("group", "council", "", ("Ortak Stratejik Planlama Grubu", "OSPG", "Joint Strategic Planning Group")),
    Thing("council", "council", "", ("İşbirliği Konseyi", "YDSK", "Cooperation Council")),
)
RECORDS = {
    "visit-1": About("visit", BOTH),
    "visit-2": About("visit", BOTH),
    "group": About("council", BOTH),
    "council": About("council", BOTH),
    "meeting-1": About("meeting", BOTH, council="group", links=frozenset({"group", "visit-1"})),
    "meeting-2": About("meeting", BOTH, council="group", links=frozenset({"group"})),
    "pact": About("agreement", BOTH, form="agreement", links=frozenset({"visit-1"})),
    "set": About("agreement", BOTH, form="package"),
    **{unit: About("figure", BOTH, unit=unit) for unit in ("USD", "EUR", "person", "company", "percent", "rank")},
}
WORLD = World(
    {thing.slug: thing for thing in THINGS},
    frozenset({"KAZ", "TUR", "UZB"}),
    frozenset(
        {
            ("recep-tayyip-erdogan", "president-tur"),
            ("recep-tayyip-erdogan", "prime-minister-tur"),
            ("abdullah-gul", "president-tur"),
            ("nursultan-nazarbayev", "president-kaz"),
        }
    ),
    RECORDS,
)


def is_same(text, field, says, evidence="", record="visit-1", published="2026-02-01", others=(), language="", **claim):
    """Whether the claim verifies whose evidence (by default all of it) stands in the text."""
    language = language or ("tr" if any(letter in text for letter in "ışğİçöüŞ") else "en")
    held = hold("text", text, language, published, frozenset({"TUR"}))
    cited = [Cited(record, field, says, evidence or text, _span(text, evidence or text), **claim)]
    cited += [Cited(about, name, told, words, _span(text, words)) for about, name, told, words in others]
    return reread(Case(cited[0], held, WORLD, cited))[0]


def _span(text, words):
    return Span(text.index(words), text.index(words) + len(words))


STORY = (
    "Nazarbayev Ekim 2009’da Türkiye’ye geldi; ziyaret sırasında anlaşma imzalandı. OSPG burada kuruldu."
    "\nErdoğan 15 Nisan 2015’te Astana’ya gitti. Ziyarette Grubun müteakip toplantısı yapıldı; sonuncusu ikinciydi."
)
TOLD = (
    ("visit-1", "date", "2009-10", "Ekim 2009’da"),
    ("visit-2", "date", "2015-04-15", "15 Nisan 2015’te"),
    ("meeting-1", "ordinal", "2", "ikinciydi"),
)
