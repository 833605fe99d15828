from bench.figures import Goal, Judged, judged, percentile, ratio, summary
from bench.goals import GOALS
from bench.load import Round


def rounds(*speeds, failed=0):
    return [Round(per_second=speed, p50=1000 / speed, p95=2000 / speed, size=10, failed=failed) for speed in speeds]


def test_a_summary_has_the_medians_and_the_spread():
    found = summary(rounds(100, 300, 200))
    assert (found.per_second, found.least, found.most) == (200, 100, 300)
    assert (found.p50, found.p95, found.failed) == (5, 10, 0)


def test_a_ratio_is_that_of_the_medians():
    assert ratio(summary(rounds(10, 30, 20)), summary(rounds(1, 4, 9))) == 5


def test_answers_that_failed_make_no_ratio():
    assert ratio(summary(rounds(10, failed=1)), summary(rounds(1))) is None
    assert ratio(summary(rounds(10)), summary(rounds(1, failed=1))) is None
    assert ratio(summary(rounds(10)), None) is None


def test_a_goal_is_measured_on_its_engine_against_a_peer_that_has_none():
    goals = [Goal("page", "page.cold", "other.page", 15)]
    found = {"page.cold@sqlite": summary(rounds(30)), "other.page": summary(rounds(2))}
    (sqlite,), (postgres,) = judged(goals, "sqlite", found), judged(goals, "postgresql", found)
    assert (sqlite.value, sqlite.is_reached) == (15, True)
    assert (postgres.value, postgres.is_reached) == (None, False)


def test_a_goal_may_ask_for_the_same_page_on_another_engine():
    goals = [Goal("page", "page.cold", "page.cold@sqlite", 0.6)]
    found = {"page.cold@sqlite": summary(rounds(30)), "page.cold@postgresql": summary(rounds(15))}
    assert judged(goals, "postgresql", found)[0].value == 0.5


def test_less_is_better_where_the_goal_says_so():
    assert Judged("start", "sqlite", 2.9, 3, at_most=True).is_reached
    assert not Judged("start", "sqlite", 3.1, 3, at_most=True).is_reached
    assert Judged("reads", "sqlite", 0, 0, at_most=True).is_reached


def test_a_percentile_is_a_value_that_was_found():
    assert percentile([5, 1, 3], 0.5) == 3
    assert percentile([1, 2], 0.95) == 2
    assert percentile([1], 0.5) == 1


def test_the_goals_are_those_that_were_set():
    bounds = {(goal.of, goal.peer): goal.bound for goal in GOALS["sqlite"]}
    assert bounds["timeline.cold", "datasette.table"] == 15
    assert bounds["timeline.warm", "datasette.table"] == 500
    assert bounds["timeline.warm", "nginx.page"] == 0.25
    assert bounds["timeline.304", "nginx.304"] == 0.35
    assert bounds["search.cold", "datasette.search"] == 45
    assert bounds["record.cold", "datasette.row"] == 6
    assert bounds["api.cold", "datasette.json"] == 20
