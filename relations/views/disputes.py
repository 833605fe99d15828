"""The fields of a pair's newest records on which sources differ, with what each says: markup for the pair's profile.

Found once a revision; only the numbers of the footnotes are the page's own. Whatever comes from outside goes through
`escape` or `marked`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from relations import profile
from relations.dashes import span
from relations.dates import print_date
from relations.models import Relationship
from relations.pages.origins import Origin
from relations.pages.words import NOTHING, Words, words
from relations.paths import path_of
from relations.serving.memo import per_revision
from relations.templatetags.record_tags import capfirst_in_language, language, language_in, number
from relations.timeline.markup import marked

from . import evidence

Number = Callable[[Origin], int]


@dataclass(frozen=True)
class Said:
    """What a source says of a field, and where."""

    says: str
    printed: str
    place: tuple[int, int, int] | None  # the citation's number, start and end
    inference: str
    preferred: bool
    source: Origin

    @classmethod
    def of(cls, line: evidence.Line) -> "Said":
        cited = line.citation
        place = None if cited.start is None else (cited.pk, cited.start, cited.end or cited.start)
        inference = str(cited.get_inference_display()) if cited.inference else ""
        return cls(line.says, cited.evidence, place, inference, cited.preferred, Origin.of(cited.source))


@dataclass(frozen=True)
class Dispute:
    """A field of a record on which sources differ."""

    path: str
    title: Words
    label: str
    state: str
    state_label: str
    reason: Words
    said: tuple[Said, ...]

    @classmethod
    def of(cls, found: evidence.FieldEvidence) -> "Dispute":
        return cls(
            found.record.get_absolute_url(),
            words(found.record, "title"),
            capfirst_in_language(found.label),
            found.state,
            found.state_label,
            words(found.reason, "reason") if found.reason else NOTHING,
            tuple(map(Said.of, found.lines)),
        )


@dataclass(frozen=True)
class Disputes:
    """Some fields; `is_cut` where there are more records that have any."""

    fields: tuple[Dispute, ...]
    is_cut: bool


@per_revision(maxsize=64)
def of_pair(pair: Relationship) -> Disputes:
    """Those of the newest records of a pair."""
    contested = profile.contested(pair)
    return Disputes(tuple(map(Dispute.of, evidence.disputed(contested))), contested.is_cut)


def listed(disputes: Iterable[Dispute], number_of: Number) -> SafeString:
    """Each field under its record's title; `number_of` gives a source the number of its footnote."""
    wanted = language()
    return mark_safe("\n".join(_dispute(each, number_of, wanted) for each in disputes))  # noqa: S308  # all is escaped


def _dispute(dispute: Dispute, number_of: Number, wanted: str) -> str:
    label, state = escape(dispute.label), escape(dispute.state_label)
    said = "\n".join(_said(each, number_of, wanted) for each in dispute.said)
    why = escape(_("Why this value is shown:"))
    reason = f'\n<p class="reason">{why} {marked(dispute.reason)}</p>' if dispute.reason.text else ""
    return (
        f'<h3><a href="{dispute.path}">{marked(dispute.title)}</a></h3>\n'
        f'<details class="fold"><summary>{label} <span class="state {dispute.state}">{state}</span></summary>'
        f'<div class="evidence {dispute.state}">\n'
        f'<p class="evidence-head"><b>{label}</b> <span class="state">{state}</span></p>\n'
        f"<ul>\n{said}\n</ul>{reason}\n</div></details>"
    )


def _said(said: Said, number_of: Number, wanted: str) -> str:
    source, code = said.source, escape(said.source.language)
    printed = f'\n<q lang="{code}">{escape(said.printed)}</q>' if said.printed else ""
    as_printed = f' lang="{code}"' if said.printed and said.printed == said.says else ""
    inferred, preferred = escape(_("inferred")), ' class="preferred"' if said.preferred else ""
    rule = f'\n<span class="tag inferred">{inferred}: {escape(said.inference)}</span>' if said.inference else ""
    return (
        f"<li{preferred}>\n"
        f'<span class="says"{as_printed}>{escape(said.says)}<sup class="footnote">{number_of(source)}</sup></span>'
        f'{printed}\n<span class="where">{_where(said, wanted)}</span>{rule}\n</li>'
    )


def _where(said: Said, wanted: str) -> str:
    source = said.source
    path, place = path_of("source", source.slug, wanted), escape(_("cited, not re-read"))
    if said.place:
        key, start, end = said.place
        path += f"#c{key}"
        place = escape(_("characters %(characters)s") % {"characters": span(number(start), number(end))})
    date = f", {escape(print_date(source.published, wanted))}" if source.published else ""
    spoken = escape(language_in(source.language, wanted))
    return f'<a href="{path}">{marked(source.publisher)}{date}</a>, {spoken}, {place}'
