"""python -m bench.inside.dump: build NDJSON and CSV where the site keeps its downloads, with time and memory as JSON.

The other files, which are made of these, are left out: what they cost is said by `manage.py build_dumps`.
"""

import json
import resource
import shutil
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import django


def main() -> None:
    django.setup()
    from django.conf import settings

    json.dump(built(Path(settings.DUMPS_ROOT)), sys.stdout)


def built(root: Path) -> dict[str, Any]:
    """Build as the site does, file by file in one snapshot, and put the folder in place."""
    from relations.export import bundle, public, shelf
    from relations.export.files import FILES, MANIFEST, SUMS

    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    idle, begun = peak(), time.perf_counter()
    with bundle.beside(root) as (folder, _old):
        with public.snapshot():
            edition = public.edition()
            files = [file for file in FILES if file.name.endswith((".ndjson", ".csv"))]
            entries = bundle.write_files(folder, files, edition)
        seconds = time.perf_counter() - begun
        told: dict[str, Any] = {"number": edition.number, "date": edition.date}
        manifest = {"files": [asdict(each) for each in entries], "revision": told, "load_order": []}
        (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
        (folder / SUMS).write_text("", encoding="utf-8")
        folder.rename(root / shelf.name(told["number"], told["date"]))
    return {
        "seconds": seconds,
        "bytes": sum(entry.size for entry in entries),
        "rows": sum(entry.rows or 0 for entry in entries),
        "files": [entry.name for entry in entries],
        "mib_above_start": peak() - idle,
        "mib_helper": peak(resource.RUSAGE_CHILDREN),
        "mib_peak": peak(),
    }


def peak(whose: int = resource.RUSAGE_SELF) -> float:
    """The most memory that this process has held so far, or one that it waited for, in MiB."""
    return resource.getrusage(whose).ru_maxrss / 1024


if __name__ == "__main__":
    main()
