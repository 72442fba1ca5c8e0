"""Numbers, lists and charts as a reader sees them."""

import re

import pytest

from wargame.reports.charts import HEIGHT, Line, line_chart, spoken
from wargame.reports.sections.summary import change
from wargame.reports.wording import clock_time, counted, number, rounded, said, spans


@pytest.mark.parametrize(
    ("value", "text"),
    [(52.6667, "52.7"), (0.0, "0"), (3.0, "3"), (1234.5, "1234"), (0.12345, "0.12"), (-0.0421, "-0.042")],
)
def test_a_number_without_a_format_has_three_figures(value: float, text: str) -> None:
    assert rounded(value) == text


def test_a_number_in_its_own_format_is_never_minus_zero() -> None:
    assert (number(-0.04, 1), number(2.0, 1), number(-1.26, 1)) == ("0.0", "2.0", "-1.3")


def test_values_are_said_with_their_units() -> None:
    assert (said(True), said(12.345, "%", 1), said(3, "of 4"), said("open")) == ("yes", "12.3 %", "3 of 4", "open")
    assert (said(1, "month|months"), said(1.0, "month|months", 0), said(0, "month|months")) == (
        "1 month",
        "1 month",
        "0 months",
    )


def test_lists_and_times() -> None:
    assert counted(["A", "B", "A"]) == "A (2), B"
    assert spans([3, 1, 4, 5, 5]) == "1, 3 to 5"
    assert clock_time(3723.9) == "1:02:03"


def test_a_chart_shows_nothing_that_cannot_be() -> None:
    """Two thousand soldiers after none: the axis begins at none, not below."""
    line = Line("Soldiers", "thousand", 0.0, 40.0, 1, [(0, 0.0), (1, 0.0), (2, 2.0)])
    assert "-" not in "".join(text.split("<")[0] for text in line_chart(line).split(">"))
    below = Line("Consent", "of 100", 0.0, 100.0, 0, [(0, -2.0), (1, 38.0)])
    assert all(0 <= float(y) <= HEIGHT for y in re.findall(r'cy="([-\d.]+)"', line_chart(below)))
    assert spoken(line) == "Soldiers: 0.0 thousand at the start, 2.0 thousand at the end of turn 2."


@pytest.mark.parametrize(
    ("start", "end", "said"), [(23.4, 23.6, "+1"), (30.4, 31.6, "+2"), (31.6, 30.4, "-2"), (2, 2, "0")]
)
def test_a_change_is_that_of_the_numbers_beside_it(start: float, end: float, said: str) -> None:
    assert change({"places": 0, "history": {"0": start}, "value": end}) == said
