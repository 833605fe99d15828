from bench import sizing
from bench.cluster.phases import Phase, together
from bench.figures import Judged
from bench.report import bench, clustered, filled
from bench.table import CLUSTER, GOAL, figure, goals, markdown, number, phases, plain, speeds

FOUND = {"per_second": 1234.5, "least": 9.5, "most": 2000, "p50": 1.25, "p95": 4, "size": 5300, "failed": 0}


def test_columns_stand_under_each_other():
    assert plain(("a", "b"), [("long", "1"), ("x", "20")]) == "a      b\nlong   1\nx     20"


def test_a_table_for_a_document_has_its_figures_to_the_right():
    assert markdown(("a", "b"), [("x", "1")]) == "| a | b |\n| --- | ---: |\n| x | 1 |"


def test_few_are_told_by_the_tenth_and_many_by_the_whole():
    assert [number(each) for each in (9.54, 1234.5)] == ["9.5", "1,234"]
    assert [figure(each) for each in (0.0345, 15.04, 1234.5)] == ["0.0345", "15", "1,234"]


def test_a_row_shows_what_was_found_and_its_spread():
    assert speeds({"page": FOUND}) == [("page", "1,234", "9.5–2,000", "1.2", "4.0", "5,300", "")]


def test_a_goal_shows_what_was_asked_and_whether_it_is_reached():
    rows = goals(
        [
            Judged("page", "sqlite", 16.2, 15).as_json(),
            Judged("start", "sqlite", 3.5, 3, at_most=True, unit="s").as_json(),
            Judged("search", "sqlite", None, 45, note="why").as_json(),
        ]
    )
    assert rows[0] == ("page", "sqlite", "16.2 ×", "≥ 15 ×", "yes")
    assert rows[1] == ("start", "sqlite", "3.5 s", "≤ 3 s", "no")
    assert rows[2] == ("search (why)", "sqlite", "not measured", "≥ 45 ×", "no")
    assert len(GOAL) == len(rows[0])


def test_a_run_on_one_engine_says_so():
    machine = {"cores": 2, "cpu": "a processor", "memory_mib": 2048, "load_before": 0}
    run = {"size": 1000, "date": "2026", "code": "abc", "machine": machine, "versions": {}, "goals": [], "targets": {}}
    told = bench([run | {"engines": engines, "refused": {}} for engines in (["sqlite", "postgresql"], ["sqlite"])])
    assert [line for line in told.splitlines() if line.startswith("#")] == [
        "### 1,000 records",
        "### 1,000 records, sqlite alone",
    ]


def test_a_phase_of_a_cluster_shows_how_many_answers_were_errors_or_wrong():
    phase = Phase("no primary", 1_500, 99.5, 4, 20.25, errors={"/a: 503": 2, "/b: 500": 1}, wrong=["late"], changes=3)
    (row,) = phases([phase.as_json()])
    assert row == ("no primary", "1,500", "99.5", "4.0", "20.2", "3", "1", "3", "0", "0.00")
    assert len(row) == len(CLUSTER)
    machine = {"cores": 2}
    found = clustered({"date": "2026", "code": "abc", "machine": machine, "records": 0, "phases": [phase.as_json()]})
    assert found.startswith("2026, code abc, 2 cores, the fixtures:")
    assert f"| {' | '.join(row)} |" in found


def test_rounds_of_a_phase_give_the_middle_speed_and_all_that_went_wrong():
    rounds = [Phase("two", 10, speed, p50=speed, errors={"/a": 1}) for speed in (30, 10, 20)]
    rounds[0].wrong = ["late"]
    found = together(rounds)
    assert (found.per_second, found.p50, found.requests) == (20, 20, 30)
    assert (found.errors, found.wrong) == ({"/a": 3}, ["late"])


def test_only_what_stands_between_the_marks_is_replaced():
    text = "before\n<!-- bench -->\nold\n<!-- end -->\nafter\n<!-- sizing -->\n<!-- end -->\n"
    found = filled(text, {"bench": "new", "sizing": "sizes"})
    assert found == "before\n<!-- bench -->\n\nnew\n\n<!-- end -->\nafter\n<!-- sizing -->\n\nsizes\n\n<!-- end -->\n"
    assert filled(found, {"bench": "new", "sizing": "sizes"}) == found


def test_cores_follow_from_what_an_answer_costs_in_the_mix():
    speeds = {"cold": 100, "warm": 1000}
    found = {f"{page}.{state}@sqlite": FOUND | {"per_second": speeds[state]} for page in sizing.MIX for state in speeds}
    seconds = sizing.seconds_of_a_core(found, "sqlite", cores=2, kept=0.9)
    assert round(seconds, 6) == round(0.1 * 2 / 100 + 0.9 * 2 / 1000, 6)
    assert round(sizing.cores_for(86_400, seconds), 6) == round(sizing.PEAK * seconds / sizing.USED, 6)


def test_a_page_that_was_not_measured_gives_no_size():
    assert sizing.seconds_of_a_core({}, "sqlite", cores=2) is None
