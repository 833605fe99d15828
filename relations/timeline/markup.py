"""Entries of a list as markup: plain text put together, since a page has fifty and a template takes ten times as long.

Whatever comes from outside goes through `escape` or `marked`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html import escape

from django.db.models import TextChoices
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations.amounts import print_quantity
from relations.dashes import paired
from relations.dates import print_date
from relations.models import AgreementForm, Consensus, Kind, MeetingStatus, VisitKind, VisitStatus
from relations.models.records import DISPUTED
from relations.pages.origins import Origin
from relations.pages.words import Words
from relations.paths import path_of
from relations.templatetags.record_tags import language, language_in

from .cards import Card
from .entries import Entry

Number = Callable[[Origin], int]
HERE = "{here}"


def listed(entries: Iterable[Entry], number: Number, *, with_kind: bool, with_pair: bool) -> SafeString:
    """Items of a list; `number` gives a source the number of its footnote."""
    page = Page(language(), number, with_kind, with_pair)
    return mark_safe("\n".join(map(page.item, entries)))  # noqa: S308  # escaped as it is put together


def cards(shown: Iterable[Card], number: Number) -> SafeString:
    """The same as cards, which say how well sources agree."""
    page = Page(language(), number, with_kind=True, with_pair=True)
    return mark_safe("\n".join(f"<li>{page.card(each)}</li>" for each in shown))  # noqa: S308  # likewise


@dataclass(frozen=True)
class Page:
    """What the entries of a page have in common."""

    language: str
    number: Number
    with_kind: bool
    with_pair: bool
    links: dict[str, str] = field(default_factory=dict)  # to the sources named so far, by slug

    def item(self, entry: Entry) -> str:
        title = f'<a href="{path_of(entry.kind, entry.slug, self.language)}">{marked(entry.title)}</a>'
        return (
            f'<li><article class="entry kind-{entry.kind}">\n<p class="entry-head">{self._head(entry)}</p>\n'
            f'<p class="entry-title">{title}</p>\n{_detail(entry, self.language)}\n'
            f"{self._cited(entry.sources)}\n</article></li>"
        )

    def card(self, card: Card) -> str:
        entry, path = card.entry, path_of(card.entry.kind, card.entry.slug, self.language)
        head = "\n".join(filter(None, [_kind(entry, self.language), self._when(entry), parties(entry, self.language)]))
        agree = consensus(entry.consensus, card.sources, self.language).replace(HERE, path)
        return (
            f'<article class="card kind-{entry.kind}">\n<p class="card-head">\n{head}\n</p>\n'
            f'<h3><a href="{path}">{marked(entry.title)}</a></h3>\n{_detail(entry, self.language)}\n'
            f'<div class="card-foot">{agree} {self._cited(entry.sources)}</div>\n</article>'
        )

    def _when(self, entry: Entry) -> str:
        return _time(entry, self.language) or f'<span class="note">{escape(_("date unknown"))}</span>'

    def _head(self, entry: Entry) -> str:
        """Date, kind, pair, and whether sources differ."""
        parts = [
            _time(entry, self.language),
            _kind(entry, self.language) if self.with_kind else "",
            parties(entry, self.language) if self.with_pair else "",
        ]
        if entry.consensus in DISPUTED:
            said = label(Consensus, entry.consensus, self.language)
            parts.append(f'<span class="state {entry.consensus}">{said}</span>')
        return "\n".join(["", *filter(None, parts), ""])

    def _cited(self, sources: Iterable[Origin]) -> str:
        """The list of a value's sources."""
        items = [f'<li>{self._known(each)}<sup class="footnote">{self.number(each)}</sup></li>' for each in sources]
        heading, none = _words_of_lists(self.language)
        return f'<ul class="cited" aria-label="{heading}">\n{"".join(items) or none}\n</ul>'

    def _known(self, source: Origin) -> str:
        """A source's link: a page names few of them, and each many times."""
        if (found := self.links.get(source.slug)) is None:
            found = self.links[source.slug] = _link(source, self.language, get_script_prefix())
        return found


def _time(entry: Entry, wanted: str) -> str:
    """When it was; nothing where nobody knows."""
    exact = f' datetime="{escape(entry.date)}"' if len(entry.date) == 10 else ""
    return f"<time{exact}>{_date(entry.date, wanted)}</time>" if entry.date else ""


def _kind(entry: Entry, wanted: str) -> str:
    return f'<span class="kind">{label(Kind, entry.kind, wanted)}</span>'


