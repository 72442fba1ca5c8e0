"""The bench's helpers count right. What it measures is no test's business: machines differ."""

import json

import pytest

from benchmarks import grounds
from benchmarks.ceiling_app import TEXT, echo
from benchmarks.crowd import Table, Way, seated
from benchmarks.measure import Result, number, percentile, table


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([3, 1, 2], 0.5) == 2
    assert percentile(range(1, 101), 0.99) == 99
    assert percentile([7], 0.99) == 7
    with pytest.raises(ValueError):
        percentile([], 0.5)


def test_a_result_says_by_how_much_it_misses() -> None:
    assert Result("a", 18.5, "ms", 15.0).verdict == "missed by 3.50 ms"
    assert Result("a", 15.0, "ms", 15.0).verdict == "met"
    assert Result("a", 30.0, "%", 35.0, at_least=True).verdict == "missed by 5.00 %"
    assert Result("a", 30.0, "%").verdict == ""


def test_numbers_have_three_figures() -> None:
    assert [number(n) for n in (0.0, 0.1234, 1.234, 123.4, 12345.6)] == ["0", "0.123", "1.23", "123", "12,346"]


def test_the_table_has_a_line_for_each_result() -> None:
    lines = table([Result("a", 1.0, "s", 2.0, details={"n": 3}), Result("b", 1.0, "s")]).splitlines()
    assert len(lines) == 4
    assert "| n 3" in lines[2]


def test_the_ceiling_sends_a_kilobyte_of_the_wargames_shape() -> None:
    text = echo("0" * 32)
    assert TEXT - 20 <= len(text) <= TEXT + 20
    assert json.loads(text)["patch"]["public"]["dispatches"].keys() == {"0" * 32}


async def test_an_act_at_the_ceiling_reaches_its_whole_group() -> None:
    with grounds.ceiling() as (address, _):
        async with seated([address], [Way(f"{n}", "/group", "") for n in range(3)], Table([], echoed=True)) as group:
            assert await group.act(0) > 0
            assert len(group.sizes) == 3
