"""python -m tests.browser.prepare: a database with the real fixtures and texts to read, and the static files."""

import django
from django.core.management import call_command

from .past import change_records


def main() -> None:
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_fixtures", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    hold_texts()
    change_records()


def hold_texts() -> None:
    """The publishers' texts are not in the repository: words of no meaning stand where they would."""
    from relations.models import Source, SourceText

    for source in Source.objects.filter(slug__startswith="mfa-tr-kazakhstan"):
        words = "Söz söyledi. " * 12 + "\n\n"
        text = (words * (source.length // len(words) + 1))[: source.length]
        SourceText.objects.create(source=source, text=text, is_public=True)


if __name__ == "__main__":
    main()
