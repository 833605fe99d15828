from relations.nodes import breaker
from relations.nodes.breaker import Breaker


def test_what_failed_is_left_alone_but_for_one_try_after_each_pause(monkeypatch):
    moment = [100.0]
    monkeypatch.setattr(breaker.time, "monotonic", lambda: moment[0])
    ours = Breaker(seconds=2)
    assert ours.may_try()
    ours.trip()
    assert ours.is_open
    assert not ours.may_try()
    moment[0] += 2
    assert [ours.may_try() for _ in range(3)] == [True, False, False]
    ours.reset()
    assert [ours.may_try() for _ in range(3)] == [True] * 3
