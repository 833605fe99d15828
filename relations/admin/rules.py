"""What a row must keep to besides its own validators, with the message on the field that it is about."""

from collections.abc import Collection, Iterator

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import NotRegistered, translator
from modeltranslation.utils import get_translation_fields

# Constraints of the database that people meet, in words. The others stand behind validators or clean().
WORDS = {
    "agreement_entry_method_has_a_date": ("in_force", _("A method of entry into force needs the date as well.")),
    "agreement_not_part_of_itself": ("part_of", _("A document cannot be part of itself.")),
    "citation_once_a_place": ("source", _("This field cites this place of this source already.")),
    "citation_preferred_once_a_field": ("preferred", _("Another citation of this field is the preferred one.")),
    "meeting_not_replaced_by_itself": ("replaced_by", _("A meeting cannot be its own later date.")),
    "participation_names_someone": ("person", _("Name a person, an office, or both.")),
    "participation_once": ("person", _("This participant is already listed in the same role.")),
    "place_not_renamed_to_itself": ("renamed_to", _("A place cannot be renamed to itself.")),
    "source_not_translation_of_itself": ("translation_of", _("A source cannot be a translation of itself.")),
    "source_text_is_known_whole_or_not_at_all": (
        "sha256",
        _("For a text that we hold, give the file, the SHA-256 and the length; otherwise leave all three empty."),
    ),
}


def translations(model: type[models.Model]) -> dict[str, tuple[str, ...]]:
    """The translated fields of a model, each with its columns in the order of the languages."""
    try:
        fields = translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return {}
    return {name: tuple(get_translation_fields(name)) for name in fields}


def broken(
    row: models.Model, exclude: Collection[str] = (), skip: Collection[str] = ()
) -> Iterator[tuple[str, ValidationError]]:
    """Every rule that the row breaks, and the field to say it on; `skip` names constraints that others look after."""
    for model, constraints in row.get_constraints():
        for constraint in constraints:
            if constraint.name in skip:
                continue
            try:
                constraint.validate(model, row, exclude=set(exclude))
            except ValidationError as error:
                field, words = WORDS.get(constraint.name, (NON_FIELD_ERRORS, None))
                yield field, ValidationError(words) if words else error
    for field in unnamed(row):
        yield field, ValidationError(_("Fill this in for at least one language."))


def unnamed(row: models.Model) -> list[str]:
    """The first column of each translated field that must not be empty and is, in every language."""
    return [
        columns[0]
        for name, columns in translations(type(row)).items()
        if not getattr(row._meta.get_field(name), "blank", True) and not any(getattr(row, column) for column in columns)
    ]


class RuleForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form that says on its fields what the database would refuse."""

    left_to_others: tuple[str, ...] = ()

    def _post_clean(self) -> None:
        """Django asks the row for its broken constraints, all of which it would say above the form: answer for it."""
        self.instance.validate_constraints = self._refuse_broken
        super()._post_clean()  # type: ignore[misc]
        del self.instance.validate_constraints

    def _refuse_broken(self, exclude: Collection[str] | None = None) -> None:
        errors: dict[str, list[ValidationError]] = {}
        for field, error in self.broken(exclude or ()):
            errors.setdefault(field if field in self.fields else NON_FIELD_ERRORS, []).append(error)
        if errors:
            raise ValidationError(errors)

    def broken(self, exclude: Collection[str]) -> Iterator[tuple[str, ValidationError]]:
        """The rules that what is typed breaks; a form may know more of them."""
        yield from broken(self.instance, exclude, self.left_to_others)
