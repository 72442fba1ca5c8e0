"""Many games: the same bytes however they are played, and numbers that a hand can check."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.scenarios.test_plans import measured, planned
from tests.scenarios.tiny import tiny
from wargame.bots.simulation import Batch, as_json, simulate, summary
from wargame.bots.simulation.game import Played, played
from wargame.bots.simulation.summary import MOST_HEAPS, heaps, spread
from wargame.exercises.packs import from_files
from wargame.exercises.packs.files import read_folder
from wargame.exercises.setups import setup_of

IDLE = {"plans.yaml": b"plans: {idle: {title: Idle, summary: Nothing is done., actors: {SO: []}}}\n"}
FIRST_STEPS = read_folder(settings.SCENARIOS / "first_steps")


def batch(files: dict[str, bytes] = FIRST_STEPS, runs: int = 6, plays: str = "noise", **chosen: str) -> Batch:
    return Batch(files, setup_of(from_files(files), **chosen), runs, 7, plays)


def told(of: Batch, processes: int) -> str:
    return as_json(summary(from_files(of.files), of, simulate(of, processes)))


def test_the_same_bytes_whatever_the_number_of_processes() -> None:
    assert told(batch(), 1) == told(batch(), 2) == told(batch(), 3)


def test_every_game_is_told_of_as_it_ends() -> None:
    done: list[int] = []
    games = simulate(batch(runs=3), 2, done.append)
    assert done == [1, 2, 3]
    assert [game.number for game in games] == [0, 1, 2]


def test_another_seed_is_another_batch() -> None:
    pack, setup = from_files(FIRST_STEPS), batch().setup
    assert played(pack, setup, "noise", 7, 0) == played(pack, setup, "noise", 7, 0)
    assert played(pack, setup, "noise", 7, 0) != played(pack, setup, "noise", 8, 0)


# Numbers by hand


def test_a_spread() -> None:
    found = spread([4, 1, 2, 3])
    assert found
    assert (found.games, found.mean, found.median, found.quarter, found.three_quarters) == (4, 2.5, 2.5, 1.75, 3.25)
    assert (found.low, found.high) == (1.15, 3.85)
    assert spread([]) is None


def test_heaps() -> None:
    """Whole numbers one by one, others in round steps; nobody is left out, and one number alone is a heap."""

    def told(values: list[float]) -> list[tuple[float, float, int]]:
        return [(heap.low, heap.high, heap.games) for heap in heaps(values)]

    assert told([3, 1, 3]) == [(1, 1, 1), (3, 3, 2)]
    assert told([0, 0.3, 9.9, 10]) == [(0, 0.5, 2), (9.5, 10, 1), (10, 10.5, 1)]
    assert told([-0.5, 0.1, 4]) == [(-0.5, 0, 1), (0, 0.5, 1), (4, 4.5, 1)]
    assert [heap.games for heap in heaps([23.1, 23.1])] == [2]
    assert heaps([]) == ()
    values = [n * n / 7 for n in range(100)]
    assert sum(heap.games for heap in heaps(values)) == 100
    assert len(heaps(values)) <= MOST_HEAPS + 1


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("{title: T, formula: month}", 3),
        ("{title: T, formula: month, take: max}", 3),
        ("{title: T, formula: month > 1, take: count}", 2),
        ("{title: T, formula: month == 2, take: ever}", 1),
        ("{title: T, formula: month > 3, take: ever}", 0),
        ("{title: T, formula: month > 1, take: first_month}", 2),
        ("{title: T, formula: month > 3, take: first_month}", None),
        ("{title: T, formula: strength.NO, take: max}", 50),  # the start counts: wind takes a half each month
        ("{title: T, formula: strength.NO}", 48.5),
    ],
)
def test_what_is_taken_of_the_months(measure: str, value: float | None) -> None:
    """The tiny pack has three months."""
    assert one(measured(measure) | IDLE, "idle").measures.get("land") == value


def one(files: dict[str, bytes], plan: str) -> Played:
    pack = from_files(files)
    return played(pack, setup_of(pack), plan, 7, 0)


# Plans


def test_a_plan_is_followed_and_no_more() -> None:
    """North pushes in both turns while it has more than one to pay with; the pact waits for South."""
    game = one(planned(), "push")
    assert dict(game.orders) == {"push": 2}
    assert game.agreements == ()
    assert dict(one(tiny() | IDLE, "idle").orders) == {}


def test_a_plan_signs_what_it_proposed() -> None:
    game = one(planned("SO: [{order: push, form: {how: 1}}]", "SO: [{sign: pact}]"), "both")
    assert game.agreements == ("pact",)


# The command


def simulated(*args: str, **options: Any) -> str:
    out = StringIO()
    call_command("simulate", *args, stdout=out, **options)
    return out.getvalue()


def test_the_command_tells_people_and_scripts(tmp_path: Path) -> None:
    where = tmp_path / "numbers.json"
    text = simulated("first_steps", runs=2, seed=3, processes=1, json=where)
    assert "2 games · seed 3" in text
    assert "## Scores" in text
    numbers = json.loads(where.read_text())
    assert (numbers["runs"], numbers["seed"], numbers["scenario"]) == (2, 3, "first_steps")
    assert json.loads(simulated("first_steps", runs=2, seed=3, processes=1, json=Path("-"))) == numbers


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"runs": 0}, "at least one game"),
        ({"start": "winter"}, "start_card: there is no “winter”"),
    ],
)
def test_a_wrong_option_is_a_sentence(options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        simulated("first_steps", **options)


def test_an_unknown_plan_or_scenario_is_a_sentence() -> None:
    with pytest.raises(CommandError, match="no plan leverag; did you mean 'leverage'?"):
        simulated("reassurance_force", plan="leverag")
    with pytest.raises(CommandError, match="There is no scenario nowhere"):
        simulated("nowhere")
