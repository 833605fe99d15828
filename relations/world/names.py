"""Names that nobody has: built of syllables, each number its own."""

LETTERS = "bakoruşemitazölunevadigohaçimaropedüsakitobenugalefidamoze"
SYLLABLES = tuple(LETTERS[at : at + 2] for at in range(0, len(LETTERS), 2))
ASCII = str.maketrans("çğıöşü", "cgiosu")
STEP = 1_000_003  # shares no factor with the number of names, so each comes once


def person_name(number: int) -> str:
    """A given name and a surname."""
    text = _syllables(number, 5)
    return f"{text[:4].title()} {text[4:].title()}"


def place_name(number: int) -> str:
    return _syllables(number, 3).title()


def slug_of(name: str) -> str:
    return name.lower().translate(ASCII).replace(" ", "-")


def _syllables(number: int, count: int) -> str:
    left, found = number * STEP % len(SYLLABLES) ** count, []
    for _place in range(count):
        left, syllable = divmod(left, len(SYLLABLES))
        found.append(SYLLABLES[syllable])
    return "".join(found)
