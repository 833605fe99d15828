"""Quantities with their unit, qualifier and rounding: comparing them, and printing them in either language."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel.core import Locale
from babel.numbers import format_decimal, list_currencies

from relations.dates import LOCALES
from relations.turkish import ablative

QUALIFIERS = ("exact", "about", "over", "under", "planned")
SCALES = (
    (Decimal(10) ** 12, {"tr": "trilyon", "en": "trillion"}),
    (Decimal(10) ** 9, {"tr": "milyar", "en": "billion"}),
    (Decimal(10) ** 6, {"tr": "milyon", "en": "million"}),
)
# Units that are no currency; (singular, plural) where the language tells them apart.
UNITS: dict[str, dict[str, tuple[str, str]]] = {
    "person": {"tr": ("kişi", "kişi"), "en": ("person", "people")},
    "student": {"tr": ("öğrenci", "öğrenci"), "en": ("student", "students")},
    "company": {"tr": ("şirket", "şirket"), "en": ("company", "companies")},
    "project": {"tr": ("proje", "proje"), "en": ("project", "projects")},
    "agreement": {"tr": ("anlaşma", "anlaşma"), "en": ("agreement", "agreements")},
    "meeting": {"tr": ("toplantı", "toplantı"), "en": ("meeting", "meetings")},
    "city": {"tr": ("şehir", "şehir"), "en": ("city", "cities")},
    "year": {"tr": ("yıl", "yıl"), "en": ("year", "years")},
    "percent": {"tr": ("", ""), "en": ("", "")},
    "rank": {"tr": ("", ""), "en": ("", "")},
    "times": {"tr": ("kat", "kat"), "en": ("times", "times")},
}
CURRENCIES = frozenset(list_currencies())
_CURRENCY_NAMES = {"tr": {"USD": "ABD doları", "EUR": "avro", "TRY": "Türk lirası"}, "en": {"USD": "US$", "EUR": "€"}}
_CURRENCY_ABLATIVES = {"USD": "dolarından", "EUR": "avrodan", "TRY": "lirasından"}


def is_unit(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code or one of UNITS."""
    return unit in UNITS or unit in CURRENCIES


@dataclass(frozen=True)
class Quantity:
    """A value in base units, as exact as its step: 1,33 milyar dolar is 1330000000 USD in steps of 10000000."""

    value: Decimal
    unit: str
    qualifier: str = "exact"
    step: Decimal | None = None

    @property
    def low(self) -> Decimal:
        """The least value that the statement allows."""
        below = {"exact": self.grain / 2, "planned": self.grain / 2, "over": Decimal(0)}
        return self.value - below.get(self.qualifier, self.grain)

    @property
    def high(self) -> Decimal:
        """The greatest value that it allows: whoever says “over 15” would not say so of 15,000."""
        above = {"exact": self.grain / 2, "planned": self.grain / 2, "under": Decimal(0)}
        return self.value + above.get(self.qualifier, self.grain)

    @property
    def grain(self) -> Decimal:
        """The rounding step; where the number is exact none, else that of its last digit that is not zero."""
        if self.step is not None or self.qualifier in ("exact", "planned"):
            return self.step or Decimal(0)
        return Decimal(1).scaleb(_exponent(self.value))

    def agrees_with(self, other: "Quantity") -> bool:
        """Whether one number can satisfy both statements. Units must be the same."""
        if self.unit != other.unit:
            return False
        return self.low <= other.high and other.low <= self.high


@lru_cache(maxsize=16_384)
def print_quantity(quantity: Quantity, language: str) -> str:
    """“1,33 milyar ABD doları”, “over US$21 billion”, “15.000'den fazla kişi”, “17th”."""
    number, scale = _scaled(quantity, language)
    if quantity.unit == "rank":
        return f"{number}." if language == "tr" else f"{number}{_ordinal_ending(int(quantity.value))}"
    if quantity.unit == "percent":
        number = f"%{number}" if language == "tr" else f"{number}%"
    return _qualified(quantity, number, scale, language)


def _scaled(quantity: Quantity, language: str) -> tuple[str, str]:
    """The number as printed, and the word of its scale (empty below a million)."""
    for power, words in SCALES:
        if abs(quantity.value) >= power:
            return _digits(quantity.value / power, (quantity.step or power) / power, language), words[language]
    return _digits(quantity.value, quantity.step, language), ""


def _digits(number: Decimal, step: Decimal | None, language: str) -> str:
    """A decimal with the places that its step shows, and never fewer than its value needs."""
    shown = max(-_exponent(number), -_exponent(step) if step else 0, 0)
    return str(format_decimal(number, f"#,##0.{'0' * shown}" if shown else "#,##0", locale=LOCALES[language]))


def _exponent(number: Decimal) -> int:
    """The power of ten of the last digit that is not zero."""
    return int(number.normalize().as_tuple().exponent)


def _qualified(quantity: Quantity, number: str, scale: str, language: str) -> str:
    """Number, scale and unit in the order, and with the case endings, that the qualifier asks for."""
    printers = {"tr": _qualified_tr, "en": _qualified_en}
    return printers[language](quantity, number, scale)


def _qualified_en(quantity: Quantity, number: str, scale: str) -> str:
    word = {"about": "about ", "over": "over ", "under": "almost "}.get(quantity.qualifier, "")
    amount = f"{number} {scale}".strip()
    if quantity.unit in UNITS:
        one, many = UNITS[quantity.unit]["en"]
        return f"{word}{amount} {one if quantity.value == 1 else many}".strip()
    symbol = _CURRENCY_NAMES["en"].get(quantity.unit, f"{quantity.unit}\u00a0")
    return f"{word}{symbol}{amount}"


def _qualified_tr(quantity: Quantity, number: str, scale: str) -> str:
    unit = UNITS[quantity.unit]["tr"][0] if quantity.unit in UNITS else _currency_tr(quantity.unit)
    amount = f"{number} {scale}".strip()
    if quantity.qualifier == "over":
        return _over_tr(quantity, number, scale, unit)
    word = {"about": "yaklaşık ", "under": "neredeyse "}.get(quantity.qualifier, "")
    return f"{word}{amount} {unit}".strip()


def _over_tr(quantity: Quantity, number: str, scale: str, unit: str) -> str:
    """“… dolarından fazla” for money, “3.000'den fazla şirket” for what is counted."""
    if quantity.unit in _CURRENCY_ABLATIVES:
        stem = unit.rpartition(" ")[0]
        return " ".join(filter(None, (number, scale, stem, _CURRENCY_ABLATIVES[quantity.unit], "fazla")))
    if scale:
        return f"{number} {scale}dan fazla {unit}".strip()
    return f"{ablative(quantity.value, number)} fazla {unit}".strip()


def _currency_tr(code: str) -> str:
    name = _CURRENCY_NAMES["tr"].get(code) or Locale("tr").currencies.get(code, code)
    return str(name)


def _ordinal_ending(number: int) -> str:
    """st, nd, rd or th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
