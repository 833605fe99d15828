"""Strings of the packages in use that neither their own catalogues nor Django's answer: the site's catalogue must."""

from collections.abc import Iterable, Iterator
from gettext import GNUTranslations
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from django.apps import AppConfig
from django.utils.translation import to_locale

from .catalogues import SOURCE_LANGUAGE, forms, strings
from .extraction import extracted

UNSEEN = {"migrations", "management", "tests"}  # folders with nothing that a reader or an editor sees


def unanswered(apps: Iterable[AppConfig], languages: Iterable[str]) -> Catalog:
    """What these applications say that stays untranslated in one of the languages."""
    packages = [Path(app.path) for app in apps]
    translated = [language for language in languages if language != SOURCE_LANGUAGE]
    shelves = {language: list(_shipped(packages, language)) for language in translated}
    left = Catalog()
    for package in packages:
        for message in strings(extracted(package.parent, _files(package))):
            if not all(any(_answers(shipped, message) for shipped in shelf) for shelf in shelves.values()):
                left.add(message.id, locations=message.locations, context=message.context)
    return left


def _files(package: Path) -> list[Path]:
    """The code and the templates of a package."""
    return [
        path
        for path in package.rglob("*")
        if path.is_file()
        and (path.suffix == ".py" or ("templates" in path.parts and path.name[0] != "."))
        and not UNSEEN & set(path.relative_to(package).parts)
    ]


def _shipped(packages: list[Path], language: str) -> Iterator[GNUTranslations]:
    """The compiled catalogues that Django and the packages bring for a language."""
    shipped = Path(django.__file__).parent
    folders = [shipped / "conf", *(shipped / "contrib").iterdir(), *packages]
    for folder in folders:
        path = folder / "locale" / to_locale(language) / "LC_MESSAGES" / "django.mo"
        if path.exists():
            with path.open("rb") as compiled:
                yield GNUTranslations(compiled)


def _answers(shipped: GNUTranslations, message: Message) -> bool:
    """Whether a compiled catalogue holds a translation."""
    one, *more = forms(message.id)
    if message.context:
        many = [shipped.npgettext(message.context, one, text, 2) for text in more]
        return many != more if more else shipped.pgettext(message.context, one) != one
    return [shipped.ngettext(one, text, 2) for text in more] != more if more else shipped.gettext(one) != one
