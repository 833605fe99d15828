"""One spelling of a text for finding dates and amounts: character for character as long as the text itself."""

import re

# Apostrophes and dashes as one; dotted and dotless i as one, for capitals do not tell them apart in mixed texts.
# Other letters keep their marks: “ön” is no “on”, ten.
_ALIKE = str.maketrans(
    "İIıîÎâÂûÛ’‘ʼ`´′–—‐‑‒−\u00a0\u202f\u2009\t\n\r",
    "iiiiiaauu''''''------      ",
)
# What holds digits and says nothing: addresses, identifiers, telephone numbers.
_SILENT = re.compile(
    r"https? ?: ?//\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\bdoi:? ?\S+|\b10\.\d{4,}/\S+"
    r"|\bisbn:?[\d -]{10,17}|\bissn:? ?[\dx-]{9}"
    r"|\+\d{1,3}[ .(-]{0,2}\d[\d ().-]{6,}\d|\(0?\d{3}\) ?\d{3} ?\d\d ?\d\d"
    r"|\b(?:tel|phone|telephone|telefon|faks|fax)\b[.:]* ?[\d ()/+.-]{6,}\d"
)


def spell(text: str) -> str:
    """The text in lower case with signs made alike; what says nothing is blanked. Keeps every character's place."""
    lowered = text.translate(_ALIKE).lower()
    return _SILENT.sub(lambda match: "\0" * len(match.group()), lowered)


def spell_word(word: str) -> str:
    """A word of a data table, spelt as spell() spells the text."""
    return word.translate(_ALIKE).lower()
