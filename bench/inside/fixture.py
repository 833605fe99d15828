"""python -m bench.inside.fixture FOLDER: everything as one fixture file; prints how many records are in it."""

import sys
from pathlib import Path

import django


def main(folder: Path) -> None:
    django.setup()
    from relations.export import bundle, public
    from relations.export.files import FILES
    from relations.models import Record

    (data,) = (file for file in FILES if file.name == "data.json")
    with public.snapshot():
        bundle.write_one(folder, data)
    print(Record.objects.published().count())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
