"""python -m tests.lighthouse NODE_MODULES: scores of the pages that matter most, median of three; fails below 95.

Kept apart from .ci/run: it needs Node and 200 packages, takes minutes, and its speed score follows the load of the
machine that measures; what it would find of accessibility and weight, tests/browser finds at every run.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.browser.site import Site, find_chromium

PAGES = {
    "home": "/en/",
    "timeline": "/en/timeline/",
    "profile": "/tr/relations/kaz-tur/",
    "record": "/tr/visits/visit-kaz-tur-2009-10-nazarbayev/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
TRIES = 2  # Chromium now and then loses the trace of a page load: no score, not a low one
LEAST = 95
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


def measure(node_modules: Path, url: str) -> dict[str, object]:
    """One run, as a phone on a slow line."""
    command = [
        *("node", str(node_modules / "lighthouse/cli/index.js"), url),
        *("--quiet", "--output=json", "--no-enable-error-reporting", f"--chrome-flags={FLAGS}"),
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    environment = {**os.environ, "CHROME_PATH": find_chromium()}
    for _ in range(TRIES):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=180)
        if not done.returncode:
            return dict(json.loads(done.stdout))
    sys.exit(f"Lighthouse could not measure {url}:\n{done.stderr}")


def scores(reports: list[dict]) -> dict[str, int]:
    return {name: round(100 * median(each["categories"][name]["score"] for each in reports)) for name in CATEGORIES}


def lost(report: dict) -> Iterator[str]:
    """The audits that cost points, by category."""
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{name}: {audit['id']} {audit.get('displayValue', '')} — {audit['title']}"


def main() -> None:
    node_modules = Path(sys.argv[1])
    site = Site()
    too_low = False
    try:
        print(f"{'':10}", *(f"{name:>15}" for name in CATEGORIES))
        for page, path in PAGES.items():
            reports = [measure(node_modules, site.url + path) for _ in range(RUNS)]
            found = scores(reports)
            print(f"{page:10}", *(f"{score:15}" for score in found.values()), flush=True)
            if min(found.values()) < LEAST:
                too_low = True
                print(*(f"    {line}" for line in lost(reports[-1])), sep="\n", flush=True)
    finally:
        site.stop()
    sys.exit(f"A score is below {LEAST}." if too_low else None)


if __name__ == "__main__":
    main()
