"""SVG as a small tree of elements: built by the charts, printed for pages and files. Pure."""

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe


class Element(NamedTuple):
    """An element with its attributes in order; a child that is text is escaped when printed."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Element | str", ...]

    def get(self, name: str) -> str:
        """An attribute's value; empty where there is none."""
        return dict(self.attributes).get(name, "")


def el(name: str, *children: Element | str, **attributes: object) -> Element:
    """An element; `class_` and `stroke_width` stand for `class` and `stroke-width`, None and "" are left out."""
    named = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    kept = tuple((key, text(value)) for key, value in named if value is not None and value != "")
    return Element(name, kept, children)


def text(value: object) -> str:
    """An attribute's value: a number with two decimals at most, anything else as it is."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"
    return str(value)


def render(element: Element) -> SafeString:
    """The markup of a tree, for a page or a file."""
    return mark_safe(_printed(element))  # noqa: S308  # every text and attribute is escaped


def _printed(element: Element | str) -> str:
    if isinstance(element, str):
        return escape(element, quote=False)
    attributes = "".join([f' {name}="{escape(value)}"' for name, value in element.attributes])
    if not element.children:
        return f"<{element.name}{attributes}/>"
    return f"<{element.name}{attributes}>{''.join(map(_printed, element.children))}</{element.name}>"


def changed(element: Element, change: Callable[[Element], Element]) -> Element:
    """The tree with every element changed, children first."""
    children = tuple(child if isinstance(child, str) else changed(child, change) for child in element.children)
    return change(element._replace(children=children))
