"""The classes that charts are drawn with: the style of each, and the light colours for files that leave the site.

static/css/charts.css says the same of each class, with the tokens of site.css, which have a dark side too.
"""

TOKENS = {
    "ink": "#1b2430",
    "ink-soft": "#54606e",
    "paper": "#ffffff",
    "paper-raised": "#f5f7f9",
    "line": "#d5dce3",
    "link": "#14508c",
    "accent": "#1d3f5e",
    "good": "#1c6b46",
    "warn": "#8a4b00",
    "bad": "#a12622",
    "visit": "#1f4a8c",
    "agreement": "#8759b4",
    "council": "#421d00",
    "meeting": "#765303",
    "milestone": "#7a0f4b",
    "figure": "#167d65",
}
COLOURS = tuple(name for name in TOKENS if name not in ("paper", "paper-raised"))

# Text, and what a drawing stands on. `c-` keeps them apart from the classes of pages.
STYLES: dict[str, dict[str, str]] = {
    "c-paper": {"fill": "var(--paper)"},
    "c-raised": {"fill": "var(--paper-raised)"},
    "c-finding": {"fill": "var(--ink)", "font-size": "18px", "font-weight": "600"},
    "c-label": {"fill": "var(--ink)", "font-size": "13px"},
    "c-strong": {"fill": "var(--ink)", "font-size": "13px", "font-weight": "600"},
    "c-soft": {"fill": "var(--ink-soft)", "font-size": "13px"},
    "c-small": {"fill": "var(--ink-soft)", "font-size": "12px"},
    "c-key": {"fill": "var(--ink)", "font-size": "12px", "font-weight": "600"},
    # Stands over lines: a rim of paper keeps it legible.
    "c-value": {
        "fill": "var(--ink)",
        "font-size": "12px",
        "stroke": "var(--paper)",
        "stroke-width": "3",
        "stroke-linejoin": "round",
        "paint-order": "stroke",
    },
    "c-on": {"fill": "var(--paper)", "font-size": "12px", "font-weight": "600"},  # on a filled mark
    "c-axis": {"stroke": "var(--ink-soft)", "stroke-width": "1", "fill": "none"},
    "c-grid": {"stroke": "var(--line)", "stroke-width": "1", "fill": "none"},
    "c-gap": {"stroke": "var(--ink-soft)", "stroke-width": "1.5", "stroke-dasharray": "3 3", "fill": "var(--paper)"},
}
# Marks in each colour: filled, a line, an outline, a wash behind, text.
for _name in COLOURS:
    STYLES |= {
        f"c-{_name}-fill": {"fill": f"var(--{_name})"},
        f"c-{_name}-line": {"stroke": f"var(--{_name})", "stroke-width": "2", "fill": "none"},
        f"c-{_name}-open": {"stroke": f"var(--{_name})", "stroke-width": "2", "fill": "var(--paper)"},
        f"c-{_name}-wash": {"fill": f"var(--{_name})", "fill-opacity": ".22"},
        f"c-{_name}-text": {"fill": f"var(--{_name})", "font-size": "13px", "font-weight": "600"},
    }


def attributes(classes: str) -> dict[str, str]:
    """The presentation attributes of an element's classes in light colours; a later class wins. KeyError if unknown."""
    style = {key: value for name in classes.split() for key, value in STYLES[name].items()}
    return {key: _light(value) for key, value in style.items()}


def _light(value: str) -> str:
    return TOKENS[value[6:-1]] if value.startswith("var(--") else value.removesuffix("px")
