"""A map that only grows."""

from wargame.engine.layered import MOST_NEW, Layered


def test_it_reads_like_the_map_it_stands_for() -> None:
    grown, plain = Layered[int, str]({}, {}), {}
    for n in range(3 * MOST_NEW):
        grown = grown.with_new({n: str(n)})
        plain[n] = str(n)
    assert grown == plain
    assert list(grown) == list(plain)
    assert len(grown) == len(plain)
    assert 5 in grown and -1 not in grown
    assert grown.get(-1) is None


def test_the_one_before_stays_as_it_was() -> None:
    first = Layered[str, int]({}, {}).with_new({"a": 1})
    second = first.with_new({"b": 2})
    assert first == {"a": 1}
    assert second == {"a": 1, "b": 2}
    assert repr(second) == "{'a': 1, 'b': 2}"
