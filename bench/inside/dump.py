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
    from relations.export.rows import canonical
    from relations.models import Revision

    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    idle, begun = peak(), time.perf_counter()
    with bundle.beside(root) as (folder, _old):
        with public.snapshot():
            revision = Revision.current()
            entries = [bundle.write_one(folder, file) for file in FILES if file.name.endswith((".ndjson", ".csv"))]
        seconds = time.perf_counter() - begun
        told: dict[str, Any] = {"number": revision.number, "date": canonical(revision.changed_at)}
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
        "mib_peak": peak(),
    }


def peak() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
