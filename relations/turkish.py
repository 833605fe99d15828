"""Turkish spelling: suffixes of numerals by vowel harmony. Pure functions."""

from decimal import Decimal

# The ablative and the plural of the word that a numeral ends in when it is read aloud.
_UNITS = {1: ("den", "ler"), 2: ("den", "ler"), 3: ("ten", "ler"), 4: ("ten", "ler"), 5: ("ten", "ler")} | {
    6: ("dan", "lar"),
    7: ("den", "ler"),
    8: ("den", "ler"),
    9: ("dan", "lar"),
}
_TENS = {1: ("dan", "lar"), 2: ("den", "ler"), 3: ("dan", "lar"), 4: ("tan", "lar"), 5: ("den", "ler")} | {
    6: ("tan", "lar"),
    7: ("ten", "ler"),
    8: ("den", "ler"),
    9: ("dan", "lar"),
}
_MAGNITUDES = ((12, ("dan", "lar")), (9, ("dan", "lar")), (6, ("dan", "lar")), (3, ("den", "ler")), (2, ("den", "ler")))


def _last_word(number: int) -> tuple[str, str]:
    """Suffixes for the last spoken word of a non-negative whole number."""
    if number == 0:
        return ("dan", "lar")  # sıfır
    if number % 10:
        return _UNITS[number % 10]
    if number % 100:
        return _TENS[number % 100 // 10]
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    return next(suffixes for power, suffixes in _MAGNITUDES if zeros >= power)


def ablative(number: int | Decimal, printed: str) -> str:
    """The numeral as printed with its ablative: 15.000 → 15.000'den, 1,5 → 1,5'ten."""
    digits = int(str(number).rpartition(".")[2]) if number % 1 else int(number)
    return f"{printed}'{_last_word(digits)[0]}"


def plural(number: int) -> str:
    """The numeral with its plural: 1990 → 1990'lar, 1980 → 1980'ler."""
    return f"{number}'{_last_word(number)[1]}"
