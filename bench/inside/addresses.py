"""python -m bench.inside.addresses: what is asked of a world, as JSON.

Chosen by chance from the data itself, the same ones each time: filters, records, words, and the keys of pages at
90 % of the depth of a list.
"""

import json
import random
import sys
from itertools import cycle, islice, product
from typing import Any

import django
from django.db.models import Count, QuerySet

MOST = 3_000  # addresses of one sort
DEEP = 0.9


def main() -> None:
    django.setup()
    json.dump(chosen(random.Random(7)), sys.stdout)  # the same choice each time


def chosen(chance: random.Random) -> dict[str, Any]:
    """Everything that the measurements ask for."""
    from relations.models import Kind, Record

    published = Record.objects.published().order_by()
    dated = published.filter(earliest__isnull=False)
    return {
        "questions": list(islice(questions(chance), MOST)),
        "records": sampled(published, chance),
        "words": words(published, chance),
        "deep": {"timeline": cursors(dated), "visits": cursors(dated.filter(kind=Kind.VISIT))},
        "pairs": pairs(),
        "slugs": slugs(),
    }


def questions(chance: random.Random) -> Any:
    """Filters as readers choose them, each combination once."""
    from relations.models import Area, Kind

    most = [slug for slug, _count in ranked_pairs()[:300]]
    years = range(1990, 2024)
    sorts = [
        [{"kind": kind, "field": area} for kind, area in product(Kind.values, Area.values)],
        [{"kind": kind, "from": str(year)} for kind, year in product(Kind.values, years)],
        [{"field": area, "from": str(year), "to": str(year + 9)} for area, year in product(Area.values, years)],
        [{"pair": slug, "kind": kind} for slug, kind in product(most, Kind.values)],
        [{"pair": slug, "from": str(year)} for slug, year in product(most, (1995, 2005, 2015))],
    ]
    for each in sorts:
        chance.shuffle(each)
    together = [each for row in zip(*(islice(cycle(each), MOST) for each in sorts), strict=True) for each in row]
    return iter({json.dumps(each): each for each in together}.values())


def ranked_pairs() -> list[tuple[str, int]]:
    """Pairs by how many published records they have, the most first."""
    from relations.models import Record

    counted = Record.objects.published().order_by().exclude(relationship=None).values_list("relationship__slug")
    return list(counted.annotate(n=Count("pk")).order_by("-n", "relationship__slug"))


def pairs() -> dict[str, str]:
    """The pair with the most records, and one with as near to ten as there is."""
    ranked = ranked_pairs()
    return {"biggest": ranked[0][0], "ten": min(ranked, key=lambda pair: (abs(pair[1] - 10), pair[0]))[0]}


def sampled(published: QuerySet[Any], chance: random.Random) -> list[dict[str, Any]]:
    """Records from anywhere, each with its key and the end of its address."""
    from relations.models import Kind

    keys = list(published.values_list("pk", flat=True))
    some = chance.sample(keys, min(MOST, len(keys)))
    parts = (published.filter(pk__in=some[at : at + 500]) for at in range(0, len(some), 500))
    found = {pk: (kind, slug) for part in parts for pk, kind, slug in part.values_list("pk", "kind", "slug")}
    return [{"pk": pk, "path": f"{Kind(found[pk][0]).plural_slug}/{found[pk][1]}/"} for pk in some]


def words(published: QuerySet[Any], chance: random.Random) -> list[str]:
    """Two words that stand beside each other in a title: what readers copy or remember."""
    keys = chance.sample(list(published.values_list("pk", flat=True)), min(MOST * 2, published.count()))
    found: dict[str, None] = {}
    for at in range(0, len(keys), 500):
        for title in published.filter(pk__in=keys[at : at + 500]).order_by("pk").values_list("title_en", flat=True):
            parts = [part.strip(".,;:()“”'\"") for part in (title or "").split()]
            parts = [part for part in parts if len(part) > 2 and part.isalnum()]
            if len(parts) > 2:
                start = chance.randrange(len(parts) - 1)
                found[" ".join(parts[start : start + 2])] = None
    return list(found)[:MOST]


def cursors(dated: QuerySet[Any]) -> list[str]:
    """Keys after which nine tenths of a list, newest first, are behind."""
    at = int(dated.count() * DEEP)
    rows = dated.order_by("-earliest", "-pk").values_list("earliest", "pk")[at : at + 20]
    return [f"{day}.{key}" for day, key in rows]


def slugs() -> dict[str, str]:
    """One person, source, institution, country of middling size, for pages that need one."""
    from relations.models import Country, Institution, Person, Source

    counted = {
        "person": Person.objects.annotate(n=Count("participations"))
        .order_by("n", "slug")
        .values_list("slug", flat=True),
        "source": Source.objects.annotate(n=Count("citations")).order_by("n", "slug").values_list("slug", flat=True),
        "institution": Institution.objects.order_by("slug").values_list("slug", flat=True),
        "country": Country.objects.order_by("code").values_list("code", flat=True),
    }
    return {name: rows[len(rows) // 2].lower() for name, rows in ((name, list(rows)) for name, rows in counted.items())}


if __name__ == "__main__":
    main()
