"""A translation against its original, claim by claim."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext_lazy as _

from relations.models import Citation, Record, Source

from .agreement import SEQUENCES
from .base import Check, Finding, Line, Words
from .comparing import grouped
from .material import Material


class Translations(Check):
    name = "translations"
    title = _("Translations")
    sentence = _(
        "What a translation says about a field is compared with what its original says: numbers, dates, "
        "names, ordinals and words, and whether it says anything at all."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        """Where a translation tells of a record, field by field; and each record that it leaves out."""
        by_source = grouped(material.citations, lambda each: each.source_id)
        for copy in material.translations:
            original = by_source.get(copy.translation_of_id or 0, [])
            yield from self._compare(copy, by_source.get(copy.pk, []), original, material)

    def _compare(
        self, copy: Source, copied: Sequence[Citation], original: Sequence[Citation], material: Material
    ) -> Iterator[Finding]:
        told = grouped(copied, lambda each: each.record_id)
        for key, claims in grouped(original, lambda each: each.record_id).items():
            record = material.records[key]
            if key not in told:
                words = _("The translation leaves out what its original says here.")
                yield Finding(self.name, (record,), Words(words), (*_lines(claims[:1]), _silent(copy)))
                continue
            fields = grouped(told[key], lambda each: each.field)
            for name, said in grouped(claims, lambda each: each.field).items():
                yield from self._of_field(record, said, fields.get(name, []), copy)

    def _of_field(
        self, record: Record, said: Sequence[Citation], copied: Sequence[Citation], copy: Source
    ) -> Iterator[Finding]:
        name = said[0].field
        known = {_normal(each) for each in said}
        wrong = [each for each in copied if _normal(each) not in known]
        if wrong:
            words = _("The translation says something different from its original.")
            yield Finding(self.name, (record,), Words(words), _lines([*said[:1], *wrong]), name)
        # That something took place follows from its being told at all.
        elif not copied and name not in SEQUENCES:
            words = _("The translation loses what its original says.")
            yield Finding(self.name, (record,), Words(words), (*_lines(said[:1]), _silent(copy)), name)


def _normal(citation: Citation) -> tuple[object, str]:
    """What is said, numbers by their amount: a translation has to be as precise as its original, no more, no less."""
    try:
        return Decimal(citation.says), citation.says_qualifier or "exact"
    except InvalidOperation:
        return citation.says, citation.says_qualifier or "exact"


def _lines(citations: Sequence[Citation]) -> tuple[Line, ...]:
    return tuple(Line(each.source, each, each.source) for each in citations)


def _silent(source: Source) -> Line:
    """The line of a source that says nothing."""
    return Line(source, _("nothing"), source)