def _detail(entry: Entry, wanted: str) -> str:
    """What records of its kind have to say."""
    make = DETAILS.get(entry.kind)
    return make(entry, wanted) if make else ""


@cache
def consensus(state: str, sources: int, language: str) -> str:
    """How well the sources of a record agree, in the words of its template, leading to HERE; in the active language."""
    record = {"consensus": state, "source_count": sources, "get_absolute_url": HERE}
    return render_to_string("relations/_consensus.html", {"record": record})


@lru_cache(maxsize=4_096)
def _link(source: Origin, wanted: str, mount: str) -> str:
    date = f", {_date(source.published, wanted)}" if source.published else ""
    return f'<a href="{path_of("source", source.slug, wanted)}">{marked(source.publisher)}{date}</a>'


def parties(entry: Entry, wanted: str) -> str:
    """The pair with a link to it, or all who share the record; nothing where there is neither."""
    if entry.pair:
        return _pair_link(entry.pair, entry.parties, wanted, get_script_prefix())
    return f'<span class="pair">{", ".join(map(marked, entry.parties))}</span>' if entry.parties else ""


@lru_cache(maxsize=4_096)
def _pair_link(slug: str, countries: tuple[Words, ...], wanted: str, mount: str) -> str:
    first, second = map(marked, countries)
    return f'<a class="pair" href="{path_of("relationship", slug, wanted)}">{paired(first, second, wanted)}</a>'


def _figure(entry: Entry, wanted: str) -> str:
    half = entry.half
    value = escape(print_quantity(half.quantity, wanted)) if half.quantity else ""
    target = f' <span class="tag">{escape(_("target"))}</span>' if half.is_target else ""
    return f'<p class="value">{value}{target}\n<span class="note">{marked(half.reporter)}</span></p>'


def _visit(entry: Entry, wanted: str) -> str:
    half = entry.half
    status = f" · {label(VisitStatus, half.status, wanted)}" if half.status != VisitStatus.HELD else ""
    kind = label(VisitKind, half.visit_kind, wanted)
    return f'<p class="note">{marked(half.origin)} → {marked(half.destination)} · {kind}{status}</p>'


def _meeting(entry: Entry, wanted: str) -> str:
    place = f"{marked(entry.place)} · " if entry.place.text else ""
    return f'<p class="note">{place}{label(MeetingStatus, entry.half.status, wanted)}</p>'


def _agreement(entry: Entry, wanted: str) -> str:
    count, more = entry.half.count, ""
    if count > 1:
        documents = ngettext("%(counter)s document", "%(counter)s documents", count) % {"counter": count}
        more = f" · {escape(documents)}"
    return f'<p class="note">{label(AgreementForm, entry.half.form, wanted)}{more}</p>'


DETAILS: dict[str, Callable[[Entry, str], str]] = {
    Kind.FIGURE: _figure,
    Kind.VISIT: _visit,
    Kind.MEETING: _meeting,
    Kind.AGREEMENT: _agreement,
}


@lru_cache(maxsize=4_096)
def footnote(source: Origin, wanted: str) -> SafeString:
    """A source in the list at the foot of a page."""
    date = f" {_date(source.published, wanted)}." if source.published else ""
    address = source.url or (f"https://doi.org/{source.doi}" if source.doi else "")
    seen = f' <span class="address">{escape(address)}</span>' if address else ""
    named = f"{marked(source.publisher)}. <cite>{marked(source.title)}</cite>."
    return mark_safe(f"{named}{date} {escape(language_in(source.language, wanted))}.{seen}")  # noqa: S308  # all is escaped


def marked(words: Words) -> str:
    """A text, saying so where it is not in the page's language."""
    text = escape(words.text)
    if not words.lang:
        return text
    return f'<span lang="{words.lang}" class="untranslated" title="{escape(_("Not yet translated"))}">{text}</span>'


def _date(edtf: str, wanted: str) -> str:
    return escape(print_date(edtf, wanted))


@cache
def _words_of_lists(language: str) -> tuple[str, str]:
    """What a list of sources is called, and its item where there is none; `language` is the active one."""
    return escape(_("Sources")), f'<li class="uncited">{escape(_("no source yet"))}</li>'


@cache
def label(choices: type[TextChoices], value: str, language: str) -> str:
    """What a value of a vocabulary is called; `language` is the active one."""
    return escape(str(choices(value).label))
