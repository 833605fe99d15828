"""What figures count, and how each is called in both languages; `a` is where it comes from and `b` where it goes."""

from typing import NamedTuple

from .earth import Land
from .grammar import from_, in_, to


class Measure(NamedTuple):
    """An indicator with its unit, the powers of ten between which its values lie, and its titles."""

    indicator: str
    area: str
    unit: str
    low: float
    high: float
    often: int


MEASURES = (
    Measure("trade_total", "trade", "USD", 5, 11, 5),
    Measure("export", "trade", "USD", 4, 10.5, 6),
    Measure("import", "trade", "USD", 4, 10.5, 5),
    Measure("investment_stock", "investment", "USD", 5, 10, 3),
    Measure("contracting", "investment", "USD", 6, 10, 1),
    Measure("companies", "investment", "company", 0, 3.6, 2),
    Measure("employment", "investment", "person", 1, 4.5, 1),
    Measure("students", "education", "student", 0, 4, 2),
    Measure("projects", "investment", "project", 0, 2.5, 1),
    Measure("delegation", "politics", "person", 0.5, 2.3, 1),
    Measure("growth", "trade", "percent", 0, 1.7, 1),
    Measure("share", "trade", "percent", -0.5, 1.3, 1),
    Measure("rank", "trade", "rank", 0.4, 2, 1),
)
OFTEN = tuple(measure for measure in MEASURES for _time in range(measure.often))


def titles(indicator: str, a: Land, b: Land) -> tuple[str, str]:
    """What is counted, without its time."""
    tr, en = TITLES[indicator]
    names = {"a": a.tr, "b": b.tr, "from_a": from_(a.tr), "in_b": in_(b.tr), "to_b": to(b.tr)}
    return tr.format(**names), en.format(a=a.the, b=b.the)


TITLES = {
    "trade_total": ("{a} ile {b} arasındaki ticaret hacmi", "Trade between {a} and {b}"),
    "export": ("{from_a} {to_b} ihracat", "Exports from {a} to {b}"),
    "import": ("{b} tarafının {from_a} ithalatı", "Imports of {b} from {a}"),
    "investment_stock": ("{a} kaynaklı sermayenin {in_b} doğrudan yatırımları", "Direct investment from {a} in {b}"),
    "contracting": ("{a} firmalarının {in_b} üstlendiği projelerin değeri", "Value of projects of {a} firms in {b}"),
    "companies": ("{in_b} çalışan {a} sermayeli şirketler", "Companies with capital from {a} in {b}"),
    "employment": ("{a} sermayeli şirketlerin {in_b} sağladığı istihdam", "Jobs at companies from {a} in {b}"),
    "students": ("{in_b} öğrenim gören {a} uyruklu öğrenciler", "Students from {a} in {b}"),
    "projects": ("{a} firmalarının {in_b} yürüttüğü projeler", "Projects run by companies from {a} in {b}"),
    "delegation": ("{from_a} {to_b} giden heyet", "Delegation from {a} to {b}"),
    "growth": ("{a} ile {b} arasındaki ticaretin büyümesi", "Growth of trade between {a} and {b}"),
    "share": ("{a} ihracatı içinde {b} payı", "Share of {b} in the exports of {a}"),
    "rank": ("{a} ihracat pazarları arasında {b} sırası", "Rank of {b} among the export markets of {a}"),
}
