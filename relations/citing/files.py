"""A work as reference managers read it: BibTeX (as biblatex extends it, in UTF-8) and CSL-JSON. Pure."""

import json
from datetime import date
from typing import Any

from .work import Work

NAMES = {"tr": "turkish", "en": "british"}
# What TeX would take for its own.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # \{ would still be counted where braces must match
        "}": r"\textbraceright{}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex(work: Work) -> str:
    """An @online entry; a second pair of braces keeps a name whole and a title's capitals."""
    fields = {
        "author": f"{{{escape(work.site)}}}",
        "title": f"{{{escape(work.title.text)}}}",
        "date": work.modified.isoformat() if work.modified else "",
        "version": str(work.revision),
        "url": work.url,
        "urldate": work.accessed.isoformat(),
        "langid": NAMES[work.title.lang or work.language],
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@online{{{work.key},\n{''.join(lines)}}}\n"


def escape(text: str) -> str:
    return text.translate(ESCAPES)


def csl(work: Work) -> str:
    """A list of one item, as citation processors take it."""
    item: dict[str, Any] = {
        "id": work.key,
        "type": "webpage",
        "title": work.title.text,
        "author": [{"literal": work.site}],
        "container-title": work.site,
        "version": str(work.revision),
        "URL": work.url,
        "accessed": parts(work.accessed),
        "language": work.title.lang or work.language,
    }
    if work.modified:
        item["issued"] = parts(work.modified)
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
