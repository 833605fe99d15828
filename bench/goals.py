"""The goals that are ratios of requests a second: what is measured, against whom, and how far it is to go."""

from .figures import Goal

PAGE, SAME, AGAIN = "timeline, filtered, with facets, nothing cached", "the same page, cached", "conditional GET (304)"
SEARCH, RECORD, API = "search, first page with facets", "one record with its citations", "API, 100 records"
COLD = {"timeline": PAGE, "search": SEARCH, "record": RECORD, "api": API}
AGAINST = [
    ("search", SEARCH, "Datasette’s", "search", 45),
    ("record", RECORD, "Datasette’s row", "row", 6),
    ("api", API, "Datasette’s JSON", "json", 20),
]
GOALS: dict[str, list[Goal]] = {
    "sqlite": [
        Goal(f"{PAGE} / Datasette’s table", "timeline.cold", "datasette.table", 15),
        Goal(f"{SAME} / Datasette’s table", "timeline.warm", "datasette.table", 500),
        Goal(f"{SAME} / nginx, same bytes", "timeline.warm", "nginx.page", 0.25),
        Goal(f"{AGAIN} / nginx", "timeline.304", "nginx.304", 0.35),
        # As a node ships, and with nothing kept, which says what the first reader of a page pays.
        *(
            Goal(f"{what}, {how} / {peer}", f"{page}.{state}", f"datasette.{table}", bound)
            for page, what, peer, table, bound in AGAINST
            for state, how in (("warm", "as it ships"), ("cold", "nothing cached"))
        ),
    ],
    "postgresql": [
        Goal(f"{SAME} / Datasette’s table", "timeline.warm", "datasette.table", 500),
        Goal(f"{SAME} / nginx, same bytes", "timeline.warm", "nginx.page", 0.10),
        Goal(f"{AGAIN} / nginx", "timeline.304", "nginx.304", 0.10),
        *(
            Goal(f"{what} / the same on SQLite", f"{page}.cold", f"{page}.cold@sqlite", 0.6)
            for page, what in COLD.items()
        ),
    ],
}
