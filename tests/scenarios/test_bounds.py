"""Formulas that could go wrong in play: the author is warned, and the pack can be played all the same."""

import ast

import pytest

from tests.scenarios.tiny import spoiled, tiny, told
from wargame.exercises.packs import from_files
from wargame.exercises.packs.spans import ANY, LOG, ROOT, VAST, ZERO, Span, Spans

RANGES: dict[str, Span] = {"low": (-2, 3), "share": (0, 1), "many": (1, 40)}


def bounds(source: str) -> tuple[Span, list[str]]:
    walk = Spans(lambda node: RANGES.get(ast.unparse(node), ANY), lambda name: 3)
    return walk.of(source), [risk.text for risk in walk.risks]


@pytest.mark.parametrize(
    ("source", "span"),
    [
        ("low + share", (-2, 4)),
        ("1 - low", (-2, 3)),
        ("low * low", (-6, 9)),
        ("-low", (-3, 2)),
        ("share / many", (0, 1)),
        ("max(0, low)", (0, 3)),
        ("clamp(low, 0, 1)", (0, 1)),
        ("abs(low)", (0, 3)),
        ("low % 4", (0, 4)),
        ("many if share > .5 else low", (-2, 40)),
        ("low > 1 and share", (0, 1)),
        ("sum(low for s in three)", (-6, 9)),
        ("sum(many for s in three if share)", (0, 120)),
        ("count(low for s in three)", (0, 3)),
        ("logistic(unknown)", (0, 1)),
        ("unknown + 1", ANY),
        ("0 * unknown", (0, 0)),
        ("exp(0)", (1, 1)),
    ],
)
def test_bounds_of_a_formula(source: str, span: Span) -> None:
    assert bounds(source) == (span, [])


@pytest.mark.parametrize(
    ("source", "risks"),
    [
        ("1 / low", [ZERO]),
        ("1 / 0", [ZERO]),
        ("1 % share", [ZERO]),
        ("1 / unknown", [ZERO]),
        ("1 / many", []),
        ("1 / max(1, unknown)", []),
        ("1 / low if low > 0 else 0", []),
        ("1 / low if share > 0 else 0", [ZERO]),
        ("log(share)", [LOG]),
        ("log(many)", []),
        ("sqrt(low)", [ROOT]),
        ("exp(100 * many)", [VAST]),
        ("exp(low)", []),
    ],
)
def test_what_may_go_wrong(source: str, risks: list[str]) -> None:
    assert bounds(source)[1] == risks


def test_what_is_set_stays_in_its_range() -> None:
    files = spoiled("agreements.yaml", "set: offer.level, to: clause.level", "set: offer.level, to: 9")
    assert told(files) == [
        "agreements.yaml:9:32 agreements.pact.in_force.0.to: warning: this is 9; 'offer.level' is kept between 0 and 4"
    ]
    assert told(spoiled("agreements.yaml", "to: clause.level", "to: front / 5 + 2")) == []


def test_a_chance_is_a_share() -> None:
    files = spoiled("orders.yaml", 'p: "clamp(total, 0, 1)"', 'p: "clamp(total, 0, 1) + 2"')
    assert told(files) == [
        "orders.yaml:16:33 orders.push.chance.p: warning: this may be 2 to 3; a chance is kept between 0 and 1"
    ]


def test_a_score_is_warned_of_once() -> None:
    score = 'scores:\n  hill: {by: both, title: Hill, formula: "1 / front + strength[actor]"}\n'
    files = tiny() | {"state.yaml": tiny()["state.yaml"] + score.encode()}
    assert [line.partition("warning: ")[2] for line in told(files)] == [ZERO]
    from_files(files)
