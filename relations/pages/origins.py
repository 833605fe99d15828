"""A source as lists and footnotes name it."""

from typing import NamedTuple

from relations.models import Source

from .words import Words, words


class Origin(NamedTuple):
    """What of a source is printed beside a value, in the page's language."""

    slug: str
    publisher: Words
    title: Words
    published: str
    language: str
    url: str
    doi: str

    @classmethod
    def of(cls, source: Source) -> "Origin":
        publisher, title = words(source, "publisher"), words(source, "title")
        return cls(source.slug, publisher, title, source.published, source.language, source.url, source.doi)
