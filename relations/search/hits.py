"""The results of a page of search: fetched by lean queries, marked where they answer, and put together as plain text.

Whatever comes from outside goes through `escape` or `marked`.
"""

from collections.abc import Iterable, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from relations.amounts import print_quantity
from relations.dates import print_date
from relations.models import Citation, Kind, Record
from relations.pages.words import chosen
from relations.paths import path_of
from relations.prepared import Prepared
from relations.templatetags.record_tags import LANGUAGES, language
from relations.timeline import markup
from relations.timeline.entries import Entry, entries

from .extracts import Hit, Marked, hit
from .question import Question

SUMMARIES = Prepared(
    Record,
    lambda rows, keys: (
        rows.filter(pk__in=keys).order_by().values_list("pk", *(f"summary_{code}" for code in LANGUAGES))
    ),
)
EVIDENCE = Prepared(
    Citation,
    lambda rows, keys: (
        rows.filter(preferred=True, record__in=keys)
        .exclude(evidence="")
        .order_by("field")
        .values_list("record", "evidence", "source__language")
    ),
)


def hits(keys: Sequence[int], question: Question) -> list[Hit]:
    """The records of some keys in their order, with the sources' words where nothing else says why they were found."""
    records, wanted = entries(keys), language()
    summaries = {
        pk: chosen(dict(zip(LANGUAGES, texts, strict=True)).get, wanted) for pk, *texts in SUMMARIES.rows(keys)
    }
    found = {key: hit(records[key], summaries[key], question) for key in keys if key in records and key in summaries}
    unmarked = [key for key, each in found.items() if not each.is_marked]
    printed: dict[int, dict[tuple[str, str], None]] = {}
    for record, text, code in EVIDENCE.rows(unmarked):
        printed.setdefault(record, {})[text, code] = None
    return [each.with_evidence(printed.get(key, ()), question) for key, each in found.items()]


def listed(found: Iterable[Hit]) -> SafeString:
    """Results as items of a list."""
    wanted = language()
    return mark_safe("\n".join(f"<li>{_hit(each, wanted)}</li>" for each in found))  # noqa: S308  # all is escaped


def _hit(found: Hit, wanted: str) -> str:
    record = found.record
    extract = f'<p class="extract"{_lang(found.extract, wanted)}>{found.extract.html}</p>' if found.extract.html else ""
    path = path_of(record.kind, record.slug, wanted)
    title = f'<a href="{path}"{_lang(found.title, wanted)}>{found.title.html}</a>'
    return (
        f'<article class="hit kind-{record.kind}">\n<p class="card-head">{_head(record, wanted)}</p>\n'
        f"<h2>{title}</h2>\n{extract}{_evidence(found.evidence)}\n"
        "</article>"
    )


def _lang(text: Marked, wanted: str) -> str:
    return f' lang="{text.language}"' if text.language != wanted else ""


def _head(record: Entry, wanted: str) -> str:
    """Kind, date, pair, and the value of a figure."""
    exact = f' datetime="{escape(record.date)}"' if len(record.date) == 10 else ""
    date = f"<time{exact}>{escape(print_date(record.date, wanted))}</time>"
    quantity = record.half.quantity
    parts = [
        f'<span class="kind">{markup.label(Kind, record.kind, wanted)}</span>',
        date if record.date else f'<span class="note">{escape(_("date unknown"))}</span>',
        markup.parties(record, wanted),
        f'<b class="value">{escape(print_quantity(quantity, wanted))}</b>' if quantity else "",
    ]
    return "\n".join(filter(None, parts))


def _evidence(texts: Sequence[Marked]) -> str:
    if not texts:
        return ""
    heading = escape(_("In the sources:"))
    quoted = ", ".join(f'<q lang="{escape(each.language)}">{each.html}</q>' for each in texts)
    return f'<p class="note">{heading} {quoted}</p>'
